import { performance } from 'node:perf_hooks';
import { openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { warmUpQuestions } from '../warm-up.ts';
import { benchQuestions } from './bench-questions.ts';
import { benchConfig } from './grown-corpus.ts';
import { type PeerPassage, peerEngines } from './peer-engines.ts';

/** What a peer did; null when it is not installed. */
export interface PeerReport {
  /** From nothing to ready: reading the passages is not counted. */
  readonly buildMs: number;
  readonly askMs: readonly number[];
  /** Work of the processor for each question. */
  readonly askCpuMs: readonly number[];
  readonly rssMb: number;
}

interface PeerOrder {
  readonly engine: string;
  readonly dataDir: string;
  readonly questions: number;
  readonly seed: number;
}

async function run({ engine, dataDir, questions, seed }: PeerOrder): Promise<PeerReport | null> {
  const peer = await peerEngines[engine]!();
  if (peer === null) return null;
  const corpus = await openCorpus({ dataDir: benchConfig(dataDir).DATA_DIR, log: silentLog(), indexFields });
  let buildMs = 0;
  for await (const batch of corpus.passages.all()) {
    const passages: PeerPassage[] = batch.map(({ id, text, context }) => ({
      id: String(id),
      text: `${context}\n${text}`,
    }));
    const from = performance.now();
    await peer.add(passages);
    buildMs += performance.now() - from;
  }
  const askMs: number[] = [];
  const askCpuMs: number[] = [];
  const [first, ...rest] = benchQuestions(questions + 1, seed);
  for (const text of [first!.text, ...warmUpQuestions]) await peer.search(text, 20);
  for (const { text } of rest) {
    const from = performance.now();
    const cpuFrom = process.cpuUsage();
    await peer.search(text, 20);
    const { user, system } = process.cpuUsage(cpuFrom);
    askMs.push(performance.now() - from);
    askCpuMs.push((user + system) / 1000);
  }
  await corpus.close();
  return { buildMs, askMs, askCpuMs, rssMb: process.memoryUsage().rss / 2 ** 20 };
}

console.log(JSON.stringify(await run(JSON.parse(process.argv[2]!) as PeerOrder)));
process.exit(0);

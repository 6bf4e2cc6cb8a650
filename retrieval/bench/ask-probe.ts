import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { openCorpus } from '../../corpus/corpus.ts';
import { openEmbedder } from '../../corpus/embedding/embedder.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { openAsker } from '../asker.ts';
import { warmUp } from '../warm-up.ts';
import { benchQuestions } from './bench-questions.ts';
import { TextGrower } from './grow-text.ts';
import { benchConfig } from './grown-corpus.ts';

/** What the probe is asked to do. */
export interface AskOrder {
  readonly dataDir: string;
  readonly questions: number;
  readonly seed: number;
}

/** What it saw, in a process that did nothing else. */
export interface AskReport {
  readonly openMs: number;
  readonly openCpuMs: number;
  readonly openRssMb: number;
  /** The first question of the process, and those that the bot asks itself after its start. */
  readonly firstMs: number;
  readonly warmUpMs: number;
  /** Each question once, none of them asked before. */
  readonly askMs: readonly number[];
  /** The same questions again. */
  readonly againMs: readonly number[];
  /** Work of the processor for each new question: what the time would be on a machine with nothing else to do. */
  readonly askCpuMs: readonly number[];
  readonly longestBlockMs: number;
  /** Work of the processor in the longest turn of the event loop: the block on a machine with nothing else to do. */
  readonly longestBlockCpuMs: number;
  readonly rssMb: number;
  /** Storing one page from another connection, and the next question after it. */
  readonly addPageMs: readonly number[];
  readonly askAfterAddMs: readonly number[];
}

const order = JSON.parse(process.argv[2]!) as AskOrder;
const config = benchConfig(order.dataDir);
const rssMb = () => process.memoryUsage().rss / 2 ** 20;
const startedAt = performance.now();
const openCpuFrom = process.cpuUsage();
const asker = await openAsker(config, silentLog());
const openMs = performance.now() - startedAt;
const openCpuMs = cpuMsSince(openCpuFrom);
const openRssMb = rssMb();

function cpuMsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

async function timed(question: { readonly text: string; readonly previous?: string }): Promise<number> {
  // Whatever waited gets its turn first, so that blocks of one question are not put down to the next.
  await new Promise((resolve) => setImmediate(resolve));
  const from = performance.now();
  await asker.ask(question);
  return performance.now() - from;
}

async function timedAll(
  questions: ReturnType<typeof benchQuestions>,
): Promise<{ readonly ms: readonly number[]; readonly cpuMs: readonly number[] }> {
  const ms: number[] = [];
  const cpuMs: number[] = [];
  for (const question of questions) {
    const from = process.cpuUsage();
    ms.push(await timed(question));
    cpuMs.push(cpuMsSince(from));
  }
  return { ms, cpuMs };
}

async function addPages(count: number): Promise<Pick<AskReport, 'addPageMs' | 'askAfterAddMs'>> {
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log: silentLog(), indexFields });
  const embedder = await openEmbedder(config, silentLog());
  const grower = new TextGrower(loadLexicon(), order.seed + 1);
  const addPageMs: number[] = [];
  const askAfterAddMs: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const draft = {
      ...grower.document(number),
      key: `added-${Date.now()}-${number}`,
      url: `https://added.example/${Date.now()}-${number}`,
    };
    const from = performance.now();
    const { document } = await corpus.documents.save(draft, { embed: embedder });
    addPageMs.push(performance.now() - from);
    askAfterAddMs.push(await timed({ text: 'Скільки саперів навчила Японія?' }));
    // The corpus is kept for the next run, which must find as many passages in it.
    await corpus.documents.retract(document.id, 'benchmark');
  }
  await embedder.close();
  await corpus.close();
  return { addPageMs, askAfterAddMs };
}

/** Longest turn of the event loop in processor time, from now until the result is asked for. */
function watchTurns(): () => number {
  let longestMs = 0;
  let isOver = false;
  let last = process.cpuUsage();
  const turn = () => {
    longestMs = Math.max(longestMs, cpuMsSince(last));
    last = process.cpuUsage();
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
    return longestMs;
  };
}

const [first, ...questions] = benchQuestions(order.questions + 1, order.seed);
const firstMs = await timed(first!);
const warmUpFrom = performance.now();
await warmUp(asker);
const warmUpMs = performance.now() - warmUpFrom;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const longestTurn = watchTurns();
const { ms: askMs, cpuMs: askCpuMs } = await timedAll(questions);
const longestBlockCpuMs = longestTurn();
delay.disable();
const { ms: againMs } = await timedAll(questions);
const report: AskReport = {
  openMs,
  openCpuMs,
  openRssMb,
  firstMs,
  warmUpMs,
  askMs,
  askCpuMs,
  againMs,
  longestBlockMs: delay.max / 1e6,
  longestBlockCpuMs,
  rssMb: rssMb(),
  ...(await addPages(5)),
};
await asker.close();
console.log(JSON.stringify(report));

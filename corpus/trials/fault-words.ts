/**
 * Kills the process that writes the file of words, over and over, and checks after each kill that a whole file is there which finds
 * what FTS5 finds. A short form of it is in words/word-index.test.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Corpus } from '../corpus.ts';
import { silentLog } from '../log.ts';
import { seededRandom } from '../process/seeded-random.ts';
import { buildWords } from '../words/build-words.ts';
import { WordIndex } from '../words/word-index.ts';
import { corpusIn, draftOf, plainFields } from './corpus-for-tests.ts';

const usage = 'Usage: tsx corpus/trials/fault-words.ts [--kills 100] [--seed 1]';
const rules = 'fault';
const documents = 200;
const vocabulary = Array.from({ length: 400 }, (_, at) => `word${at}`);
// The first file takes about this long; later kills come at any moment of a write.
const latestKillMs = 60;

function textOf(random: () => number): string {
  return Array.from({ length: 60 }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]).join(
    ' ',
  );
}

async function fill(corpus: Corpus, random: () => number): Promise<void> {
  for (let number = 0; number < documents; number += 1) {
    const draft = draftOf([textOf(random), textOf(random)], {
      url: `https://example.org/${number}`,
      key: `${number}`,
    });
    await corpus.documents.save(draft, { embed: null });
  }
}

/** Starts a process that writes the file again and again, and kills it at some moment after the first. */
async function writeAndKill(dataDir: string, afterMs: number): Promise<void> {
  const args = ['--import', import.meta.resolve('tsx'), fileURLToPath(import.meta.url), '--write', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'exit');
}

async function writeForever(dataDir: string): Promise<void> {
  const { passages } = await corpusIn(dataDir);
  for (;;) {
    await buildWords({ passages, indexWords: plainFields, folder: join(dataDir, 'words'), rules });
    process.stdout.write('.');
  }
}

/** What is wrong with the file, or null. */
async function problemOf(corpus: Corpus, dataDir: string, random: () => number): Promise<string | null> {
  const index = await WordIndex.open({
    folder: join(dataDir, 'words'),
    fallback: corpus.fullText,
    passages: corpus.passages,
    indexWords: plainFields,
    rules,
    isCurrent: async () => false,
    build: async () => {},
    log: silentLog(),
    fewest: 1,
  });
  try {
    if (!index.isReady) return 'there is no whole file';
    const words = Array.from({ length: 3 }, () => vocabulary[Math.floor(random() * vocabulary.length)]!);
    const wanted = [...new Set(words)].map((term) => ({ column: 'stems' as const, term }));
    const ids = (hits: readonly { readonly passageId: number }[]) => hits.map(({ passageId }) => passageId);
    const own = ids(await index.search(wanted, { limit: 50 }));
    const right = ids(await corpus.fullText.search(wanted, { limit: 50 }));
    return own.join() === right.join() ? null : `it finds ${own.length} passages, FTS5 ${right.length}`;
  } finally {
    await index.close();
  }
}

/** Runs the kills. @returns what went wrong, one line each; none when all is well. */
export async function killWriters(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<readonly string[]> {
  const random = seededRandom(options.seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'fault-words-'));
  const corpus = await corpusIn(dataDir);
  const problems: string[] = [];
  try {
    await fill(corpus, random);
    for (let kill = 1; kill <= options.kills; kill += 1) {
      await writeAndKill(dataDir, random() * latestKillMs);
      const problem = await problemOf(corpus, dataDir, random);
      if (problem !== null) problems.push(`kill ${kill}: ${problem}`);
    }
  } finally {
    await corpus.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return problems;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { kills: text, seed: text, write: text, help: { type: 'boolean' } },
  });
  if (values.help) return void console.log(usage);
  if (values.write !== undefined) return writeForever(values.write);
  const [kills, seed] = [Number(values.kills ?? 100), Number(values.seed ?? 1)];
  const problems = await killWriters({ kills, seed });
  console.log(`seed ${seed}, ${kills} kills, ${problems.length} problems`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../corpus/process/node-flags.ts';
import { largestSize } from './ask.ts';
import { benchQuestions } from './bench-questions.ts';
import { type Figure, figureOf } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

const bot = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
const lookEveryMs = 200;
// The bot asks itself questions one second after its start; when that is over its memory stands still.
const restMs = 4000;
const restMb = 1;
const patienceMs = 120_000;

interface BotMemory {
  readonly idleMb: number;
  readonly answeredMb: number;
  readonly mostMb: number;
}

/** Memory of the bot itself over grown corpora, looked at from outside: after its start, and after answering in the terminal. */
export async function benchMemory({
  sizes,
  seed,
  repeat,
  questions,
}: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const { config } = await growCorpus(size, seed);
    const taken: BotMemory[] = [];
    for (let run = 0; run < repeat; run += 1) {
      const asked = benchQuestions(questions, seed + run).map(({ text }) => text);
      taken.push(await watchBot(config.DATA_DIR, asked));
    }
    const target = { most: size >= largestSize ? 500 : 400 };
    const figure = (name: string, read: (memory: BotMemory) => number) =>
      figureOf(
        { benchmark: 'memory', name: `${size} passages: ${name}`, unit: 'MB', target },
        taken.map(read),
      );
    figures.push(
      figure('the bot after its start', ({ idleMb }) => idleMb),
      figure(`the bot after ${questions} questions`, ({ answeredMb }) => answeredMb),
      figure('the most it had', ({ mostMb }) => mostMb),
    );
  }
  return figures;
}

async function watchBot(dataDir: string, questions: readonly string[]): Promise<BotMemory> {
  const child = spawn(process.execPath, [...nodeFlags, bot], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, STARTER_CORPUS: 'off', LOG_LEVEL: 'error' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const seen: number[] = [];
  const idleMb = await untilStill(child, seen);
  // The terminal answers one line after the other and ends with its input.
  child.stdin.end(`${questions.join('\n')}\n`);
  while (child.exitCode === null) await look(child, seen);
  if (child.exitCode !== 0) throw new Error(`${bot} over ${dataDir} ended with ${child.exitCode}.`);
  return { idleMb, answeredMb: seen.at(-1)!, mostMb: Math.max(...seen) };
}

async function untilStill(child: ChildProcess, seen: number[]): Promise<number> {
  const looks = restMs / lookEveryMs;
  for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; ) {
    await look(child, seen);
    const last = seen.slice(-looks);
    if (last.length === looks && last[0]! > 0 && Math.max(...last) - Math.min(...last) < restMb)
      return seen.at(-1)!;
  }
  throw new Error(`The memory of the bot did not come to rest within ${patienceMs / 1000} s.`);
}

async function look({ pid }: ChildProcess, seen: number[]): Promise<void> {
  await sleep(lookEveryMs);
  try {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    if (kilobytes > 0) seen.push(kilobytes / 1024);
  } catch {
    // It ended between two looks.
  }
}

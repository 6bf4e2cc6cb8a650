import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { outboxCounts } from '../delivery/outbox-report.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { testKey } from './people-for-tests.ts';

/** How a kill test runs; the same seed gives the same questions and delays. */
export interface KillTestOptions {
  readonly kills: number;
  readonly seed: number;
  readonly digests: number;
  /** False leaves all the time to digests, which answers would overtake. */
  readonly asks?: boolean;
  /** How the process is ended again and again; killed unless told. */
  readonly signal?: 'SIGKILL' | 'SIGTERM';
  readonly onKill?: (kill: number) => void;
}

/** What came out. Everything but `repeatedAnswers` and `uncertain` must be zero. */
export interface KillTestResult {
  readonly questions: number;
  /** Questions that were never answered. */
  readonly lost: number;
  /** Answers that were sent more often than once: at most one per worker and kill. */
  readonly repeatedAnswers: number;
  /** Chats that got one digest twice. */
  readonly repeatedDigests: number;
  /** Digests of which nobody knows whether they arrived; at most eight per kill. */
  readonly uncertain: number;
  /** Digests that are marked as sent but did not arrive, or arrived without being marked as sent or uncertain. */
  readonly misreported: number;
  /** Digests without a final state. */
  readonly unaccounted: number;
  /** Milliseconds the slowest orderly stop took, and the first exit code of one that was not 0. */
  readonly stopMs: number;
  readonly exitCode: number | null;
}

const childFile = fileURLToPath(new URL('./fault-child.ts', import.meta.url));
const chats = 12;
// A thousand waiting questions are turned away with "busy", in good order; what is tested here is that none gets lost.
const mostOpen = 400;
// At 25 messages a second, with room for a slow machine.
const drainMs = 60_000;
const drainPerMessageMs = 100;

/** Kills the real process again and again, at random moments under load, and then counts. */
export async function runKillTest(options: KillTestOptions): Promise<KillTestResult> {
  const random = seededRandom(options.seed);
  const server = await new FakeTelegram().start();
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const start = () => startChild(server, folder, options.digests);
  const questions: string[] = [];
  const signal = options.signal ?? 'SIGKILL';
  const stops = { stopMs: 0, exitCode: 0 as number | null };
  const stop = async (child: ChildProcess) => {
    const stoppedAt = Date.now();
    const exitCode = await ended(child, 'SIGTERM');
    stops.stopMs = Math.max(stops.stopMs, Date.now() - stoppedAt);
    if (stops.exitCode === 0) stops.exitCode = exitCode;
  };
  const askSome = () => {
    if (options.asks === false || questions.length - answered(server).size > mostOpen) return;
    for (let i = Math.floor(random() * 4); i >= 0; i -= 1) {
      questions.push(`Питання №${questions.length};${'x'.repeat(questions.length % 5)}`);
      server.say({ text: questions.at(-1)!, fromId: 1 + Math.floor(random() * chats) });
    }
  };
  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const child = start();
      const firstCall = server.calls.length;
      askSome();
      await until(() => server.calls.length > firstCall || child.exitCode !== null, 20_000);
      for (let i = 0; i < 3; i += 1) {
        await sleep(random() * 120);
        askSome();
      }
      await sleep(random() * 150);
      await (signal === 'SIGKILL' ? ended(child, signal) : stop(child));
      options.onKill?.(kill + 1);
    }
    const last = start();
    await until(
      () => isDrained(server, folder, questions),
      drainMs + drainPerMessageMs * (questions.length + options.digests),
    );
    await stop(last);
    return count(server, folder, questions, stops);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function startChild(server: FakeTelegram, folder: string, digests: number): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), childFile], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: folder,
      PEOPLE_KEY: testKey.toString('hex'),
      QUESTIONS_PER_MINUTE: '600',
      LOG_LEVEL: 'error',
      KILL_TEST_DIGESTS: String(digests),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return exit;
}

function isDrained(server: FakeTelegram, folder: string, questions: readonly string[]): boolean {
  const known = answered(server);
  if (!questions.every((question) => known.has(question))) return false;
  const counts = countsIn(folder);
  return !counts.some(({ state }) => state === 'pending' || state === 'sending');
}

function answered(server: FakeTelegram): ReadonlySet<string> {
  return new Set(server.messages.map(({ text }) => questionOf(text)).filter((text) => text !== ''));
}

function questionOf(text: string): string {
  return /Питання №\d+;x*/.exec(text)?.[0] ?? '';
}

function countsIn(folder: string) {
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  try {
    return outboxCounts(database);
  } finally {
    database.close();
  }
}

function digestStates(folder: string): { state: string; chatId: number }[] {
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  try {
    return database.db
      .prepare<[], { state: string; key: string }>("SELECT state, key FROM outbox WHERE kind = 'digest'")
      .all()
      .map(({ state, key }) => ({ state, chatId: 100_000 + Number(key.split(':')[1]) }));
  } finally {
    database.close();
  }
}

function count(
  server: FakeTelegram,
  folder: string,
  questions: readonly string[],
  end: Pick<KillTestResult, 'stopMs' | 'exitCode'>,
): KillTestResult {
  const answers = server.messages.map((message) => questionOf(message.text)).filter((text) => text !== '');
  const posts = new Map<number, number>();
  for (const { chatId } of server.messages)
    if (chatId >= 100_000) posts.set(chatId, (posts.get(chatId) ?? 0) + 1);
  const digests = digestStates(folder);
  return {
    questions: questions.length,
    lost: questions.filter((question) => !answers.includes(question)).length,
    repeatedAnswers: answers.length - new Set(answers).size,
    repeatedDigests: [...posts.values()].filter((times) => times > 1).length,
    uncertain: digests.filter(({ state }) => state === 'uncertain').length,
    misreported: digests.filter(
      ({ state, chatId }) => state !== 'uncertain' && (state === 'sent') !== posts.has(chatId),
    ).length,
    unaccounted: digests.filter(({ state }) => state === 'pending' || state === 'sending').length,
    ...end,
  };
}

async function until(condition: () => boolean, timeoutMs: number): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition() && Date.now() < giveUpAt) await sleep(25);
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

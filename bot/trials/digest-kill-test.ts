import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../corpus/config.ts';
import { openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { draftOf } from '../../corpus/trials/corpus-for-tests.ts';
import { defaultWish } from '../digest/subscription.ts';
import { openPeopleDatabase, type PeopleDatabase } from '../people/people-database.ts';
import { testDeps } from './bot-for-tests.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { testKey } from './people-for-tests.ts';

/** How a digest test runs; the same seed gives the same delays. */
export interface DigestKillOptions {
  readonly subscribers: number;
  readonly kills: number;
  readonly seed: number;
  /** Longest time a process goes on sending before it is killed, in milliseconds. */
  readonly lifeMs: number;
  readonly onKill?: (kill: number, received: number) => void;
}

/** What came out: everything but `received`, `uncertain` and the times must be zero. */
export interface DigestKillResult {
  /** Chats that got the digest. */
  readonly received: number;
  readonly twice: number;
  readonly uncertain: number;
  /** Chats with neither a message nor a row that says why. */
  readonly unaccounted: number;
  /** Subscriptions that were not told, or not moved on, or the other way round. */
  readonly inconsistent: number;
  /** Kills that hit a process while it was sending digests. */
  readonly killsWhileSending: number;
  /** Messages the last process sent, which was not killed, and how long it took from the first to the last. */
  readonly undisturbed: number;
  readonly seconds: number;
  /** Most messages within any second, whichever process sent them. */
  readonly fastestSecond: number;
}

const childFile = fileURLToPath(new URL('./fault-digest-child.ts', import.meta.url));
const firstChat = 10_000;
const dayMs = 24 * 60 * 60 * 1000;
// The others die anywhere between their birth and their first message.
const shareWhileSending = 0.8;
const startUpMs = 2000;

/** Subscribes many chats to one daily digest, lets it come due, kills the process again and again, and counts. */
export async function runDigestKillTest(options: DigestKillOptions): Promise<DigestKillResult> {
  const server = await new FakeTelegram().start();
  const folder = mkdtempSync(join(tmpdir(), 'digest-kills-'));
  try {
    const dueMs = await prepare(folder, options.subscribers);
    // The clock of the processes stands a minute behind the time of the digest.
    const start = () => startChild(server, folder, dueMs + 60_000 - Date.now());
    const killsWhileSending = await killAgainAndAgain(options, server, start);
    const before = server.messages.length;
    const last = start();
    // Looking into the database holds up the server of the test, so it is done only when everything seems to be there.
    const few = options.kills * 8;
    const giveUpAt = Date.now() + 60_000 + options.subscribers * 80;
    await until(() => server.messages.length >= options.subscribers - few, giveUpAt - Date.now());
    await until(() => isDrained(folder, options.subscribers), giveUpAt - Date.now(), 1000);
    await ended(last, 'SIGTERM');
    return { ...count(server, folder, options.subscribers, before), killsWhileSending };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns how many processes were sending when they were killed. */
async function killAgainAndAgain(
  options: DigestKillOptions,
  server: FakeTelegram,
  start: () => ChildProcess,
): Promise<number> {
  const random = seededRandom(options.seed);
  let whileSending = 0;
  for (let kill = 0; kill < options.kills; kill += 1) {
    const before = server.messages.length;
    const child = start();
    if (random() < shareWhileSending) {
      const isOver = () => server.messages.length >= options.subscribers || child.exitCode !== null;
      await until(() => server.messages.length > before || isOver(), 20_000, 5);
      await sleep(random() * options.lifeMs);
    } else {
      await sleep(random() * startUpMs);
    }
    await ended(child, 'SIGKILL');
    if (server.messages.length > before && server.messages.length < options.subscribers) whileSending += 1;
    options.onKill?.(kill + 1, server.messages.length);
  }
  return whileSending;
}

async function prepare(folder: string, subscribers: number): Promise<number> {
  const log = silentLog();
  const corpus = await openCorpus({ dataDir: folder, log, indexFields });
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log });
  const deps = testDeps(readConfig({ DATA_DIR: folder }), database, { newsCorpus: corpus });
  const save = (text: string, url: string) =>
    corpus.documents.save(
      draftOf([text], { url, title: text, language: 'uk', published: new Date().toISOString().slice(0, 10) }),
      { embed: null },
    );
  await save('Фінляндія передала Україні десять контейнерів для саперів.', 'https://news.example/0');
  const { subscriptions, news } = deps.digesting;
  await news.refresh();
  inTransaction(database.db, () => {
    for (let i = 0; i < subscribers; i += 1) {
      const chatId = firstChat + i;
      subscriptions.add(subscriptions.codeFor(chatId, 1), chatId, defaultWish(deps.config, 'uk'), 'active');
    }
  });
  await save('Японія передала 40 спецавтомобілів для розмінування.', 'https://news.example/1');
  await save('Литва навчила 12 саперів у Києві.', 'https://news.example/2');
  await news.refresh();
  const dueMs = subscriptions.nextDueMs() ?? Date.now() + dayMs;
  database.close();
  await corpus.close();
  return dueMs;
}

function startChild(server: FakeTelegram, folder: string, aheadMs: number): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), childFile], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: folder,
      PEOPLE_KEY: testKey.toString('hex'),
      LOG_LEVEL: 'error',
      DIGEST_TEST_AHEAD_MS: String(aheadMs),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await exit;
}

function read<Result>(folder: string, look: (database: PeopleDatabase) => Result): Result {
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

function isDrained(folder: string, subscribers: number): boolean {
  return read(folder, ({ db }) => {
    const settled = db
      .prepare<[], number>(
        "SELECT count(*) FROM outbox WHERE kind = 'digest' AND state NOT IN ('pending', 'sending')",
      )
      .pluck()
      .get()!;
    return settled >= subscribers;
  });
}

function count(
  server: FakeTelegram,
  folder: string,
  subscribers: number,
  before: number,
): Omit<DigestKillResult, 'killsWhileSending'> {
  const posts = new Map<number, number>();
  for (const { chatId } of server.messages) posts.set(chatId, (posts.get(chatId) ?? 0) + 1);
  const rows = read(folder, ({ db }) =>
    db
      .prepare<[], { code: string; state: string }>(
        "SELECT substr(key, 8, 10) AS code, state FROM outbox WHERE kind = 'digest'",
      )
      .all(),
  );
  const told = read(folder, ({ db }) =>
    db
      .prepare<[], { code: string }>(
        'SELECT code FROM subscriptions WHERE after_seq >= (SELECT max(seq) FROM news)',
      )
      .all(),
  );
  const withRow = new Set(rows.map(({ code }) => code));
  const toldCodes = new Set(told.map(({ code }) => code));
  const all = server.callsOf('sendMessage').map(({ atMs }) => atMs);
  const times = all.slice(before);
  return {
    received: posts.size,
    twice: [...posts.values()].filter((times) => times > 1).length,
    uncertain: rows.filter(({ state }) => state === 'uncertain').length,
    unaccounted: subscribers - rows.filter(({ state }) => state === 'sent' || state === 'uncertain').length,
    inconsistent: [...withRow, ...toldCodes].filter((code) => withRow.has(code) !== toldCodes.has(code))
      .length,
    undisturbed: times.length,
    seconds: times.length === 0 ? 0 : (times.at(-1)! - times[0]!) / 1000,
    fastestSecond: Math.max(
      0,
      ...all.map((from, index) => all.slice(index, index + 60).filter((at) => at < from + 1000).length),
    ),
  };
}

async function until(condition: () => boolean, timeoutMs: number, everyMs = 50): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition() && Date.now() < giveUpAt) await sleep(everyMs);
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

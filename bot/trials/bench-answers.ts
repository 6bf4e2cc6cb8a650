import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../../corpus/config.ts';
import { openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { nodeFlags } from '../../corpus/process/node-flags.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { draftOf } from '../../corpus/trials/corpus-for-tests.ts';
import { defaultWish } from '../digest/subscription.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { testDeps } from './bot-for-tests.ts';
import { type FakeCall, FakeTelegram } from './fake-telegram.ts';
import { testKey } from './people-for-tests.ts';

/**
 * `tsx bot/trials/bench-answers.ts --subscribers 10000 --questions 150 --seed 1`: how long answers of the real program take
 * with nothing else to do, and while a digest goes out to many chats. Half of the questions come from its readers. The
 * processor time of the bot (Linux only) is what neighbours on the machine do not change.
 */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '150' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const subscribers = Number(values.subscribers);
const questions = Number(values.questions);
const random = seededRandom(Number(values.seed));

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));
const firstChat = 10_000;
const betweenMs = 400;
const phrases = [
  'Скільки дала Японія?',
  'Which countries gave demining machines?',
  'Як отримати компенсацію за розмінування?',
  'What did Lithuania give?',
  'Хто навчає саперів?',
  'How much of Ukraine is mined?',
];

let bot: ChildProcess;
const server = await new FakeTelegram().start();
const folder = mkdtempSync(join(tmpdir(), 'bench-answers-'));
try {
  console.log(`seed ${values.seed}, ${subscribers} readers, ${questions} questions each`);
  bot = start();
  // The first answer comes when the starter corpus is in; what is there then is no news.
  await ask(1);
  await sleep(3000);
  await ended(bot);
  await prepareDigest();
  bot = start();
  await ask(1);
  const quiet = await askAll('alone');
  makeDue();
  await until(() => digestsSent() > 0, 60_000);
  const busy = await askAll('while a digest goes out');
  console.log(`${digestsSent()} of ${subscribers} digests had left by then`);
  console.log(`added at the 95th percentile: ${Math.round(at(busy, 0.95) - at(quiet, 0.95))} ms`);
  await ended(bot);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

function start(): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, mainFile], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: folder,
      PEOPLE_KEY: testKey.toString('hex'),
      QUESTIONS_PER_MINUTE: '600',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function openPeople() {
  return openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
}

async function prepareDigest(): Promise<void> {
  const database = openPeople();
  const corpus = await openCorpus({ dataDir: folder, log: silentLog(), indexFields });
  const deps = testDeps(readConfig({ DATA_DIR: folder }), database, { newsCorpus: corpus });
  inTransaction(database.db, () => {
    for (let i = 0; i < subscribers; i += 1) {
      const { subscriptions } = deps.digesting;
      const code = subscriptions.codeFor(firstChat + i, 1);
      subscriptions.add(code, firstChat + i, defaultWish(deps.config, 'uk'), 'active');
    }
  });
  for (const text of ['Японія передала 40 машин для розмінування.', 'Литва навчила 12 саперів у Києві.']) {
    const published = new Date().toISOString().slice(0, 10);
    const draft = draftOf([text], {
      url: `https://news.example/${text.length}`,
      title: text,
      language: 'uk',
      published,
    });
    await corpus.documents.save(draft, { embed: null });
  }
  await corpus.close();
  database.close();
}

function makeDue(): void {
  const database = openPeople();
  database.sql('UPDATE subscriptions SET next_at = ?').run(Date.now());
  database.close();
}

// Nothing else has a button to leave a subscription.
function isDigest({ params }: FakeCall): boolean {
  return JSON.stringify(params.reply_markup ?? null).includes(':leave"');
}

function digestsSent(): number {
  return server.callsOf('sendMessage').filter(isDigest).length;
}

/** Asks from one chat and returns how many milliseconds the answer took. */
async function ask(chatId: number): Promise<number> {
  const text = phrases[Math.floor(random() * phrases.length)]!;
  const from = server.calls.length;
  const startedAtMs = Date.now();
  server.say({ text, fromId: chatId });
  const find = () =>
    server.calls
      .slice(from)
      .find((call) => call.method === 'sendMessage' && call.params.chat_id === chatId && !isDigest(call));
  await until(() => find() !== undefined, 120_000);
  return find()!.atMs - startedAtMs;
}

async function askAll(when: string): Promise<number[]> {
  const startedAtMs = Date.now();
  const busyBefore = processorMs();
  const asked: Promise<number>[] = [];
  for (let i = 0; i < questions; i += 1) {
    const isReader = random() < 0.5;
    asked.push(ask(isReader ? firstChat + Math.floor(random() * subscribers) : 1_000_000 + i));
    await sleep(betweenMs);
  }
  const tookMs = (await Promise.all(asked)).sort((a, b) => a - b);
  const shares = [0.5, 0.95, 1].map((share) => `p${share * 100} ${Math.round(at(tookMs, share))} ms`);
  const busy = (processorMs() - busyBefore) / (Date.now() - startedAtMs);
  console.log(
    `${when}: ${shares.join(', ')}; ${Math.round(busy * 1000)} ms of processor a second, load ${loadavg()[0]!.toFixed(1)}`,
  );
  return tookMs;
}

/** Processor time the bot has used so far; NaN where the system does not tell. */
function processorMs(): number {
  try {
    const fields = readFileSync(`/proc/${bot.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    // Hundredths of a second, in user and system mode.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await exit;
}

async function until(condition: () => boolean, timeoutMs: number): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error(`not within ${timeoutMs} ms: ${condition}`);
    await sleep(5);
  }
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

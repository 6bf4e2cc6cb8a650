import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { draftOf } from '../../corpus/trials/corpus-for-tests.ts';
import { outboxCounts } from '../delivery/outbox-report.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { testKey } from './people-for-tests.ts';

/** How a soak runs; the same seed gives the same load and faults. */
export interface SoakOptions {
  readonly seed: number;
  /** Hours of the bot's clock, and how many times faster than ours it runs. */
  readonly hours: number;
  readonly speed: number;
  readonly readers: number;
  readonly questionsPerHour: number;
  /** Share of calls that fail, of each kind a fourth. */
  readonly faultShare: number;
  /** Further environment of the bot. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onHour?: (hour: number, rssMb: number) => void;
}

/** What came out. */
export interface SoakResult {
  readonly questions: number;
  /** Must be 0. */
  readonly unanswered: number;
  readonly digests: number;
  /** Chats that got one text of a digest twice; must be 0. */
  readonly digestsTwice: number;
  readonly uncertain: number;
  /** Messages that still wait in the end; must be 0. */
  readonly waiting: number;
  readonly faults: number;
  /** Must be 0. */
  readonly unhandledRejections: number;
  /** Growth per hour of the bot's clock after the first quarter; null when it ran too short to tell. */
  readonly rssMbPerHour: number | null;
  readonly heapMbPerHour: number | null;
  readonly mostHandles: number;
  readonly leastHandles: number;
  readonly exitCode: number | null;
}

interface Sample {
  readonly atMs: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly handles: number;
  readonly unhandled: number;
}

const childFile = fileURLToPath(new URL('./soak-child.ts', import.meta.url));
const hourMs = 3_600_000;
const firstReader = 10_000;
const fewestSamples = 6;
const donors = 'Японія Литва Данія Норвегія Швеція Канада Естонія Польща Італія Франція'.split(' ');

/** Runs the bot for hours of its own clock with readers, questions, news and failing calls, and looks what it holds. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const server = await new FakeTelegram().start();
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const samples: Sample[] = [];
  const child = startChild(server, folder, options);
  createInterface({ input: child.stdout! }).on('line', (line) => {
    samples.push(JSON.parse(line) as Sample);
    options.onHour?.(samples.length - 1, Math.round(samples.at(-1)!.rss / 1e6));
  });
  try {
    await until(() => server.callsOf('getUpdates').length > 0, 300_000);
    const { asked, faults } = await load(server, folder, options);
    await until(() => unanswered(server, asked) === 0 && waiting(folder) === 0, 60_000);
    const exitCode = await stop(child);
    return { ...count(server, folder, asked), ...growth(samples), faults: faults.count, exitCode };
  } finally {
    child.kill('SIGKILL');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(server: FakeTelegram, folder: string, options: SoakOptions) {
  const random = seededRandom(options.seed);
  const asked = new Map<number, number>();
  const corpus = await openCorpus({ dataDir: folder, log: silentLog(), indexFields });
  try {
    for (let i = 0; i < options.readers; i += 1) server.say({ text: wishOf(i), fromId: firstReader + i });
    await until(() => server.messages.length >= options.readers, 120_000);
    const faults = plantFaults(server, random, options.faultShare);
    const endAtMs = Date.now() + (options.hours * hourMs) / options.speed;
    const gapMs = hourMs / options.questionsPerHour / options.speed;
    for (let round = 0; Date.now() < endAtMs; round += 1) {
      const chatId = 1_000_000 + round;
      asked.set(chatId, 1);
      server.say({
        text: `Скільки машин розмінування дала ${donors[round % donors.length]}?`,
        fromId: chatId,
      });
      pressSomething(server, random);
      if (round % 30 === 0) await publish(corpus, round, options);
      await sleep(gapMs);
    }
    server.faults.length = 0;
    return { asked: [...asked.keys()], faults };
  } finally {
    await corpus.close();
  }
}

function wishOf(i: number): string {
  if (i % 6 === 0) return '/subscribe одразу';
  return `/subscribe щодня о ${i % 24}`;
}

function plantFaults(server: FakeTelegram, random: () => number, share: number): { count: number } {
  const faults = { count: 0 };
  const hit = () => {
    const isHit = random() < share / 4;
    if (isHit) faults.count += 1;
    return isHit;
  };
  const endless = { method: '*', times: Number.MAX_SAFE_INTEGER, when: hit } as const;
  server.fail({ ...endless, kind: 'drop-before' });
  server.fail({ ...endless, kind: 'drop-after' });
  server.fail({ ...endless, kind: 'error', status: 502, body: '<html>' });
  server.fail({ ...endless, kind: 'error', status: 429, parameters: { retry_after: 1 } });
  return faults;
}

function pressSomething(server: FakeTelegram, random: () => number): void {
  const message = server.messages[Math.floor(random() * server.messages.length)];
  const button = message?.buttons.find(({ text }) => /Докази|📄|👍/u.test(text));
  if (message === undefined || button === undefined || !('callback_data' in button)) return;
  server.press({ message, data: button.callback_data });
}

async function publish(
  corpus: Awaited<ReturnType<typeof openCorpus>>,
  round: number,
  { speed }: SoakOptions,
): Promise<void> {
  const donor = donors[round % donors.length]!;
  const text = `${donor} передала рятувальникам ${100 + round} міношукачів для розмінування полів. Їх отримала частина ${round}.`;
  // Of yesterday on the bot's clock, so that it is news whatever its clock says.
  const published = new Date(Date.now() + speed).toISOString().slice(0, 10);
  await corpus.documents.save(
    draftOf([text], { url: `https://news.example/${round}`, title: text, language: 'uk', published }),
    { embed: null },
  );
}

function startChild(server: FakeTelegram, folder: string, { speed, env }: SoakOptions): ChildProcess {
  const args = ['--expose-gc', '--import', import.meta.resolve('tsx'), childFile];
  return spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: folder,
      PEOPLE_KEY: testKey.toString('hex'),
      LOG_LEVEL: 'fatal',
      SOAK_SPEED: String(speed),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function unanswered(server: FakeTelegram, asked: readonly number[]): number {
  const answered = new Set(server.messages.map(({ chatId }) => chatId));
  return asked.filter((chatId) => !answered.has(chatId)).length;
}

function countsIn(folder: string) {
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  try {
    return outboxCounts(database);
  } finally {
    database.close();
  }
}

function waiting(folder: string): number {
  return sum(countsIn(folder).filter(({ state }) => state === 'pending' || state === 'sending'));
}

function count(server: FakeTelegram, folder: string, asked: readonly number[]) {
  const digests = server.messages.filter(({ buttons }) =>
    buttons.some((button) => 'callback_data' in button && /:leave$/.test(button.callback_data)),
  );
  const news = digests.filter(({ text }) => text.startsWith('🗞'));
  const seen = new Set(news.map(({ chatId, text }) => `${chatId} ${text}`));
  return {
    questions: asked.length,
    unanswered: unanswered(server, asked),
    digests: news.length,
    digestsTwice: news.length - seen.size,
    uncertain: sum(countsIn(folder).filter(({ state }) => state === 'uncertain')),
    waiting: waiting(folder),
  };
}

function growth(samples: readonly Sample[]) {
  const settled = samples.slice(Math.ceil(samples.length / 4), -1);
  const slope = (pick: (sample: Sample) => number) =>
    settled.length < fewestSamples
      ? null
      : perHour(settled.map((sample) => [sample.atMs / hourMs, pick(sample)]));
  const handles = settled.map((sample) => sample.handles);
  return {
    unhandledRejections: samples.at(-1)?.unhandled ?? 0,
    rssMbPerHour: slope(({ rss }) => rss / 1e6),
    heapMbPerHour: slope(({ heapUsed }) => heapUsed / 1e6),
    mostHandles: Math.max(0, ...handles),
    leastHandles: Math.min(...(handles.length === 0 ? [0] : handles)),
  };
}

/** Slope of the straight line that fits best. */
function perHour(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length;
  const [x0, y0] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((all, [x, y]) => all + (x - x0) * (y - y0), 0);
  const under = points.reduce((all, [x]) => all + (x - x0) ** 2, 0);
  return Math.round((over / under) * 100) / 100;
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((all, row) => all + row.count, 0);
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return exit;
}

async function until(condition: () => boolean, timeoutMs: number): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition() && Date.now() < giveUpAt) await sleep(200);
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

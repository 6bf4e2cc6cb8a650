import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { openPause } from '../people/pause-memory.ts';
import { type RunningBot, startTestBot } from './bot-for-tests.ts';
import type { Fault } from './fake-telegram.ts';

/** How the test of replies runs; the same seed gives the same faults. */
export interface RepliesTestOptions {
  /** Digests whose reply is broken after Telegram accepted them, each once. */
  readonly faults: number;
  /** Of these, digests whose reply never comes; each costs up to 40 seconds for eight at a time. */
  readonly timeouts: number;
  /** Pauses Telegram asks for while all this goes out. */
  readonly storms: number;
  /** Longest pause, in whole seconds; the shortest is two. */
  readonly longestPauseSeconds: number;
  readonly seed: number;
}

/** What came out; everything but `uncertain`, `lostOnTheWay`, `pauses` and `slowestResumeMs` must be zero. */
export interface RepliesTestResult {
  /** Digests that were posted more often than once. */
  readonly twice: number;
  /** Digests that were never posted and are not marked as uncertain. */
  readonly neverPosted: number;
  /** Digests that were never posted: a connection that is reset can take the next request on it along. */
  readonly lostOnTheWay: number;
  /** Posted digests with a broken reply that are not marked `uncertain`, and the other way round. */
  readonly mismarked: number;
  readonly uncertain: number;
  /** Rows without a final state. */
  readonly unaccounted: number;
  readonly unanswered: number;
  readonly pauses: number;
  /** Requests that began during a pause after the bot had read of it. */
  readonly callsInPause: number;
  /** Longest time from the end of a pause to the next call. */
  readonly slowestResumeMs: number;
}

const firstChat = 100_000;
const questions = 40;
const stormMethods = ['sendMessage', 'getUpdates', 'sendChatAction'];

/** A pause as it went: when the bot had read of it, and when it was over by the server's clock. */
interface Pause {
  readonly readAtMs: number;
  readonly overAtMs: number;
}

/** Breaks replies in every way and asks for pauses while digests and answers go out, and then counts. */
export async function runRepliesTest(options: RepliesTestOptions): Promise<RepliesTestResult> {
  const random = seededRandom(options.seed);
  const begun: number[] = [];
  // Arrivals at the server would not do: on a busy machine what left before the pause is read of long after it.
  const note = () => void begun.push(Date.now());
  subscribe('http.client.request.start', note);
  const bot = await startTestBot({ env: { QUESTIONS_PER_MINUTE: '600' } });
  try {
    const broken = new Set<number>();
    for (let i = 0; i < options.faults; i += 1) {
      const chatId = firstChat + i;
      broken.add(chatId);
      bot.server.fail(lostReply(chatId, i < options.timeouts ? 'hang' : random()));
    }
    // Some arrive undisturbed: they must not be marked.
    const digests = options.faults + Math.ceil(options.faults / 10);
    const rows = new Map(
      Array.from({ length: digests }, (_, i) => [queueDigest(bot, firstChat + i), firstChat + i]),
    );
    bot.telegram.sender.wake();
    const { asked, pauses } = await disturb(bot, options, random);
    const isOpen = (id: number) => ['pending', 'sending'].includes(bot.telegram.outbox.status(id)!.state);
    const patienceMs = 60_000 + digests * 100 + options.timeouts * 6000;
    await bot.until(() => ![...rows.keys()].some(isOpen), patienceMs).catch(() => undefined);
    await bot.until(() => unanswered(bot, asked) === 0, 30_000).catch(() => undefined);
    return { ...count(bot, rows, broken), unanswered: unanswered(bot, asked), ...heeded(bot, pauses, begun) };
  } finally {
    unsubscribe('http.client.request.start', note);
    await bot.stop();
  }
}

function lostReply(chatId: number, how: number | 'hang'): Fault {
  const when = (params: Readonly<Record<string, unknown>>) => params.chat_id === chatId;
  const hit = { method: 'sendMessage', when } as const;
  if (how === 'hang') return { ...hit, kind: 'hang', accepted: true };
  if (how < 0.25) return { ...hit, kind: 'drop-after' };
  if (how < 0.5) return { ...hit, kind: 'reset-after' };
  const status = how < 0.75 ? 502 : 504;
  const body = how < 0.625 ? '<html>proxy</html>' : undefined;
  return { ...hit, kind: 'error', accepted: true, status, ...(body === undefined ? {} : { body }) };
}

function queueDigest({ telegram }: RunningBot, chatId: number): number {
  const payload = { chat_id: chatId, text: 'digest', link_preview_options: { is_disabled: true } };
  return telegram.outbox.add({
    key: `digest:${chatId}`,
    kind: 'digest',
    chatId,
    method: 'sendMessage',
    payload,
  });
}

async function disturb(
  bot: RunningBot,
  options: RepliesTestOptions,
  random: () => number,
): Promise<{ readonly asked: readonly number[]; readonly pauses: readonly Pause[] }> {
  const asked: number[] = [];
  const pauses: Pause[] = [];
  const rounds = Math.max(options.storms, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < Math.ceil(questions / rounds); i += 1) {
      asked.push(1 + asked.length);
      bot.server.say({ text: 'запитання', fromId: asked.length });
    }
    const seconds = 2 + Math.floor(random() * (options.longestPauseSeconds - 1));
    if (round < options.storms) pauses.push(await pause(bot, seconds, random));
    await sleep(random() * 800);
  }
  return { asked, pauses };
}

async function pause(bot: RunningBot, seconds: number, random: () => number): Promise<Pause> {
  const { server, deps, telegram } = bot;
  const method = stormMethods[Math.floor(random() * stormMethods.length)]!;
  const before = telegram.status().pauses;
  server.faults.unshift({ method, kind: 'error', status: 429, parameters: { retry_after: seconds } });
  // Polls last 25 seconds, so that one of them may be what is refused.
  server.say({ text: 'запитання', fromId: 999 });
  await bot.until(() => telegram.status().pauses > before, 30_000);
  const readAtMs = openPause(deps.people.database).load() - seconds * 1000;
  // Something to call about when the pause is over.
  server.say({ text: 'запитання', fromId: 998 });
  const refused = server.calls.findLast(({ outcome }) => outcome === 429)!;
  const overAtMs = refused.atMs + seconds * 1000;
  await bot.until(() => server.calls.at(-1)!.atMs > overAtMs, seconds * 1000 + 10_000);
  return { readAtMs, overAtMs };
}

function unanswered({ server }: RunningBot, asked: readonly number[]): number {
  const answered = new Set(server.messages.map(({ chatId }) => chatId));
  return asked.filter((chatId) => !answered.has(chatId)).length;
}

function count(
  { server, telegram }: RunningBot,
  rows: ReadonlyMap<number, number>,
  broken: ReadonlySet<number>,
) {
  const posts = new Map<number, number>();
  for (const { params, outcome } of server.callsOf('sendMessage'))
    if (outcome !== 429) posts.set(Number(params.chat_id), (posts.get(Number(params.chat_id)) ?? 0) + 1);
  const states = [...rows].map(([id, chatId]) => ({ chatId, state: telegram.outbox.status(id)!.state }));
  return {
    twice: states.filter(({ chatId }) => (posts.get(chatId) ?? 0) > 1).length,
    neverPosted: states.filter(({ chatId, state }) => !posts.has(chatId) && state !== 'uncertain').length,
    lostOnTheWay: states.filter(({ chatId }) => !posts.has(chatId)).length,
    mismarked: states.filter(
      ({ chatId, state }) => posts.has(chatId) && (state === 'uncertain') !== broken.has(chatId),
    ).length,
    uncertain: states.filter(({ state }) => state === 'uncertain').length,
    unaccounted: states.filter(({ state }) => state === 'pending' || state === 'sending').length,
  };
}

function heeded({ server }: RunningBot, pauses: readonly Pause[], begun: readonly number[]) {
  const { calls } = server;
  const broken = begun.filter((atMs) =>
    pauses.some(({ readAtMs, overAtMs }) => atMs > readAtMs && atMs < overAtMs),
  );
  const resumes = pauses.map(({ overAtMs }) => calls.find(({ atMs }) => atMs >= overAtMs)!.atMs - overAtMs);
  return {
    pauses: pauses.length,
    callsInPause: broken.length,
    slowestResumeMs: Math.max(0, ...resumes),
  };
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

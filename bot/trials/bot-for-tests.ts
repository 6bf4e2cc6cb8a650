import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../corpus/config.ts';
import { silentLog } from '../../corpus/log.ts';
import type { Answer, Question } from '../../retrieval/answer.ts';
import { Answers } from '../answering/answers.ts';
import { Conversations } from '../answering/conversations.ts';
import type { Evidence } from '../answering/evidence-reader.ts';
import { Presses } from '../answering/presses.ts';
import { Votes } from '../answering/votes.ts';
import { telegramPace } from '../delivery/pacing.ts';
import type { Deps } from '../deps.ts';
import { openDigesting } from '../digest/digesting.ts';
import type { NewsCorpus } from '../digest/news.ts';
import { type ModeratedCorpus, openModeration } from '../moderation/moderation.ts';
import { People } from '../people/people.ts';
import { openPeopleDatabase, type PeopleDatabase } from '../people/people-database.ts';
import { systemClock } from '../process/clock.ts';
import { Telegram } from '../telegram.ts';
import { loadTexts } from '../texts.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { testKey } from './people-for-tests.ts';

// Tests of features would otherwise wait a second between two messages of a chat.
const unhurried = { ...telegramPace, chatGapMs: 0, perGroupMinute: 1000 };

type HandlerDeps = Omit<Deps, 'delivery'>;

/** A passage that stands in for the corpus. */
export const sampleEvidence: Evidence = {
  document: {
    id: 1,
    key: 'doc1',
    sourceId: null,
    url: 'https://ostriv.org/japan',
    title: 'Japan \u202egave vehicles @evil_bot',
    publisher: 'Ostriv',
    published: '2024-11-20',
    language: 'uk',
    kind: 'news',
    tier: 'established',
    status: 'current',
    isBrief: false,
    donors: [],
    topics: [],
    fetchedAt: '2025-01-02T03:04:05Z',
    versionId: 1,
    versionNumber: 2,
    simhash: '0',
  },
  passage: {
    id: 1,
    key: 'passage00001',
    documentId: 1,
    ordinal: 1,
    text: 'Японія передала 40 спецавтомобілів. Це було у Києві.',
    start: 8,
    end: 60,
    heading: null,
    page: null,
    context: '',
  },
  documentText: 'Початок.Японія передала 40 спецавтомобілів. Це було у Києві. Кінець.',
  version: 2,
  versions: 2,
  fetchedAt: '2025-01-02T03:04:05Z',
};

/** An answer with one citation of {@link sampleEvidence} that names the question it answers. */
export function sampleAnswer(question: Question, quotes = 1): Answer {
  const quote = 'Японія передала 40 спецавтомобілів.';
  const { document, passage } = sampleEvidence;
  const citations = Array.from({ length: quotes }, (_, i) => ({
    n: i + 1,
    url: document.url,
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    language: document.language,
    quote,
    documentId: document.key,
    passageId: passage.key,
    start: 0,
    end: quote.length,
    page: null,
    tier: document.tier,
    isBrief: false,
    reprints: 0,
  }));
  return {
    kind: 'answer',
    language: 'uk',
    blocks: [
      {
        kind: 'lead',
        text: `Відповідь на: ${question.text}${question.previous ? ` (після: ${question.previous})` : ''}`,
      },
      ...citations.map(() => ({ kind: 'quote' as const, text: `«${quote}»` })),
      { kind: 'source', text: 'Ostriv · 20.11.2024', links: [{ start: 0, end: 6, url: document.url }] },
    ],
    citations,
    retrieved: [],
    topics: ['japan'],
  };
}

const emptyNewsCorpus: NewsCorpus = {
  passages: {
    documentIds: async function* () {},
    ofDocument: async () => [],
    findByKey: async () => null,
    journalPosition: async () => ({ epoch: 'empty', seq: 0 }),
  },
  documents: {
    byIds: async () => new Map(),
    findByKey: async () => null,
    versions: async () => [],
    versionText: async () => null,
    list: async () => [],
  },
};

/** What handlers need, with fakes for the corpus and the rules. */
export function testDeps(
  config: Config,
  database: PeopleDatabase,
  changes: Partial<HandlerDeps> & {
    readonly corpus?: ModeratedCorpus;
    readonly newsCorpus?: NewsCorpus;
  } = {},
): HandlerDeps {
  const people = new People(database);
  const { corpus, newsCorpus, ...others } = changes;
  const moderation = openModeration({
    people,
    config,
    corpus: async () => corpus ?? Promise.reject(new Error('this test has no corpus')),
  });
  return {
    config,
    log: silentLog(),
    clock: systemClock,
    texts: loadTexts(),
    people,
    answers: new Answers(people),
    votes: new Votes(database),
    presses: new Presses(database),
    conversations: new Conversations(),
    asker: { ask: async (question) => sampleAnswer(question) },
    safety: {
      classify: (text) =>
        /знайшов міну/.test(text) ? 'find' : /розрядити міну/.test(text) ? 'how-to' : null,
      card: (language) => [{ kind: 'card', text: `CARD ${language} 101` }],
      refusal: (language) => [{ kind: 'plain', text: `REFUSAL ${language}` }],
    },
    evidence: { read: async (key) => (key === sampleEvidence.passage.key ? sampleEvidence : null) },
    noteUnanswered: async () => undefined,
    moderation,
    digesting: openDigesting({
      people,
      config,
      log: silentLog(),
      clock: others.clock ?? systemClock,
      world: async () => ({ corpus: newsCorpus ?? emptyNewsCorpus, search: null }),
    }),
    ...others,
  };
}

/** A running bot with its fake server. */
export interface RunningBot {
  readonly server: FakeTelegram;
  readonly telegram: Telegram;
  readonly deps: HandlerDeps;
  readonly config: Config;
  /** Ends when the bot does; rejects as it does. */
  readonly ended: Promise<void>;
  /** Resolves once the server has this many messages of the bot. */
  sent(count: number, timeoutMs?: number): Promise<void>;
  /** Resolves once `condition` holds. */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the real bot against a fake Bot API server, both on loopback. */
export async function startTestBot(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly deps?: Parameters<typeof testDeps>[2];
    readonly server?: FakeTelegram;
    /** Telegram's real limits instead of none within a chat. */
    readonly realPace?: boolean;
  } = {},
): Promise<RunningBot> {
  const server = options.server ?? (await new FakeTelegram().start());
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  const env = {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    DATA_DIR: folder,
    ...options.env,
  };
  const config = readConfig(env);
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  const deps = testDeps(config, database, options.deps);
  const telegram = new Telegram(
    { ...config, BOT_TOKEN: server.token },
    deps,
    options.realPace ? telegramPace : unhurried,
  );
  const stopping = new AbortController();
  const ended = telegram.run(stopping.signal);
  ended.catch(() => undefined);
  const until = (condition: () => boolean, timeoutMs = 20_000) => waitUntil(condition, timeoutMs);
  return {
    server,
    telegram,
    deps,
    config,
    ended,
    until,
    sent: (count, timeoutMs) => until(() => server.messages.length >= count, timeoutMs),
    stop: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
      database.close();
      if (options.server === undefined) await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error(`not within ${timeoutMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

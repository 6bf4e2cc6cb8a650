import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import type { SourceReport } from '../../corpus/sources/source-report.ts';
import { temporaryFolder } from '../../corpus/trials/corpus-for-tests.ts';
import { type RunningBot, startTestBot } from './bot-for-tests.ts';
import type { FakeMessage } from './fake-chats.ts';

/** Ids of the people of these tests. */
export const people = { owner: 1001, moderator: 2002, second: 2003, reader: 3003 } as const;

/** A bot with a corpus and a worker that reports what the test wants. */
export interface ModeratedBot extends RunningBot {
  readonly corpus: Corpus;
  readonly dataDir: string;
  /** Does the next look at a source, as the worker would. */
  look(report?: Partial<SourceReport>): Promise<void>;
  /** Texts of the messages in a chat, with their latest edits. */
  texts(chatId: number): string[];
  /** The latest message in a chat whose text holds these words; waits for it. */
  card(chatId: number, words: string): Promise<FakeMessage>;
  /** Presses the button with this label under a message, as the person of that chat unless told. */
  pressOn(message: FakeMessage, label: string, fromId?: number): Promise<void>;
  /** Makes somebody a moderator through an invitation of the owner. */
  appoint(userId: number): Promise<void>;
  /** Answers to presses, in order. */
  toasts(): string[];
}

const goodReport: SourceReport = {
  url: '',
  finalUrl: 'https://a.gov.ua/feed',
  host: 'a.gov.ua',
  addresses: ['203.0.113.7'],
  redirects: [],
  kind: 'feed',
  title: 'News of A',
  publisher: 'A',
  language: 'uk',
  charset: 'utf-8',
  feeds: [],
  samples: ['Японія передала 40 спецавтомобілів.', 'Друга цитата.', 'Третя цитата.'],
  items: 10,
  itemsPerDay: 2.5,
  overlap: { looked: 10, sameAddress: 1, sameText: 2 },
  lookAlike: null,
  robots: null,
  suggestedTier: 'official',
  problem: null,
  warning: null,
};

/** Starts one; `env` over the defaults. */
export async function startModeratedBot(env: Readonly<Record<string, string>> = {}): Promise<ModeratedBot> {
  const folder = temporaryFolder();
  const indexFields = ({ text }: { readonly text: string }) => ({
    stems: text.toLowerCase(),
    concepts: '',
    grams: '',
  });
  const corpus = await openCorpus({ dataDir: folder.path, log: silentLog(), indexFields });
  const bot = await startTestBot({
    env: {
      OWNER_IDS: String(people.owner),
      QUESTIONS_PER_MINUTE: '600',
      DATA_DIR: folder.path,
      DEFAULT_LANGUAGE: 'en',
      ...env,
    },
    deps: { corpus },
  });
  const inChat = (chatId: number) => bot.server.messages.filter((message) => message.chatId === chatId);
  const card = async (chatId: number, words: string): Promise<FakeMessage> => {
    const find = () => inChat(chatId).findLast((message) => message.text.includes(words));
    await bot.until(() => find() !== undefined, 8000);
    return find()!;
  };
  const presses = () => bot.server.callsOf('answerCallbackQuery');
  const pressOn = async (message: FakeMessage, label: string, fromId = message.chatId) => {
    const button = message.buttons.find((candidate) => candidate.text.includes(label));
    const shown = message.buttons.map((candidate) => candidate.text).join(' | ');
    if (button === undefined || !('callback_data' in button))
      throw new Error(`no button ${label} among ${shown}`);
    const before = presses().length;
    bot.server.press({ message, data: button.callback_data, fromId, language: 'en' });
    await bot.until(() => presses().length > before, 8000);
  };
  const moderated: ModeratedBot = {
    ...bot,
    corpus,
    dataDir: folder.path,
    texts: (chatId) => inChat(chatId).map((message) => message.text),
    card,
    pressOn,
    toasts: () => presses().map((call) => String(call.params.text ?? '')),
    look: async (report = {}) => {
      const job = await corpus.jobs.claim(['add-source'], 60_000, new Date());
      if (job === null) throw new Error('nobody asked for a look');
      await corpus.jobs.complete(job, { ...goodReport, ...report }, new Date());
    },
    appoint: async (userId) => {
      const invitations = () => inChat(people.owner).filter(({ text }) => text.includes('?start=i_'));
      const before = invitations().length;
      bot.server.say({ text: '/invite', fromId: people.owner, language: 'en' });
      await bot.until(() => invitations().length > before);
      const token = /start=(i_\S+)/.exec(invitations().at(-1)!.text)![1]!;
      bot.server.say({
        text: `/start ${token}`,
        fromId: userId,
        name: `Moderator ${userId}`,
        language: 'en',
      });
      await card(userId, 'You are a moderator now');
    },
    stop: async () => {
      await bot.stop();
      await corpus.close();
      folder.dispose();
    },
  };
  return moderated;
}

import type { Update } from 'grammy/types';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { createLog, silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { temporaryFolder } from '../../corpus/trials/corpus-for-tests.ts';
import { ask } from '../../retrieval/ask.ts';
import { PassageAnalyser } from '../../retrieval/reading/analysis.ts';
import { evidenceReader } from '../answering/evidence-reader.ts';
import { safetyRules } from '../safety-rules.ts';
import { type RunningBot, startTestBot } from './bot-for-tests.ts';
import type { FakeMessage } from './fake-chats.ts';
import { naughtyPieces, naughtyText } from './naughty-text.ts';

/** What hostile words and buttons did to a bot. */
export interface NaughtyResult {
  readonly inputs: number;
  /** Requests that the Bot API refused, without those that say that nothing changed. */
  readonly refused: readonly string[];
  /** Lines of the log at level error. */
  readonly errors: readonly string[];
  readonly rejections: readonly string[];
  /** Private messages that were left without any answer. */
  readonly unanswered: readonly string[];
  /** Acts in the audit logs beyond those that people had a right to. */
  readonly actsGained: number;
}

const owner = 1001;
const group = -1007;

const story =
  'Японія передала ДСНС 40 спецавтомобілів \u{1f692} вартістю 4 млрд єн. Церемонія відбулася в Києві 9 липня 2024 року. Детальніше: https://mof.example/a та @mof_bot.';

/** Sends naughty words through every door a person has, and forged buttons from people without rights. */
export async function runNaughtyTrial(inputs: number, random: () => number): Promise<NaughtyResult> {
  const folder = temporaryFolder();
  const corpus = await openCorpus({ dataDir: folder.path, log: silentLog(), indexFields });
  await corpus.documents.save(
    {
      key: 'story',
      url: 'https://news.example/story',
      title: 'Японія передала <b>авто</b> & більше \u202eексе.doc',
      publisher: 'Новини *жирні*',
      published: '2024-07-10',
      language: 'uk',
      kind: 'news',
      tier: 'established',
      fetchedAt: '2026-01-01T00:00:00.000Z',
      text: story,
      passages: [{ start: 0, end: story.length, heading: null, page: null, context: '' }],
    },
    { embed: null },
  );
  const errors: string[] = [];
  const rejections: string[] = [];
  const onRejection = (reason: unknown) => void rejections.push(String(reason));
  process.on('unhandledRejection', onRejection);
  const bot = await startNaughtyBot(corpus, folder.path, errors);
  try {
    const world = new World(bot, random);
    await world.openCard();
    const actsBefore = await acts(bot, corpus);
    await world.run(inputs);
    return {
      inputs: world.sent,
      refused: refusals(bot),
      errors,
      rejections,
      unanswered: world.unanswered,
      actsGained: (await acts(bot, corpus)) - actsBefore,
    };
  } finally {
    process.off('unhandledRejection', onRejection);
    await bot.stop();
    await corpus.close();
    folder.dispose();
  }
}

async function startNaughtyBot(corpus: Corpus, dataDir: string, errors: string[]): Promise<RunningBot> {
  const lexicon = loadLexicon();
  const search = {
    passages: corpus.passages,
    engines: { fullText: corpus.fullText, vectors: null, embedQuery: null },
    lexicon,
    analyser: new PassageAnalyser(lexicon),
    now: () => new Date('2026-11-23'),
  };
  const target = {
    write: (line: string) => errors.push(line.slice(0, 600)),
  } as unknown as NodeJS.WritableStream;
  const log = createLog({ level: 'error', target });
  const env = {
    OWNER_IDS: String(owner),
    QUESTIONS_PER_MINUTE: '600',
    DATA_DIR: dataDir,
    DEFAULT_LANGUAGE: 'en',
  };
  const deps = {
    corpus,
    log,
    asker: { ask: (question: Parameters<typeof ask>[0]) => ask(question, search) },
    evidence: evidenceReader(corpus),
    safety: safetyRules({ SAFETY_CARD_DIR: undefined }, log),
  };
  return startTestBot({ env, deps });
}

/** Whatever people without a right may not add to: moderators' acts on sources and on staff. */
async function acts(bot: RunningBot, corpus: Corpus): Promise<number> {
  const all = await corpus.audit.list({ limit: 1_000_000 });
  const others = all.filter(({ act }) => act !== 'suggest');
  return others.length + bot.deps.moderation.staff.moderators().length;
}

function refusals(bot: RunningBot): string[] {
  return bot.server.calls
    .filter(({ outcome, method }) => outcome === 400 && method !== 'editMessageText')
    .map(({ method, params }) => `${method} ${JSON.stringify(params).slice(0, 300)}`);
}

type Door = (text: string) => void;

/** The people around the bot, and the doors they have. */
class World {
  sent = 0;
  readonly unanswered: string[] = [];
  // Other people with each batch: nobody may ask more than 600 times a minute.
  private writer = 5_000_000;
  private stranger = 6_000_000;
  private card: FakeMessage | null = null;
  private updates = 5_000_000;

  constructor(
    private readonly bot: RunningBot,
    private readonly random: () => number,
  ) {}

  /** Lets the owner see the card of a source, whose buttons strangers then forge. */
  async openCard(): Promise<void> {
    this.bot.server.say({ text: '/addsource https://a.gov.ua/feed', fromId: owner, language: 'en' });
    await this.bot.sent(1, 20_000);
    this.card = this.bot.server.messages[0]!;
  }

  async run(inputs: number): Promise<void> {
    const batch = 40;
    for (let from = 0; from < inputs; from += batch) {
      this.writer += 1;
      this.stranger += 1;
      const before = this.answersTo(this.writer);
      let own = 0;
      for (let at = from; at < Math.min(inputs, from + batch); at += 1) {
        const text = at < naughtyPieces.length ? naughtyPieces[at]! : naughtyText(this.random, 12);
        const doors = Object.entries(this.doors);
        const [name, door] = doors[Math.floor(this.random() * doors.length)]!;
        door(text);
        this.sent += 1;
        if (name.startsWith('private') && text.trim() !== '') own += 1;
      }
      await this.settle();
      // The last word of the batch was answered as well.
      if (this.answersTo(this.writer) - before <= own)
        this.unanswered.push(`a batch from ${from}: ${own} messages`);
    }
  }

  private answersTo(chatId: number): number {
    return this.bot.server.messages.filter((message) => message.chatId === chatId).length;
  }

  // Chats are handled in order, so an answer to a last word of each tells that all before it were.
  private async settle(): Promise<void> {
    for (const id of [this.writer, this.stranger, owner]) {
      const before = this.answersTo(id);
      this.bot.server.say({ text: '/privacy', fromId: id, language: 'en' });
      await this.bot.until(
        () =>
          this.answersTo(id) > before &&
          this.bot.server.messages.findLast(({ chatId }) => chatId === id)!.text.includes('/deletemydata'),
        60_000,
      );
    }
  }

  private readonly doors: Readonly<Record<string, Door>> = {
    'private words': (text) => this.say({ text, fromId: this.writer }),
    'private question': (text) => this.say({ text: `Скільки авто дала Японія ${text}`, fromId: this.writer }),
    'private words of a person with a strange name': (text) =>
      this.say({ text: 'Що дала Японія?', name: text, fromId: this.writer }),
    'private source': (text) => this.say({ text: `/addsource ${text}`, fromId: this.writer }),
    'private link': (text) =>
      this.say({
        text: `https://${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}.example/${text}`,
        fromId: this.writer,
      }),
    'private subscription': (text) => this.say({ text: `/subscribe ${text}`, fromId: this.writer }),
    'private wish': (text) => this.say({ text: `щопонеділка о 9 про ${text}`, fromId: this.writer }),
    'private deep link': (text) => this.say({ text: `/start ${text}`, fromId: this.writer }),
    'private deep link to a passage': (text) => this.say({ text: `/start e_${text}`, fromId: this.writer }),
    'private deep link to a topic': (text) => this.say({ text: `/start t_${text}`, fromId: this.writer }),
    'private deep link to a right': (text) => this.say({ text: `/start i_${text}`, fromId: this.writer }),
    'private command': (text) => this.say({ text: `/language ${text}`, fromId: this.writer }),
    'a command for others': (text) =>
      this.say({
        text: `/${['audit', 'broadcast', 'invite', 'document', 'sources', 'delivery'][Math.floor(this.random() * 6)]} ${text}`,
        fromId: this.stranger,
      }),
    'a file': (text) => this.file(text),
    'a caption': (text) => this.say({ caption: text, fromId: this.stranger }),
    'a group with a strange title': (text) =>
      this.say({
        text: `@demining_aid_bot ${text}`,
        fromId: this.stranger,
        chatId: group,
        extra: { chat: { id: group, type: 'supergroup', title: text } },
      }),
    'a reply to a card': (text) =>
      this.say({ text, fromId: this.stranger, extra: { reply_to_message: this.cardAsMessage() } }),
    'a forward': (text) =>
      this.say({
        text,
        fromId: this.stranger,
        extra: { forward_origin: { type: 'hidden_user', sender_user_name: text, date: 1 } },
      }),
    'an inline query': (text) => this.inline(text),
    'a forged button': (text) => this.forge(text),
    "a button of somebody else's card": () => this.forge(this.mutated()),
  };

  private say(incoming: Parameters<RunningBot['server']['say']>[0]): void {
    this.bot.server.say(incoming);
  }

  private cardAsMessage(): Readonly<Record<string, unknown>> {
    const { messageId, text } = this.card!;
    return {
      message_id: messageId,
      date: 1,
      chat: { id: this.stranger, type: 'private' },
      from: this.bot.server.me,
      text,
    };
  }

  private file(text: string): void {
    const id = `file${this.sent}`;
    this.bot.server.uploads.set(id, Buffer.from(`Japan ${text}`));
    const name = this.random() < 0.5 ? `${text}.txt` : text;
    this.say({
      fromId: this.stranger,
      extra: { document: { file_id: id, file_unique_id: id, file_name: name, file_size: 10 } },
    });
  }

  private inline(text: string): void {
    this.updates += 1;
    const from = {
      id: this.stranger,
      is_bot: false,
      first_name: text || 'x',
      language_code: text.slice(0, 8),
    };
    const query = { id: `i${this.updates}`, from, query: text.slice(0, 256), offset: text.slice(0, 10) };
    this.bot.server.push({ update_id: this.updates, inline_query: query } as Update);
  }

  private forge(data: string): void {
    const own = this.random() < 0.5;
    this.bot.server.press({
      message: own ? { ...this.card!, chatId: this.stranger } : this.card!,
      data,
      fromId: this.stranger,
    });
  }

  /** Real data of some button the bot has shown, whole, cut, changed in a letter, or with another number. */
  private mutated(): string {
    const shown = this.bot.server.messages.flatMap(({ buttons }) =>
      buttons.flatMap((button) => ('callback_data' in button ? [button.callback_data] : [])),
    );
    const known = [
      ...shown,
      '!m:a:1',
      '!m:rj:1',
      '!m:r:1:0',
      '!m:t:1:o',
      '!dre:1:0',
      '!dok:1',
      '~ax',
      '!rl',
      'v:x:1:up',
      'f:x:1',
      'q:x:1',
      '~e:x:1:1',
    ];
    const data = known[Math.floor(this.random() * known.length)]!;
    const at = Math.floor(this.random() * data.length);
    const ways = [
      () => data,
      () => data.slice(0, at),
      () =>
        data.slice(0, at) + String.fromCharCode(32 + Math.floor(this.random() * 1000)) + data.slice(at + 1),
      () => data.replace(/\d+/g, () => String(Math.floor(this.random() * 10) - 2)),
      () => `${data}:${naughtyText(this.random, 3)}`,
      () => data.repeat(40),
      () => data.replaceAll(':', '\u0000'),
    ];
    return ways[Math.floor(this.random() * ways.length)]!();
  }
}

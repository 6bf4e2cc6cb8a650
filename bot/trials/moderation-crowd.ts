import { setTimeout as sleep } from 'node:timers/promises';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import type { Job } from '../../corpus/sources/jobs.ts';
import type { FakeMessage } from './fake-chats.ts';
import type { FakeTelegram } from './fake-telegram.ts';
import { articleNumber } from './moderation-kill-web.ts';

/** The moderator of a {@link Crowd}. */
export const owner = 1001;

/** Readers of a {@link Crowd} have this number and those above it. */
export const firstReader = 5000;

const drainMs = 180_000;
const lookAgainMs = 5000;
// News of a decision go out within a second or two; a busy machine takes longer.
const newsMs = 15_000;

/** What came of all that a crowd did. Everything from `lostSuggestions` on must be zero or empty. */
export interface CrowdCount {
  readonly suggestions: number;
  readonly approvals: number;
  readonly rejections: number;
  /** Cards that a chat got twice: at most one per kill of the bot. */
  readonly repeatedCards: number;
  /** Times a look was cut off, said so on its card, and had to be asked for again. */
  readonly looksAgain: number;
  readonly lostSuggestions: number;
  /** Looks and fetches that never came to an end. */
  readonly lostJobs: number;
  /** Presses without their effect, or with more than one entry in the audit log. */
  readonly lostDecisions: number;
  /** Approved pages and files that are not stored whole, once and in one version. */
  readonly lostDocuments: number;
  /** Cards that still say something else than what was decided. */
  readonly staleCards: number;
  /** Readers who were told twice why their suggestion was rejected. */
  readonly toldTwice: number;
  /** What stands on the cards of sources that nobody could decide about. */
  readonly undecided: readonly string[];
}

type Wish = 'approve' | 'reject';

/** Readers and a moderator who suggest and decide on a fake Bot API server, and what must come of it. */
export class Crowd {
  private suggestions = 0;
  private readonly wishes = new Map<string, Wish>();
  private readonly lookedAgainAt = new Map<string, number>();
  private looksAgain = 0;

  constructor(
    private readonly server: FakeTelegram,
    private readonly origin: string,
    private readonly random: () => number,
  ) {}

  /** Decides about whatever can be decided. @param isOver ends it early. */
  async actFor(durationMs: number, isOver: () => boolean = () => false): Promise<void> {
    const endAt = Date.now() + durationMs;
    while (Date.now() < endAt && !isOver()) {
      await sleep(Math.max(1, Math.min(200, endAt - Date.now())));
      this.decide();
    }
  }

  /** The next suggestion: by turns a reader's link, the owner's link and the owner's file. */
  suggest(): void {
    const n = this.suggestions;
    this.suggestions += 1;
    const fromId = n % 3 === 0 ? firstReader + n : owner;
    if (n % 3 !== 2) {
      this.server.say({ text: `${this.origin}/p/${n}`, fromId, language: 'en' });
      return;
    }
    const bytes = Buffer.from(articleNumber(n));
    this.server.uploads.set(`f${n}`, bytes);
    const document = {
      file_id: `f${n}`,
      file_unique_id: `f${n}`,
      file_name: `r${n}.html`,
      file_size: bytes.length,
    };
    this.server.say({ fromId, language: 'en', extra: { document } });
  }

  // A look that was cut off says so on the card; a moderator presses "Check" then, and so do we.
  private lookAgain(message: FakeMessage, id: string): void {
    const data = `!m:c:${id}`;
    const isOffered = message.buttons.some(
      (button) => 'callback_data' in button && button.callback_data === data,
    );
    if (!isOffered || Date.now() - (this.lookedAgainAt.get(id) ?? 0) < lookAgainMs) return;
    this.lookedAgainAt.set(id, Date.now());
    this.looksAgain += 1;
    this.server.press({ message, data, language: 'en' });
  }

  private cardOf(id: number): string {
    const card = this.server.messages.findLast(({ text }) => text.startsWith(`#${id} `));
    const labels = card?.buttons.map(({ text }) => text).join(' | ');
    return `${card?.text.slice(0, 300) ?? `#${id} has no card`} [${labels ?? ''}]`;
  }

  private decide(): void {
    const cards = this.server.messages.filter(({ chatId }) => chatId === owner);
    for (const message of cards) {
      const id = /^#(\d+) /.exec(message.text)?.[1];
      if (id === undefined || this.wishes.has(id)) continue;
      if (!hasApproval(message)) {
        this.lookAgain(message, id);
        continue;
      }
      const wish = this.random() < 0.6 ? 'approve' : 'reject';
      this.wishes.set(id, wish);
      const data = wish === 'approve' ? `!m:a:${id}` : `!m:r:${id}:1`;
      this.server.press({ message, data, language: 'en' });
    }
  }

  /** Chats and sources of which no card shows what was decided. */
  private staleCards(): string[] {
    const shown = new Map<string, boolean>();
    for (const { chatId, text } of this.server.messages) {
      const id = /^#(\d+) /.exec(text)?.[1] ?? '';
      const wish = this.wishes.get(id);
      if (wish === undefined) continue;
      const key = `${chatId} #${id}`;
      const isRight = text.includes(wish === 'approve' ? '✅ In use' : '🚫 Rejected');
      shown.set(key, isRight || shown.get(key) === true);
    }
    return [...shown].flatMap(([key, isRight]) => (isRight ? [] : key));
  }

  /** Decides about what is left and waits until nothing is under way. */
  async drain(folder: string): Promise<void> {
    const corpus = await opened(folder);
    const giveUpAt = Date.now() + drainMs;
    try {
      while (Date.now() < giveUpAt && !(await this.isAtRest(corpus))) {
        await sleep(300);
        this.decide();
      }
      const newsBy = Date.now() + newsMs;
      while (Date.now() < newsBy && this.staleCards().length > 0) await sleep(300);
      // A second telling would follow the first within moments.
      await sleep(1500);
    } finally {
      await corpus.close();
    }
  }

  private async isAtRest(corpus: Corpus): Promise<boolean> {
    const sources = await corpus.sources.list({ statuses: ['pending', 'active', 'rejected'] });
    const isDecided = sources.length === this.suggestions && this.wishes.size === this.suggestions;
    const isTaken = sources.every(({ status, lastAttemptAt }) =>
      status === 'active' ? lastAttemptAt !== null : status === 'rejected',
    );
    const open = await corpus.jobs.list({ statuses: ['queued', 'running'] });
    return isDecided && isTaken && open.length === 0;
  }

  /** Looks at everything that was suggested and decided, once nothing is under way. */
  async count(folder: string): Promise<CrowdCount> {
    const corpus = await opened(folder);
    try {
      const sources = await corpus.sources.list({
        statuses: ['pending', 'trial', 'active', 'paused', 'rejected', 'removed'],
      });
      const jobs = await corpus.jobs.list({ limit: 10_000 });
      let lostDecisions = 0;
      let lostDocuments = 0;
      for (const [id, wish] of this.wishes) {
        const status = sources.find((source) => String(source.id) === id)?.status;
        const acts = await corpus.audit.count({ act: wish, subject: `source:${id}` });
        if (acts !== 1 || status !== (wish === 'approve' ? 'active' : 'rejected')) lostDecisions += 1;
        if (wish === 'approve' && !(await isStoredOnce(corpus, Number(id)))) lostDocuments += 1;
      }
      const wishes = [...this.wishes.values()];
      return {
        suggestions: this.suggestions,
        approvals: wishes.filter((wish) => wish === 'approve').length,
        rejections: wishes.filter((wish) => wish === 'reject').length,
        looksAgain: this.looksAgain,
        repeatedCards: repeats(this.server.messages, /^#\d+ /),
        lostSuggestions: this.suggestions - Math.min(sources.length, this.wishes.size),
        lostJobs: jobs.filter((job) => isLost(job, jobs)).length,
        lostDecisions,
        lostDocuments,
        staleCards: this.staleCards().length,
        toldTwice: repeats(this.server.messages, /^Your suggestion .*/),
        undecided: sources.filter(({ id }) => !this.wishes.has(String(id))).map(({ id }) => this.cardOf(id)),
      };
    } finally {
      await corpus.close();
    }
  }
}

// A look that died said so on its card and was asked for again: then the later one counts.
function isLost(job: Job, all: readonly Job[]): boolean {
  if (job.status !== 'dead') return job.status !== 'done';
  const target = JSON.stringify([job.kind, job.payload]);
  return !all.some(
    (other) =>
      other.id > job.id && other.status === 'done' && JSON.stringify([other.kind, other.payload]) === target,
  );
}

function hasApproval(message: FakeMessage): boolean {
  return message.buttons.some(
    (button) => 'callback_data' in button && button.callback_data.startsWith('!m:a:'),
  );
}

function repeats(messages: readonly FakeMessage[], pattern: RegExp): number {
  const keys = messages.flatMap(({ chatId, text }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : `${chatId} ${found}`;
  });
  return keys.length - new Set(keys).size;
}

async function isStoredOnce(corpus: Corpus, sourceId: number): Promise<boolean> {
  const documents = await corpus.documents.list({ sourceId });
  const [document] = documents;
  if (document === undefined || documents.length !== 1) return false;
  const passages = await corpus.documents.passagesOf(document.id);
  const text = (await corpus.documents.versionText(document.versionId)) ?? '';
  const isWhole = passages.every((passage) => text.slice(passage.start, passage.end) === passage.text);
  return document.status === 'current' && document.versionNumber === 1 && passages.length > 0 && isWhole;
}

function opened(folder: string): Promise<Corpus> {
  const indexFields = ({ text }: { readonly text: string }) => ({ stems: text, concepts: '', grams: '' });
  return openCorpus({ dataDir: folder, log: silentLog(), indexFields });
}

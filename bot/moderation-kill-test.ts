import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Corpus, openCorpus } from '../corpus/corpus.ts';
import { silentLog } from '../corpus/log.ts';
import { seededRandom } from '../corpus/seeded-random.ts';
import type { FakeMessage } from './fake-chats.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { articleNumber, startSlowWeb } from './moderation-kill-web.ts';
import { WholeProgram } from './whole-program.ts';

/** How a kill test of moderation runs; the same seed gives the same suggestions, decisions and delays. */
export interface ModerationKillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Longest life between two kills. */
  readonly lifeMs: number;
  readonly onKill?: (kill: number, who: 'bot' | 'worker') => void;
}

/** What came out. Everything from `lostSuggestions` on must be zero. */
export interface ModerationKillResult {
  readonly botKills: number;
  readonly workerKills: number;
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
  /** Readers who were told twice why their suggestion was rejected. */
  readonly toldTwice: number;
  /** What stands on the cards of sources that nobody could decide about. */
  readonly undecided: readonly string[];
}

const owner = 1001;
const firstReader = 5000;
const drainMs = 180_000;
const lookAgainMs = 5000;

// The bot opens the corpus first; on a busy machine that and the start of the worker take this long together.
const workerStartMs = 30_000;

/** Kills bot or worker again and again while people suggest and decide, lets it come to rest, and counts. */
export async function runModerationKillTest(options: ModerationKillOptions): Promise<ModerationKillResult> {
  const random = seededRandom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'moderation-kills-'));
  const server = await new FakeTelegram().start();
  const web = await startSlowWeb(() => 20 + 600 * random());
  const program = new WholeProgram({
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    DATA_DIR: folder,
    OWNER_IDS: String(owner),
    DEFAULT_LANGUAGE: 'en',
    STARTER_CORPUS: 'off',
    FETCH_ALLOW: web.pair,
    QUESTIONS_PER_MINUTE: '600',
  });
  const crowd = new Crowd(server, web.origin, random);
  const killed = { bot: 0, worker: 0 };
  try {
    program.start();
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const who = kill % 2 === 0 ? 'worker' : 'bot';
      const startedBy = Date.now() + workerStartMs;
      while (who === 'worker' && program.workerPid() === null && Date.now() < startedBy)
        await crowd.actFor(200);
      if (random() < 0.7) crowd.suggest();
      await crowd.actFor(300 + options.lifeMs * random());
      const workerPid = program.workerPid();
      if (who === 'worker' && workerPid === null) continue;
      killed[who] += 1;
      options.onKill?.(kill, who);
      if (who === 'worker') process.kill(workerPid!, 'SIGKILL');
      else {
        await program.end('SIGKILL');
        program.start();
      }
    }
    await crowd.drain(folder);
    await program.end('SIGTERM');
    return { botKills: killed.bot, workerKills: killed.worker, ...(await crowd.count(folder)) };
  } finally {
    await program.end('SIGKILL');
    await server.stop();
    web.close();
    // The worker notices within moments that the bot is gone; until then it may still write.
    await sleep(1000);
    rmSync(folder, { recursive: true, force: true });
  }
}

type Wish = 'approve' | 'reject';

/** Who suggests and decides, and what must come of it. */
class Crowd {
  private suggestions = 0;
  private readonly wishes = new Map<string, Wish>();
  private readonly lookedAgainAt = new Map<string, number>();
  private looksAgain = 0;

  constructor(
    private readonly server: FakeTelegram,
    private readonly origin: string,
    private readonly random: () => number,
  ) {}

  async actFor(durationMs: number): Promise<void> {
    const endAt = Date.now() + durationMs;
    while (Date.now() < endAt) {
      await sleep(Math.min(200, endAt - Date.now()));
      this.decide();
    }
  }

  // Readers suggest links; the owner suggests links and files.
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

  /** Decides about what is left and waits until nothing is under way. */
  async drain(folder: string): Promise<void> {
    const corpus = await opened(folder);
    const giveUpAt = Date.now() + drainMs;
    try {
      while (Date.now() < giveUpAt && !(await this.isAtRest(corpus))) {
        await sleep(300);
        this.decide();
      }
      // News of the last decision go out within a second or two.
      await sleep(3000);
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

  async count(folder: string): Promise<Omit<ModerationKillResult, 'botKills' | 'workerKills'>> {
    const corpus = await opened(folder);
    try {
      const sources = await corpus.sources.list({
        statuses: ['pending', 'trial', 'active', 'paused', 'rejected', 'removed'],
      });
      const jobs = await corpus.jobs.list({ statuses: ['queued', 'running', 'dead'], limit: 1000 });
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
        lostJobs: jobs.length,
        lostDecisions,
        lostDocuments,
        toldTwice: repeats(this.server.messages, /^Your suggestion .*/),
        undecided: sources.filter(({ id }) => !this.wishes.has(String(id))).map(({ id }) => this.cardOf(id)),
      };
    } finally {
      await corpus.close();
    }
  }
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

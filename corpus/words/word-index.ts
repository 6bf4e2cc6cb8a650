import type { Passages } from '../documents/passages.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../log.ts';
import { Turns } from '../process/turns.ts';
import type { JournalPosition } from '../storage/journal.ts';
import { breathe } from '../storage/sqlite.ts';
import type { FullTextColumn, FullTextHit, WordSearch, WordSearchOptions, WordToFind } from './full-text.ts';
import { WordFile } from './word-file.ts';
import { WordTable } from './word-table.ts';
import { countTerms, type WordIndexer } from './word-terms.ts';

/** With fewer passages FTS5 takes a few milliseconds, and nothing has to be kept up to date. */
export const fewestPassages = 5000;

// A question waits for this many changed passages, at half a millisecond each; for more it is answered by FTS5.
const waitsFor = 60;

/** Changes above this share, and this number, are worth making the file again: a start has to repeat them. */
const rebuiltShare = 0.02;
const rebuiltAtLeast = 500;

// A command that asks one question ends before; a start has its first answers behind it.
const buildDelayMs = 3000;

const changesPerStep = 200;

/** What a {@link WordIndex} stands on; the last two are for tests. */
export interface WordIndexOptions {
  readonly folder: string;
  /** Finds and counts when there is no file, or not all of it is known yet. */
  readonly fallback: WordSearch;
  readonly passages: Pick<Passages, 'byIds' | 'changesSince' | 'journalPosition'>;
  readonly indexWords: WordIndexer;
  /** Rules by which `indexWords` makes terms. */
  readonly rules: string;
  /** False while the words of the database are still those of other rules. */
  readonly isCurrent: () => Promise<boolean>;
  /** Writes the file of the folder; rejects when it cannot. */
  readonly build: (signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
  readonly fewest?: number;
  readonly delayMs?: number;
}

/**
 * The word index in a form that answers in a millisecond what takes FTS5 thirty at 100,000 passages. It is a cache of the
 * texts in the database: while there is none, or it lags behind by many passages, FTS5 answers, and it comes back by itself.
 */
export class WordIndex implements WordSearch {
  readonly #options: Required<WordIndexOptions>;
  readonly #turns = new Turns();
  readonly #closing = new AbortController();
  #table: WordTable | null = null;
  #at: JournalPosition | null = null;
  #isBehind = false;
  #building: Promise<void> | null = null;
  #buildFailed = false;
  #looked = '';

  private constructor(options: WordIndexOptions) {
    this.#options = { fewest: fewestPassages, delayMs: buildDelayMs, ...options };
  }

  /** Opens the file if there is a good one; if not, the first {@link catchUp} has it made. */
  static async open(options: WordIndexOptions): Promise<WordIndex> {
    const index = new WordIndex(options);
    await index.#adopt();
    return index;
  }

  /** True when questions are answered from the file. */
  get isReady(): boolean {
    return this.#table !== null && !this.#isBehind;
  }

  /** Takes over what the journal tells, at once when it is little. */
  async catchUp(): Promise<void> {
    const position = await this.#options.passages.journalPosition();
    if (this.#table === null || this.#at === null) return this.#look(position);
    if (this.#at.epoch !== position.epoch) {
      this.#drop('the database was rebuilt or restored');
      return this.#look(position);
    }
    const pending = position.seq - this.#at.seq;
    if (pending <= 0) return;
    if (pending <= waitsFor) return this.#turns.take(() => this.#advance());
    if (this.#isBehind) return;
    this.#isBehind = true;
    void this.#turns.take(() => this.#advance());
  }

  async search(words: readonly WordToFind[], options: WordSearchOptions): Promise<FullTextHit[]> {
    const { limit, weights } = options;
    const weighted = words.map((word) => ({ ...word, weight: weights?.[word.column] ?? 1 }));
    const hits = this.#ask((table) => table.search(weighted, limit));
    return hits ?? this.#options.fallback.search(words, options);
  }

  async documentCounts(column: FullTextColumn, terms: readonly string[]): Promise<Map<string, number>> {
    const counts = this.#ask(
      (table) => new Map([...new Set(terms)].map((term) => [term, table.countOf(column, term)])),
    );
    return counts ?? this.#options.fallback.documentCounts(column, terms);
  }

  count(): Promise<number> {
    return this.#options.fallback.count();
  }

  /** Resolves when nothing is being made or taken over; for tests and tools. */
  async settled(): Promise<void> {
    // Neither the thread nor a timer keeps the process alive by itself.
    const awake = setInterval(() => {}, 1000);
    do {
      await this.#building;
      await this.#turns.take(async () => {});
    } while (this.#building !== null);
    clearInterval(awake);
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('closed'));
    await this.settled();
    this.#table?.close();
    this.#table = null;
  }

  // A file that somebody changes while it is open is noticed by what its lists say.
  #ask<Result>(question: (table: WordTable) => Result): Result | null {
    if (this.#table === null || this.#isBehind) return null;
    try {
      return question(this.#table);
    } catch (error) {
      this.#drop(messageOf(error));
      return null;
    }
  }

  #drop(reason: string): void {
    const { folder, log } = this.#options;
    log.warn({ folder, reason }, 'The file of words is made again from the stored texts');
    this.#table?.close();
    this.#table = null;
    this.#at = null;
    this.#isBehind = false;
    this.#looked = '';
  }

  /** Plans a file for a corpus that is worth one; looks once for each position of the journal. */
  async #look({ epoch, seq }: JournalPosition): Promise<void> {
    const looked = `${epoch} ${seq}`;
    if (this.#building !== null || this.#buildFailed || looked === this.#looked) return;
    if (!(await this.#options.isCurrent())) return;
    this.#looked = looked;
    if ((await this.#options.fallback.count()) >= this.#options.fewest) this.#rebuild();
  }

  #rebuild(): void {
    if (this.#building !== null || this.#buildFailed || this.#closing.signal.aborted) return;
    this.#building = this.#buildNow()
      .catch((error: unknown) => {
        if (this.#closing.signal.aborted) return;
        this.#buildFailed = true;
        const { folder, log } = this.#options;
        log.error(
          { folder, reason: messageOf(error) },
          'The file of words could not be made: questions are answered more slowly until the next start',
        );
      })
      .finally(() => {
        this.#building = null;
      });
  }

  async #buildNow(): Promise<void> {
    const startedAt = performance.now();
    await pause(this.#options.delayMs, this.#closing.signal);
    await this.#options.build(this.#closing.signal);
    await this.#turns.take(() => this.#adopt());
    const durationMs = Math.round(performance.now() - startedAt);
    this.#options.log.info({ passages: this.#table?.size ?? 0, durationMs }, 'File of words made');
  }

  /** Takes the file of the folder in place of the one there was, and brings it up to date. */
  async #adopt(): Promise<void> {
    const { folder, rules, passages, log } = this.#options;
    let file: WordFile | null = null;
    try {
      file = await WordFile.open(folder, { rules });
      if (file === null) return;
      const { epoch, seq } = file.head;
      const position = await passages.journalPosition();
      if (position.epoch !== epoch || position.seq < seq)
        throw new Error('it was made for another state of the database');
      this.#table?.close();
      this.#table = new WordTable(file);
      this.#at = { epoch, seq };
      this.#isBehind = position.seq - seq > waitsFor;
      if (this.#isBehind) void this.#turns.take(() => this.#advance());
    } catch (error) {
      if (this.#table === null) file?.close();
      log.warn({ folder, reason: messageOf(error) }, 'The file of words is made again from the stored texts');
    }
  }

  /** Reads the journal to its end. */
  async #advance(): Promise<void> {
    try {
      while (await this.#step());
      if (this.#table === null) return;
      this.#isBehind = false;
      const { changes, size } = this.#table;
      if (changes > rebuiltAtLeast && changes > size * rebuiltShare) this.#rebuild();
    } catch (error) {
      this.#drop(messageOf(error));
    }
  }

  /** Takes over some changes; false when there were none. */
  async #step(): Promise<boolean> {
    const [table, at] = [this.#table, this.#at];
    if (table === null || at === null || this.#closing.signal.aborted) return false;
    const changes = await this.#options.passages.changesSince(at.seq, changesPerStep);
    if (changes.length === 0) return false;
    await this.#follow(table, new Set(changes.map(({ passageId }) => passageId)));
    if (this.#table === table) this.#at = { ...at, seq: changes.at(-1)!.seq };
    return true;
  }

  // What the database says now counts, not what the journal said then.
  async #follow(table: WordTable, changed: ReadonlySet<number>): Promise<void> {
    const { passages, indexWords } = this.#options;
    const found = new Map((await passages.byIds([...changed])).map((passage) => [passage.id, passage]));
    for (const passageId of changed) {
      const passage = found.get(passageId);
      if (passage === undefined) table.remove(passageId);
      else table.add(passageId, countTerms(indexWords(passage)));
      await breathe();
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason as Error);
    if (signal.aborted) return give();
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', give);
      resolve();
    }, ms).unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      give();
    });
  });
}

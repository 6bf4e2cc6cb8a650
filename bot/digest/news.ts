import type { Corpus } from '../../corpus/corpus.ts';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { ChangedDocument, DigestEvent } from '../../retrieval/digest/digest-event.ts';
import type { EventBook, EventFilter } from '../../retrieval/digest/event-book.ts';
import type { PeopleDatabase } from '../people/people-database.ts';

/** The part of the corpus that news is read from. */
export type NewsCorpus = {
  readonly passages: Pick<Corpus['passages'], 'documentIds' | 'ofDocument' | 'findByKey' | 'journalPosition'>;
  readonly documents: Pick<Corpus['documents'], 'byIds' | 'findByKey' | 'versions' | 'versionText' | 'list'>;
};

/** What {@link News} works on. */
export interface NewsOptions {
  readonly database: PeopleDatabase;
  readonly corpus: () => Promise<NewsCorpus>;
  readonly newBook: () => EventBook;
  readonly now: () => number;
}

// A weekly reader who was away for a month still gets what a digest can hold; older news is read by asking.
const keptMs = 35 * 24 * 60 * 60 * 1000;
const previewDocuments = 400;

/**
 * What became known, in the order in which it did. The order is kept on disk by document and content, so that a reader
 * is told of each thing once, also after a restart, a rebuild of the corpus, or a clock that was wrong. What is in the
 * corpus when the bot first looks is no news.
 */
export class News {
  private book: EventBook | null = null;
  private recent: { readonly stamp: string; readonly book: EventBook } | null = null;
  private readonly quotable = new Map<string, boolean>();
  private stamp = '';
  private refreshing: Promise<number> | null = null;

  constructor(private readonly options: NewsOptions) {}

  /** Place of the newest known news; 0 before there is any. */
  newestSeq(): number {
    return (
      this.options.database.sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM news').get()!.seq ?? 0
    );
  }

  /** Place of the last news that was known at `atMs`, for periods without a reader's own place. */
  seqAt(atMs: number): number {
    const row = this.options.database
      .sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM news WHERE seen_at IS NULL OR seen_at <= ?')
      .get(atMs)!;
    return row.seq ?? 0;
  }

  /** Looks for new and changed documents; cheap when nothing changed. @returns place of the newest news. */
  refresh(): Promise<number> {
    this.refreshing ??= this.lookForNews().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  /** Events for a reader, the weightiest first. */
  async select(filter: EventFilter): Promise<readonly DigestEvent[]> {
    const events = (await this.openBook()).select(filter);
    const shown: DigestEvent[] = [];
    for (const event of events) if (await this.isQuotable(event.quote.passageKey)) shown.push(event);
    return shown;
  }

  /** Topics of what became known after a place. */
  async topicsAfter(seq: number): Promise<ReadonlySet<string>> {
    return (await this.openBook()).topicsAfter(seq);
  }

  /** What the newest documents tell, by date of publication and whenever they were taken in: for a look ahead. */
  async selectRecent(filter: Omit<EventFilter, 'after' | 'upTo'>): Promise<readonly DigestEvent[]> {
    const corpus = await this.options.corpus();
    const stamp = await stampOf(corpus);
    if (this.recent?.stamp !== stamp) this.recent = { stamp, book: await this.recentBook(corpus) };
    const all = { ...filter, after: 0, upTo: Number.MAX_SAFE_INTEGER };
    return [...this.recent.book.select(all)].sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
  }

  /** False once a document was withdrawn, or its source removed, since its event was noted. */
  async isQuotable(passageKey: string): Promise<boolean> {
    const known = this.quotable.get(passageKey);
    if (known !== undefined) return known;
    const found = await (await this.options.corpus()).passages.findByKey(passageKey);
    this.quotable.set(passageKey, found?.searchable === true);
    return found?.searchable === true;
  }

  private async lookForNews(): Promise<number> {
    const corpus = await this.options.corpus();
    const stamp = await stampOf(corpus);
    const book = await this.openBook();
    if (stamp === this.stamp) return this.newestSeq();
    this.quotable.clear();
    try {
      await this.takeIn(corpus, book);
    } catch (error) {
      // What was noted but not taken in is found on disk when the book is opened again.
      this.book = null;
      throw error;
    }
    this.stamp = stamp;
    return this.newestSeq();
  }

  private async takeIn(corpus: NewsCorpus, book: EventBook): Promise<void> {
    const { sql } = this.options.database;
    const isFirst = sql("SELECT 1 FROM meta WHERE key = 'news-begun'").get() === undefined;
    for await (const ids of corpus.passages.documentIds()) {
      const documents = await corpus.documents.byIds(ids);
      const fresh = this.note([...documents.values()], isFirst ? null : this.options.now());
      for (const { seq, document } of isFirst ? [] : fresh) {
        const change = await changeOf(corpus, { seq, document, seenAtMs: this.options.now() });
        if (change !== null) book.add(change);
      }
    }
    sql("INSERT OR IGNORE INTO meta (key, value) VALUES ('news-begun', x'01')").run();
  }

  private note(
    documents: readonly StoredDocument[],
    seenAt: number | null,
  ): { readonly seq: number; readonly document: StoredDocument }[] {
    const { db, sql } = this.options.database;
    return inTransaction(db, () =>
      documents.flatMap((document) => {
        const done = sql('INSERT OR IGNORE INTO news (document, content, seen_at) VALUES (?, ?, ?)').run(
          document.key,
          document.contentHash,
          seenAt,
        );
        return done.changes === 0 ? [] : [{ seq: Number(done.lastInsertRowid), document }];
      }),
    );
  }

  private async openBook(): Promise<EventBook> {
    if (this.book !== null) return this.book;
    const book = this.options.newBook();
    const corpus = await this.options.corpus();
    const rows = this.options.database
      .sql<{ seq: number; document: string; content: string; seen_at: number }>(
        'SELECT seq, document, content, seen_at FROM news WHERE seen_at > ? ORDER BY seq',
      )
      .all(this.options.now() - keptMs);
    for (const row of rows) {
      const document = await corpus.documents.findByKey(row.document);
      // Only the newest text of a page can be quoted; what it said in between is history.
      if (document === null || document.status !== 'current' || document.contentHash !== row.content)
        continue;
      const change = await changeOf(corpus, { seq: row.seq, document, seenAtMs: row.seen_at });
      if (change !== null) book.add(change);
    }
    this.book ??= book;
    return this.book;
  }

  private async recentBook(corpus: NewsCorpus): Promise<EventBook> {
    const book = this.options.newBook();
    const documents = await corpus.documents.list({ status: 'current', limit: previewDocuments });
    const byDate = documents.sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''));
    for (const [seq, document] of byDate.entries()) {
      const passages = await corpus.passages.ofDocument(document.id);
      const seenAtMs = document.published === null ? 0 : Date.parse(document.published);
      if (passages.length > 0) book.add({ seq: seq + 1, seenAtMs, document, passages, before: null });
    }
    return book;
  }
}

async function stampOf(corpus: NewsCorpus): Promise<string> {
  const { epoch, seq } = await corpus.passages.journalPosition();
  return `${epoch} ${seq}`;
}

/** Null when nothing of the document may be shown any more. */
async function changeOf(
  corpus: NewsCorpus,
  known: Pick<ChangedDocument, 'seq' | 'document' | 'seenAtMs'>,
): Promise<ChangedDocument | null> {
  const passages = await corpus.passages.ofDocument(known.document.id);
  if (passages.length === 0) return null;
  const versions = await corpus.documents.versions(known.document.id);
  const former = versions.find(({ number }) => number < known.document.versionNumber);
  const before = former === undefined ? null : await corpus.documents.versionText(former.id);
  return { ...known, passages, before };
}

function dateOf({ document }: DigestEvent): string {
  return document.published ?? '';
}

import { openJournal } from '../storage/journal.ts';
import { type Db, statementCache } from '../storage/sqlite.ts';

/** Columns of the word index. */
export const fullTextColumns = ['stems', 'concepts', 'grams'] as const;

/** One of {@link fullTextColumns}. */
export type FullTextColumn = (typeof fullTextColumns)[number];

/** A passage that matched; a higher score is a better match (BM25 with its sign turned). */
export interface FullTextHit {
  readonly passageId: number;
  readonly score: number;
}

/** A term to look for in a column. */
export interface WordToFind {
  readonly column: FullTextColumn;
  readonly term: string;
}

/** How words are looked for. */
export interface WordSearchOptions {
  readonly limit: number;
  /** How much a hit in a column counts; 1 each unless given. */
  readonly weights?: Partial<Record<FullTextColumn, number>>;
}

/** Finds passages by terms and tells how common terms are. */
export interface WordSearch {
  /** Passages that hold any of the words, by BM25, best first. */
  search(words: readonly WordToFind[], options: WordSearchOptions): Promise<FullTextHit[]>;
  /** In how many passages each term occurs in a column; 0 for a term that nobody uses. */
  documentCounts(column: FullTextColumn, terms: readonly string[]): Promise<Map<string, number>>;
  /** Passages in the index. */
  count(): Promise<number>;
}

/** The word index as SQLite's FTS5 offers it. */
export interface FullText extends WordSearch {
  /**
   * Runs a MATCH expression. It must be made of quoted terms: FTS5 has a query language, and a syntax error is thrown.
   * @param options.weights how much a hit in a column counts; 1 each unless given, 0 takes a column out of the score.
   * @returns best first.
   */
  match(
    expression: string,
    options: { readonly limit: number; readonly weights?: Partial<Record<FullTextColumn, number>> },
  ): Promise<FullTextHit[]>;
}

/** Opens the word index of a corpus database. */
export function openFullText(db: Db): FullText {
  const sql = statementCache(db);
  const counts = new CountsOfNow(db);
  const match: FullText['match'] = async (expression, { limit, weights }) =>
    sql<FullTextHit>(
      `SELECT rowid AS passageId, -bm25(passages_fts, @stems, @concepts, @grams) AS score FROM passages_fts
       WHERE passages_fts MATCH @expression ORDER BY bm25(passages_fts, @stems, @concepts, @grams) LIMIT @limit`,
    ).all({ stems: 1, concepts: 1, grams: 1, ...weights, expression, limit });
  return {
    match,
    search: async (words, options) =>
      words.length === 0
        ? []
        : match(words.map(({ column, term }) => `{${column}} : ${quoteTerm(term)}`).join(' OR '), options),
    documentCounts: async (column, terms) => {
      const known = counts.ofNow();
      return new Map([...new Set(terms)].map((term) => [term, known(column, term)]));
    },
    count: async () => counts.ofNow()(null, ''),
  };
}

// Some 20 terms a question, most of them asked again: about 2 MB.
const countsKept = 20_000;

/**
 * Counts that are true for one position of the journal. FTS5 counts by reading all places of a term, 1 ms for a common one
 * at 100,000 passages, and a question wants the same counts four times.
 */
class CountsOfNow {
  readonly #counts = new Map<string, number>();
  readonly #position: () => string;
  #at = '';

  constructor(private readonly db: Db) {
    const journal = openJournal(db);
    this.#position = () => {
      const { epoch, seq } = journal.position();
      return `${epoch} ${seq}`;
    };
  }

  /** Gives the count of a term, or of all passages when no column is named. */
  ofNow(): (column: FullTextColumn | null, term: string) => number {
    const position = this.#position();
    if (position !== this.#at || this.#counts.size > countsKept) this.#counts.clear();
    this.#at = position;
    return (column, term) => {
      const key = `${column} ${term}`;
      const known = this.#counts.get(key);
      if (known !== undefined) return known;
      const counted = this.#count(column, term);
      this.#counts.set(key, counted);
      return counted;
    };
  }

  #count(column: FullTextColumn | null, term: string): number {
    const sql = statementCache(this.db);
    if (column === null)
      return sql<{ n: number }>('SELECT count(*) AS n FROM passages WHERE searchable = 1').get()!.n;
    const one = sql<{ doc: number }>('SELECT doc FROM passages_terms WHERE term = ? AND col = ?');
    return one.get(term, column)?.doc ?? 0;
  }
}

/** Puts a term between quotes, so that nothing in it is taken for FTS5's query language. */
export function quoteTerm(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

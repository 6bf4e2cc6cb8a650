import Database from 'better-sqlite3';
import type { Corpus } from '../../corpus/corpus.ts';
import { quoteTerm } from '../../corpus/words/full-text.ts';

/** The yardstick: FTS5 as it comes, over the words of the passages as they stand. */
export interface PlainWords {
  /** Ids of passages that hold any of the words, best BM25 first, at most 100. */
  search(words: readonly string[]): readonly number[];
  close(): void;
}

/** Indexes all passages with title and opening in memory: no stems, no lexicon, no transliteration. */
export async function openPlainWords(passages: Corpus['passages']): Promise<PlainWords> {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61')");
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  for await (const batch of passages.all())
    for (const { id, context, text } of batch) insert.run(id, `${context}\n${text}`);
  const select = db
    .prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 100')
    .pluck();
  return {
    search: (words) => (words.length === 0 ? [] : select.all(words.map(quoteTerm).join(' OR '))),
    close: () => void db.close(),
  };
}

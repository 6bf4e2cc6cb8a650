import type { Language } from '../document.ts';
import { recordChange } from '../storage/journal.ts';
import { breathe, type Db, statementCache } from '../storage/sqlite.ts';
import { aboutText, type IndexedText } from '../terms/lexical.ts';

/** Terms of one passage for the three columns of the word index, separated by spaces. */
export interface FullTextFields {
  readonly stems: string;
  readonly concepts: string;
  readonly grams: string;
  /** The same sentence by sentence (`PassageTerms`); without it ranking reads the text each time. */
  readonly terms?: Uint8Array;
}

/** Derives the terms of a passage; pure, so that it can be called again for a rebuild. */
export type FullTextIndexer = (passage: IndexedText) => FullTextFields;

/** Terms computed before a transaction, by content hash. */
export type PreparedFields = ReadonlyMap<string, FullTextFields>;

// A brief gives way to the page that it retells once that page itself is stored.
const visibleDocument = `
  documents.status = 'current'
  AND NOT EXISTS (SELECT 1 FROM sources WHERE sources.id = documents.source_id AND sources.status IN ('pending', 'rejected', 'removed'))
  AND NOT (documents.is_brief = 1 AND EXISTS (
    SELECT 1 FROM documents AS page LEFT JOIN sources ON sources.id = page.source_id
    WHERE page.address = documents.address AND page.is_brief = 0 AND page.status = 'current'
      AND coalesce(sources.status, 'active') NOT IN ('pending', 'rejected', 'removed')))`;

/** A passage as it is read from the database to make its terms. */
export interface PassageToIndex {
  readonly id: number;
  readonly text: string;
  readonly context: string;
  readonly contentHash: string;
  readonly language: Language;
  readonly title: string;
  /** JSON list. */
  readonly donors: string;
}

/** Columns of a {@link PassageToIndex}, for a query FROM passages JOIN documents. */
export const columnsToIndex = `passages.id, passages.text, passages.context, passages.content_hash AS contentHash,
  documents.language, documents.title, documents.donors`;

/** What the indexer is given of a stored passage. */
export function toIndexedText({ text, context, language, title, donors }: PassageToIndex): IndexedText {
  return { text, context, language, about: aboutText({ title, donors: JSON.parse(donors) as string[] }) };
}

/** Keeps the word index, the `searchable` marks and the journal in step with what may be answered from. */
export interface Searchable {
  /**
   * Terms of the passages of these documents that are not in the index: slow work to do before a transaction that may
   * bring them in. Other work gets its turn in between.
   */
  prepare(documentIds: readonly number[]): Promise<PreparedFields>;
  /** Adds and removes what the documents' states ask for; call inside a transaction. Returns passages changed. */
  sync(documentIds: readonly number[], prepared?: PreparedFields): number;
  /** Takes one passage out without a journal entry, so that `sync` puts it in again with new terms. */
  unindex(passageId: number): void;
}

/** Opens the bookkeeping over one database. */
export function openSearchable(db: Db, indexFields: FullTextIndexer): Searchable {
  const sql = statementCache(db);
  const wanted = `passages.current = 1 AND ${visibleDocument}`;
  const select = (where: string) => `
    SELECT ${columnsToIndex} FROM passages JOIN documents ON documents.id = passages.document_id
    WHERE passages.document_id = ? AND ${where}`;
  const entering = (documentId: number) =>
    sql<PassageToIndex>(select(`passages.searchable = 0 AND ${wanted}`)).all(documentId);
  const leaving = (documentId: number) =>
    sql<PassageToIndex>(select(`passages.searchable = 1 AND NOT (${wanted})`)).all(documentId);

  const unindex = (id: number) => {
    sql('DELETE FROM passages_fts WHERE rowid = ?').run(id);
    sql('DELETE FROM ranking_terms WHERE passage_id = ?').run(id);
    sql('UPDATE passages SET searchable = 0 WHERE id = ?').run(id);
  };
  const index = (passage: PassageToIndex, prepared: PreparedFields | undefined) => {
    const fields = prepared?.get(passage.contentHash) ?? indexFields(toIndexedText(passage));
    sql('INSERT OR REPLACE INTO passages_fts (rowid, stems, concepts, grams) VALUES (?, ?, ?, ?)').run(
      passage.id,
      fields.stems,
      fields.concepts,
      fields.grams,
    );
    if (fields.terms !== undefined)
      sql('INSERT OR REPLACE INTO ranking_terms (passage_id, terms) VALUES (?, ?)').run(
        passage.id,
        fields.terms,
      );
    sql('UPDATE passages SET searchable = 1 WHERE id = ?').run(passage.id);
    recordChange(db, passage.id, 'added');
  };

  return {
    unindex,
    prepare: async (documentIds) => {
      const prepared = new Map<string, FullTextFields>();
      for (const documentId of documentIds) {
        for (const passage of sql<PassageToIndex>(
          select('passages.searchable = 0 AND passages.current = 1'),
        ).all(documentId)) {
          prepared.set(passage.contentHash, indexFields(toIndexedText(passage)));
        }
        await breathe();
      }
      return prepared;
    },
    sync: (documentIds, prepared) => {
      let changed = 0;
      for (const documentId of documentIds) {
        for (const passage of leaving(documentId)) {
          unindex(passage.id);
          recordChange(db, passage.id, 'removed');
          changed += 1;
        }
        for (const passage of entering(documentId)) {
          index(passage, prepared);
          changed += 1;
        }
      }
      return changed;
    },
  };
}

/** Documents whose visibility hangs on this one: itself, and briefs or pages at the same address. */
export function documentsAtSameAddress(db: Db, documentId: number): number[] {
  return db
    .prepare<[number, number], number>(
      `SELECT id FROM documents WHERE id = ?
       UNION SELECT other.id FROM documents AS one JOIN documents AS other ON other.address = one.address WHERE one.id = ?`,
    )
    .pluck()
    .all(documentId, documentId);
}

import type { Passage } from '../document.ts';
import { fromBlob } from '../embedding/embeddings.ts';
import { type JournalPosition, openJournal, type PassageChange } from '../storage/journal.ts';
import { breathe, type Db, statementCache } from '../storage/sqlite.ts';
import { PassageTerms } from '../terms/passage-terms.ts';
import {
  type DocumentRow,
  passageColumns,
  type StoredDocument,
  selectDocument,
  selectPassage,
  toDocument,
} from './document-rows.ts';

/** A passage found by its public key, whether it is still in use or not. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly document: StoredDocument;
  /** Part of the document's present version and allowed in answers. */
  readonly searchable: boolean;
  /** The version whose text the offsets point into. */
  readonly versionId: number;
}

/** The vector of one passage. */
export interface PassageVector {
  readonly passageId: number;
  readonly vector: Float32Array;
}

/** What retrieval reads. Nothing here returns a passage that may not be answered from, except where it says so. */
export interface Passages {
  /** By id; ids that are gone, retracted or of a removed source are left out. In the order of `ids`. */
  byIds(ids: readonly number[]): Promise<Passage[]>;
  /** Terms of passages sentence by sentence; ids whose terms are not stored are left out. */
  terms(ids: readonly number[]): Promise<Map<number, PassageTerms>>;
  /** For citations: also finds passages of old versions and of documents out of use. */
  findByKey(key: string): Promise<FoundPassage | null>;
  /** Documents of passages, by document id. */
  documents(documentIds: readonly number[]): Promise<Map<number, StoredDocument>>;
  /** The passages around one, in reading order, itself included. */
  neighbours(
    passageId: number,
    around: { readonly before: number; readonly after: number },
  ): Promise<Passage[]>;
  /** Vectors of searchable passages; ids without a vector of the model are left out. */
  vectors(ids: readonly number[], modelId: string): Promise<Map<number, Float32Array>>;
  /** Every searchable passage's vector in batches by ascending id; other work gets its turn between batches. */
  allVectors(modelId: string, batchSize?: number): AsyncIterable<PassageVector[]>;
  /** Every searchable passage in batches by ascending id. */
  all(batchSize?: number): AsyncIterable<Passage[]>;
  /** Numbers of documents that have searchable passages, in batches by ascending number. */
  documentIds(batchSize?: number): AsyncIterable<number[]>;
  /** Searchable passages of a document in reading order. */
  ofDocument(documentId: number): Promise<Passage[]>;
  /** First searchable passages of the documents published last, none after `until`, newest first. */
  newest(limit: number, until: string): Promise<number[]>;
  /** Searchable passages. */
  count(): Promise<number>;
  /** Searchable passages that have a vector of the model. */
  countVectors(modelId: string): Promise<number>;
  journalPosition(): Promise<JournalPosition>;
  /** Changes after `seq`, oldest first, at most `limit`. */
  changesSince(seq: number, limit: number): Promise<PassageChange[]>;
}

const defaultBatch = 1000;

/** Opens the read side of a corpus database. */
export function openPassages(db: Db): Passages {
  const sql = statementCache(db);
  const journal = openJournal(db);
  return {
    byIds: async (ids) => {
      const rows = sql<Passage>(
        `${selectPassage} WHERE id IN (SELECT value FROM json_each(?)) AND searchable = 1`,
      );
      const found = new Map(rows.all(JSON.stringify(ids)).map((row) => [row.id, row]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    terms: async (ids) => {
      const rows = sql<{ id: number; terms: Uint8Array }>(
        'SELECT passage_id AS id, terms FROM ranking_terms WHERE passage_id IN (SELECT value FROM json_each(?))',
      );
      return new Map(
        rows.all(JSON.stringify(ids)).flatMap(({ id, terms }) => {
          const read = PassageTerms.read(terms);
          return read === null ? [] : [[id, read] as const];
        }),
      );
    },
    findByKey: async (key) => findByKey(db, key),
    documents: async (ids) => {
      const rows = sql<DocumentRow>(
        `${selectDocument} WHERE documents.id IN (SELECT value FROM json_each(?))`,
      );
      return new Map(rows.all(JSON.stringify([...new Set(ids)])).map((row) => [row.id, toDocument(row)]));
    },
    neighbours: async (id, { before, after }) =>
      sql<Passage>(
        `SELECT ${passageColumns} FROM passages JOIN passages AS middle ON middle.version_id = passages.version_id
         WHERE middle.id = ? AND passages.current = middle.current
           AND passages.ordinal BETWEEN middle.ordinal - ? AND middle.ordinal + ? ORDER BY passages.ordinal`,
      ).all(id, before, after),
    vectors: async (ids, modelId) => {
      const rows = sql<VectorRow>(
        `${selectVector} WHERE passages.id IN (SELECT value FROM json_each(?)) AND passages.searchable = 1`,
      );
      return new Map(
        rows.all(modelId, JSON.stringify(ids)).map((row) => [row.passageId, fromBlob(row.vector)]),
      );
    },
    allVectors: async function* (modelId, batchSize = defaultBatch) {
      const next = sql<VectorRow>(
        `${selectVector} WHERE passages.id > ? AND passages.searchable = 1 ORDER BY passages.id LIMIT ?`,
      );
      const rows = (after: number) => next.all(modelId, after, batchSize);
      for await (const batch of batches(rows, (row) => row.passageId)) {
        yield batch.map(({ passageId, vector }) => ({ passageId, vector: fromBlob(vector) }));
      }
    },
    all: (batchSize = defaultBatch) => {
      const next = sql<Passage>(`${selectPassage} WHERE id > ? AND searchable = 1 ORDER BY id LIMIT ?`);
      return batches(
        (after) => next.all(after, batchSize),
        (row) => row.id,
      );
    },
    documentIds: async function* (batchSize = defaultBatch) {
      const next = sql<{ id: number }>(
        `SELECT id FROM documents WHERE id > ? AND EXISTS (
           SELECT 1 FROM passages WHERE document_id = documents.id AND searchable = 1) ORDER BY id LIMIT ?`,
      );
      const read = (after: number) => next.all(after, batchSize);
      for await (const rows of batches(read, (row) => row.id)) yield rows.map((row) => row.id);
    },
    ofDocument: async (documentId) =>
      sql<Passage>(`${selectPassage} WHERE document_id = ? AND searchable = 1 ORDER BY ordinal`).all(
        documentId,
      ),
    newest: async (limit, until) =>
      sql<{ id: number }>(newest)
        .all(until, limit)
        .map(({ id }) => id),
    count: async () => sql<{ n: number }>('SELECT count(*) AS n FROM passages WHERE searchable = 1').get()!.n,
    countVectors: async (modelId) => sql<{ n: number }>(countVectors).get(modelId)!.n,
    journalPosition: async () => journal.position(),
    changesSince: async (seq, limit) => journal.changesSince(seq, limit),
  };
}

// The documents are sorted before their passages are looked up.
const newest = `SELECT passages.id FROM (
    SELECT id, version_id, published FROM documents
    WHERE status = 'current' AND published <= ? ORDER BY published DESC, id DESC LIMIT ?
  ) AS last JOIN passages ON passages.version_id = last.version_id AND passages.ordinal = 0 AND passages.searchable = 1
  ORDER BY last.published DESC, last.id DESC`;

interface VectorRow {
  readonly passageId: number;
  readonly vector: Buffer;
}

// CROSS JOIN keeps SQLite from starting at the vectors, which would read every one of them and then sort.
const fromVectors = `FROM passages CROSS JOIN embeddings
  ON embeddings.content_hash = passages.content_hash AND embeddings.model_id = ?`;
const selectVector = `SELECT passages.id AS passageId, embeddings.vector ${fromVectors}`;
const countVectors = `SELECT count(*) AS n ${fromVectors} WHERE passages.searchable = 1`;

/** Pages by ascending id, so that each page is its own short read and writers are never held up. */
export async function* batches<Row>(
  read: (after: number) => Row[],
  idOf: (row: Row) => number,
): AsyncGenerator<Row[]> {
  let after = 0;
  for (;;) {
    const rows = read(after);
    if (rows.length === 0) return;
    after = idOf(rows.at(-1)!);
    yield rows;
    await breathe();
  }
}

function findByKey(db: Db, key: string): FoundPassage | null {
  const sql = statementCache(db);
  const row = sql<Passage & { searchable: number; versionId: number }>(
    `SELECT ${passageColumns}, searchable, version_id AS versionId FROM passages WHERE key = ? ORDER BY searchable DESC LIMIT 1`,
  ).get(key);
  if (row === undefined) return null;
  const { searchable, versionId, ...passage } = row;
  const document = sql<DocumentRow>(`${selectDocument} WHERE documents.id = ?`).get(passage.documentId)!;
  return { passage, document: toDocument(document), searchable: searchable === 1, versionId };
}

import { StorageError } from '../errors.ts';
import { embeddingText } from '../keys/keys.ts';
import { recordChange } from '../storage/journal.ts';
import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';

/** The part of an embedder that storing needs; anything built on LangChain's `Embeddings` fits. */
export interface VectorSource {
  /** Names the model and everything that changes its numbers: weights, pooling, prefixes. */
  readonly modelId: string;
  readonly dimensions: number;
  /** One vector per text, in order. */
  embedDocuments(texts: string[]): Promise<number[][]>;
}

/** A vector and the hash of the text that it stands for. */
export interface HashedVector {
  readonly contentHash: string;
  readonly vector: Float32Array;
}

/** A text that still has no vector of a model. */
export interface MissingEmbedding {
  readonly contentHash: string;
  readonly text: string;
}

/** How many vectors of a model are stored. */
export interface ModelCount {
  readonly modelId: string;
  readonly dimensions: number;
  readonly count: number;
}

/** Stored vectors: the truth that every vector index is a cache of. */
export interface Embeddings {
  /** Those of `contentHashes` that have no vector of the model, each once, in order. */
  withoutVector(contentHashes: readonly string[], modelId: string): Promise<string[]>;
  /** Texts of searchable passages without a vector of the model, at most `limit`, in order of their hashes from `after` on. */
  missing(modelId: string, limit: number, after?: string): Promise<MissingEmbedding[]>;
  countMissing(modelId: string): Promise<number>;
  /** Stores vectors and journals the passages that they make findable. A vector that is there already stays. */
  save(model: Pick<VectorSource, 'modelId' | 'dimensions'>, vectors: readonly HashedVector[]): Promise<void>;
  models(): Promise<ModelCount[]>;
  /** Deletes vectors that no passage uses and vectors of models other than `keep`; returns how many went. */
  prune(keep: readonly string[]): Promise<number>;
}

/** Opens the stored vectors of a corpus database. */
export function openEmbeddings(db: Db): Embeddings {
  const sql = statementCache(db);
  return {
    withoutVector: async (hashes, modelId) =>
      [...new Set(hashes)].filter(
        (hash) =>
          sql('SELECT 1 FROM embeddings WHERE content_hash = ? AND model_id = ?').get(hash, modelId) ===
          undefined,
      ),
    missing: async (modelId, limit, after = '') => {
      const rows = sql<{ contentHash: string; text: string; context: string }>(
        `SELECT content_hash AS contentHash, text, context FROM passages ${missingWhere} AND content_hash > ?
         GROUP BY content_hash ORDER BY content_hash LIMIT ?`,
      ).all(modelId, after, limit);
      return rows.map((row) => ({ contentHash: row.contentHash, text: embeddingText(row) }));
    },
    countMissing: async (modelId) =>
      sql<{ n: number }>(`SELECT count(DISTINCT content_hash) AS n FROM passages ${missingWhere}`).get(
        modelId,
      )!.n,
    save: async (model, vectors) => inTransaction(db, () => storeVectors(db, model, vectors)),
    models: async () =>
      sql<ModelCount>(
        'SELECT model_id AS modelId, dimensions, count(*) AS count FROM embeddings GROUP BY model_id, dimensions',
      ).all(),
    prune: async (keep) =>
      sql(
        `DELETE FROM embeddings WHERE model_id NOT IN (SELECT value FROM json_each(?))
         OR NOT EXISTS (SELECT 1 FROM passages WHERE passages.content_hash = embeddings.content_hash)`,
      ).run(JSON.stringify(keep)).changes,
  };
}

const missingWhere = `WHERE searchable = 1 AND NOT EXISTS (
  SELECT 1 FROM embeddings WHERE embeddings.content_hash = passages.content_hash AND embeddings.model_id = ?)`;

/** {@link Embeddings.save} inside a transaction that is already open. */
export function storeVectors(
  db: Db,
  model: Pick<VectorSource, 'modelId' | 'dimensions'>,
  vectors: readonly HashedVector[],
): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO embeddings (content_hash, model_id, dimensions, vector) VALUES (?, ?, ?, ?)',
  );
  const users = db
    .prepare<[string], number>('SELECT id FROM passages WHERE content_hash = ? AND searchable = 1')
    .pluck();
  for (const { contentHash, vector } of vectors) {
    if (insert.run(contentHash, model.modelId, model.dimensions, toBlob(vector)).changes === 0) continue;
    for (const id of users.all(contentHash)) recordChange(db, id, 'added');
  }
}

/**
 * Computes vectors of texts, each once.
 * @throws StorageError when the model returns another number of vectors, another length, or something that is no number.
 */
export async function embedTexts(
  source: VectorSource,
  texts: readonly MissingEmbedding[],
): Promise<HashedVector[]> {
  if (texts.length === 0) return [];
  const vectors = await source.embedDocuments(texts.map((item) => item.text));
  if (vectors.length !== texts.length) {
    throw new StorageError(
      `Embedding model ${source.modelId} returned ${vectors.length} vectors for ${texts.length} texts.`,
    );
  }
  return texts.map(({ contentHash }, index) => {
    const vector = Float32Array.from(vectors[index]!);
    if (vector.length !== source.dimensions || !vector.every(Number.isFinite)) {
      throw new StorageError(
        `Embedding model ${source.modelId} returned a vector of ${vector.length} numbers, or one that is not finite; expected ${source.dimensions}.`,
      );
    }
    return { contentHash, vector };
  });
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** float32, little-endian on every machine, so that a backup can move between them. */
export function toBlob(vector: Float32Array): Buffer {
  const bytes = Buffer.from(vector.buffer.slice(vector.byteOffset, vector.byteOffset + vector.byteLength));
  return littleEndian ? bytes : bytes.swap32();
}

/** Inverse of {@link toBlob}; copies, because SQLite's buffer need not be aligned. */
export function fromBlob(blob: Buffer): Float32Array {
  const bytes = new Uint8Array(blob.byteLength);
  bytes.set(blob);
  if (!littleEndian) Buffer.from(bytes.buffer).swap32();
  return new Float32Array(bytes.buffer);
}

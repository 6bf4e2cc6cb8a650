import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Passages } from '../documents/passages.ts';
import type { PassageEmbedder } from '../embedding/embedder.ts';
import type { Logger } from '../log.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { inspectCheckpoint, UnusableIndex } from './checkpoint.ts';
import { HnswVectorIndex } from './hnsw-vector-index.ts';
import { storedVectors } from './stored-vectors.ts';
import type { VectorIndex } from './vector-index.ts';

/** `<DATA_DIR>/vectors/<hash of the model id>`: every model has an index of its own. */
export function indexFolder(dataDir: string, modelId: string): string {
  const hash = createHash('sha256').update(modelId).digest('hex').slice(0, 16);
  return join(dataFolder(dataDir).vectors, hash);
}

/** Opens the index of an embedder's vectors; see {@link HnswVectorIndex} for what happens when there is no good one. */
export function openVectorIndex(options: {
  readonly config: Pick<Config, 'DATA_DIR'>;
  readonly corpus: { readonly passages: Passages };
  readonly embedder: Pick<PassageEmbedder, 'modelId' | 'dimensions'>;
  readonly log: Logger;
}): Promise<VectorIndex> {
  const { config, corpus, embedder, log } = options;
  return HnswVectorIndex.open({
    folder: indexFolder(config.DATA_DIR, embedder.modelId),
    stored: storedVectors(corpus.passages, embedder),
    log,
  });
}

/** How the index file of a model stands to the database. */
export type IndexFileState =
  | { readonly kind: 'absent' }
  /** The next start makes it again; `reason` says what is wrong with it. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** `changesBehind` are read from the journal at the next start. */
  | { readonly kind: 'sound'; readonly points: number; readonly changesBehind: number };

/** Compares the index file with its checksums, the model and the database; reads only. */
export async function inspectVectorIndex(options: {
  readonly config: Pick<Config, 'DATA_DIR'>;
  readonly corpus: { readonly passages: Pick<Passages, 'journalPosition'> };
  readonly model: Pick<PassageEmbedder, 'modelId' | 'dimensions'>;
}): Promise<IndexFileState> {
  const { config, corpus, model } = options;
  try {
    const { points, position } = await inspectCheckpoint(indexFolder(config.DATA_DIR, model.modelId), model);
    const { epoch, seq } = await corpus.passages.journalPosition();
    if (epoch !== position.epoch || position.seq > seq)
      return { kind: 'unusable', reason: 'it was made for another state of the database' };
    return { kind: 'sound', points, changesBehind: seq - position.seq };
  } catch (error) {
    if (!(error instanceof UnusableIndex)) throw error;
    return error.isAbsent ? { kind: 'absent' } : { kind: 'unusable', reason: error.message };
  }
}

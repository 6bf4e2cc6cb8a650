import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { dataFolder } from './data-folder.ts';
import type { PassageEmbedder } from './embedder.ts';
import { HnswVectorIndex } from './hnsw/hnsw-vector-index.ts';
import type { Logger } from './log.ts';
import type { Passages } from './passages.ts';
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

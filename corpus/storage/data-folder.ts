import { join } from 'node:path';

/** Where everything lies in the data folder. Only the two databases cannot be made again. */
export interface DataFolder {
  readonly corpus: string;
  readonly people: string;
  /** Folder of the compiled embedding model. */
  readonly model: string;
  /** Folder of the vector index: a cache, may be deleted at any time. */
  readonly vectors: string;
  /** Folder of the file of words: a cache, may be deleted at any time. */
  readonly words: string;
}

/** Paths under `DATA_DIR`. */
export function dataFolder(dataDir: string): DataFolder {
  return {
    corpus: join(dataDir, 'corpus.db'),
    people: join(dataDir, 'people.db'),
    model: join(dataDir, 'model'),
    vectors: join(dataDir, 'vectors'),
    words: join(dataDir, 'words'),
  };
}

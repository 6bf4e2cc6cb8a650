import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../corpus/config.ts';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { openEmbedder } from '../../corpus/embedding/embedder.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { refreshCorpus } from '../../corpus/upkeep/refresh.ts';
import { openVectorIndex } from '../../corpus/vectors/vectors.ts';
import { openWordIndex } from '../../corpus/words/open-words.ts';
import { TextGrower } from './grow-text.ts';

/** A corpus of a size, and what it took to have it. */
export interface GrownCorpus {
  readonly config: Config;
  readonly passages: number;
  /** Passages that were stored now; 0 when an earlier run had made them all. */
  readonly storedNow: number;
  readonly storeSeconds: number;
}

/** Configuration of a data folder, with nothing of the environment in it. */
export function benchConfig(dataDir: string): Config {
  return readConfig({ DATA_DIR: dataDir, STARTER_CORPUS: 'off', LOG_LEVEL: 'error' });
}

/**
 * Makes a corpus of at least `size` passages in the system's folder for temporary files, or takes the one an earlier run
 * made with the same seed and lexicon. A run that was stopped is gone on with.
 */
export async function growCorpus(size: number, seed: number): Promise<GrownCorpus> {
  const config = benchConfig(corpusFolder(size, seed));
  const log = silentLog();
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  const embedder = await openEmbedder(config, log);
  const startedAt = performance.now();
  try {
    await refreshCorpus(corpus, { indexFields, embed: embedder, log });
    const grower = new TextGrower(loadLexicon(), seed);
    const before = await corpus.passages.count();
    let passages = before;
    for (let number = await corpus.documents.count(); passages < size; number += 1) {
      const draft = grower.document(number);
      await corpus.documents.save(draft, { embed: embedder });
      passages += draft.passages.length;
    }
    const storeSeconds = (performance.now() - startedAt) / 1000;
    await settleIndexes({ config, corpus, embedder, log });
    return { config, passages, storedNow: passages - before, storeSeconds };
  } finally {
    await embedder.close();
    await corpus.close();
  }
}

async function settleIndexes(
  options: Parameters<typeof openVectorIndex>[0] & { readonly corpus: Corpus },
): Promise<void> {
  const words = await openWordIndex({ ...options, delayMs: 0 });
  await words.catchUp();
  await words.settled();
  await words.close();
  const index = await openVectorIndex(options);
  if ('settled' in index && typeof index.settled === 'function') await index.settled();
  await index.close();
}

function corpusFolder(size: number, seed: number): string {
  const made = createHash('sha256').update(loadLexicon().hash).digest('hex').slice(0, 8);
  return join(tmpdir(), `demining-aid-bench-${size}-${seed}-${made}`);
}

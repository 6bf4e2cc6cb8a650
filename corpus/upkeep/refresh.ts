import { type Corpus, rulesMark } from '../corpus.ts';
import type { FullTextIndexer } from '../documents/searchable.ts';
import type { VectorSource } from '../embedding/embeddings.ts';
import type { Logger } from '../log.ts';
import { indexRules } from '../terms/index-rules.ts';
import { embedMissing, type Progress } from './embed-missing.ts';
import { rebuildWords } from './rebuild-words.ts';

/** What {@link refreshCorpus} works with. */
export interface RefreshOptions {
  readonly indexFields: FullTextIndexer;
  /** null leaves the vectors as they are. */
  readonly embed: VectorSource | null;
  readonly log: Logger;
  readonly onProgress?: (task: 'words' | 'vectors', ...progress: Parameters<Progress>) => void;
}

/** What was out of date. */
export interface RefreshReport {
  /** Documents that got their terms anew. */
  readonly reindexed: number;
  /** Texts that got a vector. */
  readonly embedded: number;
}

/**
 * Brings a corpus up to the program that opens it: terms for the word index after a change of the lexicon or its rules,
 * vectors after a change of the model or a save without one. Cheap when there is nothing to do, so for every start;
 * answers go on meanwhile, with what there is. Two processes may do it at once, they only do some work twice.
 */
export async function refreshCorpus(corpus: Corpus, options: RefreshOptions): Promise<RefreshReport> {
  const { log, onProgress } = options;
  const rules = indexRules();
  let reindexed = 0;
  if ((await corpus.meta.get(rulesMark)) !== rules) {
    log.info({ rules }, 'the rules of the word index changed: indexing again');
    reindexed = await rebuildWords(corpus.database, options.indexFields, {
      onlyChanged: true,
      onProgress: (...at) => onProgress?.('words', ...at),
    });
    await corpus.meta.set(rulesMark, rules);
  }
  const embedded =
    options.embed === null
      ? 0
      : await embedMissing(corpus, options.embed, (...at) => onProgress?.('vectors', ...at));
  if (embedded > 0) log.info({ embedded, model: options.embed?.modelId }, 'missing vectors computed');
  return { reindexed, embedded };
}

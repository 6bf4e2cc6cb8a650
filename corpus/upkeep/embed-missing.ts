import type { Corpus } from '../corpus.ts';
import { embedTexts, type VectorSource } from '../embedding/embeddings.ts';
import { UserError } from '../errors.ts';

/** How far a long task has come. */
export type Progress = (done: number, total: number) => void;

/** Texts per call of the model: enough to keep it busy, few enough to lose little when the process is stopped. */
const batchSize = 128;

/**
 * Gives every searchable passage a vector of the model, in batches that are stored one by one: stopped and started
 * again it goes on where it was. Vectors of other models stay, so that a change of model is complete before it counts.
 * @returns how many texts were embedded.
 */
export async function embedMissing(
  corpus: Pick<Corpus, 'embeddings'>,
  source: VectorSource,
  onProgress: Progress = () => undefined,
): Promise<number> {
  const total = await corpus.embeddings.countMissing(source.modelId);
  let done = 0;
  for (let after = ''; total > 0; ) {
    const missing = await corpus.embeddings.missing(source.modelId, batchSize, after);
    // Behind the last one there may be texts that were saved meanwhile.
    if (missing.length === 0 && after === '') return done;
    if (done > 2 * total + batchSize)
      throw new UserError('Passages arrive faster than they are embedded: try again later.');
    await corpus.embeddings.save(source, await embedTexts(source, missing));
    done += missing.length;
    after = missing.at(-1)?.contentHash ?? '';
    if (missing.length > 0) onProgress(done, Math.max(total, done));
  }
  return done;
}

import type { Passages, PassageVector } from '../documents/passages.ts';
import type { JournalPosition, PassageChange } from '../storage/journal.ts';

/** The vectors of one model in the database: what a vector index is a cache of. */
export interface StoredVectors {
  readonly modelId: string;
  readonly dimensions: number;
  /** Passages that have a vector and may be answered from. */
  count(): Promise<number>;
  /** All of them, in batches by ascending id. */
  all(): AsyncIterable<readonly PassageVector[]>;
  /** Those of some passages; ids without a vector, or no longer answered from, are left out. */
  vectors(passageIds: readonly number[]): Promise<ReadonlyMap<number, Float32Array>>;
  /** Where the journal ends now. */
  position(): Promise<JournalPosition>;
  /** Changes after `seq`, oldest first. */
  changesSince(seq: number, limit: number): Promise<readonly PassageChange[]>;
}

/** The stored vectors of a model, out of the passages of a corpus. */
export function storedVectors(
  passages: Passages,
  model: { readonly modelId: string; readonly dimensions: number },
): StoredVectors {
  const { modelId, dimensions } = model;
  return {
    modelId,
    dimensions,
    count: () => passages.countVectors(modelId),
    all: () => passages.allVectors(modelId),
    vectors: (passageIds) => passages.vectors(passageIds, modelId),
    position: () => passages.journalPosition(),
    changesSince: (seq, limit) => passages.changesSince(seq, limit),
  };
}

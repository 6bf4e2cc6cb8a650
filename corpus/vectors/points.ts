import type { VectorHit } from './vector-index.ts';

/** Vectors by passage id that can be searched. Everything is synchronous, so a search never sees half a change. */
export interface PointSet {
  /** Points a search can return. */
  readonly size: number;
  /** Adds a unit vector, in place of the one the passage had. */
  add(passageId: number, vector: Float32Array): void;
  /** Nothing happens when the passage is not there. */
  remove(passageId: number): void;
  /** At most `limit` neighbours of a unit vector, best first. */
  search(vector: Float32Array, limit: number): VectorHit[];
}

/**
 * A copy of length 1, so that a dot product is the cosine.
 * @throws RangeError for another number of dimensions, for zero, and for anything that is not finite: hnswlib takes all of
 * them without a word and returns nonsense, or ends the process.
 */
export function unitVector(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector has ${vector.length} numbers, the index needs ${dimensions}.`);
  }
  let sum = 0;
  for (let at = 0; at < dimensions; at++) sum += vector[at]! * vector[at]!;
  if (!Number.isFinite(sum) || sum === 0)
    throw new RangeError('A vector is zero or holds something that is no number.');
  const factor = 1 / Math.sqrt(sum);
  return vector.map((value) => value * factor);
}

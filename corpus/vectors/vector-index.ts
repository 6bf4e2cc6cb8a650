/** One neighbour; `similarity` is the cosine, 1 for the same direction. */
export interface VectorHit {
  readonly passageId: number;
  readonly similarity: number;
}

/**
 * Nearest passages of a vector. The stored vectors in the database are the truth; an implementation is a cache of
 * them and never throws for a damaged cache: it rebuilds or falls back to exact search.
 */
export interface VectorIndex {
  /** @param limit most hits to return; fewer come back when the corpus is smaller. Best first. */
  search(vector: Float32Array, limit: number): Promise<readonly VectorHit[]>;
  /** Takes over passages added, changed or removed since the last call; cheap when there are none. */
  catchUp(): Promise<void>;
  /** Passages the index can return now. */
  count(): number;
  close(): Promise<void>;
}

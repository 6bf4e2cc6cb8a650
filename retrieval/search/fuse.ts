/** One ranked list of a fusion and how much it counts. */
export interface Ranking {
  readonly ids: readonly number[];
  readonly weight: number;
}

// 60 is the constant of the original paper (Cormack et al., 2009); 20 to 100 made no difference over one point here.
const rankConstant = 60;

/**
 * Reciprocal rank fusion: an id scores the sum of weight / (60 + rank) over the lists that hold it, ranks from 1.
 * Scores of different engines are never compared with each other, only their orders.
 */
export function fuse(rankings: readonly Ranking[]): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const { ids, weight } of rankings) {
    ids.forEach((id, index) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (rankConstant + index + 1));
    });
  }
  return new Map([...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
}

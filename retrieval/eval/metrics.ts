import { seededRandom } from '../../corpus/process/seeded-random.ts';
/** An estimate with the bounds of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

// 1,000 resamples move the bounds by about 0.003 from run to run; the seed makes them the same anyway.
const resamples = 1000;

/** Arithmetic mean; NaN of nothing, because "no questions" is no result. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Value at a share of the sorted list (nearest rank), e.g. 0.95; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** 1 / rank of the first wanted item, 0 when there is none. */
export function reciprocalRank(found: readonly string[], wanted: readonly string[]): number {
  const at = found.findIndex((item) => wanted.includes(item));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** 1 when a wanted item is among the first `depth`, else 0. */
export function hitAt(found: readonly string[], wanted: readonly string[], depth: number): number {
  return found.slice(0, depth).some((item) => wanted.includes(item)) ? 1 : 0;
}

/** Mean with its 95 % percentile-bootstrap interval. */
export function bootstrapMean(values: readonly number[], seed: number): Estimate {
  if (values.length === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const random = seededRandom(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1)
      sum += values[Math.floor(random() * values.length)]!;
    return sum / values.length;
  });
  return { value: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975) };
}

/** Area under the ROC curve: chance that a positive scores above a negative, ties half. NaN when one side is empty. */
export function rocAuc(scored: readonly { readonly score: number; readonly positive: boolean }[]): number {
  const positives = scored.filter(({ positive }) => positive);
  const negatives = scored.filter(({ positive }) => !positive);
  let wins = 0;
  for (const { score } of positives)
    for (const other of negatives) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

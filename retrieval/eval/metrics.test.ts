import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMean, hitAt, mean, percentile, reciprocalRank, rocAuc } from './metrics.ts';

describe('hitAt and reciprocalRank', () => {
  it('count the first wanted document and no later one', () => {
    expect(reciprocalRank(['a', 'b', 'c', 'b'], ['b', 'c'])).toBe(1 / 2);
    expect(hitAt(['a', 'b'], ['b'], 1)).toBe(0);
    expect(hitAt(['a', 'b'], ['b'], 2)).toBe(1);
  });

  it('are zero when nothing wanted was found', () => {
    expect(reciprocalRank(['a'], ['b'])).toBe(0);
    expect(hitAt([], ['b'], 5)).toBe(0);
  });
});

describe('percentile', () => {
  it('takes the nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4);
  });

  it('has no value for nothing', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('bootstrapMean', () => {
  it('is the same for the same seed', () => {
    const values = [0, 1, 1, 0, 1, 0, 1];
    expect(bootstrapMean(values, 7)).toEqual(bootstrapMean(values, 7));
  });

  it('holds the mean inside its bounds, and the bounds inside the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 40 }), (values) => {
        const { value, low, high } = bootstrapMean(values, 1);
        expect(value).toBeCloseTo(mean(values));
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 20 },
    );
  });

  it('comes near the textbook interval of a share', () => {
    const values = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 0 : 1));
    const { low, high } = bootstrapMean(values, 3);
    const halfWidth = 1.96 * Math.sqrt((0.75 * 0.25) / 400);
    expect(low).toBeCloseTo(0.75 - halfWidth, 1.5);
    expect(high).toBeCloseTo(0.75 + halfWidth, 1.5);
  });
});

describe('rocAuc', () => {
  const scored = (score: number, positive: boolean) => ({ score, positive });

  it('is 1 for a perfect order, 0 for the opposite, and a half for ties', () => {
    expect(rocAuc([scored(0.9, true), scored(0.1, false)])).toBe(1);
    expect(rocAuc([scored(0.1, true), scored(0.9, false)])).toBe(0);
    expect(rocAuc([scored(0.5, true), scored(0.5, false)])).toBe(0.5);
  });
});

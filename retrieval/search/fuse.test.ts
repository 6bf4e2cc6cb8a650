import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from './fuse.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });

describe('fuse', () => {
  it('puts what several lists hold before what one list holds first', () => {
    const fused = fuse([
      { ids: [1, 2], weight: 1 },
      { ids: [3, 2], weight: 1 },
    ]);
    expect([...fused.keys()][0]).toBe(2);
  });

  it('agrees with the formula written out plainly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ids, weight: fc.constantFrom(0.5, 1, 2) }), { maxLength: 4 }),
        (rankings) => {
          const fused = fuse(rankings);
          for (const [id, score] of fused) {
            let expected = 0;
            for (const { ids: list, weight } of rankings) {
              if (list.includes(id)) expected += weight / (60 + list.indexOf(id) + 1);
            }
            expect(score).toBeCloseTo(expected, 12);
          }
          const scores = [...fused.values()];
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
        },
      ),
    );
  });
});

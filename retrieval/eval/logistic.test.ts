import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { crossValidate, type Example, fitBestRow, predict } from './logistic.ts';
import { rocAuc } from './metrics.ts';

// The first feature of one row decides, the second is noise; the other rows say nothing.
function examples(count: number): readonly Example[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, () => {
    const signal = random();
    const rows = [
      [0.1 * random(), random()],
      [signal, random()],
      [0.1 * random(), random()],
    ];
    return { rows, positive: signal + random() * 0.4 > 0.7 };
  });
}

const start = { bias: 0, weights: [1, 0] };

describe('fitBestRow', () => {
  it('weighs what decides and not what is noise', () => {
    const model = fitBestRow(examples(200), start);
    expect(model.weights[0]!).toBeGreaterThan(3);
    expect(Math.abs(model.weights[1]!)).toBeLessThan(1.5);
  });

  it('lets the row that speaks most for an example decide', () => {
    const model = fitBestRow(examples(200), start);
    expect(
      predict(model, [
        [0, 0.5],
        [1, 0.5],
      ]),
    ).toBeGreaterThan(0.9);
    expect(predict(model, [[0, 0.5]])).toBeLessThan(0.1);
    expect(predict(model, [])).toBe(0);
  });
});

describe('crossValidate', () => {
  it('predicts well what it has not seen', () => {
    const all = examples(200);
    const scores = crossValidate(
      all,
      all.map((_, at) => at % 5),
      start,
    );
    expect(rocAuc(all.map(({ positive }, at) => ({ positive, score: scores[at]! })))).toBeGreaterThan(0.9);
  });
});

import { describe, expect, it } from 'vitest';
import { crossValidate, type Example, fitLogistic, predict } from './logistic.ts';
import { rocAuc, seededRandom } from './metrics.ts';

// The first feature decides, the second is noise.
function examples(count: number): readonly Example[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, () => {
    const signal = random();
    return { features: [signal, random()], positive: signal + random() * 0.4 > 0.7 };
  });
}

describe('fitLogistic', () => {
  it('weighs what decides and not what is noise', () => {
    const model = fitLogistic(examples(200));
    expect(model.weights[0]!).toBeGreaterThan(3);
    expect(Math.abs(model.weights[1]!)).toBeLessThan(1.5);
    expect(predict(model, [1, 0.5])).toBeGreaterThan(0.9);
    expect(predict(model, [0, 0.5])).toBeLessThan(0.1);
  });
});

describe('crossValidate', () => {
  it('predicts well what it has not seen', () => {
    const all = examples(200);
    const scores = crossValidate(
      all,
      all.map((_, at) => at % 5),
    );
    expect(rocAuc(all.map(({ positive }, at) => ({ positive, score: scores[at]! })))).toBeGreaterThan(0.9);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelFile, opinionOf, readModel, written } from './gate-model.ts';
import { asLessons, learn, lessonHash, lessons } from './gate-training.ts';
import { bucketCount } from './gate-traits.ts';

describe('learned part of the gate', () => {
  it('was learned from the phrases that are here; else run npx tsx retrieval/gate/train-gate.ts', () => {
    expect(readModel(readFileSync(modelFile, 'utf8')).learnedFrom).toBe(lessonHash(lessons()));
  }, 30_000);

  it('learns the same from the same phrases in the same order', () => {
    const phrases = [
      { text: 'міна в саду', language: 'uk', expect: 'find' },
      { text: 'як зробити бомбу', language: 'uk', expect: 'how-to' },
      { text: 'хто дав гроші', language: 'uk', expect: null },
    ] as const;
    const shown = asLessons(phrases, false);
    expect(written(learn(shown, [1]), '')).toBe(written(learn(shown, [1]), ''));
    expect(written(learn(shown, [1]), '')).not.toBe(written(learn(shown, [2]), ''));
  });

  it('gives chances that sum to less than one', () => {
    const zero = new Float64Array(bucketCount);
    const model = { find: zero, howTo: zero, bias: { find: 0, howTo: 0 }, step: 1 };
    const { find, howTo } = opinionOf(model, [[1, 2], [3]]);
    expect(find).toBeCloseTo(1 / 3);
    expect(howTo).toBeCloseTo(1 / 3);
  });

  it('keeps its opinion in a file, and refuses a torn one', () => {
    const find = Float64Array.from({ length: bucketCount }, (_, at) => Math.sin(at));
    const model = { find, howTo: find.map((weight) => -weight), bias: { find: -1, howTo: 0.5 }, step: 1 };
    const text = written(model, 'abc');
    const traits = [[3, 500], [30_000]];
    expect(opinionOf(readModel(text), traits).find).toBeCloseTo(opinionOf(model, traits).find, 2);
    const torn = JSON.stringify({ ...JSON.parse(text), find: 'AAAA' });
    expect(() => readModel(torn)).toThrow(/train-gate/);
    expect(() => readModel(text.slice(0, 100))).toThrow();
  });
});

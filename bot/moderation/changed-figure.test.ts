import { describe, expect, it } from 'vitest';
import { findChangedFigure } from './changed-figure.ts';

describe('a changed figure', () => {
  it.each([
    ['Японія передала 40 спецавтомобілів ДСНС.', 'Вступ. Японія передала 45 спецавтомобілів ДСНС. Кінець.', 'Японія передала 45 спецавтомобілів ДСНС.'],
    ['The coalition raised $700 million in 2024.', 'The coalition raised $1.07 billion in 2024.', 'The coalition raised $1.07 billion in 2024.'],
  ])('is found in %j', (quote, text, after) => {
    expect(findChangedFigure(quote, text)).toEqual({ before: quote, after });
  });

  it.each([
    ['the sentence stands as it was', 'Japan gave 40 cars.', 'New lead. Japan  gave 40 cars.'],
    ['only words changed', 'Japan gave 40 large red cars.', 'Japan gave 40 large blue cars.'],
    ['the sentence is gone', 'Japan gave 40 cars to rescuers.', 'Norway trains 5 dogs in the hills.'],
    ['no figure was quoted', 'Japan gave cars to rescuers.', 'Japan gave 5 cars to rescuers.'],
    ['there is no text', 'Japan gave 40 cars.', ''],
    ['another event with the same verb', 'Japan gave 40 cars to rescuers in Kyiv.', 'Japan gave 50 detectors to engineers in Kharkiv.'],
  ])('is not found when %s', (_when, quote, text) => {
    expect(findChangedFigure(quote, text)).toBeNull();
  });
}); // biome-ignore format: one case a line

import { describe, expect, it } from 'vitest';
import { withPlainHowMuch } from './plain-how-much.ts';

describe('withPlainHowMuch', () => {
  it.each(['скіки', 'скіко', 'скількі', 'скилькы', 'скілки', 'скілько'])('reads "%s"', (word) => {
    expect(withPlainHowMuch(`${word} машин`)).toBe('скільки машин');
  });

  it.each(['скоко', 'скока', 'сколька'])('reads Russian "%s"', (word) => {
    expect(withPlainHowMuch(`${word} машин`)).toBe('сколько машин');
  });

  it.each(['Скільки машин', 'Сколько машин', 'скликали раду', 'скіф і скоба'])(
    'leaves "%s" alone',
    (text) => {
      expect(withPlainHowMuch(text)).toBe(text);
    },
  );
});

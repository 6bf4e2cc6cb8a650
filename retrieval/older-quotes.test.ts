import { describe, expect, it } from 'vitest';
import { chooseEvidence } from './evidence.ts';
import { inOrderOfTime } from './older-quotes.ts';
import { bestFirst } from './rank.ts';
import { asking, rankedOf, type Story } from './ranked-for-tests.ts';

const shown = (question: string, stories: readonly Story[]) => {
  const asked = asking(question);
  const chosen = chooseEvidence(bestFirst(rankedOf(stories, asked)), asked);
  const { evidence, older, note } = inOrderOfTime(chosen, asked, 'uk');
  return {
    keys: evidence.map(({ ranked }) => ranked.document.key),
    older: evidence.filter((item) => older.has(item)).map(({ ranked }) => ranked.document.key),
    quotes: evidence.map(({ quote }) => quote.text),
    note,
  };
};
const classes = (key: string, published: string, count: number): Story => ({
  key,
  published,
  publisher: `Видання ${key}`,
  text: `В області відкрили ${count} класів безпеки. Торік їх було ${count - 30}. Вчаться в них діти.`,
});

describe('inOrderOfTime', () => {
  it('marks what was published days before the leading quote, and cuts it to the sentence that answers', () => {
    const { older, keys, quotes } = shown('Скільки вже класів безпеки відкрили?', [
      classes('first', '2026-10-01', 164),
      classes('next', '2026-10-11', 231),
    ]);
    expect(keys).toEqual(['next', 'first']);
    expect(older).toEqual(['first']);
    expect(quotes[0]).toContain('Вчаться в них діти.');
    expect(quotes[1]).toBe('В області відкрили 164 класів безпеки.');
  });

  it('keeps the sentence that counts what is asked for', () => {
    const { quotes } = shown('Скільки зараз операторів розмінування в Україні?', [
      {
        published: '2026-06-30',
        text: 'В Україні вже 132 оператори розмінування.',
      },
      {
        published: '2025-09-24',
        text: 'Оператори розмінування України отримали на платформі 14 кабінетів. Тоді було 125 операторів.',
      },
    ]);
    expect(quotes[1]).toBe('Тоді було 125 операторів.');
  });

  it('marks nothing where no newest state is asked for, nor what may be of the same day', () => {
    const stories = [classes('first', '2026-10-01', 164), classes('next', '2026-10-11', 231)];
    expect(shown('Скільки класів безпеки відкрили?', stories).older).toEqual([]);
    const month = [classes('month', '2026-10', 164), classes('next', '2026-10-21', 231)];
    expect(shown('Скільки вже класів безпеки відкрили?', month).older).toEqual([]);
  });
});

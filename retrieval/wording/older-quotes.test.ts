import { describe, expect, it } from 'vitest';
import { chooseEvidence } from '../evidence/evidence.ts';
import { bestFirst } from '../search/rank.ts';
import { asking, lexicon, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { inOrderOfTime } from './older-quotes.ts';

const shown = (question: string, stories: readonly Story[]) => {
  const asked = asking(question);
  const chosen = chooseEvidence(bestFirst(rankedOf(stories, asked)), asked, lexicon);
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

  it('keeps two older quotes at most, and only those that count the thing as well', () => {
    const { keys } = shown('Скільки вже класів безпеки відкрили?', [
      ...['2026-02', '2026-04', '2026-06', '2026-08'].map((month, at) =>
        classes(month, `${month}-01`, 100 + 31 * at),
      ),
    ]);
    expect(keys).toEqual(['2026-08', '2026-06', '2026-04']);
    const trees = { key: 'trees', published: '2026-01-10', text: 'Для класів безпеки відкрили 40 садів.' };
    expect(
      shown('Скільки вже класів безпеки відкрили?', [classes('now', '2026-10-01', 164), trees]).keys,
    ).toEqual(['now']);
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

  it('marks the page of a figure that a newer one tells as former, whatever is asked', () => {
    const bill = (text: string, published: string) => ({ published, text });
    const { older, quotes, note } = shown('Яка сума гранту Іспанії на протези?', [
      bill('Сума гранту Іспанії на протези — 2,3 млн євро. Гості пили чай.', '2024-10-08'),
      bill('Іспанія збільшила суму гранту на протези з 2,3 до 2,6 млн євро.', '2024-10-18'),
    ]);
    expect(older).toHaveLength(1);
    expect(note).toMatch(/раніше — 2,3.*найновіше — 2,6/);
    expect(quotes[1]).toBe('Сума гранту Іспанії на протези — 2,3 млн євро.');
  });

  it('marks nothing where no newest state is asked for, nor what may be of the same day', () => {
    const stories = [classes('first', '2026-10-01', 164), classes('next', '2026-10-11', 231)];
    expect(shown('Скільки класів безпеки відкрили?', stories).older).toEqual([]);
    const month = [classes('month', '2026-10', 164), classes('next', '2026-10-21', 231)];
    expect(shown('Скільки вже класів безпеки відкрили?', month).older).toEqual([]);
  });
});

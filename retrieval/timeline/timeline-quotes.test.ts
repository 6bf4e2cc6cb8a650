import { describe, expect, it } from 'vitest';
import { asking, originsOf, type Story } from '../sources/ranked-for-tests.ts';
import { chooseStations } from './timeline.ts';
import { quoteStations } from './timeline-quotes.ts';

const question = 'Як змінювалася площа замінованих територій?';
const quotesOf = (stories: readonly Story[]) => {
  const asked = asking(question);
  return quoteStations(chooseStations(originsOf(stories, asked), asked, 6), asked).map(
    ({ quote }) => quote.text,
  );
};
const figure = (thousands: number) => `Заміновано ${thousands} тис. км² територій України.`;
const filler = (chars: number) => 'Сапери працюють щодня. '.repeat(Math.ceil(chars / 23)).trim();

describe('quoteStations', () => {
  it('quotes short passages whole', () => {
    const stories = [
      { published: '2023-09-28', text: `${filler(60)} ${figure(174)}` },
      { published: '2025-12-10', text: `${figure(137)} ${filler(60)}` },
    ];
    expect(quotesOf(stories)).toEqual(stories.map(({ text }) => text));
  });

  it('keeps six quotes together within the room of one message', () => {
    const stories = [174, 161, 156, 144, 139, 137].map((thousands, at) => ({
      published: `202${at}-05-01`,
      text: `${filler(300)} ${figure(thousands)} ${filler(300)}`,
    }));
    const quotes = quotesOf(stories);
    expect(quotes).toHaveLength(6);
    expect(quotes.join('').length).toBeLessThanOrEqual(2800);
    for (const [at, thousands] of [174, 161, 156, 144, 139, 137].entries())
      expect(quotes[at]).toContain(`${thousands} тис.`);
  });

  it('takes a further figure of a long passage before anything else of it', () => {
    const text = `${filler(500)} ${figure(174)} ${filler(120)} ${figure(160)} ${filler(500)}`;
    const [first] = quotesOf([
      { published: '2023-09-28', text },
      { published: '2025-12-10', text: figure(137) },
    ]);
    expect(first).toContain('174 тис.');
    expect(first).toContain('160 тис.');
    expect(first!.length).toBeLessThan(400);
  });

  it('shows a station that fits less only in room that is left', () => {
    const less = { published: '2021-05-01', text: 'Площа була 190 тис. км².' };
    const long = (thousands: number, at: number) => ({
      published: `202${at}-05-01`,
      text: `${figure(thousands)} ${'Так. '.repeat(131).trim()}`,
    });
    const shown = (stories: readonly Story[]) =>
      quotesOf(stories).some((quote) => quote.includes('190 тис.'));
    expect(shown([long(174, 2), long(161, 3), long(156, 4), less])).toBe(true);
    expect(shown([long(174, 2), long(161, 3), long(156, 4), long(137, 5), less])).toBe(false);
  });

  it('shows a figure that was taken back only beside the right one', () => {
    const quotes = quotesOf([
      { published: '2025-01-10', text: figure(174) },
      { published: '2025-06-05', text: `${figure(139)} ${filler(40)}` },
      {
        published: '2025-07-03',
        text: 'Сталася помилка: заміновано 137 тис. км² територій України, а не 139.',
      },
    ]);
    expect(quotes.filter((quote) => quote.includes('139'))).toEqual([expect.stringContaining('137 тис.')]);
  });
});

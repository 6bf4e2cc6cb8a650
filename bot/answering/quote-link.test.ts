import { describe, expect, it } from 'vitest';
import { quoteLink } from './quote-link.ts';

const base = { url: 'https://a.org/x', page: null, isRetold: false };
const link = (quote: string, documentText: string, changes: Partial<Parameters<typeof quoteLink>[0]> = {}) =>
  quoteLink({ ...base, quote, documentText, ...changes });

describe('the link to a quote', () => {
  it('names the words where they stand once on the page', () => {
    expect(link('40 машин - все', 'Дали 40 машин - все. Кінець')).toBe(
      `https://a.org/x#:~:text=${encodeURIComponent('40 машин ')}%2D${encodeURIComponent(' все')}`,
    );
    expect(link('a, b & c', 'x a, b & c y')).toBe('https://a.org/x#:~:text=a%2C%20b%20%26%20c');
  });

  it('names a long quote by its first and last words', () => {
    const words = Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ');
    expect(link(words, `Before. ${words} After.`)).toBe(
      'https://a.org/x#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29',
    );
  });

  it('is the plain address where the words stand twice, are retold or the address has a place already', () => {
    expect(link('same', 'same and same')).toBe('https://a.org/x');
    expect(link('same', 'only same here', { isRetold: true })).toBe('https://a.org/x');
    expect(link('same', 'same', { url: 'https://a.org/x#part' })).toBe('https://a.org/x#part');
  });

  it('is the page of a PDF', () => {
    expect(link('same', 'same', { page: 7 })).toBe('https://a.org/x#page=7');
  });
});

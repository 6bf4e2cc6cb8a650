import { describe, expect, it } from 'vitest';
import { isSameSource } from './same-source.ts';

const page = (url: string, publisher = url) => ({ url, publisher });

describe('isSameSource', () => {
  it.each([
    ['https://interfax.example.org/a', 'https://en.interfax.example.org/b', true],
    ['https://www.news.example/a', 'https://uk.news.example/b', true],
    ['https://ua.example/a', 'https://example.net/b', false],
    ['https://ua.news/a', 'https://en.news/b', false],
    ['https://sport.example.org/a', 'https://example.org/b', false],
  ])('takes the editions of a site for one voice: %s, %s: %s', (a, b, expected) => {
    expect(isSameSource(page(a), page(b))).toBe(expected);
  });
});

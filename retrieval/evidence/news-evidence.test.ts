import { describe, expect, it } from 'vitest';
import { asksForNews } from '../question/news-question.ts';
import { asking, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { newsEvidence } from './news-evidence.ts';

const story = (key: string, published: string | null, text: string, title = ''): Story => ({
  key,
  published,
  text,
  title,
});
const stories = [
  story('old', '2024-05-01', 'Розмінування Ізюма завершили. Працювали десять груп.'),
  story('newest', '2026-11-20', 'Сапери почали розмінування Снігурівки. Роботи триватимуть рік.'),
  story('energy', '2026-11-22', 'Уряд купує генератори для лікарень.'),
  story('norway', '2026-10-02', 'Норвегія дала гроші на розмінування. Сума велика.', 'Норвегія допомагає'),
  story('undated', null, 'Розмінування триває на Харківщині.'),
];
const newsOf = (question: string) => {
  const asked = asking(question);
  return newsEvidence(rankedOf(stories, asked), asked).map(({ ranked }) => ranked.document.key);
};

describe('asksForNews', () => {
  it.each([
    'що нового в розмінуванні',
    'Новини розмінування за останній місяць',
    'what is new in demining?',
    'latest news from Japan',
    'что нового',
    '地雷除去の最新ニュースは？',
  ])('hears it in "%s"', (text) => {
    expect(asksForNews(asking(text).understanding)).toBe(true);
  });

  it.each([
    'Скільки нових машин передала Японія?',
    'хто купив нову машину',
    'що нового в школах Ізюма для дітей',
  ])('does not hear it in "%s"', (text) => {
    expect(asksForNews(asking(text).understanding)).toBe(false);
  });
});

describe('newsEvidence', () => {
  it('quotes the newest pages of the field first, and none without a date or of another field', () => {
    expect(newsOf('що нового в розмінуванні')).toEqual(['newest', 'norway', 'old']);
  });

  it('keeps to the period and to the name asked about', () => {
    expect(newsOf('новини розмінування за жовтень 2026')).toEqual(['norway']);
    expect(newsOf('новини про Норвегію')).toEqual(['norway']);
    expect(newsOf('новини про Японію')).toEqual([]);
  });

  it('has nothing for other questions', () => {
    expect(newsOf('Скільки груп працювало в Ізюмі?')).toEqual([]);
  });
});

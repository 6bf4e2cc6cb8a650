import { describe, expect, it } from 'vitest';
import { yearParts } from './year-part.ts';

describe('yearParts', () => {
  it.each([
    ['за перший квартал 2026 року', '2026-01-01', '2026-03-31'],
    ['у II кварталі 2025', '2025-04-01', '2025-06-30'],
    ['Q4 2024 payments', '2024-10-01', '2024-12-31'],
    ['in the third quarter of 2025', '2025-07-01', '2025-09-30'],
    ['за друге півріччя 2025', '2025-07-01', '2025-12-31'],
    ['первое полугодие 2024', '2024-01-01', '2024-06-30'],
    ['first half of 2026', '2026-01-01', '2026-06-30'],
    ['2025年第2四半期の支払い', '2025-04-01', '2025-06-30'],
    ['2025年前半に', '2025-01-01', '2025-06-30'],
    ['2025年度下半期', '2025-10-01', '2026-03-31'],
  ])('reads "%s"', (text, from, to) => {
    expect(yearParts(text)).toEqual([{ from, to }]);
  });

  it.each([
    ['зимой 2025-26', ['2025-12-01', '2026-02-28']],
    ['influx in autumn 2024', ['2024-09-01', '2024-11-30']],
    ['навесні 2026 року', ['2026-03-01', '2026-05-31']],
  ])('reads the season of "%s"', (text, [from, to]) => {
    expect(yearParts(text)).toEqual([{ from, to }]);
  });

  it('gives seasons that share a year their months when asked by month', () => {
    expect(yearParts('щомісяця влітку й восени 2026').map(({ from }) => from.slice(0, 7))).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });

  it.each([
    'за 2026 рік',
    'winter 2025',
    'перша половина шляху',
    'third of 2025 machines',
    'квартал біля школи',
  ])('finds none in "%s"', (text) => {
    expect(yearParts(text)).toEqual([]);
  });
});

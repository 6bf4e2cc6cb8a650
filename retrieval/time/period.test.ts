import { describe, expect, it } from 'vitest';
import { daysOutside, findDates, findPeriod, intervalOf, namedPeriods } from './period.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('findDates', () => {
  it.each([
    ['9 липня 2024 року', '2024-07-09'],
    ['July 9, 2024', '2024-07-09'],
    ['9 July 2024', '2024-07-09'],
    ['9 июля 2024', '2024-07-09'],
    ['09.07.2024', '2024-07-09'],
    ['2024-07-09', '2024-07-09'],
    ['2024年7月9日', '2024-07-09'],
    ['у грудні 2025', '2025-12'],
    ['Dec 2022', '2022-12'],
    ['2025年12月', '2025-12'],
    ['令和8年3月5日', '2026-03-05'],
    ['令和元年', '2019'],
    ['23 січня', '--01-23'],
    ['у 2023 році', '2023'],
  ])('reads %s', (text, expected) => {
    expect(findDates(text).map(({ date }) => date)).toEqual([expected]);
  });

  it('takes no year from an area or a sum', () => {
    expect(findDates('2000 га і 2022 грн')).toEqual([]);
  });
});

describe('findPeriod', () => {
  it('spans every date that a question names', () => {
    expect(findPeriod('з 2023 по 2025 рік', now)).toEqual({ from: '2023-01-01', to: '2025-12-31' });
    expect(findPeriod('between Feb 2024 and Oct 2025', now)).toEqual({
      from: '2024-02-01',
      to: '2025-10-31',
    });
  });

  it('reads on from a date to now, in Japanese by what stands behind it', () => {
    expect(findPeriod('2023年以降の会議', now)).toEqual({ from: '2023-01-01', to: '2026-11-23' });
    expect(findPeriod('2023年から2025年までの額', now)).toEqual({ from: '2023-01-01', to: '2025-12-31' });
  });

  it('begins the fiscal year of Japan in April', () => {
    expect(findPeriod('昨年度の予算', now)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    expect(findPeriod('一昨年の予算', now)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });

  it('reckons relative words from now', () => {
    expect(findPeriod('скільки дали торік?', now)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(findPeriod('last month', now)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(findPeriod('since the invasion', now)).toEqual({ from: '2022-02-24', to: '2026-11-23' });
  });

  it('takes "in a week" for the last one only where no date says which', () => {
    expect(findPeriod('скільки мін знайшли за тиждень у серпні 2025', now)).toEqual({
      from: '2025-08-01',
      to: '2025-08-31',
    });
    expect(findPeriod('скільки мін знайшли за тиждень', now)?.to).toBe('2026-11-23');
  });

  it('reaches to now from a time that is only a beginning', () => {
    const until = (from: string) => ({ from, to: '2026-11-23' });
    expect(findPeriod('скільки грошей дали з 2022 року', now)).toEqual(until('2022-01-01'));
    expect(findPeriod('сколько компенсируют с апреля 2026', now)).toEqual(until('2026-04-01'));
    expect(findPeriod('aid given since March 2025', now)).toEqual(until('2025-03-01'));
    expect(findPeriod('заявки за 2022 рік', now)).toEqual(intervalOf('2022'));
    expect(findPeriod('plans from 2027 on', now)).toEqual(intervalOf('2027'));
  });

  it('is null for a question without time', () => {
    expect(findPeriod('хто дав машини?', now)).toBeNull();
  });
});

describe('namedPeriods', () => {
  it.each([
    ['у жовтні 2024, 2025 і 2026', ['2024-10', '2025-10', '2026-10']],
    ['жовтень кожного року 2024 2025', ['2024-10', '2025-10']],
    ['April and October 2024', ['2024-04', '2024-10']],
    ['з 2023 по 2025 рік', ['2023', '2024', '2025']],
    ['from October 2024 to 2026', ['2024-10', '2026']],
    ['грудень, січень, лютий', ['2025-12', '2026-01', '2026-02']],
    ['з жовтня по грудень 2025', ['2025-10', '2025-11', '2025-12']],
    ['від травня 2026 до вересня', ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09']],
    ['昨年から今年でどう変わりましたか', ['2025', '2026']],
  ])('reads the single times of "%s"', (text, expected) => {
    expect(namedPeriods(text, now)).toEqual(expected.map(intervalOf));
  });
});

describe('namedPeriods of parts of years', () => {
  it('reads a season beside another date', () => {
    expect(namedPeriods('between autumn 2024 and the end of 2025', now)).toEqual([
      { from: '2024-09-01', to: '2024-11-30' },
      intervalOf('2025'),
    ]);
  });

  it('reads the quarters of a year that is asked for by quarter', () => {
    expect(namedPeriods('виплати по кварталах 2025', now).map(({ from }) => from)).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ]);
  });
});

describe('intervalOf', () => {
  it('treats a month and a year as intervals, never as their first day', () => {
    expect(intervalOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(intervalOf('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
});

describe('daysOutside', () => {
  it('is 0 inside, counts days outside and is null without a date', () => {
    const period = intervalOf('2024-03');
    expect(daysOutside('2024-03-31', period)).toBe(0);
    expect(daysOutside('2024', period)).toBe(0);
    expect(daysOutside('2024-04-02', period)).toBe(2);
    expect(daysOutside('2024-02-27', period)).toBe(3);
    expect(daysOutside(null, period)).toBeNull();
  });
});

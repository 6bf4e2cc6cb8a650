import { describe, expect, it } from 'vitest';
import { withLeftOutYears } from './left-out-years.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('withLeftOutYears', () => {
  it.each([
    [
      ['2025-10', '--12', '--01', '--02'],
      ['2025-10', '2025-12', '2026-01', '2026-02'],
    ],
    [
      ['--10', '--12', '2026-02'],
      ['2025-10', '2025-12', '2026-02'],
    ],
    [
      ['--09', '--12', '2025'],
      ['2025-09', '2025-12', '2025'],
    ],
    [
      ['--12', '--01', '--02'],
      ['2025-12', '2026-01', '2026-02'],
    ],
    [
      ['--10', '--12'],
      ['2025-10', '2025-12'],
    ],
    [
      ['2025', '--03-04'],
      ['2025', '2025-03-04'],
    ],
    [
      ['2024-05', '2025'],
      ['2024-05', '2025'],
    ],
  ])('reads %j as %j', (dates, expected) => {
    expect(withLeftOutYears(dates, now)).toEqual(expected);
  });

  it('takes one month without a year for no date', () => {
    expect(withLeftOutYears(['--03'], now)).toEqual([]);
  });
});

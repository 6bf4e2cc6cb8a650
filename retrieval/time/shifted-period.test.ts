import { describe, expect, it } from 'vitest';
import { intervalOf } from './period.ts';
import { shiftedPeriod } from './shifted-period.ts';

describe('shiftedPeriod', () => {
  it.each([
    ['а місяцем раніше?', '2026-02', '2026-01'],
    ['and a month later?', '2025-12', '2026-01'],
    ['а годом раньше', '2025', '2024'],
    ['а рік тому?', '2025-10', '2024-10'],
    ['what about the previous month', '2026-01', '2025-12'],
  ])('moves the time of the question before by "%s"', (question, before, expected) => {
    expect(shiftedPeriod(question, intervalOf(before))).toEqual(intervalOf(expected));
  });

  it('is null where nothing is said, no time stood before, or a year would have to move by a month', () => {
    expect(shiftedPeriod('а Литва?', intervalOf('2025'))).toBeNull();
    expect(shiftedPeriod('а місяцем раніше?', null)).toBeNull();
    expect(shiftedPeriod('а місяцем раніше?', intervalOf('2025'))).toBeNull();
  });
});

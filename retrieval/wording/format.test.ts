import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../figures/quantity.ts';
import { formatDate, formatNumber, formatQuantity } from './format.ts';

describe('formatNumber', () => {
  it('says round sums shortly and writes the others out', () => {
    expect(formatNumber(4e9, 'uk')).toBe('4 млрд');
    expect(formatNumber(25_600_000, 'en')).toBe('25.6 million');
    expect(formatNumber(1_370_123, 'en')).toBe('1,370,123');
    expect(formatNumber(67_200, 'uk')).toBe('67\u00a0200');
    expect(formatNumber(4e9, 'ja')).toBe('40億');
  });

  it('never changes the value', () => {
    const languages = fc.constantFrom('uk' as const, 'en' as const, 'ru' as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), languages, (value, language) => {
        const [read] = findQuantities(`${formatNumber(value, language)} €`);
        expect(read?.value).toBe(value);
      }),
    );
  });
});

describe('formatQuantity', () => {
  it('uses the unit names of the language', () => {
    expect(formatQuantity(findQuantities('17 million euros')[0]!, 'uk')).toBe('17 млн євро');
    expect(formatQuantity(findQuantities('137 тис. км²')[0]!, 'en')).toBe('137,000 km²');
  });
});

describe('formatDate', () => {
  it('shows a date only as far as it is known', () => {
    expect(formatDate('2024-11-20', 'uk')).toBe('20.11.2024');
    expect(formatDate('2024-11', 'uk')).toBe('11.2024');
    expect(formatDate('2024-11-20', 'en')).toBe('20 November 2024');
    expect(formatDate('2024', 'en')).toBe('2024');
    expect(formatDate(null, 'en')).toBe('no date');
  });
});

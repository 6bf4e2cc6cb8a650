import { describe, expect, it } from 'vitest';
import { asking, originsOf, type Story } from '../sources/ranked-for-tests.ts';
import { correctionOf, correctionsIn } from './corrected-figures.ts';

const takenBack = (older: Story, later: Story) => {
  const origins = originsOf([older, later], asking('Скільки обстежено?'));
  return correctionOf(origins[0]!.ranked, 0, correctionsIn(origins)) !== null;
};
const may = { published: '2026-06-05', text: 'У травні обстежено 301 гектар.' };
const later = (text: string): Story => ({ published: '2026-07-03', text });

describe('correctionOf', () => {
  it.each([
    'Правильна цифра за травень — 281 гектар, а не 301.',
    'Травневу площу уточнено: замість 301 гектара слід читати 281 гектар.',
    'The May total was corrected to 281 hectares, not 301.',
    'Сталася помилка. Обстежено не 301, а 281 гектар.',
  ])('finds the figure that is taken back by "%s"', (text) => {
    expect(takenBack(may, later(text))).toBe(true);
  });

  it('reads a number that has lost its scale and unit', () => {
    const older = { published: '2026-07-14', text: 'Укладено угоди на 341 млн грн.' };
    const text = 'Показник уточнено: замість 341 слід зважати на 327 млн грн.';
    expect(takenBack(older, { published: '2026-10-16', text })).toBe(true);
  });

  it.each([
    ['that nobody calls wrong', 'У червні обстежили 281 гектар, а не 301, як у травні.'],
    ['of another measure', 'Це помилка: потрібно 281 млн грн, а не 301.'],
    ['of another number', 'Правильна цифра — 281 гектар, а не 310.'],
  ])('leaves alone a figure %s', (_, text) => {
    expect(takenBack(may, later(text))).toBe(false);
  });

  it('lets no earlier page take back what a later one says', () => {
    const text = 'Правильна цифра — 281 гектар, а не 301.';
    expect(takenBack(may, { published: '2026-05-01', text })).toBe(false);
    expect(takenBack({ ...may, published: null }, later(text))).toBe(false);
  });
});

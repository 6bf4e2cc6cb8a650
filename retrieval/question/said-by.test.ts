import { describe, expect, it } from 'vitest';
import { matchTerm } from '../reading/match.ts';
import { asking, rankedOf } from '../sources/ranked-for-tests.ts';

const met = (question: string, word: string, text: string) => {
  const asked = asking(question);
  const term = asked.understanding.terms.find(({ surface }) => surface === word)!;
  return matchTerm(term, rankedOf([{ text }], asked)[0]!.analysed.text);
};

describe('saidBy', () => {
  it('lets companies that demine be met by operators, and teaching by training', () => {
    expect(
      met('Скільки компаній розміновує?', 'компаній', 'Працює 130 операторів протимінної діяльності.'),
    ).toBe(0.75);
    expect(met('Хто вчить саперів?', 'вчить', 'Навчання саперів триває.')).toBe(0.75);
  });

  it('does not work the other way round', () => {
    expect(met('Скільки операторів розміновує?', 'операторів', 'Компанія Motorola має 130 магазинів.')).toBe(
      0,
    );
  });
});

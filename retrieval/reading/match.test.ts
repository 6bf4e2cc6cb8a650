import { describe, expect, it } from 'vitest';
import { asking, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { coverage, matchInPassage, matchTerm, sentenceMatcher } from './match.ts';

const termOf = (text: string) => asking(text).understanding.terms[0]!;
const analysed = (story: Story) => rankedOf([story], asking('що?'))[0]!.analysed;
const match = (word: string, text: string) => matchTerm(termOf(word), analysed({ text }).sentences[0]!);

describe('matchTerm', () => {
  it('trusts the same word most, the same meaning less, a similar spelling least', () => {
    const word = match('Японія', 'Дар Японії.');
    const meaning = match('Японія', 'A gift from Japan.');
    const spelling = match('Вигадько', 'The Vyhadko company.');
    expect(word).toBe(1);
    expect(meaning).toBeGreaterThan(spelling);
    expect(meaning).toBeLessThan(1);
    expect(spelling).toBeGreaterThan(0.5);
  });

  it('meets concepts across four languages', () => {
    for (const text of ['Дар Японії.', 'A gift from Japan.', 'Подарок Японии.', '日本の支援です。'])
      expect(match('Japan', text)).toBeGreaterThanOrEqual(0.9);
  });

  it('takes different names for different', () => {
    expect(match('Литва', 'Дар Латвії.')).toBe(0);
    expect(match('Вигадько', 'The Vyhnalko company.')).toBe(0);
    expect(match('Норвегія', 'Дар Японії.')).toBe(0);
  });
});

describe('matchInPassage and sentenceMatcher', () => {
  it('let title and the rest of the passage help out at a discount', () => {
    const term = termOf('Японія');
    const own = analysed({ text: 'Японія передала машини. Гості пили чай.', title: 'Новини' });
    const titled = analysed({ text: 'Передано машини. Гості пили чай.', title: 'Дар Японії' });
    const none = analysed({ text: 'Передано машини. Гості пили чай.', title: 'Новини' });
    const [here, elsewhere] = own.sentences.map((sentence) => sentenceMatcher([term], own)(term, sentence));
    const inTitle = sentenceMatcher([term], titled)(term, titled.sentences[0]!);
    expect(here).toBe(1);
    expect([here, elsewhere, inTitle].every((share) => share! > 0.5)).toBe(true);
    expect(elsewhere).toBeLessThan(here!);
    expect(inTitle).toBeLessThan(elsewhere!);
    expect(sentenceMatcher([term], none)(term, none.sentences[0]!)).toBe(0);
    expect(matchInPassage(term, own)).toBe(1);
    expect(matchInPassage(term, titled)).toBeLessThan(1);
    expect(matchInPassage(term, titled)).toBeGreaterThan(0.5);
    expect(matchInPassage(term, none)).toBe(0);
  });
});

describe('coverage', () => {
  const { terms } = asking('Японія машини').understanding;
  const [japan, machines] = [terms[0]!, terms[1]!];
  const only = (met: typeof japan) => (term: typeof japan) => (term === met ? 1 : 0);

  it('is the share of what is found, by rarity', () => {
    const rarity = new Map([
      [japan, 0.9],
      [machines, 0.3],
    ]);
    expect(coverage(terms, rarity, only(japan))).toBeCloseTo(0.75);
    expect(coverage(terms, rarity, only(machines))).toBeCloseTo(0.25);
    expect(coverage(terms, rarity, () => 1)).toBeCloseTo(1);
  });

  it('counts a light word little', () => {
    const light = { ...machines, weight: 0.25 };
    expect(coverage([japan, light], new Map(), only(japan))).toBeCloseTo(0.8);
  });

  it('is nothing when nothing was asked', () => {
    expect(coverage([], new Map(), () => 1)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { asking, rankedOf } from '../sources/ranked-for-tests.ts';
import { countingShare, countsElse } from './counting-share.ts';

const shareOf = (question: string, text: string, title = '') => {
  const asked = asking(question);
  const [ranked] = rankedOf([{ text, title }], asked);
  const { sentences, title: terms } = ranked!.analysed;
  const last = sentences.length - 1;
  return countingShare(
    { sentence: sentences[last]!, before: sentences[last - 1], title: terms },
    asked.understanding,
  );
};
const countsElseIn = (question: string, text: string) => {
  const asked = asking(question);
  const [ranked] = rankedOf([{ text, title: '' }], asked);
  return countsElse(ranked!.analysed.sentences[0]!, asked.understanding);
};
const question = 'Скільки машин передала Японія?';

describe('countingShare', () => {
  it('is whole when the number counts the thing, less when the thing only stands beside it', () => {
    const counted = shareOf(question, 'Японія передала 4 машини.');
    const beside = shareOf(question, 'Машини передали 15 країн.');
    const inTitle = shareOf(question, 'Їх тепер 15 одиниць.', 'Японські машини');
    expect(counted).toBe(1);
    expect(beside).toBeLessThan(counted);
    expect(inTitle).toBeLessThan(beside);
    expect(shareOf(question, 'Приїхали 15 гостей.')).toBe(0);
  });

  it('is some for people of another name: victims are counted as people', () => {
    const share = shareOf('Скільки фермерів поранило?', 'Міни зачепили 1 041 людину.');
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });

  it('is 0 without a number and 1 when nothing is counted', () => {
    expect(shareOf(question, 'Японія передала машини.')).toBe(0);
    expect(shareOf('Хто передав машини?', 'Японія передала машини.')).toBe(1);
  });
});

describe('countsElse', () => {
  it('tells figures that count things of another class from those that may count what is asked for', () => {
    expect(countsElseIn('Скільки саперів навчили?', 'Відкрили класи у 85 школах.')).toBe(true);
    expect(countsElseIn('Скільки саперів навчили?', 'Навчили 85 фахівців.')).toBe(false);
    expect(countsElseIn('Скільки саперів навчили?', 'Торік їх було 85.')).toBe(false);
    expect(countsElseIn('Скільки саперів навчили?', 'Саперів навчають у школах.')).toBe(false);
  });
});

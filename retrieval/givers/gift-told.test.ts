import { describe, expect, it } from 'vitest';
import { asking, lexicon, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { giftQuestion } from './gift-question.ts';
import { giftsTold } from './gift-told.ts';

const told = (question: string, story: Story) => {
  const asked = asking(question);
  const [ranked] = rankedOf([story], asked);
  return giftsTold(ranked!, giftQuestion(asked.understanding)!, lexicon);
};
const stagesOf = (text: string, question = 'What equipment has Denmark given Ukraine?') =>
  told(question, { text, language: 'en' }).map(({ stage }) => stage);

describe('giftsTold', () => {
  it.each([
    ['Denmark gave the State Emergency Service four demining machines.', 'given'],
    ['Sappers received six excavators from Denmark.', 'given'],
    ['Данія передала рятувальникам 12 міношукачів.', 'given'],
    ['Саперы получили от Дании две машины.', 'given'],
    ['デンマークは地雷除去機4台を供与した。', 'given'],
    ['Denmark allocated 5 million euros for demining.', 'paid'],
    ['UNDP handed over 40 detectors with money from Denmark.', 'paid'],
    ['Denmark will supply Ukraine with demining equipment.', 'planned'],
    ['Данія планує передати п’ять машин.', 'planned'],
    ['デンマークは地雷除去機4台を供与する予定だ。', 'planned'],
    ['Danish experts trained 14 sappers.', 'taught'],
  ])('reads "%s" as %s', (text, stage) => {
    const language = /[а-яії]/iu.test(text) ? 'uk' : /[ぁ-ん]/u.test(text) ? 'ja' : 'en';
    const [first] = told('What equipment has Denmark given Ukraine?', { text, language });
    expect(first?.stage).toBe(stage);
  });

  it.each([
    ['another gave', 'Sweden gave four machines made by the Danish company Hydrema.'],
    ['the giver is only where it happened', 'In Denmark Sweden handed over four machines.'],
    [
      'it stands in an aside',
      "The company, founded to clear Denmark's own coast, has delivered 42 machines.",
    ],
    ['it is denied', 'Denmark has not given any machines.'],
  ])('reads no gift where %s', (_, text) => {
    expect(stagesOf(text)).toEqual([]);
  });

  it('counts things and not people', () => {
    const isCounted = (text: string) =>
      told('What has Denmark handed over?', { text, language: 'en' })[0]?.countsThings;
    expect(isCounted('Denmark handed over four demining machines.')).toBe(true);
    expect(isCounted('Denmark handed over demining machines. Fifty detectors came with them.')).toBe(true);
    expect(isCounted('Denmark handed over machines to 14 Ukrainian sappers.')).toBe(false);
  });

  it('tells a gift of several countries from one of the asked alone', () => {
    const [shared] = told('What has Denmark handed over?', {
      text: 'Rescuers received 69 vehicles from the United Kingdom, Denmark, Japan and Estonia.',
      language: 'en',
    });
    expect(shared).toMatchObject({ stage: 'given', isShared: true });
  });
});

import { describe, expect, it } from 'vitest';
import { asking, lexicon, originsOf } from '../sources/ranked-for-tests.ts';
import { giversListed } from './givers-listed.ts';

const listedIn = (text: string, language: 'uk' | 'en' = 'en') => {
  const [origin] = originsOf([{ text, language }], asking('Who helps Ukraine with demining?'));
  return giversListed(origin!, lexicon);
};

describe('giversListed', () => {
  it('finds the sentence that lists donors, in any language', () => {
    expect(
      listedIn('Mines lie in ten regions. Norway, Sweden and Japan support demining. It goes on.'),
    ).toEqual({ from: 1, to: 1, givers: 3 });
    expect(
      listedIn('Гроші на розмінування є. Серед донорів — Бельгія, Італія, Нідерланди та Норвегія.', 'uk'),
    ).toEqual({ from: 1, to: 1, givers: 4 });
  });

  it('takes as many sentences as name more donors', () => {
    const each = 'Norway gave money for demining. Sweden gave dogs. Japan gave machines. They met in Kyiv.';
    expect(listedIn(each)).toEqual({ from: 0, to: 2, givers: 3 });
  });

  it('leaves two partners, mined countries and lists of another field alone', () => {
    expect(listedIn('Norway and Sweden support demining.')).toBeNull();
    expect(listedIn('Demining is slow in Angola, Laos and Cambodia.')).toBeNull();
    expect(listedIn('Norway, Sweden and Japan support schools.')).toBeNull();
  });
});

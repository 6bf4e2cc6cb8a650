import { describe, expect, it } from 'vitest';
import { chooseEvidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf } from '../sources/ranked-for-tests.ts';
import { isUnrivalled } from './unrivalled-figure.ts';

const isSure = (question: string, ...texts: readonly string[]) => {
  const asked = asking(question);
  const ranked = rankedOf(
    texts.map((text) => ({ text })),
    asked,
  );
  return isUnrivalled(chooseEvidence(ranked, asked, lexicon), asked);
};
const question = 'Скільки машин Японія передала Харкову?';
const gift = 'Японія передала Харкову 4 машини.';

describe('isUnrivalled', () => {
  it('holds where one figure answers, also when another source has it too or a sum is given in two currencies', () => {
    expect(isSure(question, gift)).toBe(true);
    expect(isSure(question, gift, 'Харкову передала Японія 4 машини, пише видання.')).toBe(true);
    expect(
      isSure(
        'Скільки грошей дала Харкову Японія?',
        'Японія дала Харкову грошей: 4 млн єн, або 27 тис. доларів.',
      ),
    ).toBe(true);
  });

  it('does not hold where another quote tells about as surely of another figure', () => {
    const other =
      'Посольство Японії підсумувало допомогу рятувальникам і лікарям області за рік: Харкову Японія передала 27 машин.';
    expect(isSure(question, 'Японія передала Харкову 14 машин.', other)).toBe(false);
  });

  it('does not hold for what is only planned where the past is asked for', () => {
    const plan = 'Японія планує передати Харкову 4 машини.';
    expect(isSure(question, plan)).toBe(false);
    expect(isSure('Скільки машин Японія планує передати Харкову?', plan)).toBe(true);
  });

  it('does not hold for a part where the whole country is asked for, nor among killed and injured', () => {
    expect(isSure('Скільки саперів в Україні?', 'Україна має 4 тис. саперів.')).toBe(true);
    expect(isSure('Скільки саперів в Україні?', 'Норвегія навчила 14 саперів України.')).toBe(false);
    expect(isSure('Скільки саперів в Україні?', 'Україна має 14 собак-саперів.')).toBe(false);
    const toll = 'Від мін постраждали 1224 людини: 345 загинули, 879 поранено.';
    expect(isSure('Скільки людей загинуло від мін?', toll)).toBe(false);
  });

  it('does not hold without a figure', () => {
    expect(isSure('Хто передав Харкову машини?', gift)).toBe(false);
    expect(isUnrivalled([], asking(question))).toBe(false);
  });
});

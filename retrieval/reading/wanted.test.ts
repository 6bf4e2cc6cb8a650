import { describe, expect, it } from 'vitest';
import { attributeOf } from '../question/attribute.ts';
import type { Wanted } from '../question/wanted-type.ts';
import { asking, rankedOf } from '../sources/ranked-for-tests.ts';
import { answersWanted, isEnumeration, wantedQuantities } from './wanted.ts';

const sentenceOf = (text: string) => rankedOf([{ text }], asking('що?'))[0]!.analysed.sentences[0]!;
const answers = (wanted: Wanted, text: string) =>
  answersWanted({ wanted, attribute: null }, sentenceOf(text));

describe('answersWanted', () => {
  it.each<[Wanted, string, string]>([
    ['money', 'Норвегія дала 90 млн крон', 'Норвегія дала 90 машин'],
    ['area', 'очистили 300 км² полів', 'очистили 300 полів'],
    ['percent', 'це 35 відсотків саперів', 'це 35 саперів'],
    ['duration', 'чекали 51 день', 'чекали 51 сапер'],
    ['count', 'передали 40 машин', 'передали 40 млн євро'],
    ['quantity', 'передали 40 тонн вантажу', 'передали багато вантажу'],
    ['date', 'угоду підписали 9 липня 2024 року', 'угоду підписали в Києві'],
    ['who', 'угоду підписав Іван Вигаданий', 'угоду підписав міністр'],
    ['who', '佐久間恵一教授の研究室が開発した', 'だれも知らない'],
    ['where', 'саперів навчали в Камʼянці', 'саперів навчали вдома'],
    ['why', 'заявку відхилили, оскільки бракує коштів', 'заявку відхилили у травні'],
  ])('for %s takes "%s" and not "%s"', (wanted, holding, lacking) => {
    expect(answers(wanted, holding)).toBe(true);
    expect(answers(wanted, lacking)).toBe(false);
  });

  it('needs the property beside the figure when one is asked for', () => {
    const need = { wanted: 'money', attribute: attributeOf('скільки коштує машина') } as const;
    expect(answersWanted(need, sentenceOf('вартість машини 25 млн грн'))).toBe(true);
    expect(answersWanted(need, sentenceOf('на машини дали 25 млн грн'))).toBe(false);
    expect(answersWanted(need, sentenceOf('вартість машини не називають'))).toBe(false);
  });

  it('takes any sentence with the property when nothing but the property is asked for', () => {
    const need = { wanted: 'any', attribute: attributeOf('機械の速度は') } as const;
    expect(answersWanted(need, sentenceOf('швидкість машини не називають'))).toBe(true);
    expect(answersWanted(need, sentenceOf('машина приїхала'))).toBe(false);
  });

  it('never meets a need for nothing', () => {
    expect(answers('any', 'Норвегія дала 90 млн крон у 2024 році')).toBe(false);
  });
});

describe('wantedQuantities', () => {
  it('gives only figures of the measure asked for, in order', () => {
    const sentence = sentenceOf('за 40 млн євро купили 7 машин і 12 тонн вантажу');
    const values = (wanted: Wanted) => wantedQuantities(wanted, sentence).map(({ value }) => value);
    expect(values('money')).toEqual([40_000_000]);
    expect(values('count')).toEqual([7]);
    expect(values('quantity')).toEqual([40_000_000, 7, 12]);
    expect(values('who')).toEqual([]);
  });
});

describe('isEnumeration', () => {
  it('is two figures, or three parts between commas', () => {
    expect(isEnumeration(sentenceOf('передали 4 машини та 12 собак'))).toBe(true);
    expect(isEnumeration(sentenceOf('передали машини, собак, дрони, прилади'))).toBe(true);
    expect(isEnumeration(sentenceOf('передали 4 машини, а також собак'))).toBe(false);
  });
});

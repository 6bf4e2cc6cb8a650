import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { termsOf } from '../question/question-terms.ts';
import { askedThing } from './asked-thing.ts';

const asked = (question: string) =>
  askedThing(question, termsOf(question, loadLexicon())).map(({ surface }) => surface);

describe('askedThing', () => {
  it.each([
    ['який двигун стоїть у машини', ['двигун']],
    ['яка модель міношукача в Литви', ['модель', 'міношукача']],
    ['which bank keeps the money', ['bank']],
    ['какой цвет у машины', ['цвет']],
    ['хто власник заводу', ['власник', 'заводу']],
    ['як звати директорку школи', ['директорку', 'школи']],
    ['what is the name of the insurer', ['insurer']],
  ])('finds what "%s" asks for', (question, things) => {
    expect(asked(question)).toEqual(things);
  });

  it.each([
    'яка країна дала найбільше',
    'which company built it',
    'у якому році підписали угоду',
    'скільки дала Японія',
    'хто передав машини',
    'who won the tender',
  ])('finds nothing in "%s", whose answer does not say that word', (question) => {
    expect(asked(question)).toEqual([]);
  });
});

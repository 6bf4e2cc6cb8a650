import { describe, expect, it } from 'vitest';
import { lexicon } from '../sources/ranked-for-tests.ts';
import type { QueryTerm } from './query-term.ts';
import { termsOf } from './question-terms.ts';

const term = (text: string, surface: string): QueryTerm => {
  const found = termsOf(text, lexicon).find((one) => one.surface === surface);
  if (found === undefined) throw new Error(`"${text}" has no term "${surface}"`);
  return found;
};
const surfaces = (text: string) => termsOf(text, lexicon).map(({ surface }) => surface);

describe('termsOf', () => {
  it('gives a word its stem and its concepts, so that other forms and languages meet it', () => {
    expect(term('передала Японія', 'японія')).toMatchObject({
      stems: ['япон'],
      concepts: ['cjapan'],
      named: true,
    });
    expect(term('gift of Japan', 'japan').concepts).toEqual(['cjapan']);
  });

  it('gives grams of its spelling to a word the lexicon does not know, and to no other', () => {
    expect(term('машини Vyhadko', 'vyhadko').grams).toContain('hadk');
    expect(term('машини Vyhadko', 'машини').grams).toEqual([]);
  });

  it('leaves function words out unless capitals make them a name', () => {
    expect(surfaces('tell us about it')).not.toContain('us');
    expect(term('US aid', 'us').concepts).toContain('cunitedstates');
  });

  it('weighs what shapes a question less than what it is about', () => {
    const weight = (surface: string) => term('скільки коштів дала Японія на 40 машин', surface).weight;
    expect(weight('японія')).toBe(1);
    expect(weight('коштів')).toBeLessThan(weight('40'));
    expect(weight('40')).toBeLessThan(weight('машин'));
  });

  it('lets a date weigh little and name nobody', () => {
    for (const surface of ['травні', '2023']) {
      const { weight, named } = term('машини у травні 2023', surface);
      expect({ surface, light: weight < 0.5, named }).toEqual({ surface, light: true, named: false });
    }
  });

  it('lets Ukraine and landscape words name nobody', () => {
    expect(term('поля України', 'україни').named).toBe(false);
    expect(term('поля Херсона', 'поля').named).toBe(false);
    expect(term('поля Херсона', 'херсона').named).toBe(true);
  });

  it('joins the parts of a model number', () => {
    const { stems } = term('машина GCS-200', 'gcs');
    expect(stems).toHaveLength(2);
    expect(stems).toEqual(term('машина gcs200', 'gcs').stems);
    expect(term('машина GCS і 200 собак', 'gcs').stems).toHaveLength(1);
  });

  it('takes Japanese runs apart by what the lexicon knows, the counter weighing little', () => {
    const question = '日本は地雷除去機を何台供与しましたか';
    expect(term(question, '日本')).toMatchObject({ concepts: ['cjapan'], named: true, weight: 1 });
    expect(term(question, '地雷除去機').weight).toBe(1);
    expect(term(question, '台').weight).toBeLessThan(0.5);
  });

  it('gives its sounds to a name in katakana that the lexicon does not know', () => {
    expect(term('ハンソル・オーシャンの約束', 'ハン').sounds).toEqual(['0hnsr']);
    expect(term('ハンソルの約束', '約束').sounds).toEqual([]);
  });

  it('reads a name in quotation marks that is written in hiragana', () => {
    expect(surfaces('「みらいの庭」の代表')).toEqual(expect.arrayContaining(['みら', 'の庭']));
  });

  it('lets the word weigh little that an answer gives a name for', () => {
    expect(term('資金を出している国はどこですか', '国').weight).toBeLessThan(0.5);
    expect(term('40億円の資金', '40億').stems).toContain('4');
  });

  it('takes a name for rarer than an everyday word before the corpus has shown it', () => {
    const text = 'машини Японії Vyhadko';
    expect(term(text, 'японії').prior).toBeLessThan(term(text, 'машини').prior);
    expect(term(text, 'vyhadko').prior).toBe(0);
  });

  it('is empty for a text of function words', () => {
    expect(surfaces('а що це і як')).toEqual([]);
  });
});

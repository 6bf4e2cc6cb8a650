import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { understand } from './understand.ts';

const lexicon = loadLexicon();
const now = new Date('2026-11-23T12:00:00Z');
const read = (text: string, previous?: string) =>
  understand({ text, ...(previous === undefined ? {} : { previous }) }, { lexicon, now });
const names = (text: string, previous?: string) =>
  read(text, previous)
    .terms.filter(({ named }) => named)
    .flatMap(({ concepts }) => concepts);

describe('understand', () => {
  it('finds one concept behind the spellings of four languages', () => {
    for (const question of [
      'Що дала Японія?',
      'What did Japan give?',
      'Что дала Япония?',
      '日本は何を供与しましたか',
    ]) {
      expect(names(question)).toContain('cjapan');
    }
  });

  it('answers in the language of the question, and in the given one where the question shows none', () => {
    expect(read('Скільки машин передали?').language).toBe('uk');
    expect(read('Сколько машин передали?').language).toBe('ru');
    expect(read('How many machines?').language).toBe('en');
    expect(understand({ text: 'Palantir', language: 'uk' }, { lexicon, now }).language).toBe('uk');
  });

  it('replaces the donor of the question before and keeps the rest', () => {
    const concepts = names('а Литва?', 'Скільки машин дала Японія?');
    expect(concepts).toContain('clithuania');
    expect(concepts).not.toContain('cjapan');
    expect(read('а Литва?', 'Скільки машин дала Японія?').wanted).toBe('count');
  });

  it('does not take "дані" for Denmark or "us" for the United States', () => {
    expect(names('останні дані про постраждалих')).not.toContain('cdenmark');
    expect(names('tell us about demining')).not.toContain('cunitedstates');
    expect(names('US funding for demining')).toContain('cunitedstates');
  });

  it('lets any figure answer when it is the giver that follows "how many"', () => {
    expect(read('скільки США дали на розмінування').wanted).toBe('quantity');
    expect(read('скільки машин дали США').wanted).toBe('count');
  });

  it('gives little weight to the figure a person only wants checked', () => {
    const terms = read('скільки коштує розмінувати Україну — досі 37 млрд?').terms;
    expect(terms.find(({ surface }) => surface === '37')?.weight).toBeLessThan(0.1);
  });

  it('knows the property that is asked for', () => {
    expect(read('скільки коштує одна машина').attribute?.name).toBe('price');
    expect(read('яка зарплата сапера').attribute?.name).toBe('salary');
    expect(read('хто дав машини').attribute).toBeNull();
  });

  it('takes over in a follow-up what the question before asked for, unless another measure is named', () => {
    const before = 'скільки гектарів лісу розмінували Ліси України?';
    expect(read('а скільки ще лишилось?', before).wanted).toBe('area');
    const percent = 'сколько процентов компенсируют фермерам с апреля 2026?';
    expect(read('а по площади какой предел?', percent).wanted).toBe('area');
  });

  it('moves the time of the question before when the follow-up says so', () => {
    const { period } = read('а місяцем раніше?', 'яка ціна гектара у лютому 2026?');
    expect(period).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  });

  it('takes the adjective of a region for its city as well', () => {
    expect(names('вінницький центр протезування')).toEqual(
      expect.arrayContaining(['cvinnytsia', 'cvinnytsiaregion']),
    );
  });

  it('knows the act of a verb under another prefix', () => {
    const concepts = read('скільки назбирали на машини').terms.flatMap((term) => term.concepts);
    expect(concepts).toContain('ccollect');
  });
});

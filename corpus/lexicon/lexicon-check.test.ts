import { describe, expect, it } from 'vitest';
import { type LexiconRow, readLexiconRows } from './lexicon.ts';
import { checkBundledLexicon, checkLexicon, readForCheck, readSharedForms } from './lexicon-check.ts';

const header = 'id,kind,en,uk,ru,ja,note';
const row = (line: string): LexiconRow => readLexiconRows(`${header}\n${line},,`)[0]!;
const kinds = (...lines: readonly string[]) => checkLexicon(lines.map(row)).map(({ kind }) => kind);

describe('the lexicon that ships with the project', () => {
  it('has nothing to mend', () => expect(checkBundledLexicon()).toEqual([]));
});

describe('checkLexicon', () => {
  it('accepts rows that keep the rules', () => {
    expect(kinds('deminer,term,deminer,сапер,сапер', 'latvia,country,Latvia,Латвія,Латвия')).toEqual([]);
  });

  it.each([
    ['two rows of one id', 'duplicate id', ['dog,word,dog,собака,собака', 'dog,word,hound,пес,пес']],
    ['a form listed twice', 'duplicate form', ['dog,word,dog|dogs|hound|hounds,собака,собака']],
    ['an inflection that the stem finds anyway', 'duplicate form', ['dog,word,dog,собака|собаки,собака']],
    ['a row without Ukrainian', 'missing language', ['dog,word,dog,,собака']],
    ['a common word without Russian', 'missing language', ['dog,word,dog,собака,']],
    ['a common word among the names', 'name', ['field,place,field,лан,нива']],
    ['a word that is never looked up', 'stop word', ['beneath,word,beneath|under,знизу,внизу']],
    ['a marker that changes nothing', 'marker', ['ngo,term,non-governmental|=NGO,НУО,НПО']],
    ['a marker inside a form', 'marker', ['dog,word,guard dog,пес=сторож,пес']],
    ['a capital asked for and not written', 'marker', ['diia,org,Diia,^дія,портал Дия']],
    ['a marker twice', 'marker', ['dog,word,dog,==собака,собака']],
    ['a form without a word', 'marker', ['dog,word,dog,собака|—,собака']],
  ])('finds %s', (_, kind, lines) => expect(kinds(...lines)).toContain(kind));

  it('finds a marker in the Japanese column, where forms have no endings', () => {
    const [japanese] = readLexiconRows(`${header}\njapan,country,Japan,Японія,Япония,=日本,`);
    expect(checkLexicon([japanese!]).map(({ kind }) => kind)).toEqual(['marker']);
  });

  it('allows a name to be written in Latin letters in Russian', () => {
    expect(kinds('palantir,org,Palantir,Palantir|Палантір,')).toEqual([]);
  });
});

describe('forms of two rows', () => {
  const denmark = (form: string) => `denmark,country,Denmark,${form},датский`;
  const data = 'data,word,data,дані,датасет';

  it('are found when one word would be both by accident of its stem', () => {
    expect(kinds(denmark('Данія'), data)).toEqual(['shared form']);
  });

  it('are told apart when the name lists its exact cases and the other does too', () => {
    expect(kinds(denmark('=Данія|=Данії'), 'data,word,data,=дані|=даних,датасет')).toEqual([]);
  });

  it('may share letters when one asks for a capital', () => {
    expect(kinds('diia,org,Diia,^Дія,портал Дия', 'action,word,action,дія,действие')).toEqual([]);
  });

  it('may be two names, as a surname is', () => {
    expect(kinds('a,person,Anna Kim,Кім,Ким', 'b,person,Boris Kim,Кім,Ким')).toEqual([]);
  });

  it('may be allowed by a line with the reason, which must then be needed', () => {
    const rows = ['policy,word,policy,політика,стратегия', 'politics,word,politics,політика,выборы'].map(row);
    const allowed = readSharedForms('form,ids,reason\nполітика,policy politics,one word in Ukrainian\n');
    expect(checkLexicon(rows, allowed)).toEqual([]);
    expect(checkLexicon(rows.slice(1), allowed).map(({ kind }) => kind)).toEqual(['needless allowance']);
  });
});

describe('readForCheck', () => {
  it('names the line that cannot be read and reads the others', () => {
    const { rows, findings } = readForCheck(
      `${header}\nDog,word,dog,собака,собака,,\ncat,word,cat,кішка,кошка,,\n`,
    );
    expect(rows.map(({ id }) => id)).toEqual(['cat']);
    expect(findings).toMatchObject([{ kind: 'unreadable row', row: 'line 2' }]);
  });
});

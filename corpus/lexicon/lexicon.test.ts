import { describe, expect, it } from 'vitest';
import { StorageError } from '../errors.ts';
import { isAct, loadLexicon, parseLexicon } from './lexicon.ts';

const header = 'id,kind,en,uk,ru,ja,note';
const found = (cells: string, text: string) =>
  parseLexicon(`${header}\n${cells}\n`)
    .mentions(text)
    .map(({ concept }) => concept.id);

describe('a form', () => {
  it('matches its inflections when it is not marked', () => {
    expect(found('latvia,country,Latvia,Латвія,Латвия,,', 'про Латвію і латвії')).toEqual([
      'latvia',
      'latvia',
    ]);
  });

  it('matches letter by letter behind =', () => {
    const denmark = 'denmark,country,Denmark,=Данія|=Данії,=Дания,,';
    expect(found(denmark, 'дані та даних')).toEqual([]);
    expect(found(denmark, 'уряд данії')).toEqual(['denmark']);
  });

  it('asks for a capital behind ^', () => {
    const town = 'shchastia,place,Shchastia,^Щастя,город Счастье,,';
    expect(found(town, 'яке щастя')).toEqual([]);
    expect(found(town, 'під Щастям')).toEqual(['shchastia']);
  });

  it('of three Latin letters or a short abbreviation matches letter by letter unmarked', () => {
    expect(found('ied,term,IED,СВП,СВУ,,', 'an IED, but no ies')).toEqual(['ied']);
    expect(found('hectare,unit,hectare|ha,гектар,гектар,,', 'it has 5 ha')).toEqual(['hectare']);
    expect(found('ai,term,AI,ШІ,ИИ,,', 'її')).toEqual([]);
  });

  it('that reads as a function word counts in capitals only', () => {
    const states = 'united-states,country,United States|US,США,США,,';
    expect(found(states, 'tell us')).toEqual([]);
    expect(found(states, 'the US gave')).toEqual(['united-states']);
  });

  it('is shown without its markers', () => {
    const [concept] = parseLexicon(`${header}\ndiia,org,Diia,^=Дія|портал Дія,Дия,,`).concepts;
    expect(concept!.forms.uk).toEqual(['Дія', 'портал Дія']);
    expect(concept!.exactForms).toEqual(new Set(['Дія']));
  });
});

describe('the hash', () => {
  const hash = (cells: string) => parseLexicon(`${header}\n${cells}\n`).hash;
  it('changes with a marker and not with a note', () => {
    const plain = hash('a,word,one word,слово,слово,,');
    expect(hash('a,word,one word,=слово,слово,,')).not.toBe(plain);
    expect(hash('a,word,one word,слово,слово,,reviewed')).toBe(plain);
  });
});

describe('a row that cannot be read', () => {
  it('is named with its line', () => {
    expect(() => parseLexicon(`${header}\na,wrong,a,a,a,,`)).toThrow(StorageError);
    expect(() => parseLexicon(`${header}\na,wrong,a,a,a,,`)).toThrow(/row 2: kind/);
  });
});

describe('the bundled lexicon', () => {
  it('finds every row by each of its forms', () => {
    const lexicon = loadLexicon();
    const missed = lexicon.concepts.flatMap((concept) =>
      [...concept.forms.en, ...concept.forms.uk, ...concept.forms.ru]
        .filter((form) => !lexicon.mentions(form).some((mention) => mention.concept === concept))
        .map((form) => `${concept.id}: ${form}`),
    );
    expect(missed).toEqual([]);
  });

  it('knows the opening stem of every form before and after they are read', () => {
    const lexicon = parseLexicon(`${header}\nseven,number,seven,"=сім|п'ятірка",семь,,\n`);
    expect(lexicon.knowsStem('сим')).toBe(true);
    expect(lexicon.stemsFrom('с')).toEqual(['сем', 'сим']);
    expect(lexicon.stemsFrom('п')).toEqual(['пятирк', 'пятирок', 'пятирц']);
    expect(lexicon.stemsFrom('s')).toEqual(['seven']);
    expect(lexicon.stemsFrom('x')).toEqual([]);
  });

  it.each([
    ['дані про розмінування', 'denmark'],
    ['крім того', 'crimea'],
    ['крім того', 'togo'],
    ['кубічних метрів вантажу', 'cuba'],
    ['велика сума', 'sumy'],
    ['рівний розподіл', 'rivne'],
    ['її роль', 'artificial-intelligence'],
    ['він сказав', 'accuse'],
    ['на лівому березі', 'libya'],
    ['подолати наслідки', 'podillia'],
    ['вилучили набій', 'nabu'],
    ['сапер умер', 'rustem-umerov'],
    ['змусили, примусили', 'roman-prymush'],
    ['скопление мин', 'skopje'],
    ['різке зростання', 'riga'],
    ['wooden poles', 'poland'],
    ['spotted a shell', 'spot-robot'],
    ['executive director', 'implement'],
    ['правління фонду', 'working-group'],
    ['Закарпаття', 'carpathians'],
  ])('does not read "%s" as %s', (text, id) => {
    expect(
      loadLexicon()
        .mentions(text)
        .map(({ concept }) => concept.id),
    ).not.toContain(id);
  });

  it.each([
    ['гроші Данії', 'denmark'],
    ['у Криму', 'crimea'],
    ['уряд Грузії', 'georgia'],
    ['джи сі ес', 'global-clearance-solutions'],
    ['аліс', 'alis'],
    ['джайка', 'japan-international-cooperation-agency'],
    ['подати заявку в Дії', 'diia'],
    ['у лівії', 'libya'],
    ['перебували португальці', 'portugal'],
    ['учили датчан', 'denmark'],
    ['правобережної Херсонщини', 'right-bank-of-the-dnipro'],
    ['на лівому березі', 'left-bank-of-the-dnipro'],
    ['сумчанам', 'sumy'],
    ['на Закарпатті', 'zakarpattia-region'],
    ['голова правління', 'board'],
    ['річний страховий внесок', 'insurance-premium'],
  ])('reads "%s" as %s', (text, id) => {
    expect(
      loadLexicon()
        .mentions(text)
        .map(({ concept }) => concept.id),
    ).toContain(id);
  });
});

describe('isAct', () => {
  it.each([
    ['resume,word,resume,відновити роботу,возобновить работу,,', true],
    ['refuse,word,refuse,відмовитися,отказаться,,', true],
    ['ordnance,term,ordnance,вибухонебезпечні предмети,взрывоопасные предметы,,', false],
    ['fruit,word,fruit,фрукти,фрукты,,', false],
    ['mother,word,single mother,мати-одиначка,мать-одиночка,,', false],
  ])('tells by its first word whether a row stands for an act: %s', (row, expected) => {
    const [mention] = parseLexicon(`${header}\n${row}\n`).mentions(row.split(',')[2]!);
    expect(isAct(mention!.concept)).toBe(expected);
  });
});

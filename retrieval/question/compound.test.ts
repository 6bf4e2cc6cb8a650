import { describe, expect, it } from 'vitest';
import { lexicon } from '../sources/ranked-for-tests.ts';
import { partsOf, sidesOf } from './compound.ts';

const parts = (text: string) => partsOf({ text }).map((part) => part.text);
const sides = (text: string) => sidesOf({ text }, lexicon).map((side) => side.text);

describe('partsOf', () => {
  it.each([
    [
      'Скільки машин передала Японія і коли вони приїхали до Києва?',
      'Скільки машин передала Японія',
      'коли вони приїхали до Києва?',
    ],
    ['Who runs the centre and how many teams are there?', 'Who runs the centre', 'how many teams are there?'],
    ['Кто дал машины, и сколько они стоят всего?', 'Кто дал машины', 'сколько они стоят всего?'],
    [
      'Скажіть, хто навчав саперів, коли почалося навчання?',
      'Скажіть, хто навчав саперів',
      'коли почалося навчання?',
    ],
  ])('cuts "%s" in two', (text, first, second) => {
    expect(parts(text)).toEqual([first, second]);
  });

  it('gives the second question the first as the one before it, and both the language of the person', () => {
    const text = 'Who runs the centre and how many teams are there?';
    expect(partsOf({ text, language: 'ru', previous: 'earlier' })).toEqual([
      { text: 'Who runs the centre', language: 'ru', previous: 'earlier' },
      { text: 'how many teams are there?', language: 'ru', previous: 'Who runs the centre' },
    ]);
  });

  it.each([
    ['"and" joins two things', 'Скільки машин і собак передала Японія?'],
    ['the second part is too short to ask anything', 'Скільки машин передала Японія, а коли?'],
    ['the first part is too short to ask anything', 'Хто дав, скільки машин передала Японія?'],
    ['what comes first is no question', 'Читав про машини для саперів, скільки їх передала Японія?'],
    ['a word only begins like a question word', 'Скільки машин передала Японія і чимало собак теж?'],
  ])('leaves a question whole when %s', (_, text) => {
    expect(partsOf({ text })).toEqual([{ text }]);
  });
});

describe('sidesOf', () => {
  it('asks the question of each of two countries, the other one left out', () => {
    const [first, second] = sides('Хто дав більше машин: Бельгія чи Італія?');
    expect(first).toContain('Бельгія');
    expect(first).not.toContain('Італія');
    expect(second).toContain('Італія');
    expect(second).not.toContain('Бельгія');
  });

  it('leaves out all words of a name', () => {
    const [, second] = sides('Хто дав більше: Велика Британія чи Швейцарія?');
    expect(second).not.toMatch(/Велика|Британія/);
    expect(second).toContain('Швейцарія');
  });

  it('leaves out a name however it is spelt', () => {
    const [, second] = sides(
      'Хто дав більше: Обʼєднані Арабські Емірати чи Японія? Об’єднані Арабські Емірати?',
    );
    expect(second).not.toMatch(/днані|Емірати/);
  });

  it.each([
    ['one thing is named', 'Скільки дала Японія?'],
    ['one thing is named twice', 'Японія дала більше, ніж японський фонд?'],
    ['Ukraine is one of the two', 'Чим відрізняється допомога Японії та України?'],
    ['the two are of different kinds', 'Порівняй Харків і Японію'],
  ])('is empty when %s', (_, text) => {
    expect(sides(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { asking, originsOf, type Story } from '../sources/ranked-for-tests.ts';
import { bothSides, comparesCountries, sidesNamed, withEachSide } from './sides.ts';

const keysOf = (question: string, stories: readonly Story[], limit: number) => {
  const asked = asking(question);
  return bothSides(originsOf(stories, asked), asked, limit).map(({ ranked }) => ranked.document.key);
};
const question = 'Хто дав більше машин: Бельгія чи Італія?';
const belgium: Story = { key: 'belgium', text: 'Бельгія дала 10 машин.', similarity: 0.9 };
const belgiumAgain: Story = {
  key: 'belgium-again',
  text: 'Бельгія дала 10 машин саперам.',
  similarity: 0.85,
};
const italy: Story = { key: 'italy', text: 'Італія дала 7 машин.', similarity: 0.6 };

describe('bothSides', () => {
  it('begins with the best passage and goes on with the other side, though weaker', () => {
    expect(keysOf(question, [belgium, belgiumAgain, italy], 2)).toEqual(['belgium', 'italy']);
    expect(keysOf(question, [italy, belgiumAgain, belgium], 2)).toEqual(['belgium', 'italy']);
  });

  it('goes on with the side that is left when there is room', () => {
    expect(keysOf(question, [belgium, belgiumAgain, italy], 5)).toEqual([
      'belgium',
      'italy',
      'belgium-again',
    ]);
  });

  it('does not let what is new outweigh a passage about nothing asked for', () => {
    const other = { key: 'other', text: 'Погода в Києві: 300 машин стоять.', similarity: 0 };
    expect(keysOf(question, [belgium, other, italy], 2)).toEqual(['belgium', 'italy']);
  });

  it('takes the period not told of yet', () => {
    const told = (key: string, published: string, similarity: number) => ({
      key,
      published,
      similarity,
      text: 'Японія дала 10 машин.',
    });
    const stories = [
      told('now', '2025-03-01', 0.5),
      told('now-too', '2025-06-01', 0.45),
      told('then', '2024-05-01', 0.3),
    ];
    expect(keysOf('Порівняй, скільки машин дала Японія у 2024 і 2025', stories, 2)).toEqual(['now', 'then']);
  });

  it('takes another figure of what is counted before the same one, and no figure of anything else', () => {
    const told = (key: string, text: string) => ({ key, text, published: '2024-05-01', similarity: 0.5 });
    const stories = [
      told('ten', 'Японія дала саперам 10 машин.'),
      told('ten-again', 'Японія дала саперам 10 машин.'),
      told('nine', 'Японія дала саперам 9 машин.'),
    ];
    expect(keysOf('Порівняй, скільки машин дала Японія', stories, 2)).toEqual(['ten', 'nine']);
    const dogs = [...stories.slice(0, 2), told('dogs', 'Японія дала саперам машини і 9 собак.')];
    expect(keysOf('Порівняй, скільки машин дала Японія', dogs, 2)).toEqual(['ten', 'ten-again']);
  });

  it('gives nothing for nothing', () => {
    expect(keysOf(question, [], 4)).toEqual([]);
    expect(keysOf(question, [belgium], 0)).toEqual([]);
  });

  it('looks for the figures that a question names', () => {
    const stories = [
      { key: 'about', text: 'Шмигаль розповів про заміновані площі.', similarity: 0.9 },
      { key: 'first', text: 'Шмигаль назвав 129 тис. км².', similarity: 0.5 },
      { key: 'second', text: 'Шмигаль назвав 139 тис. км².', similarity: 0.4 },
    ];
    const asked = 'Заміновано 129 тис. км² чи 139 тис. км²? Обидва числа від Шмигаля';
    expect(keysOf(asked, stories, 2)).toEqual(['first', 'second']);
  });
});

describe('withEachSide', () => {
  it('adds the best pages of a side that none of those chosen names', () => {
    const asked = asking(question);
    const all = originsOf([belgium, belgiumAgain, italy], asked);
    const keys = (chosen: readonly number[]) =>
      withEachSide(
        chosen.map((at) => all[at]!),
        all,
        asked,
      ).map(({ ranked }) => ranked.document.key);
    expect(keys([0, 1])).toEqual(['belgium', 'belgium-again', 'italy']);
    expect(keys([0, 2])).toEqual(['belgium', 'italy']);
  });
});

describe('sidesNamed', () => {
  const named = (text: string) => sidesNamed(asking(text).understanding).map(({ surface }) => surface);

  it('names what is held against each other, each once', () => {
    expect(named(question)).toEqual(['бельгія', 'італія']);
    expect(named('Порівняй допомогу Японії та Південної Кореї')).toHaveLength(2);
  });

  it('names nothing where one name stands alone or a development is asked for', () => {
    expect(named('Порівняй допомогу Японії у 2024 і 2025')).toEqual([]);
    expect(named('Хто передав машини: уряд Японії?')).toEqual([]);
  });
});

describe('comparesCountries', () => {
  it('holds of two countries, and of nothing else held against each other', () => {
    const compares = (text: string) => comparesCountries(asking(text).understanding);
    expect(compares(question)).toBe(true);
    expect(compares('Порівняй розмінування на Харківщині та Херсонщині')).toBe(false);
    expect(compares('Порівняй допомогу Японії у 2024 і 2025')).toBe(false);
  });
});

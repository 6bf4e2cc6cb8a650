import { describe, expect, it } from 'vitest';
import { asking, rankedOf } from '../sources/ranked-for-tests.ts';
import { stateOneFigure } from './one-figure.ts';

const published = '2026-03-11';
const sentences = (...texts: readonly string[]) =>
  rankedOf(
    texts.map((text) => ({ text })),
    asking('Скільки гектарів очищено?'),
  ).map(({ analysed }) => ({ sentence: analysed.sentences[0]!, published }));
const areOne = (one: string, other: string) => {
  const [a, b] = sentences(one, other);
  return stateOneFigure(a!, b!);
};

describe('stateOneFigure', () => {
  it('holds of one state of things told at two times', () => {
    expect(
      areOne(
        'На 1 жовтня 2026 року очищено 52,1 тис. га земель ДП «Ліси України».',
        'ДП «Ліси України» повідомило 12 січня 2026 року, що від початку вторгнення очищено 47,8 тис. га його земель.',
      ),
    ).toBe(true);
  });

  it('does not hold of what was cleared and what needs clearing, or was only signed for', () => {
    const cleared = 'ДП «Ліси України» очистило від мін 47,8 тис. га лісу.';
    expect(areOne(cleared, 'ДП «Ліси України»: від мін потребує очищення 450 тис. га лісу.')).toBe(false);
    expect(areOne(cleared, 'ДП «Ліси України» уклало договори на очищення від мін 60 тис. га лісу.')).toBe(
      false,
    );
  });

  it('does not hold of one month and all time, nor of two months', () => {
    const february = 'У лютому 2026 року за програмою очистили 970 га полів.';
    expect(areOne(february, 'Від початку за програмою очистили 14,6 тис. га полів.')).toBe(false);
    expect(areOne(february, 'У січні 2026 року за програмою очистили 1 340 га полів.')).toBe(false);
    expect(areOne(february, 'У лютому 2026 року за програмою очистили 940 га полів.')).toBe(true);
  });

  it('does not hold of the gift of one country and all that there is, nor of what comes on top', () => {
    expect(areOne('Україна має 69 машин DOK-ING.', 'Південна Корея дала Україні 10 машин DOK-ING.')).toBe(
      false,
    );
    expect(areOne('Роботи йдуть за 73 договорами.', 'Роботи йдуть ще за 8 договорами.')).toBe(false);
  });
});

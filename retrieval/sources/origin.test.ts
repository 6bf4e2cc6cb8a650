import { describe, expect, it } from 'vitest';
import { collapseOrigins } from './origin.ts';
import { asking, rankedOf, type Story } from './ranked-for-tests.ts';

const folded = (...stories: readonly Story[]) =>
  collapseOrigins(rankedOf(stories, asking('Скільки машин передала Японія?'))).map(
    ({ ranked, reprints }) => `${ranked.document.key} +${reprints}`,
  );
const release =
  'Японія передала рятувальникам Харківщини 24 машини для розмінування полів. Церемонія відбулася в Києві за участю посла та міністра. Машини вже працюють у громадах області.';
const retold =
  'Рятувальникам Харківщини Японія передала 24 машини для розмінування полів, церемонія відбулася в Києві за участю посла та міністра, машини працюють у громадах.';
const told = (key: string, published: string | null, text = release): Story => ({ key, published, text });

describe('collapseOrigins', () => {
  it('folds reprints under the first of them and counts the outlets', () => {
    expect(
      folded(
        told('best', '2024-05-02'),
        told('copy', '2024-05-01'),
        told('retold', '2024-05-04', retold),
        told('other', '2024-05-02', 'Литва подарувала 31 собаку для пошуку вибухівки на Сумщині.'),
      ),
    ).toEqual(['best +2', 'other +0']);
  });

  it('folds a release told in another language with the same figures', () => {
    const english =
      'Japan handed over 24 machines for demining fields to rescuers of Kharkiv region. The ceremony took place in Kyiv.';
    const ukrainian =
      'Японія передала рятувальникам Харківської області 24 машини для розмінування полів. Церемонія відбулася в Києві.';
    const pair = (published: string) =>
      folded(told('uk', '2024-05-01', ukrainian), { ...told('en', published, english), language: 'en' });
    expect(pair('2024-05-02')).toEqual(['uk +1']);
    expect(pair('2024-06-02')).toEqual(['uk +0', 'en +0']);
  });

  it('keeps an update apart that comes weeks later or with another figure', () => {
    expect(folded(told('first', '2024-05-01'), told('weeks', '2024-06-20', retold))).toEqual([
      'first +0',
      'weeks +0',
    ]);
    expect(
      folded(told('first', '2024-05-01'), told('figure', '2024-05-02', retold.replace('24', '38'))),
    ).toEqual(['first +0', 'figure +0']);
  });

  it('does not guess from dates known to the month only', () => {
    expect(folded(told('month', '2024-05'), told('day', '2024-05-02', retold))).toEqual([
      'month +0',
      'day +0',
    ]);
    expect(folded(told('none', null), told('day', '2024-05-02', retold))).toEqual(['none +0', 'day +0']);
  });

  it('does not let small counts prove that two texts are one', () => {
    const small = (text: string) => text.replace('24', '3');
    const english = 'Japan handed over 3 machines for demining fields to rescuers of Kharkiv region in Kyiv.';
    expect(
      folded(told('uk', '2024-05-01', small(release)), {
        ...told('en', '2024-05-01', english),
        language: 'en',
      }),
    ).toEqual(['uk +0', 'en +0']);
  });
});

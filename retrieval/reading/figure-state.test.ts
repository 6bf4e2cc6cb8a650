import { describe, expect, it } from 'vitest';
import { findQuantities } from '../figures/quantity.ts';
import { stateOf } from './figure-state.ts';

describe('stateOf', () => {
  const stateIn = (sentence: string) =>
    stateOf(sentence, findQuantities(sentence).find(({ kind }) => kind === 'area')!);

  it.each([
    ['Очищено понад 20 тисяч гектарів потенційно замінованих територій.', 'done'],
    ['Потенційно забрудненою лишається площа 137 тис. кв. км.', 'left'],
    ['174,000 square kilometers of the country were potentially contaminated.', 'left'],
    ['Центр провів торги на очищення 7 995 га агроземель.', 'agreed'],
    ['Операторам повернули 300 га.', 'done'],
    ['Поле має 300 га.', null],
  ] as const)('in "%s" is %s', (sentence, state) => {
    expect(stateIn(sentence)).toBe(state);
  });
});

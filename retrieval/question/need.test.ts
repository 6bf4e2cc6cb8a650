import { describe, expect, it } from 'vitest';
import { attributeOf } from './attribute.ts';
import { needsNothing, wantsFigure, wantsState } from './need.ts';
import type { Wanted } from './wanted-type.ts';

const kinds: readonly Wanted[] = ['money', 'area', 'count', 'quantity', 'who', 'date', 'why', 'any'];

describe('needsNothing', () => {
  it('is true where neither a type nor a property is asked for', () => {
    expect(needsNothing({ wanted: 'any', attribute: null })).toBe(true);
    expect(needsNothing({ wanted: 'any', attribute: attributeOf('機械の速度は') })).toBe(false);
    expect(needsNothing({ wanted: 'date', attribute: null })).toBe(false);
  });
});

describe('wantsFigure', () => {
  it('tells questions for a figure from questions for a name, a date or a reason', () => {
    expect(kinds.filter((wanted) => wantsFigure({ wanted }))).toEqual(['money', 'area', 'count', 'quantity']);
  });
});

describe('wantsState', () => {
  it('adds dates to figures: a later report replaces both', () => {
    expect(kinds.filter((wanted) => wantsState({ wanted }))).toEqual([
      'money',
      'area',
      'count',
      'quantity',
      'date',
    ]);
  });
});

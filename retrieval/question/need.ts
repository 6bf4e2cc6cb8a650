import type { QuantityKind } from '../figures/quantity-units.ts';
import type { Attribute } from './attribute.ts';
import type { Wanted } from './wanted-type.ts';

/** The measures of figures that answer each type of question; none where no figure does. */
export const measuresOf: Readonly<Record<Wanted, readonly QuantityKind[]>> = {
  money: ['money'],
  area: ['area'],
  extent: ['area', 'percent'],
  percent: ['percent'],
  duration: ['duration'],
  count: ['count'],
  quantity: ['money', 'count', 'mass', 'area', 'length', 'percent'],
  date: [],
  who: [],
  where: [],
  why: [],
  any: [],
};

/** What a sentence must hold to answer. */
export interface Need {
  readonly wanted: Wanted;
  readonly attribute: Attribute | null;
}

/** True when a figure is asked for, of whatever measure. */
export function wantsFigure({ wanted }: Pick<Need, 'wanted'>): boolean {
  return measuresOf[wanted].length > 0;
}

/** True when what is asked for is a figure or a date: a state that a later report replaces. */
export function wantsState({ wanted }: Pick<Need, 'wanted'>): boolean {
  return wanted === 'date' || wantsFigure({ wanted });
}

/** True when nothing in particular is needed, so that any sentence may answer. */
export function needsNothing({ wanted, attribute }: Need): boolean {
  return wanted === 'any' && attribute === null;
}

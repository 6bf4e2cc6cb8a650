import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { findQuantities } from './quantity.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };

/** Value of a number concept of the lexicon by its id ("twenty-one", "two-hundred"); null for "half", "twice", "first". */
export function valueOfNumberConcept(id: string): number | null {
  let value = 0;
  let known = false;
  for (const part of id.split('-')) {
    const one = ones.indexOf(part);
    const ten = tens.indexOf(part);
    if (one >= 0) value += one;
    else if (ten >= 0) value += (ten + 2) * 10;
    else if (scales[part] !== undefined) value = Math.max(1, value) * scales[part];
    else return null;
    known = true;
  }
  return known ? value : null;
}

/** A number that a text says in words and not as a figure with its unit. */
export interface NumberWord {
  readonly id: string;
  readonly value: number | null;
}

/** Numbers in words of any language of the lexicon, those left out that belong to a quantity ("4 million euros"). */
export function numberWordsIn(text: string, lexicon: Lexicon): readonly NumberWord[] {
  let rest = text;
  for (const { start, end } of findQuantities(text))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return lexicon
    .mentions(rest)
    .filter(({ concept }) => concept.kind === 'number')
    .map(({ concept }) => ({ id: concept.id, value: valueOfNumberConcept(concept.id) }));
}

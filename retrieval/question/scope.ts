import type { Concept, ConceptKind, Lexicon, Mention } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { termNumber } from '../../corpus/terms/passage-terms.ts';

const scopeKinds: ReadonlySet<ConceptKind> = new Set(['country', 'place', 'brand']);
const wholeCountry = 'ukraine';
const wholeWorld = 'world';

/** Ids of the places, countries and brands among the mentions; Ukraine itself narrows nothing, "worldwide" leads elsewhere. */
export function scopesOf(mentions: readonly Mention[]): readonly string[] {
  return mentions.flatMap(({ concept }) => (narrows(concept) ? [concept.id] : []));
}

const numbersOfLexicons = new WeakMap<Lexicon, ReadonlySet<number>>();

/** Numbers of the concepts that {@link scopesOf} names, for looking them up in stored terms. */
export function scopeNumbers(lexicon: Lexicon): ReadonlySet<number> {
  return numbersOf(lexicon, numbersOfLexicons, narrows);
}

// "Field" and "territory" are places in the lexicon too; only a proper noun narrows.
function narrows({ id, kind, forms }: Concept): boolean {
  if (id === wholeWorld) return true;
  return id !== wholeCountry && scopeKinds.has(kind) && /^\p{Lu}/u.test(forms.en[0] ?? '');
}

const countriesOfLexicons = new WeakMap<Lexicon, ReadonlySet<number>>();
const placesOfLexicons = new WeakMap<Lexicon, ReadonlySet<number>>();

/** Numbers of the countries other than Ukraine, for looking them up in stored terms. */
export function countryNumbers(lexicon: Lexicon): ReadonlySet<number> {
  return numbersOf(lexicon, countriesOfLexicons, ({ kind, id }) => kind === 'country' && id !== wholeCountry);
}

/** Numbers of the regions and towns with a name of their own, for looking them up in stored terms. */
export function placeNumbers(lexicon: Lexicon): ReadonlySet<number> {
  return numbersOf(lexicon, placesOfLexicons, (concept) => concept.kind === 'place' && narrows(concept));
}

function numbersOf(
  lexicon: Lexicon,
  known: WeakMap<Lexicon, ReadonlySet<number>>,
  counts: (concept: Concept) => boolean,
): ReadonlySet<number> {
  const before = known.get(lexicon);
  if (before !== undefined) return before;
  const numbers = new Set(lexicon.concepts.filter(counts).map(({ id }) => termNumber(conceptTerm(id))));
  known.set(lexicon, numbers);
  return numbers;
}

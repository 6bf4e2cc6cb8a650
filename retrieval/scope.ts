import { conceptTerm } from '../corpus/lexical.ts';
import type { Concept, ConceptKind, Lexicon, Mention } from '../corpus/lexicon.ts';
import { termNumber } from '../corpus/passage-terms.ts';

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
  const known = numbersOfLexicons.get(lexicon);
  if (known !== undefined) return known;
  const numbers = new Set(lexicon.concepts.filter(narrows).map(({ id }) => termNumber(conceptTerm(id))));
  numbersOfLexicons.set(lexicon, numbers);
  return numbers;
}

// "Field" and "territory" are places in the lexicon too; only a proper noun narrows.
function narrows({ id, kind, forms }: Concept): boolean {
  if (id === wholeWorld) return true;
  return id !== wholeCountry && scopeKinds.has(kind) && /^\p{Lu}/u.test(forms.en[0] ?? '');
}

const countriesOfLexicons = new WeakMap<Lexicon, ReadonlySet<number>>();

/** Numbers of the countries other than Ukraine, for looking them up in stored terms. */
export function countryNumbers(lexicon: Lexicon): ReadonlySet<number> {
  const known = countriesOfLexicons.get(lexicon);
  if (known !== undefined) return known;
  const countries = lexicon.concepts.filter(({ kind, id }) => kind === 'country' && id !== wholeCountry);
  const numbers = new Set(countries.map(({ id }) => termNumber(conceptTerm(id))));
  countriesOfLexicons.set(lexicon, numbers);
  return numbers;
}

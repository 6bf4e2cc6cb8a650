import { conceptTerm } from '../../corpus/terms/lexical.ts';
import type { QueryTerm } from './query-term.ts';
import type { Wanted } from './wanted-type.ts';

const totals: ReadonlySet<Wanted> = new Set([
  'area',
  'extent',
  'count',
  'money',
  'quantity',
  'percent',
  'duration',
]);

/**
 * True when a figure of the whole is asked for and one of the texts around the figure names a part: "how much land is mined" asks for the
 * country; the hectares of Kherson oblast, or the 69 machines of one maker, are a part.
 */
export function isNarrower(
  { wanted, scopes }: { readonly wanted: Wanted; readonly scopes: readonly string[] },
  around: readonly ({ readonly isScoped: boolean } | undefined)[],
): boolean {
  if (scopes.length > 0 || !totals.has(wanted)) return false;
  return around.some((text) => text?.isScoped === true);
}

/** True when the whole country is asked for and one of the texts around a figure names a part of it, or another country. */
export function isPartOfWhole(
  asked: Parameters<typeof isNarrower>[0] & { readonly ofWhole: boolean },
  around: Parameters<typeof isNarrower>[1],
): boolean {
  return asked.ofWhole && isNarrower(asked, around);
}

const wholeCountry = ['ukraine', 'country'].map(conceptTerm);
// "Скільки саперів", "area mined": so little is said that nothing but the whole can be meant.
const mostWordsOfWhole = 2;

/** True when a question asks for the country as a whole, in so many words or by naming hardly anything. */
export function asksForWhole({
  terms,
  scopes,
  followsUp,
}: {
  readonly terms: readonly QueryTerm[];
  readonly scopes: readonly string[];
  readonly followsUp: boolean;
}): boolean {
  if (scopes.length > 0 || followsUp) return false;
  const own = terms.filter(({ weight }) => weight >= 0.5);
  if (own.some(({ named }) => named)) return false;
  return (
    own.length <= mostWordsOfWhole ||
    own.some(({ concepts }) => concepts.some((concept) => wholeCountry.includes(concept)))
  );
}

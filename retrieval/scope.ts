import type { Concept, ConceptKind, Mention } from '../corpus/lexicon.ts';

const scopeKinds: ReadonlySet<ConceptKind> = new Set(['country', 'place', 'brand']);
const wholeCountry = 'ukraine';
const wholeWorld = 'world';

/** Ids of the places, countries and brands among the mentions; Ukraine itself narrows nothing, "worldwide" leads elsewhere. */
export function scopesOf(mentions: readonly Mention[]): readonly string[] {
  return mentions.flatMap(({ concept }) => (narrows(concept) ? [concept.id] : []));
}

// "Field" and "territory" are places in the lexicon too; only a proper noun narrows.
function narrows({ id, kind, forms }: Concept): boolean {
  if (id === wholeWorld) return true;
  return id !== wholeCountry && scopeKinds.has(kind) && /^\p{Lu}/u.test(forms.en[0] ?? '');
}

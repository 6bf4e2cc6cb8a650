import type { Concept, ConceptKind } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { statesOf } from './capitals.ts';
import { kindsOf } from './equipment-kinds.ts';
import { entityKinds, type QueryTerm } from './query-term.ts';
import { saidBy } from './said-by.ts';

const figureKinds: ReadonlySet<ConceptKind> = new Set(['number', 'unit', 'currency', 'month']);

/** What a term is by the concepts it stands for. */
export function traitsOf(
  concepts: readonly Concept[],
): Pick<QueryTerm, 'concepts' | 'kinds' | 'named' | 'country' | 'place' | 'prior'> {
  const terms = [...new Set(concepts.map(({ id }) => conceptTerm(id)))];
  const named = isNamed(concepts);
  return {
    concepts: terms,
    kinds: [...kindsOf(terms), ...statesOf(terms), ...saidBy(terms)],
    named,
    country: named && concepts.some(({ kind }) => kind === 'country'),
    place: named && concepts.every(({ kind }) => kind === 'place'),
    prior: priorOf(concepts),
  };
}

/** True where some of the concepts is a number, a unit, a currency or a month. */
export function isOfFigure(concepts: readonly Concept[]): boolean {
  return concepts.some(({ kind }) => figureKinds.has(kind));
}

// Medians over the concepts of each kind in the starter corpus.
const priors = { word: 0.03, other: 0.02, name: 0.005, unknown: 0 } as const;

function priorOf(concepts: readonly Concept[]): number {
  if (concepts.length === 0) return priors.unknown;
  if (isNamed(concepts)) return priors.name;
  return concepts.every(({ kind }) => kind === 'word') ? priors.word : priors.other;
}

// Landscape words (field, territory) are places too, but only a proper noun names something.
function isNamed(concepts: readonly Concept[]): boolean {
  const names = concepts.filter(
    ({ kind, forms }) => entityKinds.has(kind) && kind !== 'machine' && /^\p{Lu}/u.test(forms.en[0] ?? ''),
  );
  return names.length > 0 && !concepts.some(isBackground);
}

// Ukraine is in every document and so decides nothing.
function isBackground(concept: Concept): boolean {
  return concept.id === 'ukraine' || figureKinds.has(concept.kind);
}

import type { TermNumbers } from '../../corpus/terms/passage-terms.ts';
import type { QueryTerm, TermRarity } from '../question/query-term.ts';
import type { AnalysedPassage, AnalysedSentence, TermSet } from './analysis.ts';

// How sure a kind of match is that the same thing is meant. A concept can be a loose synonym, a spelling a coincidence.
const conceptMatch = 0.9;
const gramMatch = 0.75;
// A name from katakana met by one of the same consonants.
const soundMatch = 0.75;
// "Equipment" met by a machine.
const kindMatch = 0.75;
// Below this share of common 4-grams two spellings are different words ("Литва" and "Латвія" share none, Kharkiv and
// Харкові four of five).
const gramShare = 0.6;
// What stands in the same passage, or only in its title or opening, supports a sentence less than the sentence itself.
const elsewhereInPassage = 0.65;
const inContext = 0.6;

/** How well a set of terms says what the query term says, 0..1. */
export function matchTerm(term: QueryTerm, set: TermSet): number {
  const stored = set.stored ?? null;
  return stored === null ? matchSets(term, set) : matchStored(term, stored);
}

function matchSets({ stems, concepts, kinds, grams, sounds }: QueryTerm, set: TermSet): number {
  if (stems.some((stem) => set.stems.has(stem))) return 1;
  if (concepts.some((concept) => set.concepts.has(concept))) return conceptMatch;
  if (kinds.some((kind) => set.concepts.has(kind))) return kindMatch;
  if (sounds.some((sound) => set.grams.has(sound))) return soundMatch;
  return matchSpelling(grams, (gram) => set.grams.has(gram));
}

// Loops, because this is asked of every sentence of a hundred passages: with closures it was the largest maker of garbage.
function matchStored({ stems, concepts, kinds, grams, sounds }: QueryTerm, stored: TermNumbers): number {
  for (const stem of stems) if (stored.hasStem(stem)) return 1;
  for (const concept of concepts) if (stored.hasConcept(concept)) return conceptMatch;
  for (const kind of kinds) if (stored.hasConcept(kind)) return kindMatch;
  for (const sound of sounds) if (stored.hasGram(sound)) return soundMatch;
  return grams.length === 0 ? 0 : matchSpelling(grams, (gram) => stored.hasGram(gram));
}

function matchSpelling(grams: readonly string[], has: (gram: string) => boolean): number {
  if (grams.length === 0) return 0;
  const share = grams.filter(has).length / grams.length;
  return share >= gramShare ? share * gramMatch : 0;
}

/** True when the words that a figure counts say the term: "40 vehicles" for "machines", "40 thousand hryvnias" not. */
export function countsTerm({ noun }: { readonly noun: TermSet | null }, term: QueryTerm): boolean {
  return noun !== null && matchTerm(term, noun) > 0;
}

/** Tells how well a sentence of one passage covers a term, the rest of the passage and the context helping out at a discount. */
export function sentenceMatcher(
  terms: readonly QueryTerm[],
  passage: AnalysedPassage,
): (term: QueryTerm, sentence: AnalysedSentence) => number {
  const around = new Map(
    terms.map((term) => {
      const rest = matchTerm(term, passage.text) * elsewhereInPassage;
      return [term, { rest, context: matchTerm(term, passage.context) * inContext }] as const;
    }),
  );
  return (term, sentence) => {
    const { rest, context } = around.get(term)!;
    // What no sentence has, this one has not.
    return Math.max(rest === 0 ? 0 : matchTerm(term, sentence), rest, context);
  };
}

/** How well a passage with its context covers a term. */
export function matchInPassage(term: QueryTerm, passage: Pick<AnalysedPassage, 'text' | 'context'>): number {
  return Math.max(matchTerm(term, passage.text), matchTerm(term, passage.context) * 0.85);
}

/** Rarity-weighted share of the question that `match` finds, 0..1. No terms at all is 0: nothing was asked for. */
export function coverage(
  terms: readonly QueryTerm[],
  rarity: TermRarity,
  match: (term: QueryTerm) => number,
): number {
  let sum = 0;
  let whole = 0;
  for (const term of terms) {
    const weight = term.weight * (rarity.get(term) ?? 1);
    sum += weight * match(term);
    whole += weight;
  }
  return whole === 0 ? 0 : sum / whole;
}

import { sameQuantity } from '../figures/quantity.ts';
import { sameRounded } from '../figures/same-rounded.ts';
import type { AnalysedQuantity, AnalysedSentence, TermSet } from './analysis.ts';

/** Two statements of one figure that differ. */
export interface FigurePair {
  readonly after: AnalysedQuantity;
  readonly before: AnalysedQuantity;
  /** How alike the sentences are, 0..1. */
  readonly likeness: number;
}

// Sentences with fewer words in common speak of different things: of 40 pairs looked at, none below 0.5 was one figure.
const leastLikeness = 0.5;
// Rounding ("about 139,000" and 138,503) is no change; a count that grew by less than that (701,120 and 701,655) is one.
const roundingShare = 0.01;

/** The figure two sentences state differently; null when they speak of different things or agree. */
export function changedFigure(after: AnalysedSentence, before: AnalysedSentence): FigurePair | null {
  const likeness = likenessOf(after, before);
  if (likeness < leastLikeness) return null;
  for (const quantity of after.quantities) {
    const sameMeasure = before.quantities.filter((other) => isSameMeasure(quantity, other));
    // With two figures of one measure nobody knows which became which.
    if (sameMeasure.length !== 1 || countOfMeasure(after, quantity) !== 1) continue;
    if (!isRounded(quantity, sameMeasure[0]!)) return { after: quantity, before: sameMeasure[0]!, likeness };
  }
  return null;
}

/** Share of common words of two sentences, numbers left out; by concepts where the words are of two languages. */
export function likenessOf(a: TermSet, b: TermSet): number {
  return Math.max(jaccard(words(a.stems), words(b.stems)), jaccard(a.concepts, b.concepts));
}

function isRounded(a: AnalysedQuantity, b: AnalysedQuantity): boolean {
  return sameQuantity(a, b, roundingShare) && sameRounded(a.value, b.value);
}

function countOfMeasure(sentence: AnalysedSentence, quantity: AnalysedQuantity): number {
  return sentence.quantities.filter((other) => isSameMeasure(quantity, other)).length;
}

/** True for two figures of one unit, counts of one thing. */
export function isSameMeasure(a: AnalysedQuantity, b: AnalysedQuantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'count') return a.unit === b.unit;
  if (a.noun === null || b.noun === null) return false;
  return meets(a.noun.stems, b.noun.stems) || meets(a.noun.concepts, b.noun.concepts);
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((term) => b.has(term));
}

function words(stems: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...stems].filter((stem) => !/^\d/.test(stem)));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((term) => b.has(term)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

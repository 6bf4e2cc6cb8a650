import type { AnalysedSentence, TermSet } from './analysis.ts';
import { countsTerm, matchTerm } from './match.ts';
import type { Understanding } from './understand.ts';
import { wantedQuantities } from './wanted.ts';

// "280 units" beside "machines" counts machines less surely than "280 machines".
const besideShare = 0.6;
const inTitleShare = 0.4;
// The question does not say of what.
const unsaidShare = 0.8;

/** How surely a number of a sentence counts the thing asked for, 0..1; 1 when nothing is counted. */
export function countingShare(
  {
    sentence,
    before,
    title,
  }: {
    readonly sentence: AnalysedSentence;
    readonly before: AnalysedSentence | undefined;
    readonly title: TermSet;
  },
  { wanted, counted }: Pick<Understanding, 'wanted' | 'counted'>,
): number {
  if (wanted !== 'count') return 1;
  const figures = wantedQuantities(wanted, sentence);
  if (figures.length === 0) return 0;
  if (counted === null) return unsaidShare;
  if (figures.some((figure) => countsTerm(figure, counted))) return 1;
  const isSpokenOf =
    matchTerm(counted, sentence) > 0 || (before !== undefined && matchTerm(counted, before) > 0);
  if (isSpokenOf) return besideShare;
  return matchTerm(counted, title) > 0 ? inTitleShare : 0;
}

import type { Understanding } from '../question/understand.ts';
import type { AnalysedQuantity, AnalysedSentence, TermSet } from '../reading/analysis.ts';
import { countsTerm, matchTerm } from '../reading/match.ts';
import { wantedQuantities } from '../reading/wanted.ts';
import { countedClasses } from './counted-class.ts';

// "280 units" beside "machines" counts machines less surely than "280 machines".
const besideShare = 0.6;
const inTitleShare = 0.4;
// "1,374 people" where casualties are asked for.
const sameClassShare = 0.5;
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
  const classes = countedClasses(counted.concepts);
  if (figures.some((figure) => isOfClass(figure, classes))) return sameClassShare;
  return matchTerm(counted, title) > 0 ? inTitleShare : 0;
}

function isOfClass({ noun }: AnalysedQuantity, classes: ReadonlySet<number>): boolean {
  return noun !== null && [...countedClasses(noun.concepts)].some((one) => classes.has(one));
}

/** True when what is counted has a class, as people or machines have, and every figure of the sentence counts something known of another. */
export function countsElse(
  sentence: AnalysedSentence,
  { wanted, counted }: Pick<Understanding, 'wanted' | 'counted'>,
): boolean {
  if (wanted !== 'count' || counted === null) return false;
  const classes = countedClasses(counted.concepts);
  const figures = wantedQuantities(wanted, sentence);
  return (
    classes.size > 0 &&
    figures.length > 0 &&
    figures.every(
      (figure) =>
        figure.noun !== null &&
        figure.noun.concepts.size > 0 &&
        !countsTerm(figure, counted) &&
        !isOfClass(figure, classes),
    )
  );
}

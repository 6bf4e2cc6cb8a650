import type { RankedPassage } from '../search/rank.ts';
import type { ScoredSentence } from '../search/sentence-score.ts';
import type { Origin } from '../sources/origin.ts';
import { type Correction, correctionOf } from './corrected-figures.ts';
import type { TimelineCandidate } from './timeline-candidates.ts';

/** A passage chosen for a time line and the sentence of it that stands for its moment. */
export interface Station {
  readonly origin: Origin;
  readonly sentence: ScoredSentence;
  /** Sentences that the quote must hold, by index, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Other sentences of the passage that may stand on the line. */
  readonly further: readonly { readonly index: number; readonly quality: number }[];
  /** Fits the question so much worse that it is shown only in room that the others leave. */
  readonly isMinor: boolean;
  /** Sentences that no quote may hold: orders to software, and figures that a later page takes back. */
  readonly barred: ReadonlySet<number>;
}

// What stands beside a station costs little room and need not fit as well.
const furtherShare = 0.6;
// Figures this close in a passage are told together.
const nearSentences = 3;

/** The station of a candidate chosen, with those beside it that are about as good as `floor`. */
export function stationOf(
  one: TimelineCandidate,
  all: readonly TimelineCandidate[],
  {
    floor,
    corrections,
    isMinor,
  }: {
    readonly floor: number;
    readonly corrections: readonly Correction[];
    readonly isMinor: boolean;
  },
): Station {
  const { origin, sentence } = one;
  const barred = barredIn(origin.ranked, corrections);
  const together = ({ sentence: { index } }: TimelineCandidate) =>
    ![...barred].some((at) => (at - index) * (at - sentence.index) <= 0);
  // "56.8 in December. In November it was 50.4": one quote for both.
  const near = all.filter((other) => isNear(other, one) && other.quality >= floor && together(other));
  const indexes = [sentence.index, ...near.map((other) => other.sentence.index)];
  const further = all
    .filter((other) => other.origin === origin && other.quality >= floor * furtherShare)
    .map(({ sentence: { index }, quality }) => ({ index, quality }));
  return { origin, sentence, from: Math.min(...indexes), to: Math.max(...indexes), further, isMinor, barred };
}

/** True for two candidates that one quote can hold. */
export function isNear(other: TimelineCandidate, one: TimelineCandidate): boolean {
  return other.origin === one.origin && Math.abs(other.sentence.index - one.sentence.index) <= nearSentences;
}

function barredIn(ranked: RankedPassage, corrections: readonly Correction[]): ReadonlySet<number> {
  const barred = ranked.analysed.sentences.flatMap(({ isOrder }, index) =>
    isOrder || correctionOf(ranked, index, corrections) !== null ? [index] : [],
  );
  return new Set(barred);
}

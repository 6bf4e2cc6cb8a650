/** How much each signal counts; see {@link rankWeights}. */
export interface RankWeights {
  /** Coverage of the question by the passage with its context. */
  readonly passage: number;
  /** Best sentence. */
  readonly sentence: number;
  /** The sentence holds the type of thing asked for. */
  readonly typed: number;
  /** ... and the figure counts what was asked to be counted. */
  readonly counted: number;
  readonly similarity: number;
  readonly fused: number;
  /** Recency when the newest is asked for, as far as the passage covers the question: no other news is an answer for being new. */
  readonly latest: number;
  /** Recency otherwise. */
  readonly recency: number;
  readonly period: number;
  readonly official: number;
  /** Names of the question that the document is about: they stand in its title or among its donors. */
  readonly about: number;
  /** An enumeration, when several things are asked for. */
  readonly listed: number;
  /** Taken off a figure that is told of one place, country or brand when the question names none; see `isNarrower`. */
  readonly narrow: number;
  /** The same where the country is named or nothing else is, so that no part can be meant. */
  readonly narrowOfWhole: number;
  /** Factor for each named thing of the question that the passage lacks. */
  readonly missedName: number;
}

// All weights are shares of the coverage scale 0..1. They were set on the tuning half of the development questions, each
// moved alone until the right-answer rate stopped rising; `npm run eval -- --ablate` prints what each is worth.
export const rankWeights: RankWeights = {
  passage: 0.1,
  sentence: 0.35,
  typed: 0.22,
  counted: 0.04,
  similarity: 0.32,
  fused: 1.5,
  latest: 0.6,
  recency: 0.09,
  period: 0.3,
  official: 0.005,
  about: 0.15,
  listed: 0.2,
  narrow: 0.08,
  narrowOfWhole: 0.2,
  missedName: 0.7,
};

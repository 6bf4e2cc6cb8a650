import type { Found } from './search.ts';
import { type SupportFeatures, supportPlaces } from './support-places.ts';

/** How well the corpus supports an answer, and what that rests on. */
export interface Support {
  /** Estimated chance that the best sentence answers the question, 0..1. */
  readonly probability: number;
  /** Of that sentence; null without any. */
  readonly features: SupportFeatures | null;
}

/** Weights of a logistic model over the features of one sentence. */
export interface SupportModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof SupportFeatures, number>>;
}

// The chance of a question is that of its best sentence: names, type and period have to meet in one place, where the best
// of each over all passages let "what did Croatia pledge in 2025" pass. Fitted as such (best sentence chosen and weights fitted
// in turns) on 584 questions, 114 of them unanswerable (AUC 0.96 in cross validation); `npm run eval -- --support` prints the curve and fits anew.
export const supportModel: SupportModel = {
  bias: -13.05,
  weights: {
    typed: 3.04,
    rest: 2.47,
    bound: 2.06,
    boundHere: 0.87,
    counts: 0.15,
    period: 2.29,
    similarity: 1.15,
    score: 3.35,
    terms: 1.57,
    gap: -2.06,
    compares: 1.31,
    attribute: -0.71,
    latest: 0.72,
  },
};

/** Below this chance the bot says that it does not know. */
export const answerThreshold = 0.43;

/** Judges the ranked passages. No passages is no support. */
export function judgeSupport(found: Pick<Found, 'ranked' | 'understanding' | 'rarity'>): Support {
  const places = supportPlaces(found).map((features) => ({
    features,
    logit: logitOf(features, supportModel),
  }));
  if (places.length === 0) return { probability: 0, features: null };
  const best = places.reduce((a, b) => (b.logit > a.logit ? b : a));
  return { probability: 1 / (1 + Math.exp(-best.logit)), features: best.features };
}

/** Log odds that a sentence with these features answers. */
export function logitOf(features: SupportFeatures, { bias, weights }: SupportModel): number {
  return Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * features[name as keyof SupportFeatures],
    bias,
  );
}

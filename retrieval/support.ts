import type { RankedPassage } from './rank.ts';
import type { Understanding } from './understand.ts';

/** How well the corpus supports an answer, and what that rests on. */
export interface Support {
  /** Estimated chance that the best passages answer the question, 0..1. */
  readonly probability: number;
  readonly features: SupportFeatures;
}

/** What is looked at; each 0..1. */
export interface SupportFeatures {
  /** Share of the question covered by the best passage with its context. */
  readonly passage: number;
  /** Share covered by the best single sentence, the rest of the passage helping at a discount. */
  readonly sentence: number;
  /** 1 when no document at the top lacks a name of the question. */
  readonly names: number;
  /** 1 when the best passages hold the type of thing asked for, or no type was asked for. */
  readonly typed: number;
  readonly similarity: number;
}

// Logistic regression on the tuning half of the development questions; the curve is printed by `npm run eval -- --support`.
const calibration = { bias: -6.5, passage: 4, sentence: 5, names: 1.5, typed: 1, similarity: 1 } as const;

/** Below this chance the bot says that it does not know. */
export const answerThreshold = 0.5;

const looked = 3;

/** Judges the ranked passages. No passages is no support. */
export function judgeSupport(ranked: readonly RankedPassage[], understanding: Understanding): Support {
  const features = supportFeatures(ranked, understanding);
  const logit =
    calibration.bias +
    calibration.passage * features.passage +
    calibration.sentence * features.sentence +
    calibration.names * features.names +
    calibration.typed * features.typed +
    calibration.similarity * features.similarity;
  return { probability: ranked.length === 0 ? 0 : 1 / (1 + Math.exp(-logit)), features };
}

function supportFeatures(ranked: readonly RankedPassage[], { wanted }: Understanding): SupportFeatures {
  const top = ranked.slice(0, looked);
  const best = (pick: (passage: RankedPassage) => number) => Math.max(0, ...top.map(pick));
  return {
    passage: best(({ coverage }) => coverage),
    sentence: best(({ sentences }) => Math.max(0, ...sentences.map((sentence) => sentence.coverage))),
    names: top.some(({ missesNamed }) => !missesNamed) ? 1 : 0,
    typed: wanted === 'any' || top.some(({ sentences }) => sentences.some(({ typed }) => typed)) ? 1 : 0,
    similarity: best(({ similarity }) => similarity),
  };
}

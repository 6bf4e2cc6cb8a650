import { isNarrower } from '../question/narrower.ts';
import { needsNothing } from '../question/need.ts';
import type { TermRarity } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import type { AnalysedPassage, AnalysedSentence } from '../reading/analysis.ts';
import { isOfOtherState } from '../reading/figure-state.ts';
import { coverage, sentenceMatcher } from '../reading/match.ts';
import { answersWanted, countsAsked, countsKinds, isEnumeration } from '../reading/wanted.ts';
import type { RankWeights } from './rank-weights.ts';

/** A sentence with how much of the question it covers. */
export interface ScoredSentence {
  readonly sentence: AnalysedSentence;
  readonly index: number;
  readonly coverage: number;
  /** Holds the type of thing asked for: a sum, a date, a name. */
  readonly typed: boolean;
  readonly score: number;
}

/** What sentences are scored by. */
export interface Judged {
  readonly understanding: Understanding;
  readonly rarity: TermRarity;
}

/** Every sentence of a passage with its scores, read when they are asked for. */
export function scoreSentences(
  passage: AnalysedPassage,
  question: Judged,
  weights: RankWeights,
): readonly SentenceScore[] {
  const { terms } = question.understanding;
  const match = sentenceMatcher(terms, passage);
  return passage.sentences.map((sentence, index) => {
    const covered = coverage(terms, question.rarity, (term) => match(term, sentence));
    return new SentenceScore(sentence, index, { covered, passage, question, weights });
  });
}

/** Reads a sentence for figures, dates and orders when somebody asks: of most sentences that are ranked nobody does. */
export class SentenceScore implements ScoredSentence {
  #typed: boolean | undefined;
  #score: number | undefined;

  constructor(
    readonly sentence: AnalysedSentence,
    readonly index: number,
    private readonly input: {
      readonly covered: number;
      readonly passage: AnalysedPassage;
      readonly question: Judged;
      readonly weights: RankWeights;
    },
  ) {}

  /** What {@link coverage} is unless the sentence gives orders. */
  get covered(): number {
    return this.input.covered;
  }

  get coverage(): number {
    return this.sentence.isOrder ? 0 : this.input.covered;
  }

  get typed(): boolean {
    return this.#holdsType && !this.sentence.isOrder;
  }

  get score(): number {
    this.#score ??= this.sentence.isOrder ? 0 : this.#sum();
    return this.#score;
  }

  get #holdsType(): boolean {
    this.#typed ??= answersWanted(this.input.question.understanding, this.sentence);
    return this.#typed;
  }

  #sum(): number {
    const { sentence } = this;
    const { passage, weights, covered } = this.input;
    const { understanding } = this.input.question;
    // What was cleared is no figure of what is mined.
    const typed = this.#holdsType && !isOfOtherState(sentence, understanding);
    const bonus = typed ? weights.typed : 0;
    // "40 машин" answers "скільки машин"; "40 тисяч гривень на машини" does not.
    const isCounted = typed && understanding.wanted === 'count' && countsAsked(sentence, understanding);
    const counts = isCounted ? weights.counted : 0;
    const items = isEnumeration(sentence) || countsKinds(sentence, understanding);
    const listed = understanding.lists && items ? weights.listed : 0;
    const narrow = isNarrower(understanding, [sentence, passage.title])
      ? narrowWeight(understanding, weights)
      : 0;
    return covered + bonus + counts + listed - narrow;
  }
}

function narrowWeight({ ofWhole }: Understanding, { narrow, narrowOfWhole }: RankWeights): number {
  return ofWhole ? narrowOfWhole : narrow;
}

/** Most that {@link SentenceScore.score} can be above what the sentence covers. */
export function mostBonus(understanding: Understanding, weights: RankWeights): number {
  const typed = needsNothing(understanding) ? 0 : Math.max(0, weights.typed) + Math.max(0, weights.counted);
  return typed + (understanding.lists ? Math.max(0, weights.listed) : 0) + Math.max(0, -weights.narrow);
}

/**
 * The score of the best sentence that gives no orders, 0 without one. Only sentences that can have it are read for figures and dates.
 * @param bonus see {@link mostBonus}
 */
export function bestScore(sentences: readonly SentenceScore[], bonus: number): number {
  let best = 0;
  for (const sentence of [...sentences].sort((a, b) => b.covered - a.covered)) {
    if (sentence.covered + bonus <= best) break;
    best = Math.max(best, sentence.score);
  }
  return best;
}

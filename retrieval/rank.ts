import type { DocumentRecord, Passage } from '../corpus/document.ts';
import type { AnalysedPassage, AnalysedSentence } from './analysis.ts';
import type { Candidate, TermRarity } from './candidates.ts';
import { countsTerm, coverage, matchInPassage, matchTerm, sentenceMatcher } from './match.ts';
import { daysBetween, daysOutside, findDates, intervalOf, type Period } from './period.ts';
import type { QueryTerm } from './query-term.ts';
import type { Wanted } from './question-kind.ts';
import type { Understanding } from './understand.ts';
import { answersWanted, isEnumeration, needsNothing } from './wanted.ts';

/** A sentence with how much of the question it covers. */
export interface ScoredSentence {
  readonly sentence: AnalysedSentence;
  readonly index: number;
  readonly coverage: number;
  /** Holds the type of thing asked for: a sum, a date, a name. */
  readonly typed: boolean;
  readonly score: number;
}

/** A passage as ranking sees it. */
export interface RankedPassage {
  readonly passage: Passage;
  readonly document: DocumentRecord;
  readonly analysed: AnalysedPassage;
  readonly sentences: readonly ScoredSentence[];
  /** Rarity-weighted share of the question that passage and context cover, 0..1. */
  readonly coverage: number;
  /** A named thing of the question (donor, place, figure) is not in the document at all. */
  readonly missesNamed: boolean;
  /** The document is of the period asked for, or names it; true when none was named. */
  readonly inPeriod: boolean;
  readonly similarity: number;
  readonly score: number;
  /** Itself with the score it has by sentences that give no orders; see {@link bestFirst}. */
  readonly withoutOrders: () => RankedPassage;
}

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
  missedName: 0.7,
};
// News about aid is stale after about a year; the half-life only orders passages that answer equally well.
const recencyHalfLifeDays = 365;
// A page without a date is of unknown age, not the oldest of all. Of 152 questions for the newest figure one more was answered rightly
// with two years, and as many with sixteen months, than with no end.
const undatedAgeDays = 730;
// A release is retold for weeks; only a document well outside the period speaks of something else.
const periodSlackDays = 45;

/** Scores a candidate against the question. */
export function rankPassage(
  candidate: Candidate,
  input: { readonly passage: Passage; readonly document: DocumentRecord; readonly analysed: AnalysedPassage },
  question: { readonly understanding: Understanding; readonly rarity: TermRarity; readonly today: string },
  weights: RankWeights = rankWeights,
): RankedPassage {
  const { understanding, rarity } = question;
  const { analysed, document } = input;
  const covered = coverage(understanding.terms, rarity, (term) => matchInPassage(term, analysed));
  const sentences = scoreSentences(analysed, question, weights);
  const missing = missingNames(analysed, understanding);
  const inPeriod = isInPeriod(document, analysed, understanding.period);
  const apart =
    weights.passage * covered +
    weights.similarity * Math.max(0, candidate.similarity) +
    weights.fused * candidate.fused +
    timeBonus({ document, inPeriod, covered }, question, weights) +
    weights.about * aboutness(analysed, question) +
    (document.tier === 'official' ? weights.official : 0);
  const scoreBy = (best: SentenceScore | null) =>
    (apart + weights.sentence * (best?.scoreUnlessOrder ?? 0)) * weights.missedName ** missing.length;
  const byCovered = [...sentences].sort((a, b) => b.covered - a.covered);
  const bonus = mostBonus(understanding, weights);
  const best = bestOf(byCovered, bonus, () => true);
  const ranked: RankedPassage = {
    passage: input.passage,
    document,
    analysed,
    sentences,
    coverage: covered,
    missesNamed: missing.length > 0,
    inPeriod,
    similarity: candidate.similarity,
    score: scoreBy(best),
    withoutOrders() {
      if (best?.sentence.isOrder !== true) return ranked;
      return { ...ranked, score: scoreBy(bestOf(byCovered, bonus, ({ sentence }) => !sentence.isOrder)) };
    },
  };
  return ranked;
}

function aboutness(
  { title }: AnalysedPassage,
  { understanding, rarity }: { readonly understanding: Understanding; readonly rarity: TermRarity },
): number {
  const named = understanding.terms.filter((term) => term.named);
  return coverage(named, rarity, (term) => matchTerm(term, title));
}

// Each side of a comparison names only its own; it must not be punished for lacking the other.
function missingNames(analysed: AnalysedPassage, { terms, compares }: Understanding): readonly QueryTerm[] {
  const named = terms.filter((term) => term.named && term.weight >= 0.5);
  const missing = named.filter((term) => matchInPassage(term, analysed) < 0.5);
  return compares && missing.length < named.length ? [] : missing;
}

interface Judged {
  readonly understanding: Understanding;
  readonly rarity: TermRarity;
}

function scoreSentences(
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
class SentenceScore implements ScoredSentence {
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
    return this.sentence.isOrder ? 0 : this.scoreUnlessOrder;
  }

  /** Whether a sentence gives orders takes longest to tell where it is not stored; it need not be asked of one that would not be the best anyway. */
  get scoreUnlessOrder(): number {
    this.#score ??= this.#sum();
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
    const typed = this.#holdsType;
    const bonus = typed ? weights.typed : 0;
    const counts = typed && countsThing(understanding, sentence) ? weights.counted : 0;
    const listed = understanding.lists && isEnumeration(sentence) ? weights.listed : 0;
    const narrow = isNarrower(understanding, sentence, passage) ? weights.narrow : 0;
    return covered + bonus + counts + listed - narrow;
  }
}

/** Most that {@link SentenceScore.score} can be above what the sentence covers. */
function mostBonus(understanding: Understanding, weights: RankWeights): number {
  const typed = needsNothing(understanding) ? 0 : Math.max(0, weights.typed) + Math.max(0, weights.counted);
  return typed + (understanding.lists ? Math.max(0, weights.listed) : 0) + Math.max(0, -weights.narrow);
}

// Only sentences that can have the best score are read for figures and dates.
function bestOf(
  byCovered: readonly SentenceScore[],
  bonus: number,
  counts: (sentence: SentenceScore) => boolean,
): SentenceScore | null {
  let best: SentenceScore | null = null;
  for (const sentence of byCovered) {
    const least = best?.scoreUnlessOrder ?? 0;
    if (sentence.covered + bonus <= least) break;
    if (sentence.scoreUnlessOrder > least && counts(sentence)) best = sentence;
  }
  return best;
}

const totals: ReadonlySet<Wanted> = new Set(['area', 'count', 'money', 'quantity', 'percent']);

// "How much land is mined" asks for the country; the hectares of Kherson oblast, or the 69 machines of one maker, are a part.
function isNarrower(
  { wanted, scopes }: Understanding,
  sentence: AnalysedSentence,
  { title }: AnalysedPassage,
): boolean {
  if (scopes.length > 0 || !totals.has(wanted)) return false;
  return sentence.isScoped || title.isScoped;
}

// "40 машин" answers "скільки машин"; "40 тисяч гривень на машини" does not.
function countsThing({ wanted, counted }: Understanding, sentence: AnalysedSentence): boolean {
  if (wanted !== 'count' || counted === null) return false;
  return sentence.quantities.some((figure) => figure.kind === 'count' && countsTerm(figure, counted));
}

function timeBonus(
  {
    document,
    inPeriod,
    covered,
  }: { readonly document: DocumentRecord; readonly inPeriod: boolean; readonly covered: number },
  { understanding, today }: { readonly understanding: Understanding; readonly today: string },
  weights: RankWeights,
): number {
  const age = ageDays(document, today) ?? undatedAgeDays;
  const fresh = 0.5 ** (age / recencyHalfLifeDays);
  const recency = fresh * (understanding.latest ? weights.latest * covered : weights.recency);
  if (understanding.period === null) return recency;
  if (inPeriod) return recency + weights.period;
  const outside = daysOutside(document.published, understanding.period);
  return outside === null || outside <= periodSlackDays ? recency : recency - weights.period;
}

/** True when the document is of the period or names it; without a period everything is. */
export function isInPeriod(
  document: DocumentRecord,
  analysed: AnalysedPassage,
  period: Period | null,
): boolean {
  if (period === null) return true;
  if (daysOutside(document.published, period) === 0) return true;
  const years = yearsOf(period);
  return analysed.sentences.some(
    ({ text }) =>
      years.some((year) => text.includes(year)) && findDates(text).some(({ date }) => overlaps(date, period)),
  );
}

// A date without a year is of no period: only a sentence with one of these need be read for dates.
function yearsOf({ from, to }: Period): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => String(first + index));
}

function overlaps(date: string, period: Period): boolean {
  if (date.startsWith('-')) return false;
  const own = intervalOf(date);
  // A bare year names everything in it; a question about one month is not met by it.
  if (date.length === 4 && period.to.slice(0, 7) === period.from.slice(0, 7)) return false;
  return own.from <= period.to && own.to >= period.from;
}

function ageDays(document: DocumentRecord, today: string): number | null {
  if (document.published === null) return null;
  return Math.max(0, daysBetween(intervalOf(document.published).to, today));
}

// Answers are made from the first eight to twelve passages; orders in those behind them are set aside sentence by sentence.
const askedForOrders = 12;

/**
 * Best first; equal scores in the order of ids so that the same question always gets the same answer. Whether a sentence gives
 * orders takes longest to tell where it is not stored (a quarter of a question's time when it was asked of all), so it is asked of
 * the best sentence of the first passages only, and of those that take the place of one that falls.
 */
export function bestFirst(passages: readonly RankedPassage[]): RankedPassage[] {
  const ranked = [...passages].sort(byScore);
  for (let at = 0; at < Math.min(askedForOrders, ranked.length); at += 1) {
    for (;;) {
      const cleared = ranked[at]!.withoutOrders();
      if (cleared.score >= ranked[at]!.score) break;
      ranked[at] = cleared;
      ranked.sort(byScore);
    }
  }
  return ranked;
}

function byScore(a: RankedPassage, b: RankedPassage): number {
  return b.score - a.score || a.passage.id - b.passage.id;
}

import type { DocumentRecord, Passage } from '../../corpus/document.ts';
import type { QueryTerm, TermRarity } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import type { AnalysedPassage } from '../reading/analysis.ts';
import { isInPeriod } from '../reading/in-period.ts';
import { coverage, matchInPassage, matchTerm } from '../reading/match.ts';
import { daysBetween, daysOutside, intervalOf } from '../time/period.ts';
import type { Candidate } from './candidates.ts';
import { type RankWeights, rankWeights } from './rank-weights.ts';
import { bestScore, mostBonus, type ScoredSentence, scoreSentences } from './sentence-score.ts';

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
}

// News about aid is stale after about a year; the half-life only orders passages that answer equally well.
const recencyHalfLifeDays = 365;
// A page without a date is of unknown age, not the oldest of all. Of 152 questions for the newest figure one more was answered rightly
// with two years, and as many with sixteen months, than with no end. For other questions it would let two more without an answer through.
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
  const best = bestScore(sentences, mostBonus(understanding, weights));
  return {
    passage: input.passage,
    document,
    analysed,
    sentences,
    coverage: covered,
    missesNamed: missing.length > 0,
    inPeriod,
    similarity: candidate.similarity,
    score: (apart + weights.sentence * best) * weights.missedName ** missing.length,
  };
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

function timeBonus(
  {
    document,
    inPeriod,
    covered,
  }: { readonly document: DocumentRecord; readonly inPeriod: boolean; readonly covered: number },
  { understanding, today }: { readonly understanding: Understanding; readonly today: string },
  weights: RankWeights,
): number {
  const age = ageDays(document, today) ?? (understanding.latest ? undatedAgeDays : Number.POSITIVE_INFINITY);
  const fresh = 0.5 ** (age / recencyHalfLifeDays);
  const recency = fresh * (understanding.latest ? weights.latest * covered : weights.recency);
  if (understanding.period === null) return recency;
  if (inPeriod) return recency + weights.period;
  const outside = daysOutside(document.published, understanding.period);
  return outside === null || outside <= periodSlackDays ? recency : recency - weights.period;
}

function ageDays(document: DocumentRecord, today: string): number | null {
  if (document.published === null) return null;
  return Math.max(0, daysBetween(intervalOf(document.published).to, today));
}

/** Best first; equal scores in the order of ids so that the same question always gets the same answer. */
export function bestFirst(passages: readonly RankedPassage[]): RankedPassage[] {
  return [...passages].sort((a, b) => b.score - a.score || a.passage.id - b.passage.id);
}

import type { AnalysedSentence } from './analysis.ts';
import type { TermRarity } from './candidates.ts';
import { countsTerm, coverage, matchTerm } from './match.ts';
import { daysOutside, intervalOf, resolvedDates } from './period.ts';
import type { QueryTerm } from './query-term.ts';
import type { RankedPassage } from './rank.ts';
import type { Found } from './search.ts';
import type { Understanding } from './understand.ts';
import { answersWanted, needsNothing, wantedQuantities, wantsFigure } from './wanted.ts';

/** What speaks for one sentence being the answer; each 0..1 but `terms`. */
export interface SupportFeatures {
  /** 1 when it holds the type of thing asked for, or nothing particular is asked for; less for a figure of another measure. */
  readonly typed: number;
  /** Share of what is asked about, names left out, that it covers with the sentence before it and the title. */
  readonly rest: number;
  /** Share of the names that it, the sentence before it or the title has. */
  readonly bound: number;
  /** The same without the title. */
  readonly boundHere: number;
  /** How surely its number counts the thing asked for; 1 when nothing is counted. */
  readonly counts: number;
  /** How surely it is of the period asked for; 1 when none is. */
  readonly period: number;
  /** Cosine of its passage to the question. */
  readonly similarity: number;
  /** Ranking score of its passage. */
  readonly score: number;
  /** log(1 + content words): a long question that is covered says more than a short one. */
  readonly terms: number;
  /** Rarity of the rarest word that it lacks though the lexicon knows how every language says it. */
  readonly gap: number;
  /** 1 for a comparison, of which one sentence seldom holds both sides. */
  readonly compares: number;
  /** 1 when a property such as a price is asked for, which seldom stands beside the thing. */
  readonly attribute: number;
  /** 1 when the newest is asked for. */
  readonly latest: number;
}

// Passages below the fifth were the best support for 3 of 450 questions.
const looked = 5;
// How far a word counts that stands not in the sentence but before it, or only in title and opening.
const beforeShare = 0.8;
const contextShare = 0.7;
// A period that a sentence overlaps without being inside it ("2022-2027" for 2025), or that only its passage names.
const overlapShare = 0.7;
const passagePeriodShare = 0.4;
// A figure of another measure than the one asked for.
const otherFigureShare = 0.5;

interface Place {
  readonly ranked: RankedPassage;
  readonly sentence: AnalysedSentence;
  readonly before: AnalysedSentence | undefined;
}

type Asked = Pick<Found, 'understanding' | 'rarity'>;

/** The features of every sentence of the best passages, orders to software left out. */
export function supportPlaces({
  ranked,
  ...asked
}: Asked & Pick<Found, 'ranked'>): readonly SupportFeatures[] {
  return ranked
    .slice(0, looked)
    .flatMap((passage) =>
      passage.analysed.sentences.flatMap((sentence, index) =>
        sentence.isOrder ? [] : [supportOf(passage, index, asked)],
      ),
    );
}

/** The features of one sentence of a passage. */
export function supportOf(ranked: RankedPassage, index: number, asked: Asked): SupportFeatures {
  const { sentences } = ranked.analysed;
  return featuresOf({ ranked, sentence: sentences[index]!, before: sentences[index - 1] }, asked);
}

function featuresOf(place: Place, { understanding, rarity }: Asked): SupportFeatures {
  const { ranked, sentence } = place;
  const { terms } = understanding;
  const names = terms.filter((term) => term.named && term.weight >= 0.5);
  const others = terms.filter((term) => !term.named);
  const here = (term: QueryTerm) =>
    Math.max(
      matchTerm(term, sentence),
      place.before === undefined ? 0 : matchTerm(term, place.before) * beforeShare,
    );
  const near = (term: QueryTerm) =>
    Math.max(here(term), matchTerm(term, ranked.analysed.context) * contextShare);
  return {
    typed: typedShare(understanding, sentence),
    rest: coverageOrWhole(others, rarity, near),
    bound: coverageOrWhole(names, rarity, (term) => met(near(term))),
    boundHere: coverageOrWhole(names, rarity, (term) => met(here(term))),
    counts: countsThing(place, understanding, here),
    period: periodShare(place, understanding),
    similarity: Math.max(0, ranked.similarity),
    score: Math.min(1, Math.max(0, ranked.score)),
    terms: Math.log(1 + terms.filter(({ weight }) => weight >= 0.5).length),
    gap: biggestGap(terms, rarity, near),
    compares: understanding.compares ? 1 : 0,
    attribute: understanding.attribute === null ? 0 : 1,
    latest: understanding.latest ? 1 : 0,
  };
}

// A question read wrongly ("how much" for land taken for money) still asks for a figure.
function typedShare(understanding: Understanding, sentence: AnalysedSentence): number {
  if (needsNothing(understanding) || answersWanted(understanding, sentence)) return 1;
  const mayMean = understanding.attribute === null && wantsFigure(understanding);
  return mayMean && sentence.quantities.length > 0 ? otherFigureShare : 0;
}

function coverageOrWhole(
  terms: readonly QueryTerm[],
  rarity: TermRarity,
  match: (term: QueryTerm) => number,
): number {
  return terms.length === 0 ? 1 : coverage(terms, rarity, match);
}

function met(match: number): number {
  return match >= 0.5 ? 1 : 0;
}

// "280 units" beside "machines" counts machines less surely than "280 machines".
function countsThing(
  { ranked, sentence }: Place,
  { wanted, counted }: Understanding,
  here: (term: QueryTerm) => number,
): number {
  if (wanted !== 'count') return 1;
  const figures = wantedQuantities(wanted, sentence);
  if (figures.length === 0) return 0;
  if (counted === null) return 0.8;
  if (figures.some((figure) => countsTerm(figure, counted))) return 1;
  if (here(counted) > 0) return 0.6;
  return matchTerm(counted, ranked.analysed.title) > 0 ? 0.4 : 0;
}

function periodShare({ ranked, sentence, before }: Place, { period }: Understanding): number {
  if (period === null) return 1;
  const { published } = ranked.document;
  if (daysOutside(published, period) === 0) return 1;
  const stated = [sentence, before]
    .flatMap((one) => (one === undefined ? [] : resolvedDates(one.text, published)))
    .map(intervalOf);
  if (stated.some(({ from, to }) => from >= period.from && to <= period.to)) return 1;
  if (stated.some(({ from, to }) => from <= period.to && to >= period.from)) return overlapShare;
  return ranked.inPeriod ? passagePeriodShare : 0;
}

function biggestGap(
  terms: readonly QueryTerm[],
  rarity: TermRarity,
  match: (term: QueryTerm) => number,
): number {
  // Cue and measure words ("area", "total") are seldom repeated where the figure stands.
  const known = terms.filter(({ concepts, weight }) => concepts.length > 0 && weight > 0.5);
  return Math.max(0, ...known.map((term) => term.weight * (rarity.get(term) ?? 1) * (1 - match(term))));
}

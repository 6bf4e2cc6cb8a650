import type { PublishedDate } from '../corpus/document.ts';
import type { AnalysedQuantity } from './analysis.ts';
import { countsTerm, coverage, matchTerm } from './match.ts';
import type { Origin } from './origin.ts';
import { daysBetween, intervalOf, isWithin, type Period, resolvedDates } from './period.ts';
import type { RankedPassage, ScoredSentence } from './rank.ts';
import type { Asked } from './search.ts';
import type { Understanding } from './understand.ts';
import { wantedQuantities } from './wanted.ts';

/** A passage chosen for a time line and the sentence of it that stands for its moment. */
export interface Station {
  readonly origin: Origin;
  readonly sentence: ScoredSentence;
  /** Sentences that the quote must hold, by index, both inclusive. */
  readonly from: number;
  readonly to: number;
}

interface Candidate extends Station {
  /** Null when neither the sentence nor the page has a date. */
  readonly at: Period | null;
  readonly values: readonly number[];
  readonly quality: number;
}

// A sentence that fits the question this much worse than the best one speaks of something else.
const qualityShare = 0.55;
// Where the time fits exactly, less of the wording has to.
const qualityShareInPeriod = 0.4;
// What a sentence says of its own time is surest; then the day on which the page appeared, the sentence before, and a date
// long past, which may be that of something else ("founded in 2024, it has 23 members").
const publishedShare = 0.9;
// Where a time is asked for, what has none may be of any other.
const undatedShare = 0.5;
const besideStatedShare = 0.6;
const carriedShare = 0.85;
const lookingBackShare = 0.8;
const contemporaryDays = 60;
// A named thing of the question that neither the sentence, the one before it nor the title has: the figure is of another.
const unboundShare = 0.6;
const leastAbout = 0.15;
const elsewhereShare = 0.3;
const inContextShare = 0.7;
// "Injured 1,041 people" for "how many victims": the thing is spoken of but the figure stands before another word.
const spokenOfShare = 0.85;
const notSpokenOfShare = 0.6;
// Figures this close in a passage are told together.
const nearSentences = 3;
// A figure that is on the line already adds a date at most.
const knownFigureShare = 0.3;
// 34.6 billion is told as 35.
const roundingShare = 0.015;
// Among equally fitting sentences the one farthest in time from those chosen tells most; never more than a factor of two.
const spreadShare = 0.5;

/**
 * The stations of a development in order of time: one for each period that the question names, then, while there is room,
 * those that add a figure at another time. At most `limit`, each of another passage.
 */
export function chooseStations(
  origins: readonly Origin[],
  question: Asked,
  limit: number,
): readonly Station[] {
  const { understanding } = question;
  const all = origins.flatMap((origin) => candidatesOf(origin, question));
  const best = Math.max(0, ...all.map(({ quality }) => quality));
  const days = spanDays(all.filter(({ quality }) => quality >= best * qualityShare));
  const chosen: Candidate[] = [];
  for (const period of understanding.periods.toReversed()) {
    const floor = best * qualityShareInPeriod;
    const fitting = all.filter(({ quality }) => quality >= floor);
    if (chosen.some((one) => reaches(one, fitting, period)) || chosen.length >= limit) continue;
    const next = mostTelling(all, chosen, { period, floor, days });
    if (next !== null) chosen.push(next);
  }
  while (chosen.length < limit) {
    const next = mostTelling(all, chosen, { period: understanding.period, floor: best * qualityShare, days });
    if (next === null) break;
    chosen.push(next);
  }
  return chosen
    .map((one) => withNeighbours(one, all, best * qualityShare))
    .sort((a, b) => placeInTime(a).localeCompare(placeInTime(b)));
}

// Undated evidence stands last: it belongs nowhere on a time line.
function placeInTime({ at }: Candidate): string {
  return at === null ? '9' : `${at.from} ${at.to}`;
}

// "56.8 in December. In November it was 50.4": one quote for both.
function withNeighbours(one: Candidate, all: readonly Candidate[], floor: number): Candidate {
  const near = all.filter((other) => isNear(other, one) && other.quality >= floor);
  const indexes = [one.sentence.index, ...near.map(({ sentence }) => sentence.index)];
  return { ...one, from: Math.min(...indexes), to: Math.max(...indexes) };
}

function reaches(one: Candidate, all: readonly Candidate[], period: Period): boolean {
  return all.some((other) => within(other.at, period) && isNear(other, one));
}

function isNear(other: Candidate, one: Candidate): boolean {
  return other.origin === one.origin && Math.abs(other.sentence.index - one.sentence.index) <= nearSentences;
}

function candidatesOf(origin: Origin, question: Asked): readonly Candidate[] {
  const { ranked } = origin;
  const { understanding } = question;
  return ranked.sentences.flatMap((sentence) => {
    if (!sentence.typed && understanding.wanted !== 'any') return [];
    const { values, counting } = valuesOf(ranked, sentence, understanding);
    const unbound = unboundNames(ranked, sentence, understanding);
    const quality =
      sentence.score *
      Math.sqrt(Math.max(0, ranked.score)) *
      unboundShare ** unbound *
      counting *
      aboutShare(ranked, sentence, question);
    return momentsOf(ranked, sentence).map(({ at, sure }) => ({
      origin,
      sentence,
      from: sentence.index,
      to: sentence.index,
      at,
      values,
      quality: quality * sure * (at === null && understanding.period !== null ? undatedShare : 1),
    }));
  });
}

// Four months in a question weigh more than the one thing it asks about: a sentence of that month that speaks of something else
// would be first. So what is asked about is judged once more, without the dates.
function aboutShare(
  { analysed }: RankedPassage,
  { sentence, index }: ScoredSentence,
  { understanding: { terms }, rarity }: Asked,
): number {
  const things = terms.filter(({ weight, named }) => weight >= 0.5 && !named);
  if (things.length === 0) return 1;
  const before = analysed.sentences[index - 1];
  const share = coverage(things, rarity, (term) =>
    Math.max(
      matchTerm(term, sentence),
      before === undefined ? 0 : matchTerm(term, before) * carriedShare,
      matchTerm(term, analysed.context) * inContextShare,
    ),
  );
  return share >= leastAbout ? 1 : elsewhereShare;
}

function unboundNames(
  { analysed }: RankedPassage,
  { sentence, index }: ScoredSentence,
  { terms }: Understanding,
): number {
  const places = [sentence, analysed.sentences[index - 1], analysed.context].filter(
    (place) => place !== undefined,
  );
  return terms.filter(
    (term) => term.named && term.weight >= 0.5 && places.every((place) => matchTerm(term, place) < 0.5),
  ).length;
}

interface Moment {
  readonly at: Period | null;
  /** How surely the sentence tells of that time. */
  readonly sure: number;
}

function momentsOf(
  { document, analysed }: RankedPassage,
  { sentence, index }: ScoredSentence,
): readonly Moment[] {
  const { published } = document;
  const before = analysed.sentences[index - 1];
  const own = resolvedDates(sentence.text, published).map(intervalOf);
  const carried = before === undefined ? [] : resolvedDates(before.text, published).map(intervalOf);
  const subject = timeOfPage(document, analysed);
  // "Said on 6 February, summing up January": the day it was said is not the time that is told of.
  const isNamed = ({ from }: Period) => subject === null || from !== published;
  const stated = [
    ...own.filter(isNamed).map((at) => ({ at, sure: isContemporary(at, published) ? 1 : lookingBackShare })),
    ...carried.filter(isNamed).map((at) => ({ at, sure: carriedShare })),
  ];
  const about = subject === null ? [] : [{ at: subject, sure: carriedShare }];
  if (published === null) {
    const known = [...stated, ...about];
    return known.length > 0 ? known : [{ at: null, sure: publishedShare }];
  }
  const sure = stated.length + about.length > 0 ? besideStatedShare : publishedShare;
  return [...stated, ...about, { at: intervalOf(published), sure }];
}

// "January 2026: 1,340 hectares" appears in February and tells of January.
function timeOfPage(
  { title, published }: RankedPassage['document'],
  { sentences }: RankedPassage['analysed'],
): Period | null {
  const appeared = published === null ? null : intervalOf(published);
  const stated = [title, sentences[0]?.text ?? ''].map((text) =>
    resolvedDates(text, published)
      .filter((date) => date.length === 7)
      .map(intervalOf)
      .filter(({ to }) => appeared === null || to < appeared.from),
  );
  return stated.find((periods) => periods.length > 0)?.[0] ?? null;
}

function isContemporary(at: Period, published: PublishedDate): boolean {
  return published !== null && Math.abs(daysBetween(at.to, intervalOf(published).to)) <= contemporaryDays;
}

/** Figures of the measure asked for, and how surely they count the thing asked for. */
function valuesOf(
  { analysed }: RankedPassage,
  { sentence, index }: ScoredSentence,
  { wanted, counted }: Understanding,
): { readonly values: readonly number[]; readonly counting: number } {
  const figures = wantedQuantities(wanted, sentence);
  const valuesIn = (some: readonly AnalysedQuantity[]) => some.map(({ value }) => value);
  if (wanted !== 'count' || counted === null) return { values: valuesIn(figures), counting: 1 };
  const named = figures.filter((figure) => countsTerm(figure, counted));
  if (named.length > 0) return { values: valuesIn(named), counting: 1 };
  const places = [sentence, analysed.sentences[index - 1]];
  const speaksOfIt = places.some((place) => place !== undefined && matchTerm(counted, place) > 0);
  return { values: valuesIn(figures), counting: speaksOfIt ? spokenOfShare : notSpokenOfShare };
}

function mostTelling(
  all: readonly Candidate[],
  chosen: readonly Candidate[],
  { period, floor, days }: { readonly period: Period | null; readonly floor: number; readonly days: number },
): Candidate | null {
  const open = all.filter(
    (candidate) =>
      candidate.quality >= floor &&
      !taken(candidate, chosen) &&
      (period === null || candidate.at === null || within(candidate.at, period)),
  );
  const known = chosen.flatMap(({ values }) => values);
  const worth = (candidate: Candidate) => {
    const { values } = candidate;
    const isNews = values.length === 0 || values.some((value) => !known.some((one) => rounds(one, value)));
    const gap = Math.min(...chosen.map(({ at }) => daysApart(at, candidate.at)), days);
    const spread = 1 - spreadShare + spreadShare * Math.min(1, (gap * 4) / days);
    return candidate.quality * (isNews ? 1 : knownFigureShare) * spread;
  };
  return open.reduce<Candidate | null>(
    (best, candidate) => (best === null || worth(candidate) > worth(best) ? candidate : best),
    null,
  );
}

function rounds(a: number, b: number): boolean {
  return Math.abs(a - b) <= roundingShare * Math.max(a, b);
}

// Without a date nothing says that it is another time.
function daysApart(a: Period | null, b: Period | null): number {
  return a === null || b === null ? 0 : Math.abs(daysBetween(a.to, b.to));
}

function spanDays(candidates: readonly Candidate[]): number {
  const ends = candidates.flatMap(({ at }) => at?.to ?? []).sort();
  return Math.max(1, ends.length < 2 ? 1 : daysBetween(ends[0]!, ends.at(-1)!));
}

function taken(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  return chosen.some(({ origin }) => origin.ranked.passage.id === candidate.origin.ranked.passage.id);
}

// A year that a sentence names is not "in" a month of it.
function within(at: Period | null, period: Period): boolean {
  return at !== null && isWithin(at, period);
}

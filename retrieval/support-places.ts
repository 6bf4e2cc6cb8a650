import type { AnalysedSentence, TermSet } from './analysis.ts';
import { asksForCompany, mayNameCompany } from './asked-company.ts';
import { askedCurrency } from './asked-currency.ts';
import { askedThing } from './asked-thing.ts';
import type { TermRarity } from './candidates.ts';
import { countingShare } from './counting-share.ts';
import { coverage, matchTerm } from './match.ts';
import { daysOutside, intervalOf, isWithin, overlap, type Period, resolvedDates } from './period.ts';
import type { QueryTerm } from './query-term.ts';
import { asksWhatWasGiven } from './question-kind.ts';
import type { RankedPassage } from './rank.ts';
import type { Asked, Found } from './search.ts';
import { noFeatures, type SupportFeatures } from './support-features.ts';
import type { Understanding } from './understand.ts';
import { answersWanted, needsNothing, wantedQuantities, wantsFigure } from './wanted.ts';

// Passages below the fifth were the best support for 3 of 450 questions.
const looked = 5;
// How far a word counts that stands not in the sentence but before it, or only in title and opening.
const beforeShare = 0.8;
const contextShare = 0.7;
// A period that a sentence overlaps without being inside it ("2022-2027" for 2025), or that only its passage names.
const overlapShare = 0.7;
const passagePeriodShare = 0.4;
// Of 1,800 questions 3 had a wider lead; in a corpus of few pages it says nothing.
const widestLead = 0.3;
// A figure of another measure than the one asked for.
const otherFigureShare = 0.5;

interface Place {
  readonly ranked: RankedPassage;
  readonly sentence: AnalysedSentence;
  readonly before: AnalysedSentence | undefined;
}

/** The features of every sentence of the best passages, orders to software left out. */
export function supportPlaces({
  ranked,
  ...asked
}: Asked & Pick<Found, 'ranked'>): readonly SupportFeatures[] {
  const [first, second] = ranked;
  const lead = first === undefined || second === undefined ? 0 : first.score - second.score;
  return ranked.slice(0, looked).flatMap((passage) => supportOfEach(passage, asked, lead));
}

/** The features of every sentence of a passage that gives no orders; without `lead` as if that passage alone had been found. */
export function supportOfEach(ranked: RankedPassage, asked: Asked, lead = 0): readonly SupportFeatures[] {
  const question = readQuestion(asked);
  const ofPassage = passageFeatures(ranked, lead, question);
  return sentencesOf(ranked, question).map((ofSentence) => ({ ...noFeatures, ...ofPassage, ...ofSentence }));
}

// Passages judged for support are judged once more for what is quoted.
function sentencesOf(ranked: RankedPassage, question: Read): readonly OfSentence[] {
  const known = question.judged.get(ranked);
  if (known !== undefined) return known;
  const judged = ranked.analysed.sentences.flatMap(({ isOrder }, index) =>
    isOrder ? [] : [sentenceFeatures(placeOf(ranked, index), question)],
  );
  question.judged.set(ranked, judged);
  return judged;
}

/** The features of one sentence of a passage, as if that passage alone had been found. */
export function supportOf(ranked: RankedPassage, index: number, asked: Asked): SupportFeatures {
  const question = readQuestion(asked);
  return {
    ...noFeatures,
    ...passageFeatures(ranked, 0, question),
    ...sentenceFeatures(placeOf(ranked, index), question),
  };
}

function placeOf(ranked: RankedPassage, index: number): Place {
  const { sentences } = ranked.analysed;
  return { ranked, sentence: sentences[index]!, before: sentences[index - 1] };
}

interface Read extends Asked {
  readonly real: readonly QueryTerm[];
  readonly names: readonly QueryTerm[];
  readonly others: readonly QueryTerm[];
  readonly nouns: readonly QueryTerm[];
  readonly verbs: readonly QueryTerm[];
  /** Terms that the lexicon knows; cue and measure words ("area", "total") are seldom repeated where the figure stands. */
  readonly known: readonly QueryTerm[];
  readonly knownNouns: readonly QueryTerm[];
  readonly knownWords: readonly QueryTerm[];
  readonly asksCompany: boolean;
  /** Countries named. */
  readonly countries: readonly QueryTerm[];
  readonly asksGift: boolean;
  /** Regions and towns named. */
  readonly places: readonly QueryTerm[];
  /** What "which" asks for. */
  readonly asked: readonly QueryTerm[];
  readonly currency: string | null;
  /** What was found of the sentences of passages already looked at. */
  readonly judged: WeakMap<RankedPassage, readonly OfSentence[]>;
}

// A question is asked of every sentence of a dozen passages.
const readBefore = new WeakMap<Understanding, Read>();

function readQuestion(asked: Asked): Read {
  const known = readBefore.get(asked.understanding);
  if (known !== undefined && known.rarity === asked.rarity) return known;
  const read = readAnew(asked);
  readBefore.set(asked.understanding, read);
  return read;
}

function readAnew({ understanding, rarity }: Asked): Read {
  const real = understanding.terms.filter(({ weight }) => weight >= 0.5);
  const words = real.filter(({ named, surface }) => !named && !/^\d/.test(surface));
  return {
    understanding,
    rarity,
    real,
    names: real.filter(({ named }) => named),
    others: understanding.terms.filter(({ named }) => !named),
    nouns: words.filter(({ verb }) => !verb),
    verbs: words.filter(({ verb }) => verb),
    known: understanding.terms.filter((term) => isKnown(term) && term.weight > 0.5),
    knownNouns: words.filter((term) => isKnown(term) && !term.verb),
    knownWords: words.filter(isKnown),
    asksCompany: asksForCompany(understanding.text),
    countries: real.filter(({ country }) => country),
    asksGift: asksWhatWasGiven(understanding.text),
    places: real.filter(({ place }) => place),
    asked: askedThing(understanding.text, understanding.terms),
    currency: askedCurrency(understanding.text),
    judged: new WeakMap(),
  };
}

type OfPassage =
  | 'nameGap'
  | 'hasPeriod'
  | 'ahead'
  | 'similarity'
  | 'score'
  | 'lead'
  | 'passage'
  | 'inTitle'
  | 'terms'
  | 'nounGap'
  | 'knownNounGap'
  | 'verbGap'
  | 'compares'
  | 'attribute'
  | 'latest';

type OfSentence = Omit<SupportFeatures, OfPassage>;

function passageFeatures(
  ranked: RankedPassage,
  lead: number,
  { understanding, rarity, real, names, nouns, knownNouns, verbs }: Read,
): Pick<SupportFeatures, OfPassage> {
  const { text, context, title } = ranked.analysed;
  const anywhere = (term: QueryTerm) => Math.max(matchTerm(term, text), matchTerm(term, context));
  return {
    nameGap: gapOf(names, rarity, (term) => met(anywhere(term))),
    hasPeriod: understanding.period === null ? 0 : 1,
    ahead: understanding.isAhead ? 1 : 0,
    similarity: Math.max(0, ranked.similarity),
    score: Math.min(1, Math.max(0, ranked.score)),
    lead: Math.min(widestLead, lead),
    passage: ranked.coverage,
    inTitle: coverageOrWhole(real, rarity, (term) => (matchTerm(term, title) > 0 ? 1 : 0)),
    terms: Math.log(1 + real.length),
    nounGap: gapOf(nouns, rarity, anywhere),
    knownNounGap: gapOf(knownNouns, rarity, anywhere),
    verbGap: gapOf(verbs, rarity, anywhere),
    compares: understanding.compares ? 1 : 0,
    attribute: understanding.attribute === null ? 0 : 1,
    latest: understanding.latest ? 1 : 0,
  };
}

function sentenceFeatures(place: Place, question: Read): OfSentence {
  const { understanding, rarity, names, others, asksCompany } = question;
  const { ranked, sentence, before } = place;
  const here = (term: QueryTerm) =>
    Math.max(matchTerm(term, sentence), before === undefined ? 0 : matchTerm(term, before) * beforeShare);
  const near = (term: QueryTerm) =>
    Math.max(here(term), matchTerm(term, ranked.analysed.context) * contextShare);
  const counts = countingShare({ sentence, before, title: ranked.analysed.title }, understanding);
  return {
    typed: typedShare(understanding, sentence),
    otherCurrency: isInOtherCurrency(sentence, question.currency) ? 1 : 0,
    askedGap: gapOf(question.asked, rarity, here),
    otherPlace: isOfOtherPlace(place, question) ? 1 : 0,
    told: toldShare(place, understanding),
    rest: coverageOrWhole(others, rarity, near),
    bound: coverageOrWhole(names, rarity, (term) => met(near(term))),
    boundHere: coverageOrWhole(names, rarity, (term) => met(here(term))),
    counts,
    miscounts: understanding.counted !== null && counts < 1 ? 1 : 0,
    ...timeFeatures(place, understanding),
    gap: gapOf(question.known, rarity, near),
    gapHere: gapOf(question.knownWords, rarity, (term) => matchTerm(term, sentence)),
    companyless: asksCompany && !mayNameCompany(sentence.text) ? 1 : 0,
    ...countryFeatures(place, question),
  };
}

// "Lithuania's first payment" says nothing of what Iceland paid.
function countryFeatures(
  { sentence, before }: Place,
  { countries, asksGift }: Read,
): Pick<SupportFeatures, 'giverless' | 'otherCountry'> {
  if (countries.length === 0) return { giverless: 0, otherCountry: 0 };
  const here = countries.some((term) => matchTerm(term, sentence) > 0);
  const justBefore = before !== undefined && countries.some((term) => matchTerm(term, before) > 0);
  return {
    giverless: asksGift && !here && !justBefore ? 1 : 0,
    otherCountry: !here && sentence.namesCountry ? 1 : 0,
  };
}

// "Chernihiv oblast" is not answered by what is said of Kherson.
function isOfOtherPlace({ ranked, sentence, before }: Place, { places }: Read): boolean {
  if (places.length === 0 || !(sentence.namesPlace || before?.namesPlace === true)) return false;
  const isNamedIn = (part: TermSet | undefined) =>
    part !== undefined && places.some((term) => matchTerm(term, part) > 0);
  return ![sentence, before, ranked.analysed.title].some(isNamedIn);
}

function isInOtherCurrency({ quantities }: AnalysedSentence, currency: string | null): boolean {
  return currency !== null && !quantities.some(({ kind, unit }) => kind === 'money' && unit === currency);
}

function isKnown({ concepts }: QueryTerm): boolean {
  return concepts.length > 0;
}

function toldShare({ sentence, before }: Place, { attribute }: Understanding): number {
  if (attribute === null) return 1;
  return attribute.told.test(sentence.text) || (before !== undefined && attribute.told.test(before.text))
    ? 1
    : 0;
}

// A question read wrongly ("how much" for land taken for money) still asks for a figure.
function typedShare({ wanted, figures }: Understanding, sentence: AnalysedSentence): number {
  const need = { wanted, attribute: null };
  if (needsNothing(need)) return 1;
  if (!wantsFigure(need)) return answersWanted(need, sentence) ? 1 : 0;
  // A figure that the question names is not the one it asks for.
  const isNews = ({ value }: { readonly value: number }) => !figures.includes(value);
  if (wantedQuantities(wanted, sentence).some(isNews)) return 1;
  return sentence.quantities.some(isNews) ? otherFigureShare : 0;
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

function timeFeatures(
  { ranked, sentence, before }: Place,
  { period }: Understanding,
): Pick<SupportFeatures, 'period' | 'dated' | 'otherTime'> {
  if (period === null) return { period: 1, dated: 1, otherTime: 0 };
  const { published } = ranked.document;
  const own = resolvedDates(sentence.text, published).map(intervalOf);
  const precise = own.filter(isShort);
  const isInside = (at: Period) => isWithin(at, period);
  const overlaps = (at: Period) => overlap(at, period);
  const carried = before === undefined ? [] : resolvedDates(before.text, published).map(intervalOf);
  const stated = [...own, ...carried];
  const share = () => {
    if (daysOutside(published, period) === 0 || stated.some(isInside)) return 1;
    if (stated.some(overlaps)) return overlapShare;
    return ranked.inPeriod ? passagePeriodShare : 0;
  };
  return {
    period: share(),
    dated: own.some(isInside) ? 1 : 0,
    otherTime: own.length > 0 && !(precise.length > 0 ? precise : own).some(overlaps) ? 1 : 0,
  };
}

// "Month of 2026: September": the year beside the month says nothing about November.
function isShort({ from, to }: Period): boolean {
  return from.slice(0, 7) === to.slice(0, 7);
}

function gapOf(terms: readonly QueryTerm[], rarity: TermRarity, match: (term: QueryTerm) => number): number {
  return Math.max(0, ...terms.map((term) => term.weight * (rarity.get(term) ?? 1) * (1 - match(term))));
}

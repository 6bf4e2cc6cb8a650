import type { Language } from '../../corpus/document.ts';
import { detectLanguage } from '../../corpus/language/language.ts';
import type { ConceptKind, Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { normalise, tokenise } from '../../corpus/text/text.ts';
import type { AnswerLanguage, Question } from '../answer.ts';
import { findQuantities } from '../figures/quantity.ts';
import { findPeriod, namedPeriods, type Period } from '../time/period.ts';
import { shiftedPeriod } from '../time/shifted-period.ts';
import { type Attribute, attributeOf, isOfCasualties } from './attribute.ts';
import { asksForChange } from './change-cue.ts';
import { partsOf } from './compound.ts';
import { countedInJapanese, countedWord } from './counted-word.ts';
import { askedState, type FigureState } from './land-state.ts';
import { asksForWhole } from './narrower.ts';
import { wantsFigure } from './need.ts';
import { entityKinds, type QueryTerm } from './query-term.ts';
import {
  asksForArea,
  asksForMoney,
  asksForOneFigure,
  asksLatest,
  asksToCompare,
  asksToList,
  asksWhatWasGiven,
  checksFigure,
  isFollowUp,
} from './question-kind.ts';
import { termsOf } from './question-terms.ts';
import { scopesOf } from './scope.ts';
import { asksForPurpose, wantedOf } from './wanted-of.ts';
import type { Wanted } from './wanted-type.ts';

/** A question as the rules see it. */
export interface Understanding {
  readonly language: AnswerLanguage;
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  readonly wanted: Wanted;
  /** A property that the answer must speak of, such as a price. */
  readonly attribute: Attribute | null;
  /** The term whose number is asked for: "machines" in "how many machines". */
  readonly counted: QueryTerm | null;
  /** The newest is asked for, in so many words or because a state of the whole country is. */
  readonly latest: boolean;
  readonly compares: boolean;
  /** A comparison over time: the same figure at several moments. */
  readonly changes: boolean;
  readonly lists: boolean;
  /** One figure is asked for in so many words; not the largest of several, nor two things at once. */
  readonly asksFigure: boolean;
  readonly period: Period | null;
  /** That time has not come yet. */
  readonly isAhead: boolean;
  /** The single dates named, each a period: the sides of a comparison in time. */
  readonly periods: readonly Period[];
  /** Figures the question itself names. */
  readonly figures: readonly number[];
  /** Ids of the places, countries and brands named, of a follow-up also those it leans on; none asks for the whole. */
  readonly scopes: readonly string[];
  /** Concept ids of donors, places, organisations and machines, for "follow this topic". */
  readonly topics: readonly string[];
  readonly followsUp: boolean;
  /** A figure of the whole country is asked for, in so many words or by naming hardly anything. */
  readonly ofWhole: boolean;
  /** State of the land whose size is asked for; null where none is named. */
  readonly state: FigureState | null;
  /** Some word of the question belongs to the field. */
  readonly inDomain: boolean;
}

// "Still 37 billion?": the passage that repeats the figure is just the one that is out of date.
const premiseWeight = 0.05;
// Words of the question before fill in what a follow-up leaves out but must not drown what it adds.
const inheritedWeight = 0.6;

/**
 * Reads a question. Spelling has been repaired before; `now` is for relative dates; `leans` takes it for a follow-up of the
 * question before it even where nothing in it says so.
 */
export function understand(
  question: Question,
  options: { readonly lexicon: Lexicon; readonly now: Date; readonly leans?: boolean },
): Understanding {
  const checks = checksFigure(question.text);
  const own = termsOf(question.text, options.lexicon).map((term) =>
    checks && /^\d/.test(term.surface) ? { ...term, weight: premiseWeight } : term,
  );
  const previous = question.previous ?? '';
  const followsUp =
    previous !== '' &&
    (options.leans === true || isFollowUp(question.text, own.filter((term) => term.weight === 1).length));
  const before = followsUp ? termsOf(previous, options.lexicon) : [];
  const inherited = followsUp ? inherit(own, before, question.text, previous, options.lexicon) : [];
  const ownCounted = countedTerm(question.text, own);
  const periodBefore = followsUp ? findPeriod(previous, options.now) : null;
  const named =
    shiftedPeriod(question.text, periodBefore) ?? findPeriod(question.text, options.now) ?? periodBefore;
  const period = named !== null && againstNow.test(question.text) ? untilNow(named, options.now) : named;
  const ownWanted = wantedBy(question.text, ownCounted, own);
  const { wanted, counted } = followsUp
    ? takenOver(question.text, { wanted: ownWanted, counted: ownCounted }, previous, before)
    : { wanted: ownWanted, counted: ownCounted };
  const scopes = scopesOf(
    options.lexicon.mentions(followsUp ? `${question.text} ${previous}` : question.text),
  );
  const ofWhole = asksForWhole({ terms: own, scopes, followsUp });
  const isStateOfWhole =
    ofWhole && period === null && wantsFigure({ wanted }) && !asksForChange(question.text);
  return {
    language: answerLanguage(question, detectLanguage(question.text)),
    text: question.text,
    terms: [...own, ...inherited],
    wanted,
    attribute: askedAttribute(question.text, wanted),
    counted,
    latest: checks || asksLatest(question.text) || (followsUp && asksLatest(previous)) || isStateOfWhole,
    compares: asksToCompare(question.text),
    changes: asksForChange(question.text),
    lists: asksToList(question.text),
    asksFigure: asksForOneFigure(question.text) && partsOf(question).length === 1,
    period,
    isAhead: period !== null && period.from > options.now.toISOString().slice(0, 10),
    periods: namedPeriods(question.text, options.now),
    figures: findQuantities(question.text).map(({ value }) => value),
    scopes,
    topics: topicsOf(question.text, options.lexicon),
    followsUp,
    ofWhole,
    state: askedState(question.text, wanted),
    inDomain: isInDomain(`${question.text} ${previous}`, options.lexicon),
  };
}

type Figure = Pick<Understanding, 'wanted' | 'counted'>;

// "And how many are left" asks for what the question before asked for; "and the area" for another measure of the same thing.
function takenOver(text: string, own: Figure, previous: string, terms: readonly QueryTerm[]): Figure {
  if (own.wanted === 'any' && asksForArea(text)) return { ...own, wanted: 'area' };
  if ((own.wanted !== 'any' && own.wanted !== 'quantity') || asksForPurpose(text)) return own;
  const counted = countedTerm(previous, terms);
  const before = wantedBy(previous, counted, terms);
  if (own.wanted === 'quantity' && !figureKinds.has(before)) return own;
  return { wanted: before, counted: counted ?? own.counted };
}

const figureKinds: ReadonlySet<Wanted> = new Set(['money', 'area', 'extent', 'percent', 'count', 'duration']);

// "Which grant do injured farmers get": who is hurt is not asked for.
function askedAttribute(text: string, wanted: Wanted): Attribute | null {
  const attribute = attributeOf(text);
  const isBesides = wanted === 'money' || wanted === 'area' || wanted === 'extent';
  return isBesides && attribute !== null && isOfCasualties(attribute) ? null : attribute;
}

// "Compared with last year" asks for both that year and this one.
const againstNow =
  /(?:порівнян\p{L}{0,9}|сравнен\p{L}{0,9}|compar\p{L}{0,9}|than|ніж|чем) .{0,40}(?:торік|минул\p{L}{0,9} (?:ро|міс)|прошл\p{L}{0,9} (?:год|мес)|last (?:year|month)|a year (?:ago|earlier))|(?:рік|год|year) (?:тому|назад|ago) (?:і|й|та|и|and) (?:зараз|тепер|сейчас|теперь|now)|昨年と比べ/iu;

function untilNow({ from, to }: Period, now: Date): Period {
  const today = now.toISOString().slice(0, 10);
  return { from, to: to > today ? to : today };
}

// "Скільки Данія дала на школи": what follows "for" is not what was given.
const givenFor =
  /(?<!\p{L})(?:дав|дала|дали|дає|дають|дасть|дадуть|дал|дает|виділи(?:в|ла|ли)|вкла(?:в|ла|ли)|внесл?[аи]?|вніс|выделил[аи]?)\s(?:грошей\s)?(?:на|для)\s/iu;

// "Скільки США дали", "скільки вніс Київстар": what follows "how many" is who gave or that it was given, so any figure may answer.
function wantedBy(text: string, counted: QueryTerm | null, terms: readonly QueryTerm[]): Wanted {
  const wanted = wantedOf(text);
  const namesThing = terms.some(({ named, verb, weight }) => !named && !verb && weight >= 0.5);
  // "Скільки дала Японія" names nothing that could be counted: money is meant.
  if (wanted === 'quantity' && asksWhatWasGiven(text) && (!namesThing || givenFor.test(text))) return 'money';
  const namesGiver =
    counted !== null &&
    (counted.named || counted.verb || isUnknownName(text, counted)) &&
    countedInJapanese(normalise(text)) === null;
  if (wanted !== 'count' || !namesGiver) return wanted;
  return asksForMoney(text) ? 'money' : 'quantity';
}

// "Скільки Чернігівобленерго витратило".
function isUnknownName(text: string, { concepts, surface }: QueryTerm): boolean {
  const at = tokenise(text).find((token) => token.text === surface);
  return concepts.length === 0 && at?.capitalised === true;
}

// The first content word after "how many" is what is counted; "of them" and other function words are passed over.
function countedTerm(text: string, terms: readonly QueryTerm[]): QueryTerm | null {
  const japanese = countedInJapanese(normalise(text));
  if (japanese !== null)
    return terms.findLast((term) => isCountable(term) && japanese.endsWith(term.surface)) ?? null;
  const word = countedWord(text);
  return word === null ? null : (terms.find(({ surface }) => surface === word) ?? null);
}

// "How many Ukrainians" counts people of whom a text may speak in other words.
function isCountable({ weight, named, concepts }: QueryTerm): boolean {
  return weight >= 0.5 && !named && !concepts.includes(ukraine);
}

const ukraine = conceptTerm('ukraine');

function answerLanguage(question: Question, detected: Language): AnswerLanguage {
  if (detected === 'und') return question.language ?? 'uk';
  // One Latin name alone ("Palantir") says nothing about the language of the person.
  const oneName = tokenise(question.text).length <= 1 && detected === 'en';
  return oneName ? (question.language ?? detected) : detected;
}

const domainKinds: ReadonlySet<ConceptKind> = new Set(['term', 'org', 'machine', 'brand']);

function isInDomain(text: string, lexicon: Lexicon): boolean {
  return lexicon.mentions(text).some(({ concept }) => domainKinds.has(concept.kind));
}

function topicsOf(text: string, lexicon: Lexicon): readonly string[] {
  const entities = lexicon.mentions(text).filter(({ concept }) => entityKinds.has(concept.kind));
  return [...new Set(entities.map(({ concept }) => concept.id))];
}

// "а Литва?" after a question about Japan replaces the donor and keeps the rest.
function inherit(
  own: readonly QueryTerm[],
  previous: readonly QueryTerm[],
  text: string,
  previousText: string,
  lexicon: Lexicon,
): readonly QueryTerm[] {
  const replaced = new Set(entityKindsIn(text, lexicon));
  const stale = new Set(
    lexicon
      .mentions(previousText)
      .filter(({ concept }) => replaced.has(concept.kind))
      .map(({ concept }) => conceptTerm(concept.id)),
  );
  const ownStems = new Set(own.flatMap(({ stems }) => stems));
  return previous
    .filter((term) => !term.concepts.some((concept) => stale.has(concept)))
    .filter((term) => !term.stems.some((known) => ownStems.has(known)))
    .map((term) => ({
      ...term,
      weight: term.weight * inheritedWeight,
      named: term.named && !/^\d/.test(term.surface),
    }));
}

function entityKindsIn(text: string, lexicon: Lexicon): readonly ConceptKind[] {
  return lexicon
    .mentions(text)
    .map(({ concept }) => concept.kind)
    .filter((kind) => entityKinds.has(kind));
}

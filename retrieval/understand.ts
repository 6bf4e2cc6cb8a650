import type { Language } from '../corpus/document.ts';
import { detectLanguage } from '../corpus/language.ts';
import { conceptTerm, isNameLike } from '../corpus/lexical.ts';
import type { Concept, ConceptKind, Lexicon, Mention } from '../corpus/lexicon.ts';
import { stem } from '../corpus/stem.ts';
import { isBareLetter, isStopword } from '../corpus/stopwords.ts';
import { isJapanese, normalise, type Token, tokenise } from '../corpus/text.ts';
import { grams, skeleton } from '../corpus/transliterate.ts';
import type { AnswerLanguage, Question } from './answer.ts';
import { type Attribute, attributeOf } from './attribute.ts';
import { findDates, findPeriod, namedPeriods, type Period } from './period.ts';
import { findQuantities } from './quantity.ts';
import {
  afterHowMany,
  asksForChange,
  asksLatest,
  asksToCompare,
  asksToList,
  checksFigure,
  isAttributeWord,
  isCueWord,
  isFollowUp,
  type Wanted,
  wantedOf,
} from './question-kind.ts';

/** One thing the question is about, in every way a passage may say it. */
export interface QueryTerm {
  readonly surface: string;
  readonly stems: readonly string[];
  /** Full-text terms of the concepts the word stands for. */
  readonly concepts: readonly string[];
  /** Skeleton grams of a word the lexicon does not know. */
  readonly grams: readonly string[];
  /** A name: an answer about another donor or place is no answer. */
  readonly named: boolean;
  /**
   * Share of all texts that hold such a word, as far as its kind tells: everyday verbs are common, names are not. Steadies
   * rarity while the corpus is too small to show it.
   */
  readonly prior: number;
  /** 1 for a word of the question; less for cue words and for words taken over from the question before. */
  readonly weight: number;
}

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
  readonly latest: boolean;
  readonly compares: boolean;
  /** A comparison over time: the same figure at several moments. */
  readonly changes: boolean;
  readonly lists: boolean;
  readonly period: Period | null;
  /** The single dates named, each a period: the sides of a comparison in time. */
  readonly periods: readonly Period[];
  /** Figures the question itself names. */
  readonly figures: readonly number[];
  /** Concept ids of donors, places, organisations and machines, for "follow this topic". */
  readonly topics: readonly string[];
  readonly followsUp: boolean;
  /** Some word of the question belongs to the field. */
  readonly inDomain: boolean;
}

const entityKinds: ReadonlySet<ConceptKind> = new Set([
  'country',
  'org',
  'person',
  'place',
  'brand',
  'machine',
]);
const figureKinds: ReadonlySet<ConceptKind> = new Set(['number', 'unit', 'currency', 'month']);

// Words that say what sort of answer is wanted, or that every question has; the answer seldom repeats them.
// 0.25 keeps them as a tie-break: with 1 the right-answer rate fell, with 0 "budget" and "price" lost their pull.
const cueWeight = 0.25;
// Months and years are judged by period, where "2024" also means a document of 2024; as words they are a weak hint.
const dateWeight = 0.35;
// A figure in a question may be the one that is out of date ("still 37 billion?"), so it must not decide alone.
const figureWeight = 0.6;
// "Still 37 billion?": the passage that repeats the figure is just the one that is out of date.
const premiseWeight = 0.05;
// "Contribution" or "cost" beside a sum is understood, not written.
const attributeWeight = 0.5;
// Words of the question before fill in what a follow-up leaves out but must not drown what it adds.
const inheritedWeight = 0.6;

/** Reads a question. Spelling has been repaired before; `now` is for relative dates. */
export function understand(
  question: Question,
  options: { readonly lexicon: Lexicon; readonly now: Date },
): Understanding {
  const checks = checksFigure(question.text);
  const own = termsOf(question.text, options.lexicon).map((term) =>
    checks && /^\d/.test(term.surface) ? { ...term, weight: premiseWeight } : term,
  );
  const previous = question.previous ?? '';
  const followsUp =
    previous !== '' && isFollowUp(question.text, own.filter((term) => term.weight === 1).length);
  const inherited = followsUp
    ? inherit(own, termsOf(previous, options.lexicon), question.text, previous, options.lexicon)
    : [];
  const counted = countedTerm(question.text, own);
  const wanted = wantedBy(question.text, counted);
  return {
    language: answerLanguage(question, detectLanguage(question.text)),
    text: question.text,
    terms: [...own, ...inherited],
    wanted: followsUp && wanted === 'any' ? wantedOf(previous) : wanted,
    attribute: attributeOf(question.text),
    counted,
    latest: checks || asksLatest(question.text) || (followsUp && asksLatest(previous)),
    compares: asksToCompare(question.text),
    changes: asksForChange(question.text),
    lists: asksToList(question.text),
    period: findPeriod(question.text, options.now) ?? (followsUp ? findPeriod(previous, options.now) : null),
    periods: namedPeriods(question.text),
    figures: findQuantities(question.text).map(({ value }) => value),
    topics: topicsOf(question.text, options.lexicon),
    followsUp,
    inDomain: isInDomain(`${question.text} ${previous}`, options.lexicon),
  };
}

// "Скільки США дали": what follows "how many" is who gave, so any figure may answer.
function wantedBy(text: string, counted: QueryTerm | null): Wanted {
  const wanted = wantedOf(text);
  return wanted === 'count' && counted?.named === true ? 'quantity' : wanted;
}

// The first content word after "how many" is what is counted; "of them" and other function words are passed over.
function countedTerm(text: string, terms: readonly QueryTerm[]): QueryTerm | null {
  const after = afterHowMany(text);
  return after === null ? null : (terms.find(({ surface }) => tokenise(after)[0]?.text === surface) ?? null);
}

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

/** Query terms of a text: one per content word, with the concepts of every phrase the word belongs to. */
export function termsOf(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const { rest, dates } = withoutDates(text);
  return [
    ...wordTerms(rest, lexicon),
    ...wordTerms(dates, lexicon).map((term) => ({ ...term, named: false, weight: dateWeight })),
  ];
}

// "May 2023" is a date and no verb; a year alone stays, it may belong to a name (UMAC 2025).
function withoutDates(text: string): { readonly rest: string; readonly dates: string } {
  const dates = findDates(text).filter(({ date }) => date.includes('-') && !date.startsWith('-'));
  let rest = text;
  for (const { start, end } of dates)
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`;
  return { rest, dates: dates.map(({ start, end }) => text.slice(start, end)).join(' ') };
}

function wordTerms(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const tokens = tokenise(text);
  const mentions = lexicon.mentionsIn(tokens);
  return tokens.flatMap((token, at) => {
    const covering = mentions.filter((mention) => mention.from <= at && at < mention.to);
    if (isJapanese(token.text)) return japaneseTerms(token, covering);
    const term = termOf(token, covering);
    return term === null ? [] : [withCompound(term, tokens, at)];
  });
}

function termOf(token: Token, covering: readonly Mention[]): QueryTerm | null {
  const function_ = isStopword(token.text) || isBareLetter(token.text);
  // A function word counts only inside an abbreviation in capitals (US) or a phrase with a name.
  if (function_ && !covering.some(({ from, to }) => to - from === 1 && token.capitals)) return null;
  const cue = isCueWord(token.text) && !covering.some(({ from, to }) => to - from > 1);
  const longest = Math.max(0, ...covering.map(({ from, to }) => to - from));
  const concepts = covering
    .filter(({ from, to }) => to - from === longest || to - from === 1)
    .map(({ concept }) => concept)
    // "дані" (data) and Данія (Denmark) share a stem; a cue word never names anybody.
    .filter((concept) => !cue || !entityKinds.has(concept.kind));
  return {
    surface: token.text,
    stems: [stem(token.text)],
    concepts: unique(concepts.map((concept) => conceptTerm(concept.id))),
    grams: covering.length === 0 && isNameLike(token.text) ? grams(skeleton(token.text)) : [],
    named: isNamed(concepts),
    prior: priorOf(concepts),
    weight: cue ? cueWeight : weightOf(token, concepts),
  };
}

// Medians over the concepts of each kind in the starter corpus.
const priors = { word: 0.03, other: 0.02, name: 0.005, unknown: 0 } as const;

function priorOf(concepts: readonly Concept[]): number {
  if (concepts.length === 0) return priors.unknown;
  if (isNamed(concepts)) return priors.name;
  return concepts.every(({ kind }) => kind === 'word') ? priors.word : priors.other;
}

function weightOf(token: Token, concepts: readonly Concept[]): number {
  if (isAttributeWord(token.text)) return attributeWeight;
  if (/^(?:19|20)\d\d$/.test(token.text) || concepts.some(({ kind }) => kind === 'month')) return dateWeight;
  return /^\d/.test(token.text) || concepts.some(({ kind }) => figureKinds.has(kind)) ? figureWeight : 1;
}

// Landscape words (field, territory) are places too, but only a proper noun names something.
function isNamed(concepts: readonly Concept[]): boolean {
  const names = concepts.filter(
    ({ kind, forms }) => entityKinds.has(kind) && kind !== 'machine' && /^\p{Lu}/u.test(forms.en[0] ?? ''),
  );
  return names.length > 0 && !concepts.some(isBackground);
}

// Ukraine is in every document and so decides nothing.
function isBackground(concept: Concept): boolean {
  return concept.id === 'ukraine' || figureKinds.has(concept.kind);
}

function withCompound(term: QueryTerm, tokens: readonly Token[], at: number): QueryTerm {
  const next = tokens[at + 1];
  if (next?.glued !== true || !/\d/.test(term.surface + next.text)) return term;
  return { ...term, stems: [...term.stems, skeleton(term.surface + next.text)] };
}

// One kanji word may stand for several concepts: together they are one term, met by any of them.
function japaneseTerms(token: Token, covering: readonly Mention[]): QueryTerm[] {
  const byForm = new Map<string, Concept[]>();
  for (const { concept } of covering) {
    const form = longestFormIn(token.text, concept);
    byForm.set(form, [...(byForm.get(form) ?? []), concept]);
  }
  return [...byForm].map(([form, concepts]) => ({
    surface: form,
    stems: [],
    concepts: unique(concepts.map(({ id }) => conceptTerm(id))),
    grams: [],
    named: isNamed(concepts),
    prior: priorOf(concepts),
    weight: concepts.every(isCueConcept) ? cueWeight : 1,
  }));
}

function longestFormIn(run: string, concept: Concept): string {
  const inside = concept.forms.ja.filter((form) => run.includes(normalise(form)));
  return inside.sort((a, b) => b.length - a.length)[0] ?? concept.id;
}

function isCueConcept({ forms }: Concept): boolean {
  return tokenise(forms.en[0] ?? '').every(({ text }) => isStopword(text) || isCueWord(text));
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

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

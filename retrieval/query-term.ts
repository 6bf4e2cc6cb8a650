import type { FoundForm } from '../corpus/japanese-forms.ts';
import { conceptTerm, isNameLike } from '../corpus/lexical.ts';
import { type Concept, type ConceptKind, isAct, type Lexicon, type Mention } from '../corpus/lexicon.ts';
import { soundsOfKatakana, soundTerm } from '../corpus/sound.ts';
import { stem } from '../corpus/stem.ts';
import { isBareLetter, isStopword } from '../corpus/stopwords.ts';
import { isJapanese, normalise, type Token, tokenise } from '../corpus/text.ts';
import { grams, skeleton, toCyrillic } from '../corpus/transliterate.ts';
import { statesOf } from './capitals.ts';
import { kindsOf } from './equipment-kinds.ts';
import { japaneseFigures } from './japanese-figures.ts';
import { askedKindInJapanese } from './japanese-question.ts';
import { findDates, sinceInvasion } from './period.ts';
import { prefixedVerbConcepts } from './prefixed-verb.ts';
import { isAttributeWord, isCueWord } from './question-kind.ts';

/** One thing the question is about, in every way a passage may say it. */
export interface QueryTerm {
  readonly surface: string;
  readonly stems: readonly string[];
  /** Full-text terms of the concepts the word stands for. */
  readonly concepts: readonly string[];
  /** Terms of what the word is the general name of; see `kindsOf`, and of the state it is the capital of. */
  readonly kinds: readonly string[];
  /** Skeleton grams of a word the lexicon does not know. */
  readonly grams: readonly string[];
  /** How a name in katakana that the lexicon does not know may sound; see `soundTerm`. */
  readonly sounds: readonly string[];
  /** A name: an answer about another donor or place is no answer. */
  readonly named: boolean;
  /** A country other than Ukraine. */
  readonly country: boolean;
  /** A place with a name of its own: a region, a town. */
  readonly place: boolean;
  /** Tells what is done ("hand over"), which a text may say in many ways, and not what it is done with. */
  readonly verb: boolean;
  /**
   * Share of all texts that hold such a word, as far as its kind tells: everyday verbs are common, names are not. Steadies
   * rarity while the corpus is too small to show it.
   */
  readonly prior: number;
  /** 1 for a word of the question; less for cue words and for words taken over from the question before. */
  readonly weight: number;
}

/** Kinds of concepts that name somebody or something. */
export const entityKinds: ReadonlySet<ConceptKind> = new Set([
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
// "Contribution" or "cost" beside a sum is understood, not written.
const attributeWeight = 0.5;
/** Query terms of a text: one per content word, with the concepts of every phrase the word belongs to. */
export function termsOf(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const { rest, dates } = withoutDates(text);
  const kinds = askedKindInJapanese(normalise(rest));
  const own = wordTerms(rest, lexicon);
  return [
    ...(kinds.size === 0
      ? own
      : own.map((term) => (kinds.has(term.surface) ? { ...term, weight: cueWeight } : term))),
    ...wordTerms(dates, lexicon).map((term) => ({ ...term, named: false, weight: dateWeight })),
  ];
}

// "May 2023" is a date and no verb; a year alone stays, it may belong to a name (UMAC 2025).
function withoutDates(text: string): { readonly rest: string; readonly dates: string } {
  const since = sinceInvasion.exec(text);
  const dates = [
    ...findDates(text).filter(({ date }) => date.includes('-') && !date.startsWith('-')),
    ...(since === null ? [] : [{ start: since.index, end: since.index + since[0].length }]),
  ];
  return {
    rest: blanked(text, dates),
    dates: dates.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
}

function wordTerms(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const figures = japaneseFigures(text);
  const tokens = tokenise(blanked(text, figures));
  const mentions = lexicon.mentionsIn(tokens);
  const quoted = quotedIn(text);
  const terms = tokens.flatMap((token, at) => {
    if (isJapanese(token.text)) return japaneseTerms(tokens, at, { lexicon, quoted });
    const covering = mentions.filter((mention) => mention.from <= at && at < mention.to);
    if (endsNumber(token, tokens[at - 1])) return [];
    const term = termOf(token, covering, { tokens, lexicon });
    return term === null ? [] : [withCompound(term, tokens, at)];
  });
  return [
    ...terms,
    ...figures.map(({ surface, stems }) => ({ ...noTerm, surface, stems, weight: figureWeight })),
  ];
}

function blanked(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  return parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

// "2024-го", "90-х": the ending of a number says nothing of its own.
function endsNumber(token: Token, before: Token | undefined): boolean {
  return (
    token.glued &&
    before !== undefined &&
    /^\d+$/.test(before.text) &&
    /^\p{Script=Cyrillic}{1,3}$/u.test(token.text)
  );
}

// "Right now" is as much a cue as "now"; "data centre" is a thing.
function namesMore({ from, to }: Mention, tokens: readonly Token[]): boolean {
  return to - from > 1 && tokens.slice(from, to).some(({ text }) => !isCueWord(text) && !isStopword(text));
}

function termOf(
  token: Token,
  covering: readonly Mention[],
  { tokens, lexicon }: { readonly tokens: readonly Token[]; readonly lexicon: Lexicon },
): QueryTerm | null {
  const function_ = isStopword(token.text) || isBareLetter(token.text);
  // A function word counts only inside an abbreviation in capitals (US) or a phrase with a name.
  if (function_ && !covering.some(({ from, to }) => to - from === 1 && token.capitals)) return null;
  const cue = isCueWord(token.text) && !covering.some((mention) => namesMore(mention, tokens));
  const longest = Math.max(0, ...covering.map(({ from, to }) => to - from));
  const listed = covering
    .filter(({ from, to }) => to - from === longest || to - from === 1)
    .flatMap(({ concept, from, to }) =>
      to - from === 1 ? [concept, ...cityOf(concept, lexicon)] : [concept],
    )
    // "дані" (data) and Данія (Denmark) share a stem; a cue word never names anybody.
    .filter((concept) => !cue || !entityKinds.has(concept.kind));
  const isOpenVerb = covering.length === 0 && verbEnding.test(token.text);
  const concepts = isOpenVerb ? prefixedVerbConcepts(token.text, lexicon) : listed;
  const terms = unique(concepts.map((concept) => conceptTerm(concept.id)));
  return {
    surface: token.text,
    stems: covering.length === 0 ? spellings(token.text) : [stem(token.text)],
    concepts: terms,
    kinds: wider(terms),
    grams: covering.length === 0 && isNameLike(token.text) ? grams(skeleton(token.text)) : [],
    sounds: [],
    named: isNamed(concepts),
    country: isNamed(concepts) && concepts.some(({ kind }) => kind === 'country'),
    place: isNamed(concepts) && concepts.every(({ kind }) => kind === 'place'),
    verb: concepts.length === 0 ? verbEnding.test(token.text) : concepts.every(isAct),
    prior: priorOf(concepts),
    weight: cue ? cueWeight : weightOf(token, concepts),
  };
}

function wider(terms: readonly string[]): readonly string[] {
  return [...kindsOf(terms), ...statesOf(terms)];
}

// A name made of common words (Chysta Mezha) is no unknown word where it stands in its own letters.
function spellings(token: string): readonly string[] {
  return /^[a-z]{4,}$/.test(token) ? [stem(token), stem(toCyrillic(token))] : [stem(token)];
}

// "Вінницький" is of the city as well as of the region.
const regionSuffix = '-region';

function cityOf({ id }: Concept, lexicon: Lexicon): readonly Concept[] {
  const city = id.endsWith(regionSuffix) ? lexicon.findConcept(id.slice(0, -regionSuffix.length)) : null;
  return city === null ? [] : [city];
}

// Of words that the lexicon does not know.
const verbEnding =
  /(?:ти|ть|ли|ла|ло|ться|тися|ають|яють|ять|ає|яє|ить|їть|ут|ют|ат|ят|ет|ит|вав|нув|(?<!кт|от|рх|з)(?<=[бвджзклмнпрстчшщ])ив)$/u;

// Medians over the concepts of each kind in the starter corpus.
const priors = { word: 0.03, other: 0.02, name: 0.005, unknown: 0 } as const;

function priorOf(concepts: readonly Concept[]): number {
  if (concepts.length === 0) return priors.unknown;
  if (isNamed(concepts)) return priors.name;
  return concepts.every(({ kind }) => kind === 'word') ? priors.word : priors.other;
}

function weightOf(token: Token, concepts: readonly Concept[]): number {
  if (isAttributeWord(token.text)) return attributeWeight;
  if (seasons.test(token.text)) return dateWeight;
  if (/^(?:19|20)\d\d$/.test(token.text) || concepts.some(({ kind }) => kind === 'month')) return dateWeight;
  return /^\d/.test(token.text) || concepts.some(({ kind }) => figureKinds.has(kind)) ? figureWeight : 1;
}

const seasons =
  /^(?:восени|влітку|улітку|навесні|взимку|узимку|літ[оаі]|весн[аиу]|осен[іи]|осінь|зим[аиу]|осенью|летом|весной|зимой|autumn|summer|winter|秋|夏|冬|春)$/u;

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

// "何台" asks for a number; no other language says the counter.
const counters: ReadonlySet<string> = new Set('台人頭匹個基機件校本名社');
const japaneseCues: ReadonlySet<string> = new Set(
  '最新 現在 今 およそ 約 まで これまで 合計 全部 全体 総数 いま 比較 推移 数 面積 時期 金額 総額 額 人数 台数 割合 名前 昨年 今年 去年 来年 先月 今月 実際'.split(
    ' ',
  ),
);

interface JapaneseReading {
  readonly lexicon: Lexicon;
  readonly quoted: ReadonlySet<string>;
}

/** The terms of a token of Japanese. */
function japaneseTerms(
  tokens: readonly Token[],
  at: number,
  { lexicon, quoted }: JapaneseReading,
): readonly QueryTerm[] {
  const { text } = tokens[at]!;
  // "2025年": the year is in the number.
  const isYear = /^(?:19|20)\d\d$/.test(tokens[at - 1]?.text ?? '');
  const found = lexicon
    .japaneseForms(tokens, at)
    .filter(({ start, end }) => !(isYear && text.slice(start, end) === '年'));
  let rest = text;
  for (const { start, end } of found)
    rest = `${rest.slice(0, start)}${'、'.repeat(end - start)}${rest.slice(end)}`;
  if (isYear) rest = rest.replace(/^年/u, '、');
  const names = quoted.has(text) && /\p{Script=Hiragana}/u.test(rest) ? [text] : unknownWords(rest);
  return [...listedTerms(text, found), ...names.flatMap(unknownTerms)];
}

// A name in quotation marks may be of any letters («みらいの庭»).
function quotedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/「([^「」]{2,20})」/gu)].map((match) => normalise(match[1]!)));
}

// One kanji word may stand for several concepts: together they are one term, met by any of them.
function listedTerms(text: string, found: readonly FoundForm<Concept>[]): readonly QueryTerm[] {
  const byForm = new Map(found.map(({ start, end, concepts }) => [text.slice(start, end), concepts]));
  return [...byForm].map(([form, concepts]) => ({
    ...noTerm,
    surface: form,
    concepts: unique(concepts.map(({ id }) => conceptTerm(id))),
    kinds: wider(concepts.map(({ id }) => conceptTerm(id))),
    named: isNamed(concepts),
    country: isNamed(concepts) && concepts.some(({ kind }) => kind === 'country'),
    place: isNamed(concepts) && concepts.every(({ kind }) => kind === 'place'),
    verb: concepts.every(isAct),
    prior: priorOf(concepts),
    weight: japaneseWeight(form, concepts),
  }));
}

// Words that the lexicon does not know are found by the pairs of letters that the index keeps, of a long one its ends; a name in
// katakana also by its sound.
const unknownJapanese = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{3,}/gu;
const openingQuestion = /何\p{Script=Han}?|(?:最|各|全|約|計)(?=\p{Script=Han})/gu;
// Texts in other languages cannot have them: enough to find a page by, too little to be missed in it.
const unknownWeight = 0.4;

function unknownWords(rest: string): readonly string[] {
  const words = rest.replace(openingQuestion, '、').match(unknownJapanese) ?? [];
  return words.filter((word) => !japaneseCues.has(word));
}

function unknownTerms(word: string): readonly QueryTerm[] {
  const ends = unique([word.slice(0, 2), word.slice(-2)]);
  const sounds = unique(soundsOfKatakana(word).flatMap((sound) => soundTerm(sound) ?? []));
  return ends.map((pair) => ({ ...noTerm, surface: pair, stems: [pair], sounds, weight: unknownWeight }));
}

const noTerm: Omit<QueryTerm, 'surface' | 'weight'> = {
  stems: [],
  concepts: [],
  kinds: [],
  grams: [],
  sounds: [],
  named: false,
  country: false,
  place: false,
  verb: false,
  prior: priors.unknown,
};

function japaneseWeight(form: string, concepts: readonly Concept[]): number {
  if (counters.has(form) || japaneseCues.has(form) || concepts.every(isCueConcept)) return cueWeight;
  return concepts.some(({ kind }) => figureKinds.has(kind)) ? figureWeight : 1;
}

function isCueConcept({ forms }: Concept): boolean {
  return tokenise(forms.en[0] ?? '').every(({ text }) => isStopword(text) || isCueWord(text));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

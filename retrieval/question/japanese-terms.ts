import type { FoundForm } from '../../corpus/lexicon/japanese-forms.ts';
import { type Concept, isAct, type Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { soundsOfKatakana, soundTerm } from '../../corpus/text/sound.ts';
import { isStopword } from '../../corpus/text/stopwords.ts';
import { normalise, type Token, tokenise } from '../../corpus/text/text.ts';
import { isOfFigure, traitsOf } from './concept-traits.ts';
import { noTerm, type QueryTerm } from './query-term.ts';
import { isCueWord } from './question-kind.ts';
import { cueWeight, figureWeight } from './term-weights.ts';

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
export function japaneseTerms(
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

/** What stands in quotation marks: a name may be of any letters («みらいの庭»). */
export function quotedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/「([^「」]{2,20})」/gu)].map((match) => normalise(match[1]!)));
}

// One kanji word may stand for several concepts: together they are one term, met by any of them.
function listedTerms(text: string, found: readonly FoundForm<Concept>[]): readonly QueryTerm[] {
  const byForm = new Map(found.map(({ start, end, concepts }) => [text.slice(start, end), concepts]));
  return [...byForm].map(([form, concepts]) => ({
    ...noTerm,
    surface: form,
    ...traitsOf(concepts),
    verb: concepts.every(isAct),
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

function japaneseWeight(form: string, concepts: readonly Concept[]): number {
  if (counters.has(form) || japaneseCues.has(form) || concepts.every(isCueConcept)) return cueWeight;
  return isOfFigure(concepts) ? figureWeight : 1;
}

function isCueConcept({ forms }: Concept): boolean {
  return tokenise(forms.en[0] ?? '').every(({ text }) => isStopword(text) || isCueWord(text));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

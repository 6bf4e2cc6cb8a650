import { isNamedFormer, startsChange } from '../figures/former-figure.ts';
import { findQuantities, type Quantity } from '../figures/quantity.ts';
import type { Understanding } from '../question/understand.ts';
import type { AnalysedQuantity, TermSet } from '../reading/analysis.ts';
import { countsTerm, matchTerm } from '../reading/match.ts';
import { answersWanted, wantedQuantities } from '../reading/wanted.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import type { ScoredSentence } from '../search/sentence-score.ts';
import { type Quote, sentencesIn } from '../sources/quote.ts';
import { supportOf } from '../support/support-places.ts';

// A short line with a wrong figure does more harm than none. On 749 questions 67 of 103 lines named what was asked for when any figure of
// the best-covered sentence would do; with these bounds 32 of 33.
const leastRest = 0.35;
const leastRestAlmostWhole = 0.8;
const biggestGap = 0.45;
// Where a name stands only in the title, all the rest has to fit.
const biggestGapByTitle = 0.3;

/** A figure and the sentence of its passage in which it stands. */
export interface SureFigure extends Quantity {
  readonly index: number;
}

/**
 * The figure of a quote that is surely the one asked for: names, period and nearly all words of the question stand in its sentence or the
 * one before, it counts what is counted, in the unit asked for, it is no figure that the question itself names, and no other could be meant.
 * Null when there is any doubt.
 */
export function sureFigure(passage: RankedPassage, quote: Quote, asked: Asked): SureFigure | null {
  const best = sentencesIn(quote, passage)
    .filter(({ sentence }) => answersWanted(asked.understanding, sentence))
    .sort((a, b) => b.score - a.score || a.index - b.index)[0];
  if (best === undefined || !isToldThere(passage, best, asked)) return null;
  const { understanding } = asked;
  const figures = wantedQuantities(understanding.wanted, best.sentence).filter((figure) =>
    countsAsked(figure, understanding),
  );
  const units = unitsAsked(understanding.text);
  const fitting = figures.filter(
    (figure) => (units.size === 0 || units.has(figure.unit)) && !startsChange(best.sentence.text, figure),
  );
  const first = fitting[0];
  if (first === undefined || understanding.figures.includes(first.value)) return null;
  if (isNamedFormer(best.sentence.text, first) || isOfOnePiece(best.sentence.text, understanding.text))
    return null;
  // The written words of two counts differ ("4 машини", "7 машин") though both count the thing.
  const rivals = fitting.filter(
    ({ kind, unit, value }) => (kind === 'count' || unit === first.unit) && value !== first.value,
  );
  return rivals.length === 0 ? { ...first, index: best.index } : null;
}

// The price of one piece is no total; it answers a question that asks for it.
const onePiece =
  /(?<!\p{L})(?:(?:один|одна|одне|одного|одної|однієї|одну|одно) (?!з(?:і|)? |из )\p{L}{3,}|(?:у|в) середньому|середн\p{L}{2,4} (?:цін|варт|сум|вит)\p{L}*|за (?:штуку|одиницю|гектар|людину)|кожн\p{L}{2,4}|в среднем|средн\p{L}{2,4} (?:цен|стоим|сум)\p{L}*|за штуку|кажд\p{L}{2,4}|per (?:unit|piece|person|hectare|head)|each|on average|an average|apiece|one \p{L}{3,} costs?)(?!\p{L})/iu;
const asksForOnePiece =
  /(?<!\p{L})(?:один|одна|одне|одно|одну|одного|однієї|середн\p{L}*|кожн\p{L}*|средн\p{L}*|кажд\p{L}*|гектар\p{L}*|га|штук\p{L}*|одиниц\p{L}*|per|each|average|unit|apiece|one|single|hectare)(?!\p{L})|一(?:台|人|頭|個|匹)|平均|あたり|1ヘクタール/iu;

function isOfOnePiece(sentence: string, question: string): boolean {
  return onePiece.test(sentence) && !asksForOnePiece.test(question);
}

function isToldThere(passage: RankedPassage, { sentence, index }: ScoredSentence, asked: Asked): boolean {
  const told = supportOf(passage, index, asked);
  const { wanted, scopes } = asked.understanding;
  const isPart = scopes.length === 0 && sentence.isScoped;
  const many = wanted === 'count' && wantedQuantities(wanted, sentence).length > 1;
  const isWhole = told.rest >= leastRestAlmostWhole;
  const here = [sentence, passage.analysed.sentences[index - 1]].flatMap((one) => one?.apartFromMoney ?? []);
  const isNamedHere = told.boundHere === 1 && countriesAreNamed(here, asked);
  const isNamed = told.bound === 1 && countriesAreNamed([...here, passage.analysed.context], asked);
  const isBound = isNamedHere || (isNamed && isWhole && told.gap <= biggestGapByTitle);
  if (isPart || !isBound || told.period < 1 || told.gap > biggestGap) return false;
  return many ? isWhole : told.rest >= leastRest;
}

function countriesAreNamed(places: readonly TermSet[], { understanding: { terms } }: Asked): boolean {
  return terms
    .filter(({ country, weight }) => country && weight >= 0.5)
    .every((term) => places.some((place) => matchTerm(term, place) > 0));
}

// A bare number answers only when it counts what was asked.
function countsAsked(figure: AnalysedQuantity, { wanted, counted }: Understanding): boolean {
  if (figure.kind !== 'count') return true;
  return wanted === 'count' && counted !== null && countsTerm(figure, counted);
}

/** Units and currencies that the question names: "in dollars", "how many hectares". */
function unitsAsked(question: string): ReadonlySet<string> {
  const words = question.split(/[\s,.?!:;()]+/u);
  return new Set(
    words.flatMap((word) =>
      findQuantities(`1 ${word}`).flatMap(({ kind, unit }) =>
        kind === 'money' || kind === 'area' || kind === 'mass' ? [unit] : [],
      ),
    ),
  );
}

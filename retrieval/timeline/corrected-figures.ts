import { matchesIn } from '../../corpus/text/matches.ts';
import { parseNumber } from '../figures/quantity.ts';
import type { AnalysedPassage, AnalysedQuantity } from '../reading/analysis.ts';
import { isSameMeasure } from '../reading/figure-change.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Origin } from '../sources/origin.ts';

/** A sentence that takes a figure back: "281 hectares, not 301". */
export interface Correction {
  readonly origin: Origin;
  readonly index: number;
  /** The number that was wrong, as written, without scale and unit: "not 341 but 327 million". */
  readonly former: number;
  readonly quantities: readonly AnalysedQuantity[];
}

const number = '(?<number>\\d{1,3}(?:[ \\u00a0\\u202f,.]\\d{3}){1,4}(?!\\d)|\\d{1,12}(?:[.,]\\d{1,4})?)';
const takenBack = new RegExp(
  `(?:(?<!\\p{L})(?:замість|вместо|instead of|rather than|а не|not|не)(?!\\p{L})(?:\\s{1,3}(?:про|на|о|about|around|the|some))?\\s{1,3}[$€£¥]?${number})|(?<!\\d)${number.replace('<number>', '<japanese>')}\\p{L}{0,8}では?なく`,
  'giu',
);
// "Not 20 but 30 are needed" takes nothing back: the sentence or the one before has to say that something was wrong.
const admits =
  /уточн|виправл|помилк|правильн|исправл|ошибк|уточнен|перерах|перерасч|correct|error|mistake|revis|misprint|transpos|recount|typo|訂正|誤り|誤って|修正/iu;
const scales = [1, 1e3, 1e6, 1e9];
// One digit stands in every text.
const leastTelling = 10;

/** The figures that passages found take back, each with the sentence that does. */
export function correctionsIn(origins: readonly Origin[]): readonly Correction[] {
  return origins.flatMap((origin) =>
    takenBackIn(origin.ranked.analysed).map((correction) => ({ ...correction, origin })),
  );
}

// What a passage takes back is the same for every question.
const known = new WeakMap<AnalysedPassage, readonly Omit<Correction, 'origin'>[]>();

function takenBackIn(passage: AnalysedPassage): readonly Omit<Correction, 'origin'>[] {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const found = admits.test(passage.sentences.map(({ text }) => text).join(' '))
    ? passage.sentences.flatMap((_, index) => takenBackBy(passage, index))
    : [];
  known.set(passage, found);
  return found;
}

function takenBackBy({ sentences }: AnalysedPassage, index: number): readonly Omit<Correction, 'origin'>[] {
  const sentence = sentences[index]!;
  const isAdmitted = admits.test(`${sentences[index - 1]?.text ?? ''} ${sentence.text}`);
  const former = isAdmitted ? formerNumbers(sentence.text) : [];
  if (former.length === 0 || sentence.isOrder) return [];
  return former.map((value) => ({ index, former: value, quantities: sentence.quantities }));
}

/** The correction that takes back a figure of this sentence; null where none does. Only a later page takes back what was said. */
export function correctionOf(
  { document, analysed }: RankedPassage,
  index: number,
  corrections: readonly Correction[],
): Correction | null {
  const { published } = document;
  if (published === null || corrections.length === 0) return null;
  const isLater = ({ origin }: Correction) => (origin.ranked.document.published ?? '') > published;
  const stated = analysed.sentences[index]?.quantities ?? [];
  return (
    corrections.find((one) => isLater(one) && stated.some((quantity) => isTakenBack(quantity, one))) ?? null
  );
}

function isTakenBack(quantity: AnalysedQuantity, { former, quantities }: Correction): boolean {
  return (
    scales.some((scale) => quantity.value === former * scale) &&
    quantities.some((right) => right.value !== quantity.value && isSameMeasure(right, quantity))
  );
}

function formerNumbers(text: string): readonly number[] {
  return matchesIn(text, takenBack)
    .map(({ groups }) => parseNumber(groups!.number ?? groups!.japanese!))
    .filter((value) => value >= leastTelling);
}

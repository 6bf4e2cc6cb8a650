import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { isStopword } from '../../corpus/text/stopwords.ts';
import { normalise, tokenise } from '../../corpus/text/text.ts';
import { numberWordsIn } from '../figures/number-word.ts';
import { findQuantities, numbersIn, sameQuantity } from '../figures/quantity.ts';
import { findDates } from '../time/period.ts';

/** Why a sentence may not be shown; null when every number, date and name in it stands in the quotes. */
export type Objection = { readonly kind: 'number' | 'date' | 'name'; readonly value: string };

const namedKinds: ReadonlySet<string> = new Set([
  'country',
  'org',
  'person',
  'place',
  'brand',
  'machine',
  'currency',
]);

/**
 * The gate of the first law: what a sentence of the bot's own states must stand in one of the accepted quotes. Numbers
 * are compared by value and unit ("4 млрд єн" is "4 billion yen"), in figures or in words; dates by day; names by concept,
 * unknown capitalised words by their letters.
 */
export function findObjection(
  sentence: string,
  quotes: readonly string[],
  lexicon: Lexicon,
): Objection | null {
  return (
    strangeNumber(sentence, quotes) ??
    unsupportedNumber(sentence, quotes) ??
    unsupportedNumberWord(sentence, quotes, lexicon) ??
    unsupportedDate(sentence, quotes) ??
    unsupportedName(sentence, quotes, lexicon)
  );
}

// Digits of other scripts, circled and raised ones, fractions and Roman numerals are read by people and by no rule here.
function strangeNumber(sentence: string, quotes: readonly string[]): Objection | null {
  const whole = quotes.join('\n');
  for (const [sign] of sentence.matchAll(
    /(?![0-9²³])\p{N}|(?<![\p{L}\p{N}'’])[IVXLCDM]+(?![\p{L}\p{N}'’])/gu,
  ))
    if (!whole.includes(sign)) return { kind: 'number', value: sign };
  const vague = sentence
    .match(vagueNumbers)
    ?.find((word) => !whole.toLowerCase().includes(word.toLowerCase()));
  return vague === undefined ? null : { kind: 'number', value: vague };
}

const vagueNumbers =
  /(?<!\p{L})(?:hundreds|thousands|dozens|scores of|tens of|millions|billions|several|сотн(?:і|ями|ях|и)|сотень|сотен|десятк(?:и|ів|ами|ах|ов)|кільк(?:а|ох|ома)|нескольк(?:о|их|ими))(?!\p{L})/giu;

function unsupportedNumber(sentence: string, quotes: readonly string[]): Objection | null {
  const known = quotes.flatMap((quote) => findQuantities(quote));
  for (const quantity of findQuantities(sentence)) {
    const supported = known.some((other) =>
      quantity.kind === 'count' ? other.value === quantity.value : sameQuantity(quantity, other),
    );
    if (!supported) return { kind: 'number', value: sentence.slice(quantity.start, quantity.end) };
  }
  const values = new Set(quotes.flatMap((quote) => numbersIn(quote)));
  const stray = numbersIn(sentence).find((value) => !values.has(value));
  return stray === undefined ? null : { kind: 'number', value: String(stray) };
}

function unsupportedNumberWord(
  sentence: string,
  quotes: readonly string[],
  lexicon: Lexicon,
): Objection | null {
  const ids = new Set(quotes.flatMap((quote) => numberWordsIn(quote, lexicon)).map(({ id }) => id));
  const values = new Set(quotes.flatMap((quote) => numbersIn(quote)));
  const stray = numberWordsIn(sentence, lexicon).find(
    ({ id, value }) => !ids.has(id) && (value === null || !values.has(value)),
  );
  return stray === undefined ? null : { kind: 'number', value: stray.id };
}

// When a reply was written nobody can tell, so "yesterday" is true only where a quote says it too.
const relativeDays =
  /(?<!\p{L})(?:yesterday|today|tomorrow|tonight|(?:last|this|next) (?:week|month|year|spring|summer|autumn|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|вчора|сьогодні|завтра|позавчора|торік|цьогоріч|(?:минул|наступн|цьо)\p{L}{1,4} (?:тиж|місяц|ро)\p{L}{1,5}|понеділ\p{L}{1,4}|вівтор\p{L}{1,4}|серед[уиі]|четвер\p{L}{0,3}|п['’]ятниц\p{L}{1,3}|субот\p{L}{1,3}|неділ\p{L}{1,3}|вчера|сегодня|(?:прошл|следующ)\p{L}{1,4} (?:недел|месяц|год)\p{L}{0,4})(?!\p{L})/giu;

function unsupportedDate(sentence: string, quotes: readonly string[]): Objection | null {
  const known = quotes.flatMap((quote) => findDates(quote)).map(({ date }) => date);
  const stray = findDates(sentence).find(
    ({ date }) => !known.some((other) => other === date || other.startsWith(`${date}-`)),
  );
  if (stray !== undefined) return { kind: 'date', value: stray.date };
  const whole = quotes.join('\n').toLowerCase();
  const relative = sentence.match(relativeDays)?.find((words) => !whole.includes(words.toLowerCase()));
  return relative === undefined ? null : { kind: 'date', value: relative };
}

function unsupportedName(sentence: string, quotes: readonly string[], lexicon: Lexicon): Objection | null {
  const known = new Set(quotes.flatMap((quote) => lexicon.mentions(quote)).map(({ concept }) => concept.id));
  const tokens = tokenise(sentence);
  const mentions = lexicon.mentionsIn(tokens);
  const supported = mentions.filter(({ concept }) => known.has(concept.id));
  for (const { concept, from, to } of mentions) {
    // "Kharkiv" inside a supported "Kharkiv region" is part of that name.
    const isPart = supported.some((longer) => longer.from <= from && to <= longer.to);
    if (namedKinds.has(concept.kind) && !isPart) return { kind: 'name', value: concept.id };
  }
  const supportedWords = new Set(
    supported.flatMap(({ from, to }) => tokens.slice(from, to).map(({ text }) => text)),
  );
  const words = new Set(quotes.flatMap((quote) => normalise(quote).match(/\p{L}+/gu) ?? []));
  // The first word is capitalised anyway; only one that another name follows must be a name itself.
  for (const match of sentence.matchAll(
    /(?<!^\P{L}{0,5})(?<!\p{L}['’-]?)\p{Lu}[\p{L}'’-]+|(?<=^\P{L}{0,5})\p{Lu}[\p{L}'’-]+(?= \p{Lu})/gu,
  )) {
    const isKnown = (part: string) =>
      isStopword(normalise(part)) || supportedWords.has(normalise(part)) || isSpelledIn(part, words);
    if (!isKnown(match[0]) && !match[0].split(/[-’']/).every(isKnown))
      return { kind: 'name', value: match[0] };
  }
  return null;
}

// Endings differ between cases; a name is the same when all but its last letters are.
const endingChars = 3;
const leastRoot = 4;

function isSpelledIn(name: string, words: ReadonlySet<string>): boolean {
  const word = normalise(name);
  if (words.has(word)) return true;
  const root = word.slice(0, Math.max(leastRoot, word.length - endingChars));
  if (word.length < leastRoot) return false;
  for (const other of words)
    if (other.startsWith(root) && other.length - root.length <= endingChars) return true;
  return false;
}

/** True when a quote is what it claims to be: the characters `[start, end)` of the stored passage. */
export function isVerbatim(
  quote: { readonly text: string; readonly start: number; readonly end: number },
  passageText: string,
): boolean {
  return quote.text !== '' && passageText.slice(quote.start, quote.end) === quote.text;
}

import type { Lexicon } from '../corpus/lexicon.ts';
import { isStopword } from '../corpus/stopwords.ts';
import { findDates } from './period.ts';
import { findQuantities, numbersIn, sameQuantity } from './quantity.ts';

/** Why a sentence may not be shown; null when every number, date and name in it stands in the quotes. */
export type Objection = { readonly kind: 'number' | 'date' | 'name'; readonly value: string };

const namedKinds: ReadonlySet<string> = new Set(['country', 'org', 'person', 'place', 'brand', 'currency']);

/**
 * The gate of the first law: what a sentence of the bot's own states must stand in one of the accepted quotes. Numbers
 * are compared by value and unit ("4 млрд єн" is "4 billion yen"), dates by day, names by concept, unknown capitalised
 * words by their letters.
 */
export function findObjection(
  sentence: string,
  quotes: readonly string[],
  lexicon: Lexicon,
): Objection | null {
  return (
    unsupportedNumber(sentence, quotes) ??
    unsupportedDate(sentence, quotes) ??
    unsupportedName(sentence, quotes, lexicon)
  );
}

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

function unsupportedDate(sentence: string, quotes: readonly string[]): Objection | null {
  const known = quotes.flatMap((quote) => findDates(quote)).map(({ date }) => date);
  const stray = findDates(sentence).find(
    ({ date }) => !known.some((other) => other === date || other.startsWith(`${date}-`)),
  );
  return stray === undefined ? null : { kind: 'date', value: stray.date };
}

function unsupportedName(sentence: string, quotes: readonly string[], lexicon: Lexicon): Objection | null {
  const known = new Set(quotes.flatMap((quote) => lexicon.mentions(quote)).map(({ concept }) => concept.id));
  for (const { concept } of lexicon.mentions(sentence)) {
    if (namedKinds.has(concept.kind) && !known.has(concept.id)) return { kind: 'name', value: concept.id };
  }
  const text = quotes.join('\n').toLowerCase();
  for (const match of sentence.matchAll(/(?<=[\p{Ll}\d,;:]\s)\p{Lu}[\p{L}'’-]+/gu)) {
    const word = match[0].toLowerCase();
    // Endings differ between cases; four letters of a name are enough to know it by.
    const root = word.slice(0, Math.max(4, word.length - 3));
    if (!isStopword(word) && !text.includes(root) && lexicon.mentions(match[0]).length === 0) {
      return { kind: 'name', value: match[0] };
    }
  }
  return null;
}

/** True when a quote is what it claims to be: the characters `[start, end)` of the stored passage. */
export function isVerbatim(
  quote: { readonly text: string; readonly start: number; readonly end: number },
  passageText: string,
): boolean {
  return quote.text !== '' && passageText.slice(quote.start, quote.end) === quote.text;
}

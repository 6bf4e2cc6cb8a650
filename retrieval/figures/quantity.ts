import { matchesIn } from '../../corpus/text/matches.ts';
import { isStopword } from '../../corpus/text/stopwords.ts';
import { normalise } from '../../corpus/text/text.ts';
import { findDates } from '../time/period.ts';
import { type QuantityKind, scales, units } from './quantity-units.ts';
import { holdsSpelled, spelledScan, spelledValues } from './spelled-numbers.ts';

/** A number as a text states it, with scale words worked in: "4 млрд єн" is 4,000,000,000 `jpy`. */
export interface Quantity {
  readonly kind: QuantityKind;
  readonly value: number;
  /** Unit or currency code (`eur`, `km2`, `percent`); for counts the word that follows, as written. */
  readonly unit: string;
  /** UTF-16 offsets in the text searched, from the first digit or sign to the end of the unit. */
  readonly start: number;
  readonly end: number;
}

const numberPattern = String.raw`\d{1,3}(?:[\u00a0\u202f ,.']\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?`;
const prefixCurrency: Readonly<Record<string, string>> = {
  $: 'usd', 'us$': 'usd', 'c$': 'cad', 'ca$': 'cad', 'a$': 'aud', '€': 'eur', '£': 'gbp', '¥': 'jpy', '₴': 'uah',
  usd: 'usd', eur: 'eur', gbp: 'gbp', chf: 'chf', nok: 'nok', sek: 'sek', dkk: 'dkk', cad: 'cad', uah: 'uah', jpy: 'jpy', pln: 'pln', aud: 'aud', czk: 'czk', krw: 'krw',
}; // biome-ignore format: an alphabet of signs reads better in rows

// Longest first: 6千万 is sixty million.
const japaneseScales: Readonly<Record<string, number>> = {
  兆: 1e12, 千億: 1e11, 百億: 1e10, 十億: 1e9, 億: 1e8, 千万: 1e7, 百万: 1e6, 十万: 1e5, 万: 1e4, 千: 1e3,
}; // biome-ignore format: a table of scales reads better in a row
const scaleGroup = scales.map(([, pattern], index) => `(?<s${index}>${pattern})`).join('|');
// One scan for numbers: optional currency sign, digits, up to two scale words ("1 млрд 70 млн" is joined afterwards).
const numberScan = new RegExp(
  String.raw`(?:(?<pre>(?:us|c|ca|a)?\$|€|£|¥|₴|(?<![\p{L}])(?:usd|eur|gbp|chf|nok|sek|dkk|cad|uah|jpy|pln|aud|czk|krw)(?![\p{L}]))[\u00a0\u202f ]?|(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,])(?<!(?<!\d)-))(?<num>${numberPattern})(?:[-\u00a0\u202f ]{0,2}(?:${scaleGroup}))?(?:[\u00a0\u202f ]?(?<cjk>${Object.keys(japaneseScales).join('|')}))?`,
  'giu',
);
const unitScans = units.map(({ kind, unit, pattern }) => ({
  kind,
  unit,
  scan: new RegExp(`^[-\\u00a0\\u202f ]{0,2}${pattern}(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`, 'iu'),
}));
const monthAhead =
  /^[\u00a0 ]?(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|月|日|年)/iu;
const yearAhead = /^[\u00a0 ]?(?:р\.|рр\.|рок(?:у|ом|ові|ах)|рік|год(?:а|у|ом)?(?!\p{L})|-го|-му|年)/iu;

interface Bare {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly currency: string | null;
  /** What its scale word multiplied it by, 1 without one. */
  readonly scale: number;
  readonly isSpelled: boolean;
}

/** Quantities of a text in order. Dates, years, list numbers and model names ("GCS-200") are not quantities. */
export function findQuantities(text: string): readonly Quantity[] {
  const bare = joinComposites(
    [...digits(text), ...spelledNumbers(text)].sort((a, b) => a.start - b.start),
    text,
  );
  return bare.flatMap((number, at) => {
    const next = bare[at + 1];
    if (next !== undefined && isRange(number, next, text)) return rangeStart(number, next, text) ?? [];
    const shared = next === undefined ? null : sharedCurrency(number, next, text);
    if (shared !== null) return shared;
    const before = bare[at - 1];
    const endsRange = before !== undefined && isRange(before, number, text);
    return withUnit(number, text, endsRange) ?? [];
  });
}

const dash = /^[\u00a0\u202f ]?[-–—][\u00a0\u202f ]?$/;
const upTo = /^[\u00a0 ](?:до|по|to|through)[\u00a0 ]$/iu;
const opensRange = /(?<!\p{L})(?:від|от|from|з|с)[\u00a0 ]$/iu;
const alsoTo = /^[\u00a0 ](?:and|і|й|та|и)[\u00a0 ]$/iu;
const opensBetween = /(?<!\p{L})(?:between|між|между)[\u00a0 ]$/iu;

// "8–10 тисяч гривень", "від 32 до 45 тисяч", "between 3 and 5 million". Years, dates and telephone numbers are none.
function isRange(first: Bare, second: Bare, text: string): boolean {
  if (first.value / first.scale >= second.value / second.scale && first.value >= second.value) return false;
  const between = text.slice(first.end, second.start);
  const head = text.slice(Math.max(0, first.start - 9), first.start);
  if (upTo.test(between)) return opensRange.test(head);
  if (alsoTo.test(between)) return opensBetween.test(head);
  return dash.test(between) && !/[-–/:\d]$/.test(head) && !isYear(first, text);
}

// The first number of a range is of the scale and the unit that stand after the second.
function rangeStart(first: Bare, second: Bare, text: string): Quantity | null {
  const end = withUnit(second, text, true);
  if (end === null || (end.kind === 'count' && end.unit === '' && second.scale === 1)) return null;
  const value = first.scale === 1 ? first.value * second.scale : first.value;
  return { ...end, value: Number(value.toPrecision(12)), start: first.start, end: first.end };
}

// "95 million and 19 million dollars", "from 110 million to 95 million dollars": both are dollars.
function sharedCurrency(first: Bare, second: Bare, text: string): Quantity | null {
  const between = text.slice(first.end, second.start);
  if (first.scale === 1 || first.currency !== null || !(alsoTo.test(between) || upTo.test(between)))
    return null;
  const [own, other] = [withUnit(first, text), withUnit(second, text)];
  if (own?.kind !== 'count' || other?.kind !== 'money') return null;
  return { ...own, kind: 'money', unit: other.unit };
}

function digits(text: string): Bare[] {
  const found: Bare[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of matchesIn(text, numberScan)) {
    const groups = match.groups!;
    const scaleIndex = scales.findIndex((_, index) => groups[`s${index}`] !== undefined);
    const cjk = groups.cjk === undefined ? 1 : japaneseScales[groups.cjk]!;
    const scale = (scaleIndex < 0 ? 1 : scales[scaleIndex]![0]) * cjk;
    const lead = match[0].length - match[0].trimStart().length;
    found.push({
      start: match.index + lead,
      end: match.index + match[0].trimEnd().length,
      value: Number((parseNumber(groups.num!) * scale).toPrecision(12)),
      currency: groups.pre === undefined ? null : (prefixCurrency[groups.pre.toLowerCase()] ?? null),
      scale,
      isSpelled: false,
    });
  }
  return found;
}

function spelledNumbers(text: string): Bare[] {
  if (!holdsSpelled(text)) return [];
  return matchesIn(text, spelledScan).map((match) => {
    const after = text.slice(match.index + match[0].length);
    const [scale, length] = scaleAfter(after);
    return {
      start: match.index,
      end: match.index + match[0].length + length,
      value: (spelledValues.get(match[0].toLowerCase()) ?? Number.NaN) * scale,
      currency: null,
      scale,
      isSpelled: true,
    };
  });
}

const scaleScans = scales.map(([scale, pattern]) => [scale, new RegExp(`^ ${pattern}`, 'iu')] as const);

function scaleAfter(after: string): readonly [scale: number, length: number] {
  for (const [scale, scan] of scaleScans) {
    const match = scan.exec(after);
    if (match !== null) return [scale, match[0].length];
  }
  return [1, 0];
}

// "1 billion 70 million", "540 тис. 841", "4億2000万" and "twenty-four thousand" are one number each.
function joinComposites(numbers: readonly Bare[], text: string): readonly Bare[] {
  const joined: Bare[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const value = last === undefined ? null : composite(last, number, text.slice(last.end, number.start));
    if (last === undefined || value === null) joined.push(number);
    else joined[joined.length - 1] = { ...number, start: last.start, currency: last.currency, value };
  }
  return joined;
}

function composite(last: Bare, number: Bare, between: string): number | null {
  if (last.isSpelled && number.isSpelled && last.scale === 1 && /^[ -]$/.test(between)) {
    const own = number.value / number.scale;
    const fits = (last.value >= 20 && last.value < 100 && own < 10) || (last.value >= 100 && own < 100);
    return fits && own >= 1 ? (last.value + own) * number.scale : null;
  }
  const adjacent = /^[\u00a0\u202f ]?$/.test(between);
  const fits = last.scale !== 1 && number.currency === null && number.value < last.scale;
  return adjacent && fits ? last.value + number.value : null;
}

/** The value of a number as written, with marks between its groups and before its decimals. */
export function parseNumber(text: string): number {
  const grouped = text
    .replace(/[\u00a0\u202f ']/g, '')
    .replace(/[.,](?=\d{3}(?:\D|$))/g, (mark, at: number, all: string) =>
      // "0,500" is a decimal, "137,000" is grouping.
      all.startsWith('0') && at === 1 ? mark : '',
    );
  return Number(grouped.replace(',', '.'));
}

// "The 19th meeting", "14-те засідання": a place in a row counts nothing.
const ordinalAhead =
  /^(?:st|nd|rd|th|-?(?:й|го|му|та|те|ті|ту|ша|ше|тий|ий|ої|ою|ая|ое|ые|ый|ой))(?!\p{L})/iu;

const headerScans = units.map(({ kind, unit, pattern }) => ({
  kind,
  unit,
  scan: new RegExp(
    `(?<![\\p{L}])${pattern}(?![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:\\s{0,9}/\\s{0,9}[\\p{L}²]{1,30})?\\s{0,9}[)\\]]?\\s{0,9}:\\s{0,9}$`,
    'iu',
  ),
}));
const scaleInHeader = scales.map(
  ([scale, pattern]) => [scale, new RegExp(`(?<![\\p{L}])${pattern}\\s{0,9}$`, 'iu')] as const,
);
// A header is seldom longer; looking back further would cost time on long rows.
const headerChars = 80;

// Cells of a table are read with their header: "Середня ціна, грн/га: 61 900", "Сума, млн євро: 31,0".
function headerUnit(number: Bare, text: string): Quantity | null {
  const before = text.slice(Math.max(0, number.start - headerChars), number.start);
  if (!/:\s*$/.test(before)) return null;
  const header = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1);
  for (const { kind, unit, scan } of headerScans) {
    const match = scan.exec(header);
    if (match === null) continue;
    const scale = scaleInHeader.find(([, pattern]) => pattern.test(header.slice(0, match.index)))?.[0] ?? 1;
    const value = number.scale === 1 ? number.value * scale : number.value;
    return quantity({ ...number, value: Number(value.toPrecision(12)) }, kind, unit, 0);
  }
  return null;
}

// Japanese counts with a word behind the number, and names what it counts before it: "操作員18人".
const counter = /^(?:人|台|頭|匹|個|基|機|件|校|本|名|社|カ国|か国|ヶ国|か所|カ所|チーム|団体)/u;
const countedBefore = /([\p{Script=Han}\p{Script=Katakana}ー]{2,12})(?:のうち)?[はがをの、]?(?:約)?$/u;

function withUnit(number: Bare, text: string, endsRange = false): Quantity | null {
  if (!Number.isFinite(number.value)) return null;
  const after = text.slice(number.end, number.end + 60);
  if (number.currency !== null) return quantity(number, 'money', number.currency, 0);
  for (const { kind, unit, scan } of unitScans) {
    const match = scan.exec(after);
    if (match) return quantity(number, kind, unit, match[0].length);
  }
  const header = headerUnit(number, text);
  if (header !== null && /^(?:\s*[;|\n]|\s*$)/.test(after)) return header;
  if (after.startsWith('割'))
    return quantity({ ...number, value: number.value * 10 }, 'percent', 'percent', 1);
  const counts = counter.exec(after)?.[0];
  if (counts !== undefined)
    return quantity(number, 'count', countedBefore.exec(text.slice(0, number.start))?.[1] ?? counts, 0);
  if (number.scale === 1 && (monthAhead.test(after) || yearAhead.test(after) || isYear(number, text)))
    return null;
  if (ordinalAhead.test(after)) return null;
  const before = text.slice(Math.max(0, number.start - 2), number.start);
  if (/^[-.:/]\d/.test(after) || (!endsRange && /(?:[-–/:]|[№#] ?)$/.test(before))) return null;
  return quantity(number, 'count', nounAfter(after), 0);
}

// "450 of its staff" counts staff.
const ofThem =
  /^[\u00a0\u202f ]+(?:of (?:its|the|our|their|these|those|them)|(?:з|із|зі|с|из) (?:них|її|його|їхніх|наших|своїх|цих|их|наших|своих|этих))(?= )/iu;

// Up to three words, as far as the group goes: "31 dogs" of "31 dogs with the operators".
function nounAfter(after: string): string {
  const words =
    /^[\u00a0\u202f ]+((?:\p{L}[\p{L}'’-]*[ ]?){1,3})/u
      .exec(after.replace(ofThem, ''))?.[1]
      ?.trim()
      .split(' ') ?? [];
  const end = words.findIndex((word) => isStopword(normalise(word)));
  return words.slice(0, end < 0 ? words.length : end).join(' ');
}

function quantity(number: Bare, kind: QuantityKind, unit: string, unitLength: number): Quantity {
  return { kind, unit, value: number.value, start: number.start, end: number.end + unitLength };
}

function isYear(number: Bare, text: string): boolean {
  const plain = /^(?:19|20)\d\d$/.test(text.slice(number.start, number.end));
  return plain && number.value >= 1900 && number.value <= 2100;
}

/** Same measure and the same value within `tolerance` (share of the larger one). */
export function sameQuantity(a: Quantity, b: Quantity, tolerance = 0): boolean {
  if (a.kind !== b.kind || (a.kind !== 'count' && a.unit !== b.unit)) return false;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** Every number of a text by value, dates left out, for checking that a sentence adds none. */
export function numbersIn(text: string): readonly number[] {
  const clean = normalise(text);
  const dates = findDates(clean);
  const outside = ({ start }: Bare) => !dates.some((date) => date.start <= start && start < date.end);
  const scanned = [...digits(clean), ...spelledNumbers(clean)].filter(outside);
  // "644 тис. 175" is one number here as well as among the quantities.
  return joinComposites(
    scanned.sort((a, b) => a.start - b.start),
    clean,
  )
    .map(({ value }) => value)
    .filter((value) => Number.isFinite(value));
}

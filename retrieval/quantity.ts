import { isStopword } from '../corpus/stopwords.ts';
import { normalise } from '../corpus/text.ts';
import { findDates } from './period.ts';

/** What a quantity measures. `count` is a bare number of things; `noun` then says of what. */
export type QuantityKind = 'money' | 'area' | 'percent' | 'length' | 'mass' | 'duration' | 'count';

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

interface UnitPattern {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly pattern: string;
}

// Order matters: the more specific dollar or crown must be tried before the plain one.
const units: readonly UnitPattern[] = [
  money('cad', String.raw`(?:канадськ\p{L}* дол\p{L}*|канадск\p{L}* дол\p{L}*|canadian dollars?|cad)`),
  money(
    'aud',
    String.raw`(?:австралійськ\p{L}* дол\p{L}*|австралийск\p{L}* дол\p{L}*|australian dollars?|aud)`,
  ),
  money('nzd', String.raw`(?:новозеландськ\p{L}* дол\p{L}*|new zealand dollars?|nzd)`),
  money(
    'usd',
    String.raw`(?:дол(?:ар\p{L}*|лар\p{L}*)?\.? сша|us dollars?|дол(?:ар\p{L}*|лар\p{L}*|\.)?|dollars?|usd|\$|米?ドル)`,
  ),
  money('eur', String.raw`(?:євро|евро|euros?|eur|€|ユーロ)`),
  money(
    'jpy',
    String.raw`(?:японськ\p{L}* (?:єн|ієн)\p{L}*|(?:єн|ієн)(?:а|и|у|ою|ам)?|иен\p{L}*|йен\p{L}*|(?:japanese )?yen|jpy|¥|円)`,
  ),
  money('gbp', String.raw`(?:фунт\p{L}*(?: стерл\p{L}*)?|pounds?(?: sterling)?|gbp|£)`),
  money(
    'chf',
    String.raw`(?:(?:швейцарськ|швейцарск)\p{L}* франк\p{L}*|swiss francs?|франк\p{L}*|francs?|chf)`,
  ),
  money(
    'nok',
    String.raw`(?:(?:норвезьк|норвежск)\p{L}* крон\p{L}*|norwegian (?:krone|kroner|crowns?)|kroner?|nok)`,
  ),
  money(
    'sek',
    String.raw`(?:(?:шведськ|шведск)\p{L}* крон\p{L}*|swedish (?:krona|kronor|crowns?)|kronor|sek)`,
  ),
  money('dkk', String.raw`(?:(?:данськ|датськ|датск)\p{L}* крон\p{L}*|danish (?:krone|kroner|crowns?)|dkk)`),
  money('czk', String.raw`(?:(?:чеськ|чешск)\p{L}* крон\p{L}*|czech (?:koruna|crowns?)|czk)`),
  money('krona', String.raw`(?:крон(?:а|и|у|ами)?|crowns?)`),
  money('pln', String.raw`(?:злот\p{L}*|zlot(?:y|ys|ych)|pln)`),
  money('krw', String.raw`(?:вон(?:а|и)?|won|krw|ウォン)`),
  money('uah', String.raw`(?:гривень|грив\p{L}*|грн\.?|hryvnias?|hryvnia|uah|₴)`),
  {
    kind: 'area',
    unit: 'km2',
    pattern: String.raw`(?:тис\.? )?(?:кв\.? ?км|км ?[²2]|квадратн\p{L}* (?:кілометр|километр)\p{L}*|square (?:kilomet(?:er|re)s?|km)|sq\.? ?km|km ?[²2]|平方キロ(?:メートル)?)`,
  },
  {
    kind: 'area',
    unit: 'm2',
    pattern: String.raw`(?:кв\.? ?м|м ?[²2]|квадратн\p{L}* метр\p{L}*|square met(?:er|re)s?|sq\.? ?m|m ?[²2])`,
  },
  { kind: 'area', unit: 'ha', pattern: String.raw`(?:гектар\p{L}*|га|hectares?|ha|ヘクタール)` },
  {
    kind: 'percent',
    unit: 'percent',
    pattern: String.raw`(?:%|відсот\p{L}*|процент\p{L}*|per ?cent|パーセント)`,
  },
  {
    kind: 'length',
    unit: 'km',
    pattern: String.raw`(?:км|кілометр\p{L}*|километр\p{L}*|kilomet(?:er|re)s?|km)`,
  },
  { kind: 'length', unit: 'm', pattern: String.raw`(?:метр(?:а|и|ів|ов)?|met(?:er|re)s?|м(?= |$)|m(?= |$))` },
  { kind: 'mass', unit: 't', pattern: String.raw`(?:тонн\p{L}*|tonnes?|tons?)` },
  { kind: 'mass', unit: 'kg', pattern: String.raw`(?:кг|кілограм\p{L}*|килограмм\p{L}*|kilogram\p{L}*|kg)` },
  { kind: 'duration', unit: 'day', pattern: String.raw`(?:дн(?:і|ів|я|ей)|день|діб|доб\p{L}*|days?)` },
  { kind: 'duration', unit: 'week', pattern: String.raw`(?:тижн\p{L}*|тижден\p{L}*|недел\p{L}*|weeks?)` },
  { kind: 'duration', unit: 'month', pattern: String.raw`(?:місяц\p{L}*|месяц\p{L}*|months?)` },
  { kind: 'duration', unit: 'year', pattern: String.raw`(?:рок(?:и|ів)|лет|years?)` },
];

function money(unit: string, pattern: string): UnitPattern {
  return { kind: 'money', unit, pattern };
}

const scales: readonly (readonly [number, string])[] = [
  [1e12, String.raw`(?:трлн\.?|трильйон\p{L}*|триллион\p{L}*|trillion)`],
  [1e9, String.raw`(?:млрд\.?|мільярд\p{L}*|миллиард\p{L}*|billions?|bn)`],
  [1e6, String.raw`(?:млн\.?|мільйон\p{L}*|миллион\p{L}*|millions?|mln\.?|m(?![\p{L}\d²]))`],
  [1e3, String.raw`(?:тис\.?|тисяч\p{L}*|тыс\.?|тысяч\p{L}*|thousands?|k(?!\p{L}))`],
];

const spelled: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    2: 'two два дві двох две двух', 3: 'three три трьох троє трех', 4: 'four чотири чотирьох четыре четырех',
    5: "five п'ять п'яти п’ять пять", 6: 'six шість шести шесть', 7: 'seven сім семи семь', 8: 'eight вісім восьми восемь',
    9: "nine дев'ять дев'яти дев’ять девять", 10: 'ten десять десяти', 11: 'eleven одинадцять одиннадцать',
    12: 'twelve дванадцять двенадцать', 14: 'fourteen чотирнадцять', 15: "fifteen п'ятнадцять пятнадцать", 16: 'sixteen шістнадцять',
    20: 'twenty двадцять двадцать', 30: 'thirty тридцять тридцать', 40: 'forty сорок', 50: "fifty п'ятдесят п’ятдесят пятьдесят",
    100: 'hundred сто сотня сотню',
  }).flatMap(([value, names]) => names.split(' ').map((name) => [name, Number(value)])),
); // biome-ignore format: a table of words reads better in rows

const numberPattern = String.raw`\d{1,3}(?:[\u00a0\u202f ,.']\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?`;
const prefixCurrency: Readonly<Record<string, string>> = {
  $: 'usd', 'us$': 'usd', 'c$': 'cad', 'ca$': 'cad', 'a$': 'aud', '€': 'eur', '£': 'gbp', '¥': 'jpy', '₴': 'uah',
  usd: 'usd', eur: 'eur', gbp: 'gbp', chf: 'chf', nok: 'nok', sek: 'sek', dkk: 'dkk', cad: 'cad', uah: 'uah', jpy: 'jpy', pln: 'pln', aud: 'aud', czk: 'czk', krw: 'krw',
}; // biome-ignore format: an alphabet of signs reads better in rows

const scaleGroup = scales.map(([, pattern], index) => `(?<s${index}>${pattern})`).join('|');
// One scan for numbers: optional currency sign, digits, up to two scale words ("1 млрд 70 млн" is joined afterwards).
const numberScan = new RegExp(
  String.raw`(?:(?<pre>(?:us|c|ca|a)?\$|€|£|¥|₴|(?<![\p{L}])(?:usd|eur|gbp|chf|nok|sek|dkk|cad|uah|jpy|pln|aud|czk|krw)(?![\p{L}]))[\u00a0\u202f ]?|(?<![\p{L}\d.,-]))(?<num>${numberPattern})(?:[-\u00a0\u202f ]{0,2}(?:${scaleGroup}))?(?:[\u00a0\u202f ]?(?<cjk>億|万))?`,
  'giu',
);
const unitScans = units.map(({ kind, unit, pattern }) => ({
  kind,
  unit,
  scan: new RegExp(`^[-\\u00a0\\u202f ]{0,2}${pattern}(?![\\p{L}])`, 'iu'),
}));
const spelledScan = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?:${Object.keys(spelled).join('|')})(?![\\p{L}'’])`,
  'giu',
);
// Most sentences have none of them, which this tells in a fifth of the time.
const spelledAnywhere = new RegExp(Object.keys(spelled).join('|'));
const monthAhead =
  /^[\u00a0 ]?(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|月|日|年)/iu;
const yearAhead = /^[\u00a0 ]?(?:р\.|рр\.|рок(?:у|ом|ові|ах)|рік|год(?:а|у|ом)?(?!\p{L})|-го|-му|年)/iu;

interface Bare {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly currency: string | null;
  readonly scaled: boolean;
}

/** Quantities of a text in order. Dates, years, list numbers and model names ("GCS-200") are not quantities. */
export function findQuantities(text: string): readonly Quantity[] {
  const bare = joinComposites(
    [...digits(text), ...spelledNumbers(text)].sort((a, b) => a.start - b.start),
    text,
  );
  return bare.flatMap((number) => withUnit(number, text) ?? []);
}

function digits(text: string): Bare[] {
  const found: Bare[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(numberScan)) {
    const groups = match.groups!;
    const scaleIndex = scales.findIndex((_, index) => groups[`s${index}`] !== undefined);
    const cjk = groups.cjk === '億' ? 1e8 : groups.cjk === '万' ? 1e4 : 1;
    const scale = (scaleIndex < 0 ? 1 : scales[scaleIndex]![0]) * cjk;
    const lead = match[0].length - match[0].trimStart().length;
    found.push({
      start: match.index + lead,
      end: match.index + match[0].trimEnd().length,
      value: Number((parseNumber(groups.num!) * scale).toPrecision(12)),
      currency: groups.pre === undefined ? null : (prefixCurrency[groups.pre.toLowerCase()] ?? null),
      scaled: scale !== 1,
    });
  }
  return found;
}

function spelledNumbers(text: string): Bare[] {
  if (!spelledAnywhere.test(text.toLowerCase())) return [];
  return [...text.matchAll(spelledScan)].map((match) => {
    const after = text.slice(match.index + match[0].length);
    const scaled = scales.find(([, pattern]) => new RegExp(`^ ${pattern}(?!\\p{L})`, 'iu').test(after));
    const length = scaled === undefined ? 0 : after.match(new RegExp(`^ ${scaled[1]}`, 'iu'))![0].length;
    return {
      start: match.index,
      end: match.index + match[0].length + length,
      value: (spelled[match[0].toLowerCase()] ?? Number.NaN) * (scaled?.[0] ?? 1),
      currency: null,
      scaled: scaled !== undefined,
    };
  });
}

// "1 billion 70 million" and "540 тис. 841" are one number each.
function joinComposites(numbers: readonly Bare[], text: string): readonly Bare[] {
  const joined: Bare[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const adjacent = last !== undefined && /^[\u00a0\u202f ]$/.test(text.slice(last.end, number.start));
    if (adjacent && last.scaled && number.currency === null && number.value < smallestStep(last.value)) {
      joined[joined.length - 1] = { ...last, end: number.end, value: last.value + number.value };
    } else joined.push(number);
  }
  return joined;
}

function smallestStep(value: number): number {
  return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3;
}

function parseNumber(text: string): number {
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

function withUnit(number: Bare, text: string): Quantity | null {
  if (!Number.isFinite(number.value)) return null;
  const after = text.slice(number.end, number.end + 60);
  if (number.currency !== null) return quantity(number, 'money', number.currency, 0);
  for (const { kind, unit, scan } of unitScans) {
    const match = scan.exec(after);
    if (match) return quantity(number, kind, unit, match[0].length);
  }
  if (!number.scaled && (monthAhead.test(after) || yearAhead.test(after) || isYear(number, text)))
    return null;
  if (ordinalAhead.test(after)) return null;
  if (/^[-.:/]\d/.test(after) || /(?:[-–/:]|[№#] ?)$/.test(text.slice(0, number.start))) return null;
  return quantity(number, 'count', nounAfter(after), 0);
}

// Up to three words, as far as the group goes: "31 dogs" of "31 dogs with the operators".
function nounAfter(after: string): string {
  const words = /^[\u00a0\u202f ]+((?:\p{L}[\p{L}'’-]*[ ]?){1,3})/u.exec(after)?.[1]?.trim().split(' ') ?? [];
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
  return scanned.map(({ value }) => value).filter((value) => Number.isFinite(value));
}

import type { PublishedDate } from '../../corpus/document.ts';

const monthForms: readonly (readonly string[])[] = [
  ['січень', 'січня', 'січні', 'январь', 'января', 'январе', 'january', 'jan', 'січ', 'янв'],
  ['лютий', 'лютого', 'лютому', 'февраль', 'февраля', 'феврале', 'february', 'feb', 'лют', 'фев'],
  ['березень', 'березня', 'березні', 'март', 'марта', 'марте', 'march', 'mar', 'бер', 'мар'],
  ['квітень', 'квітня', 'квітні', 'апрель', 'апреля', 'апреле', 'april', 'apr', 'квіт', 'апр', 'кві'],
  ['травень', 'травня', 'травні', 'май', 'мая', 'мае', 'may', 'трав', 'тра'],
  ['червень', 'червня', 'червні', 'июнь', 'июня', 'июне', 'june', 'jun', 'черв', 'чер', 'июн'],
  ['липень', 'липня', 'липні', 'июль', 'июля', 'июле', 'july', 'jul', 'лип', 'июл'],
  ['серпень', 'серпня', 'серпні', 'август', 'августа', 'августе', 'august', 'aug', 'серп', 'сер', 'авг'],
  [
    'вересень',
    'вересня',
    'вересні',
    'сентябрь',
    'сентября',
    'сентябре',
    'september',
    'sept',
    'sep',
    'вер',
    'сен',
  ],
  ['жовтень', 'жовтня', 'жовтні', 'октябрь', 'октября', 'октябре', 'october', 'oct', 'жовт', 'жов', 'окт'],
  [
    'листопад',
    'листопада',
    'листопаді',
    'ноябрь',
    'ноября',
    'ноябре',
    'november',
    'nov',
    'лист',
    'лис',
    'ноя',
  ],
  ['грудень', 'грудня', 'грудні', 'декабрь', 'декабря', 'декабре', 'december', 'dec', 'груд', 'гру', 'дек'],
];
const months = new Map(monthForms.flatMap((forms, index) => forms.map((form) => [form, index + 1] as const)));
const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})`;

const earliestYear = 1991;
const latestYear = 2099;

const dayMonthYear = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|-?го)?[\\s.,-]{1,3}(?:of )?${month}\\.?,?[\\s-]{1,3}(\\d{4})(?!\\d)`,
  'iu',
);
const monthDayYear = new RegExp(
  `(?<!\\p{L})${month}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`,
  'iu',
);
const numericDay = /(?<![\d.,/-])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d/-]|\.\d)/;
const shortYear = /(?<![\d.,/-])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/;
const isoDay = /(?<![\d-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/;
const japaneseDay = /(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/;
const monthYear = new RegExp(`(?<!\\p{L})${month}\\.?,?\\s(\\d{4})(?!\\d)`, 'iu');

/** A date found in a text and where it stands. */
export interface FoundDate {
  readonly date: string;
  readonly index: number;
  /** Offset behind the date. */
  readonly end: number;
}

/**
 * First date in a text, written in Ukrainian, English, Russian or Japanese words or in digits (day before month, as
 * in Europe; month before day only when nothing else fits). Day precision; null without one.
 */
export function findDay(text: string): FoundDate | null {
  const candidates = [
    matched(dayMonthYear.exec(text), ([, day, name, year]) => toDay(year, monthNumber(name), day)),
    matched(monthDayYear.exec(text), ([, name, day, year]) => toDay(year, monthNumber(name), day)),
    matched(isoDay.exec(text), ([, year, number, day]) => toDay(year, Number(number), day)),
    matched(japaneseDay.exec(text), ([, year, number, day]) => toDay(year, Number(number), day)),
    matched(
      numericDay.exec(text),
      ([, day, number, year]) => toDay(year, Number(number), day) ?? toDay(year, Number(day), number),
    ),
    matched(shortYear.exec(text), ([, day, number, year]) => toDay(`20${year}`, Number(number), day)),
  ].filter((found): found is FoundDate => found !== null);
  return candidates.sort((a, b) => a.index - b.index)[0] ?? null;
}

/** First month with a year in a text ("березень 2024"), as `YYYY-MM`. */
export function findMonth(text: string): PublishedDate {
  const match = monthYear.exec(text);
  const number = monthNumber(match?.[1]);
  return match && number && isYear(match[2]!) ? `${match[2]}-${pad(number)}` : null;
}

function matched(
  match: RegExpExecArray | null,
  read: (parts: RegExpExecArray) => string | null,
): FoundDate | null {
  const date = match ? read(match) : null;
  return match && date ? { date, index: match.index, end: match.index + match[0].length } : null;
}

function monthNumber(name: string | undefined): number {
  return months.get((name ?? '').toLowerCase()) ?? 0;
}

function isYear(year: string): boolean {
  return Number(year) >= earliestYear && Number(year) <= latestYear;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** `YYYY-MM-DD` of a day that exists; null otherwise. */
export function toDay(year: string | undefined, monthOfYear: number, day: string | undefined): string | null {
  const date = new Date(Date.UTC(Number(year), monthOfYear - 1, Number(day)));
  const exists = date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === Number(day);
  return exists && isYear(year ?? '') ? `${year}-${pad(monthOfYear)}-${pad(Number(day))}` : null;
}

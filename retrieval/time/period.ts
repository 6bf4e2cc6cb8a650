import type { PublishedDate } from '../../corpus/document.ts';
import { matchesIn } from '../../corpus/text/matches.ts';
import { withLeftOutYears } from './left-out-years.ts';
import { besideYearParts, yearParts } from './year-part.ts';

/** A stretch of time a question is about; both ends are inclusive days `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const months: readonly string[] = [
  'січ(?:ень|ня|ні|нев\\p{L}*)|январ\\p{L}*|jan(?:uary)?',
  'лют(?:ий|ого|ому|ів\\p{L}*)|феврал\\p{L}*|feb(?:ruary)?',
  'берез(?:ень|ня|ні)|март(?:а|е)?|mar(?:ch)?',
  'квіт(?:ень|ня|ні)|апрел\\p{L}*|apr(?:il)?',
  'трав(?:ень|ня|ні)|ма(?:й|я|е)|may',
  'черв(?:ень|ня|ні)|июн\\p{L}*|june?',
  'лип(?:ень|ня|ні)|июл\\p{L}*|july?',
  'серп(?:ень|ня|ні)|август\\p{L}*|aug(?:ust)?',
  'верес(?:ень|ня|ні)|сентябр\\p{L}*|sep(?:t(?:ember)?)?',
  'жовт(?:ень|ня|ні)|октябр\\p{L}*|oct(?:ober)?',
  'листопад(?:|а|і|у)|ноябр\\p{L}*|nov(?:ember)?',
  'груд(?:ень|ня|ні)|декабр\\p{L}*|dec(?:ember)?',
];
const monthPatterns = months.map((pattern) => `(?:${pattern})(?!\\p{L})`);
const monthName = monthPatterns.map((pattern, index) => `(?<m${index}>${pattern})`).join('|');
const before = '(?<![\\p{L}\\p{N}])';
const dayMonthYear = new RegExp(
  `${before}(?:(?<day>\\d{1,2})(?:-?(?:го|st|nd|rd|th))?[ \\u00a0]+(?:of )?)?(?:${monthName})\\.?(?:[ \\u00a0]+(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?=,? ?\\d{4}|[^\\p{L}\\d]|$)(?!\\d))?,?(?:[ \\u00a0]+(?:of )?(?<year>(?:19|20)\\d\\d))?`,
  'giu',
);
// How the names of months open: most sentences have none and no digits either, which these tell in a fifth of the time.
const opensMonth =
  /січ|янв|jan|лют|фев|feb|берез|мар|mar|квіт|апр|apr|трав|ма[йяе]|may|черв|июн|jun|лип|июл|jul|серп|авг|aug|верес|сен|sep|жовт|окт|oct|листопад|ноя|nov|груд|дек|dec/;
const numericDate = /(?<!\d)(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>(?:19|20)\d\d)(?!\d)/g;
const isoDate = /(?<!\d)(?<year>(?:19|20)\d\d)-(?<month>\d\d)(?:-(?<day>\d\d))?(?!\d)/g;
const japaneseDate = /(?<year>(?:19|20)\d\d)年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?/g;
// Reiwa began in 2019: its first year is 元年.
const japaneseEra = /令和(?<era>元|\d{1,2})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?/g;
const yearBeforeEra = 2018;
const japaneseMonth = /(?<!\d)(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/g;
const bareYear =
  /(?<![\d.,])(?<year>(?:19|20)\d\d)(?![\d]|[.,]\d|\s*(?:км|га|km|ha|грн|млн|тис|万|億|人|台|円))/g;

/** A date as far as a text states it, with its place. */
export interface DateMention {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Dates named in a text as `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `--MM`(month without a year), in order. */
export function findDates(text: string): readonly DateMention[] {
  const found: DateMention[] = [];
  const scans = scansFor(text);
  if (scans.length === 0) return found;
  const free = (start: number, end: number) => !found.some((known) => start < known.end && end > known.start);
  for (const scan of scans) {
    for (const match of matchesIn(text, scan)) {
      const date = dateOf(match.groups ?? {});
      const end = match.index + match[0].trimEnd().length;
      if (date !== null && free(match.index, end)) found.push({ date, start: match.index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const numeric = [isoDate, numericDate, japaneseEra, japaneseDate, japaneseMonth];

// In the order in which they are to take their places.
function scansFor(text: string): readonly RegExp[] {
  const named = opensMonth.test(text.toLowerCase()) ? [dayMonthYear] : [];
  return /\d|令和元/u.test(text) ? [...numeric, ...named, bareYear] : named;
}

function datesIn(text: string): readonly string[] {
  return findDates(text).map(({ date }) => date);
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const named = months.findIndex((_, index) => groups[`m${index}`] !== undefined);
  const month = named >= 0 ? named + 1 : groups.month === undefined ? null : Number(groups.month);
  const day = groups.day ?? groups.day2;
  const year = groups.era === undefined ? groups.year : yearOfEra(groups.era);
  if (month === null) return year ?? null;
  if (month < 1 || month > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return null;
  const parts = [year ?? '-', pad(month), ...(day === undefined ? [] : [pad(Number(day))])];
  return parts.join('-');
}

function yearOfEra(era: string): string {
  return String(yearBeforeEra + (era === '元' ? 1 : Number(era)));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function intervalOf(date: string): Period {
  if (date.length === 4) return { from: `${date}-01-01`, to: `${date}-12-31` };
  if (date.length === 7) return { from: `${date}-01`, to: `${date}-${pad(daysInMonth(date))}` };
  return { from: date, to: date };
}

function daysInMonth(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).getUTCDate();
}

/** True when one stretch lies inside another. */
export function isWithin(inner: Period, outer: Period): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** True when two stretches share a day. */
export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && a.to >= b.from;
}

const relative: readonly (readonly [RegExp, (now: Date) => Period])[] = [
  [
    /торік|минул\p{L}{0,12} ро(?:ку|ці)|в прошлом году|прошлого года|last year|(?<!一)昨年(?!度)|去年/iu,
    (now) => intervalOf(String(now.getUTCFullYear() - 1)),
  ],
  [
    /цьогоріч|цього року|у цьому році|в этом году|this year|今年(?!度)|本年(?!度)/iu,
    (now) => intervalOf(String(now.getUTCFullYear())),
  ],
  [
    /минул\p{L}{0,12} місяц\p{L}{0,12}|в прошлом месяце|last month|先月|前月/iu,
    (now) => intervalOf(monthBefore(now)),
  ],
  [/цього місяця|в этом месяце|this month|今月/iu, (now) => intervalOf(now.toISOString().slice(0, 7))],
  [/来年(?!度)/u, (now) => intervalOf(String(now.getUTCFullYear() + 1))],
  [/一昨年|おととし/u, (now) => intervalOf(String(now.getUTCFullYear() - 2))],
  [/昨年度|前年度/u, (now) => japaneseFiscalYear(now, -1)],
  [/今年度|本年度/u, (now) => japaneseFiscalYear(now, 0)],
  [/来年度/u, (now) => japaneseFiscalYear(now, 1)],
  [
    /минул\p{L}{0,12} тиж\p{L}{0,12}|на прошлой неделе|last week|past week|先週/iu,
    (now) => lastDays(now, 14),
  ],
  [/останн\p{L}{0,12} місяц\p{L}{0,12}|past month/iu, (now) => lastDays(now, 31)],
];
// "In a week" is the last one, unless a date says which: "за тиждень у серпні 2025".
const spans: typeof relative = [
  [/за тиждень|за неделю/iu, (now) => lastDays(now, 14)],
  [/за місяць|за месяц/iu, (now) => lastDays(now, 31)],
];
/** "Since the full-scale invasion" and the like. */
export const sinceInvasion =
  /(?:від|з|с|от|since|from) (?:початку|начала|the (?:start|beginning)|the|full-scale|повномасштаб\p{L}*).{0,30}(?:вторгн|вторж|invasion|війни|войны|war)|侵攻以降/iu;

// In Japan it begins in April.
function japaneseFiscalYear(now: Date, shift: number): Period {
  const begun = now.getUTCFullYear() - (now.getUTCMonth() < 3 ? 1 : 0) + shift;
  return { from: `${begun}-04-01`, to: `${begun + 1}-03-31` };
}

function monthBefore(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

function lastDays(now: Date, days: number): Period {
  const from = new Date(now.getTime() - days * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: now.toISOString().slice(0, 10) };
}

/** The period a question names, absolute or relative to `now`; null when it names none. "2023 … 2025" spans both. */
export function findPeriod(question: string, now: Date): Period | null {
  const told = relativePeriods(question, now);
  if (told.length > 0) return spanOf(told);
  const parts = yearParts(question);
  if (parts.length > 0) return spanOf([...parts, ...datesBeside(question, now)]);
  const dated = withLeftOutYears(datesIn(question), now);
  if (dated.length > 0) {
    const { from, to } = spanOf(dated.map(intervalOf));
    const today = now.toISOString().slice(0, 10);
    return { from, to: isOpen(question, dated) && from < today ? today : to };
  }
  return sinceInvasion.test(question) ? { from: '2022-02-24', to: now.toISOString().slice(0, 10) } : null;
}

function byTime(periods: readonly Period[]): readonly Period[] {
  return periods.toSorted((a, b) => a.from.localeCompare(b.from));
}

// "Between autumn 2024 and the end of 2025"; of "by quarter in 2025" nothing is left.
function datesBeside(question: string, now: Date): readonly Period[] {
  const rest = besideYearParts(question);
  return rest === question ? [] : withLeftOutYears(datesIn(rest), now).map(intervalOf);
}

function relativePeriods(question: string, now: Date): readonly Period[] {
  const told = findDates(question).length > 0 ? relative : [...relative, ...spans];
  return told.flatMap(([pattern, period]) => (pattern.test(question) ? [period(now)] : []));
}

function spanOf(periods: readonly Period[]): Period {
  const from = periods.map((period) => period.from).sort()[0]!;
  return {
    from,
    to: periods
      .map((period) => period.to)
      .sort()
      .at(-1)!,
  };
}

const opensTime =
  /(?:(?<!\p{L})(?:since|починаючи (?:з|від)|начиная с|starting (?:in|from))|(?<!\p{L})(?:з|із|зі|від|с|со|from))\s+(?:the\s+|початку\s+|начала\s+|кінця\s+|конца\s+|beginning of\s+|start of\s+)?$/iu;

// "Since 2022" is all that came after. With a second date the first only opens a range.
function isOpen(question: string, dated: readonly string[]): boolean {
  const [first] = findDates(question);
  if (dated.length !== 1 || first === undefined) return false;
  return (
    opensTime.test(question.slice(0, first.start)) || /^(?:以降|以来|から)/u.test(question.slice(first.end))
  );
}

/**
 * Each date a question names as a period of its own, in order: the sides of "April and October 2024". A range of years
 * ("from 2023 to 2025") names the years between as well.
 */
export function namedPeriods(question: string, now: Date): readonly Period[] {
  const parts = yearParts(question);
  if (parts.length > 0) return byTime([...parts, ...datesBeside(question, now)]);
  const told = relativePeriods(question, now);
  if (told.length > 1) return byTime(told);
  const dates = monthOfEachYear(question) ?? withLeftOutYears(datesIn(question), now);
  const [first, last] = [dates[0], dates.at(-1)];
  const isRange =
    dates.length === 2 && dates.every((date) => date.length === 4) && rangeOfYears.test(question);
  if (isRange) return yearsBetween(Number(first), Number(last)).map(intervalOf);
  return (monthsOfRange(question, dates) ?? dates).map(intervalOf);
}

const separatesYears =
  /^[\s,;]*(?:(?:кожного|щороку|каждого|each|every|of|року|год[ау]|years?|і|й|та|и|and|у|в|in)[\s,;]*)*$/iu;

// "In October of 2024, 2025 and 2026": the month of each.
function monthOfEachYear(question: string): readonly string[] | null {
  const [month, ...years] = findDates(question);
  if (month === undefined || !/^(?:-|\d{4})-\d\d$/.test(month.date)) return null;
  const first = month.date.startsWith('-') ? [] : [month.date.slice(0, 4)];
  let end = month.end;
  for (const year of years) {
    if (!/^\d{4}$/.test(year.date) || !separatesYears.test(question.slice(end, year.start))) return null;
    end = year.end;
  }
  const all = [...first, ...years.map(({ date }) => date)];
  return all.length < 2 ? null : all.map((year) => `${year}-${month.date.slice(-2)}`);
}

const rangeMark = /[-–—~]|(?<!\p{L})(?:по|до|to|through|till|until|and|та|і|и)(?!\p{L})|から|まで/iu;
const opensRange = /(?<!\p{L})(?:від|з|із|зі|с|от|from|between|між|между)(?!\p{L})/iu;
const mostMonths = 6;

// "From October 2025 to February 2026" names the months between as well; of a longer time the ends say enough.
function monthsOfRange(question: string, dates: readonly string[]): readonly string[] | null {
  const [first, last] = dates;
  if (dates.length !== 2 || first!.length !== 7 || last!.length !== 7 || first! >= last!) return null;
  const [start, end] = findDates(question);
  const between = question.slice(start!.end, end!.start);
  const isDash = /^\s*[-–—~]\s*$/.test(between);
  if (!isDash && !(rangeMark.test(between) && opensRange.test(question.slice(0, start!.start)))) return null;
  const months = monthsBetween(first!, last!);
  return months.length <= mostMonths ? months : null;
}

function monthsBetween(first: string, last: string): readonly string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, index) => {
    const at = number(first) + index;
    return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}`;
  });
}

const rangeOfYears =
  /(?:19|20)\d\d\p{L}{0,12}\.?\s{0,3}(?:рок\p{L}{0,8}|год\p{L}{0,8}|年)?(?:[-–—~]|по|до|to|through|till|until|and|і|та|й|и|から|кінц\p{L}{0,8}|конц\p{L}{0,8}|the|end|of|\s){1,16}(?:19|20)\d\d/iu;

function yearsBetween(from: number, to: number): readonly string[] {
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => String(from + index));
}

/**
 * Dates a text states, those without a year completed from the day it was published: the last such month before it.
 * A month alone in a text of unknown date stays out.
 */
export function resolvedDates(text: string, published: PublishedDate): readonly string[] {
  return findDates(text).flatMap(({ date }) => {
    if (!date.startsWith('-')) return [date];
    if (published === null || published.length < 7) return [];
    const sameYear = `${published.slice(0, 4)}${date.slice(1)}`;
    const isPast = sameYear.slice(0, 7) <= published.slice(0, 7);
    return [isPast ? sameYear : `${Number(published.slice(0, 4)) - 1}${date.slice(1)}`];
  });
}

/** Days between a publication date and a period; 0 when they overlap, null when the date is unknown. */
export function daysOutside(published: PublishedDate, period: Period): number | null {
  if (published === null) return null;
  const own = intervalOf(published);
  if (own.to < period.from) return daysBetween(own.to, period.from);
  return own.from > period.to ? daysBetween(period.to, own.from) : 0;
}

/** Whole days from one `YYYY-MM-DD` to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

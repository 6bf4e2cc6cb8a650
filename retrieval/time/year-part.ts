/** First and last day, `YYYY-MM-DD`, both inclusive. */
interface Part {
  readonly from: string;
  readonly to: string;
}

const ordinals: readonly string[] = [
  'перш\\p{L}*|перв\\p{L}*|first|1st|1(?:-?(?:й|му|го|ший|шому))?|і|и|i',
  'друг\\p{L}*|втор\\p{L}*|second|2nd|2(?:-?(?:й|му|го))?|іі|ии|ii',
  'трет\\p{L}*|third|3rd|3(?:-?(?:й|му|го))?|ііі|iii',
  'четверт\\p{L}*|четвёрт\\p{L}*|останн\\p{L}*|последн\\p{L}*|fourth|last|4th|4(?:-?(?:й|му|го))?|iv|іv',
];
const ordinal = ordinals.map((one, at) => `(?<o${at}>${one})`).join('|');
const year = '(?<year>20\\d\\d)';
const quarter = 'квартал\\p{L}*|quarter';
const half = '(?:перше |першого |друге |другого )?півріччя|півріччі|полугоди\\p{L}*|half';
const linking = '(?:\\s{1,3}(?:of|у|в|of the year|year)){0,3}\\s{1,3}';
const named = new RegExp(
  `(?<!\\p{L})(?:${ordinal})\\s+(?:(?<quarter>${quarter})|(?<half>${half}))(?!\\p{L})${linking}${year}`,
  'giu',
);
const short =
  /(?<![\p{L}\d])(?:(?<unit>[QH])(?<number>[1-4])\s*(?<year>20\d\d)|(?<year2>20\d\d)\s*(?<unit2>[QH])(?<number2>[1-4]))(?!\d)/giu;
const japanese =
  /(?<year>20\d\d)年(?<fiscal>度)?(?:の)?(?:第(?<number>[1-4一二三四])四半期|(?<half>[上下])半期|(?<half2>[前後])半)/gu;

const seasons: readonly (readonly [string, number])[] = [
  ['навесні|весн(?:а|и|ою|і|у|ой|е|ы)|весняни\\p{L}*|spring', 3],
  ['влітку|літ(?:о|а|ом|ку|і)|летом|лет(?:о|а|у)|summer', 6],
  ['восени|ос(?:ень|ені|інь|енью|ени)|autumn|fall of', 9],
  ['взимку|зим(?:а|и|ою|і|у|ой|е|ы)|зимов\\p{L}*|winter', 12],
];
const seasonNames = seasons.map(([names]) => names).join('|');
// "In summer and autumn 2026": the year stands after the last.
const season = new RegExp(
  `(?<!\\p{L})(?:${seasons.map(([names], at) => `(?<s${at}>${names})`).join('|')})(?!\\p{L})(?=(?:\\s{0,2}(?:,|і|й|та|и|and|to|до|по)?\\s{0,2}(?:${seasonNames})(?!\\p{L})){0,3}${linking}(?<year>20\\d\\d)(?<next>[-–/](?:20)?\\d\\d(?!\\d))?)`,
  'giu',
);

const byQuarter =
  /по кварталах|по кварталам|поквартальн|щокварталу|кожного кварталу|ежеквартальн|каждый квартал|(?:by|per|each|every) quarter|quarterly|四半期(?:ごと|別)/iu;
const byMonth =
  /по місяцях|по месяцам|щомісяця|помісячн|помесячн|ежемесячно|кажд(?:ый|ого) месяц|(?:by|per|each|every) month|monthly|month by month|月(?:ごと|別)/iu;
const mostMonths = 6;
const yearAlone = /(?<![\d.,])20\d\d(?!\d)/g;

/**
 * The quarters, halves and seasons that a question names, in order: "Q1 2026", "перше півріччя 2025", "autumn 2024". "By quarter" in a
 * year names all four, and "by month" in two quarters six months.
 */
export function yearParts(question: string): readonly Part[] {
  const named = namedParts(question).map(({ part }) => part);
  if (named.length === 0) return quartersAsked(question);
  const months = byMonth.test(question) ? named.flatMap(monthsOf) : [];
  return months.length > 0 && months.length <= mostMonths ? months : named;
}

/** The question without the words of its quarters, halves and seasons: what other times it names. */
export function besideYearParts(question: string): string {
  return namedParts(question).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    question,
  );
}

function quartersAsked(question: string): readonly Part[] {
  const years = new Set(byQuarter.test(question) ? question.match(yearAlone) : []);
  return years.size === 1 ? [1, 2, 3, 4].flatMap((number) => partOf([...years][0]!, 3, number) ?? []) : [];
}

function monthsOf({ from, to }: Part): readonly Part[] {
  const [first, last] = [from, to].map((day) => Number(day.slice(5, 7)));
  const of = Number(from.slice(0, 4));
  const count = last! - first! + 1 + (Number(to.slice(0, 4)) - of) * 12;
  return Array.from({ length: count }, (_, at) => monthsFrom(of, first! + at, 1));
}

interface NamedPart {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

const readings: readonly (readonly [RegExp, (groups: Groups) => Part | null])[] = [
  [named, namedPart],
  [short, shortPart],
  [japanese, japanesePart],
  [season, seasonPart],
];

function namedParts(question: string): readonly NamedPart[] {
  const found = readings.flatMap(([pattern, partOfGroups]) =>
    [...question.matchAll(pattern)].flatMap((match) => {
      const part = partOfGroups(match.groups!);
      return part === null ? [] : [{ part, start: match.index, end: endOf(question, match) }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

// A season takes the year that follows it with it.
function endOf(question: string, match: RegExpExecArray): number {
  const end = match.index + match[0].length;
  const year = /^\D{0,24}20\d\d(?:[-–/](?:20)?\d\d(?!\d))?/u.exec(question.slice(end));
  return /\d$/.test(match[0]) || year === null ? end : end + year[0].length;
}

type Groups = Readonly<Record<string, string | undefined>>;

function namedPart(groups: Groups): Part | null {
  const number = ordinals.findIndex((_, at) => groups[`o${at}`] !== undefined) + 1;
  return partOf(groups.year!, groups.quarter === undefined ? 6 : 3, number);
}

function shortPart(groups: Groups): Part | null {
  const unit = (groups.unit ?? groups.unit2)!.toUpperCase();
  return partOf(
    (groups.year ?? groups.year2)!,
    unit === 'Q' ? 3 : 6,
    Number(groups.number ?? groups.number2),
  );
}

// A fiscal year (年度) begins in April.
const fiscalShift = 3;

function japanesePart({ year: of, number, half, half2, fiscal }: Groups): Part | null {
  const which = half ?? half2;
  const months = which === undefined ? 3 : 6;
  const at =
    which === undefined ? '一二三四'.indexOf(number!) + 1 || Number(number) : /[上前]/u.test(which) ? 1 : 2;
  if (fiscal === undefined) return partOf(of!, months, at);
  return monthsFrom(Number(of), (at - 1) * months + 1 + fiscalShift, months);
}

// "Winter 2025" may be either of two; with the year after it is one.
function seasonPart(groups: Groups): Part | null {
  const [, first] = seasons[seasons.findIndex((_, at) => groups[`s${at}`] !== undefined)]!;
  const year = Number(groups.year);
  if (first < 12) return groups.next === undefined ? monthsFrom(year, first, 3) : null;
  return groups.next === undefined ? null : monthsFrom(year, first, 3);
}

function monthsFrom(of: number, first: number, months: number): Part {
  const day = (month: number, date: number) =>
    new Date(Date.UTC(of, month - 1, date)).toISOString().slice(0, 10);
  return { from: day(first, 1), to: day(first + months, 0) };
}

function partOf(of: string, months: 3 | 6, number: number): Part | null {
  const first = (number - 1) * months + 1;
  return number < 1 || first > 12 ? null : monthsFrom(Number(of), first, months);
}

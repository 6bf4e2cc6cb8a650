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
const linking = '(?:\\s+(?:of|у|в|of the year|year))*\\s+';
const named = new RegExp(
  `(?<!\\p{L})(?:${ordinal})\\s+(?:(?<quarter>${quarter})|(?<half>${half}))(?!\\p{L})${linking}${year}`,
  'giu',
);
const short =
  /(?<![\p{L}\d])(?:(?<unit>[QH])(?<number>[1-4])\s*(?<year>20\d\d)|(?<year2>20\d\d)\s*(?<unit2>[QH])(?<number2>[1-4]))(?!\d)/giu;
const japanese = /(?<year>20\d\d)年(?:度)?(?:の)?(?:第(?<number>[1-4一二三四])四半期|(?<half>[上下])半期)/gu;

/** The quarters and halves of years that a question names, in order: "Q1 2026", "перше півріччя 2025". */
export function yearParts(question: string): readonly Part[] {
  const found = [
    ...[...question.matchAll(named)].map((match) => ({ at: match.index, part: namedPart(match.groups!) })),
    ...[...question.matchAll(short)].map((match) => ({ at: match.index, part: shortPart(match.groups!) })),
    ...[...question.matchAll(japanese)].map((match) => ({
      at: match.index,
      part: japanesePart(match.groups!),
    })),
  ];
  return found.sort((a, b) => a.at - b.at).flatMap(({ part }) => part ?? []);
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

function japanesePart({ year: of, number, half: which }: Groups): Part | null {
  if (which !== undefined) return partOf(of!, 6, which === '上' ? 1 : 2);
  return partOf(of!, 3, '一二三四'.indexOf(number!) + 1 || Number(number));
}

function partOf(of: string, months: 3 | 6, number: number): Part | null {
  const last = number * months;
  if (number < 1 || last > 12) return null;
  const month = (value: number) => String(value).padStart(2, '0');
  const lastDay = new Date(Date.UTC(Number(of), last, 0)).getUTCDate();
  return { from: `${of}-${month(last - months + 1)}-01`, to: `${of}-${month(last)}-${lastDay}` };
}

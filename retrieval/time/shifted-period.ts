import { intervalOf, type Period } from './period.ts';

interface Shift {
  readonly asks: RegExp;
  readonly months: number;
}

const shifts: readonly Shift[] = [
  {
    asks: /(?:на )?місяц(?:ем|ь) (?:раніше|до того|перед тим|тому)|(?:на )?месяц(?:ем)? (?:раньше|до того|назад)|попередн\p{L}{0,8} місяц\p{L}{0,8}|предыдущ\p{L}{0,8} месяц\p{L}{0,8}|(?:a|one|the) month (?:earlier|before|prior)|previous month|前(?:の)?月|先月は/iu,
    months: -1,
  },
  {
    asks: /(?:на )?місяц(?:ем|ь) пізніше|через місяць|наступн\p{L}{0,8} місяц\p{L}{0,8}|месяцем позже|через месяц|следующ\p{L}{0,8} месяц\p{L}{0,8}|(?:a|one|the) month (?:later|after)|next month|翌月/iu,
    months: 1,
  },
  {
    asks: /(?:на )?р(?:оком|ік) (?:раніше|до того|перед тим|тому)|попередн\p{L}{0,8} р(?:оку|ік|оці)|годом раньше|год (?:назад|до того)|предыдущ\p{L}{0,8} год\p{L}{0,8}|(?:a|one|the) year (?:earlier|before|prior|ago)|previous year|前(?:の)?年/iu,
    months: -12,
  },
  {
    asks: /(?:на )?р(?:оком|ік) пізніше|через рік|наступн\p{L}{0,8} р(?:оку|ік|оці)|годом позже|через год|следующ\p{L}{0,8} год\p{L}{0,8}|(?:a|one|the) year (?:later|after)|next year|翌年/iu,
    months: 12,
  },
];

/**
 * The time a follow-up means beside that of the question before: "and a month earlier?" after a question about February. Null when it
 * says nothing of the kind, or the time before is no whole month or year that can be moved so.
 */
export function shiftedPeriod(question: string, before: Period | null): Period | null {
  const shift = shifts.find(({ asks }) => asks.test(question));
  if (shift === undefined || before === null) return null;
  const whole = wholeUnit(before);
  if (whole === null) return null;
  if (whole.length === 4)
    return shift.months % 12 === 0 ? intervalOf(String(Number(whole) + shift.months / 12)) : null;
  const [year, month] = whole.split('-').map(Number);
  const moved = year! * 12 + month! - 1 + shift.months;
  return intervalOf(`${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`);
}

// `YYYY` or `YYYY-MM` when the stretch is just that.
function wholeUnit({ from, to }: Period): string | null {
  const units = [from.slice(0, 4), from.slice(0, 7)];
  return (
    units.find((unit) => {
      const whole = intervalOf(unit);
      return whole.from === from && whole.to === to;
    }) ?? (from === to ? from.slice(0, 7) : null)
  );
}

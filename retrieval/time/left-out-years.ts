/**
 * The dates of a question with the years that it leaves out, in order. "October, November, December 2025" takes the year that
 * follows and "October 2025, December, January" the one before, and a month that seems to run against the order is of the next
 * year or the last. Of several months without any year the last is the latest that has begun; one alone is no date.
 */
export function withLeftOutYears(dates: readonly string[], now: Date): readonly string[] {
  const known = [...dates];
  for (let at = known.length - 2; at >= 0; at -= 1) {
    if (isWithoutYear(known[at]!) && !isWithoutYear(known[at + 1]!))
      known[at] = before(known[at]!, known[at + 1]!);
  }
  if (known.length > 1 && known.every(isWithoutYear))
    return withLeftOutYears([...known.slice(0, -1), latest(known.at(-1)!, now)], now);
  for (let at = 1; at < known.length; at += 1) {
    if (isWithoutYear(known[at]!) && !isWithoutYear(known[at - 1]!))
      known[at] = after(known[at]!, known[at - 1]!);
  }
  return known.filter((date) => !isWithoutYear(date));
}

function isWithoutYear(date: string): boolean {
  return date.startsWith('-');
}

function before(date: string, next: string): string {
  const isLastYear = monthOf(next) !== null && monthOf(date)! > monthOf(next)!;
  return `${yearOf(next) - (isLastYear ? 1 : 0)}${date.slice(1)}`;
}

function after(date: string, previous: string): string {
  const isNextYear = monthOf(previous) !== null && monthOf(date)! < monthOf(previous)!;
  return `${yearOf(previous) + (isNextYear ? 1 : 0)}${date.slice(1)}`;
}

function latest(date: string, now: Date): string {
  const hasBegun = date.slice(2, 4) <= now.toISOString().slice(5, 7);
  return `${now.getUTCFullYear() - (hasBegun ? 0 : 1)}${date.slice(1)}`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Null for a year alone. */
function monthOf(date: string): string | null {
  if (isWithoutYear(date)) return date.slice(2, 4);
  return date.length > 4 ? date.slice(5, 7) : null;
}

import type { DocumentRecord } from '../../corpus/document.ts';
import { daysOutside, findDates, intervalOf, type Period } from '../time/period.ts';
import type { AnalysedPassage } from './analysis.ts';

/** True when the document is of the period or names it; without a period everything is. */
export function isInPeriod(
  document: DocumentRecord,
  analysed: AnalysedPassage,
  period: Period | null,
): boolean {
  if (period === null) return true;
  if (daysOutside(document.published, period) === 0) return true;
  const years = yearsOf(period);
  return analysed.sentences.some(
    ({ text }) =>
      years.some((year) => text.includes(year)) && findDates(text).some(({ date }) => overlaps(date, period)),
  );
}

// A date without a year is of no period: only a sentence with one of these need be read for dates.
function yearsOf({ from, to }: Period): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => String(first + index));
}

function overlaps(date: string, period: Period): boolean {
  if (date.startsWith('-')) return false;
  const own = intervalOf(date);
  // A bare year names everything in it; a question about one month is not met by it.
  if (date.length === 4 && period.to.slice(0, 7) === period.from.slice(0, 7)) return false;
  return own.from <= period.to && own.to >= period.from;
}

import type { AnswerLanguage } from './answer.ts';
import { findDevelopment } from './development.ts';
import type { Evidence } from './evidence.ts';
import { daysBetween, intervalOf } from './period.ts';
import { bestSentence } from './quote.ts';
import type { Asked } from './search.ts';
import type { Understanding } from './understand.ts';
import { wantsState } from './wanted.ts';

/** The quotes of an answer as they are shown, and what there is to say about their dates. */
export interface InOrderOfTime {
  readonly evidence: readonly Evidence[];
  /** Those that are said to be of before. */
  readonly older: ReadonlySet<Evidence>;
  /** How their figures stand to each other; null when there is nothing to say. */
  readonly note: string | null;
}

/**
 * Sets quotes of a former state of things behind the others, newest first. Where a figure or a date is asked for they are cut to the
 * one sentence that answers: the mark of being older stands before the first sentence, and a reader takes those after it for today's.
 */
export function inOrderOfTime(
  chosen: readonly Evidence[],
  question: Asked,
  language: AnswerLanguage,
): InOrderOfTime {
  const { understanding } = question;
  const { older: overtaken, note } = findDevelopment(chosen, understanding, language);
  const former = new Set([...overtaken, ...publishedBefore(understanding, chosen)]);
  const isCut = !understanding.compares && wantsState(understanding);
  const older = newestFirst(chosen.filter((item) => former.has(item))).map((item) =>
    isCut ? { ...item, quote: bestSentence(item.ranked, question) } : item,
  );
  return {
    evidence: [...chosen.filter((item) => !former.has(item)), ...older],
    older: new Set(older),
    note,
  };
}

// Releases correct each other after days. A date known to the month only is before another one when the whole month is.
function publishedBefore(
  { latest, compares }: Understanding,
  [first, ...rest]: readonly Evidence[],
): readonly Evidence[] {
  const newest = first?.ranked.document.published ?? null;
  if (!latest || compares || newest === null) return [];
  return rest.filter(({ ranked: { document } }) => {
    if (document.published === null) return false;
    return daysBetween(intervalOf(document.published).to, intervalOf(newest).from) > 0;
  });
}

function newestFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  const date = (item: Evidence) => item.ranked.document.published ?? '';
  return [...evidence].sort((a, b) => date(b).localeCompare(date(a)));
}

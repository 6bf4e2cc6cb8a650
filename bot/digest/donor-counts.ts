import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { DigestEvent } from '../../retrieval/digest/digest-event.ts';
import type { UiLanguage } from '../people/people.ts';
import type { Texts } from '../texts.ts';
import type { ChartBar } from './donor-chart.ts';
import { topicName } from './topic-names.ts';

const mostBars = 8;
const fewestDonors = 2;
const fewestEvents = 3;

/** True when a picture says more than the list: several donors, and not one event each. */
export function showsChart(events: readonly DigestEvent[]): boolean {
  return (
    events.length >= fewestEvents && new Set(events.flatMap(({ donors }) => donors)).size >= fewestDonors
  );
}

/** Events by donor, the most first and the least together; an event of two donors counts for both. */
export function donorCounts(
  events: readonly DigestEvent[],
  language: UiLanguage,
  words: { readonly texts: Texts; readonly lexicon: Lexicon },
): readonly ChartBar[] {
  const counts = new Map<string, number>();
  for (const donor of events.flatMap(({ donors }) => donors)) counts.set(donor, (counts.get(donor) ?? 0) + 1);
  const bars = [...counts]
    .map(([donor, value]) => ({ label: topicName(donor, language, words), value }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
  if (bars.length <= mostBars) return bars;
  const others = bars.slice(mostBars - 1).reduce((sum, { value }) => sum + value, 0);
  return [
    ...bars.slice(0, mostBars - 1),
    { label: words.texts.get(language, 'chart-others'), value: others },
  ];
}

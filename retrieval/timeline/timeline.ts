import { sameRounded } from '../figures/same-rounded.ts';
import { tellsOfEvents } from '../question/change-cue.ts';
import type { Asked } from '../search/search.ts';
import type { Origin } from '../sources/origin.ts';
import { daysBetween, isWithin, type Period } from '../time/period.ts';
import { correctionsIn } from './corrected-figures.ts';
import { isNear, type Station, stationOf } from './station.ts';
import { type TimelineCandidate, timelineCandidates } from './timeline-candidates.ts';

// Releases further down gave no moment to any of 103 time lines; with 20 two lost one.
const mostRead = 30;
// A sentence that fits the question this much worse than the best one speaks of something else.
const qualityShare = 0.55;
// Down to this it is shown in the room that the others leave: of 139 time lines two more showed every figure asked for, with 0.4 quotes
// more each.
const minorShare = 0.42;
// Where the time fits exactly, less of the wording has to.
const qualityShareInPeriod = 0.4;
// A figure that is on the line already adds a date at most.
const knownFigureShare = 0.3;
// A page that tells more than one moment of a figure's development tells the same development; of a story each page tells its own moment.
const samePageShare = 1.2;
// A quote that tells of two of the months asked for leaves room for one more.
const furtherPeriodShare = 0.1;
// Small counts are told exactly; a single digit is too coarse to tell that one figure is another rounded.
const leastRounded = 1000;
const fewestDigits = 2;
// Among equally fitting sentences the one farthest in time from those chosen tells most; never more than a factor of two.
const spreadShare = 0.5;

/**
 * The stations of a development in order of time: one for each period that the question names, then, while there is room,
 * those that add a figure at another time, and minor ones where two are found. At most `limit`, each of another passage.
 */
export function chooseStations(
  origins: readonly Origin[],
  question: Asked,
  limit: number,
): readonly Station[] {
  const { understanding } = question;
  const read = origins.slice(0, mostRead);
  const corrections = correctionsIn(read);
  const all = timelineCandidates(read, question, corrections);
  const best = Math.max(0, ...all.map(({ quality }) => quality));
  const days = spanDays(all.filter(({ quality }) => quality >= best * qualityShare));
  const chosen: TimelineCandidate[] = [];
  const floor = best * qualityShareInPeriod;
  const samePage = tellsOfEvents(understanding.text) ? 1 : samePageShare;
  const fitting = all.filter(({ quality }) => quality >= floor);
  const isOpen = (period: Period) => !chosen.some((one) => reaches(one, fitting, period));
  for (const period of understanding.periods.toReversed()) {
    if (!isOpen(period) || chosen.length >= limit) continue;
    const others = understanding.periods.filter((other) => other !== period && isOpen(other));
    const reach = (one: TimelineCandidate) => others.filter((other) => reaches(one, fitting, other)).length;
    const next = mostTelling(all, chosen, { period, floor, days, samePage, reach });
    if (next !== null) chosen.push(next);
  }
  const fill = (least: number) => {
    while (chosen.length < limit) {
      const next = mostTelling(all, chosen, { period: understanding.period, floor: least, days, samePage });
      if (next === null) break;
      chosen.push(next);
    }
  };
  fill(best * qualityShare);
  const major = new Set(chosen);
  if (major.size > 1) fill(best * minorShare);
  return chosen
    .toSorted((a, b) => placeInTime(a).localeCompare(placeInTime(b)))
    .map((one) => stationOf(one, all, { floor: best * qualityShare, corrections, isMinor: !major.has(one) }));
}

// Undated evidence stands last: it belongs nowhere on a time line.
function placeInTime({ at }: TimelineCandidate): string {
  return at === null ? '9' : `${at.from} ${at.to}`;
}

function reaches(one: TimelineCandidate, all: readonly TimelineCandidate[], period: Period): boolean {
  return all.some((other) => within(other.at, period) && isNear(other, one));
}

function mostTelling(
  all: readonly TimelineCandidate[],
  chosen: readonly TimelineCandidate[],
  {
    period,
    floor,
    days,
    samePage,
    reach = () => 0,
  }: {
    readonly period: Period | null;
    readonly floor: number;
    readonly days: number;
    /** What one more sentence of a page on the line is worth. */
    readonly samePage: number;
    /** How many more of the times asked for its quote would tell. */
    readonly reach?: (candidate: TimelineCandidate) => number;
  },
): TimelineCandidate | null {
  const known = chosen.flatMap(({ values }) => values);
  const isNews = ({ values }: TimelineCandidate) =>
    values.length === 0 || values.some((value) => !known.some((one) => rounds(one, value)));
  const open = all.filter(
    (candidate) =>
      candidate.quality >= floor &&
      !taken(candidate, chosen) &&
      // With two moments on the line a third is worth its room only if it tells another figure.
      (chosen.length < 2 || isNews(candidate)) &&
      (period === null || candidate.at === null || within(candidate.at, period)),
  );
  const worth = (candidate: TimelineCandidate) => {
    const gap = Math.min(...chosen.map(({ at }) => daysApart(at, candidate.at)), days);
    const spread = 1 - spreadShare + spreadShare * Math.min(1, (gap * 4) / days);
    const again = chosen.some((one) => isOfOnePage(one, candidate)) ? samePage : 1;
    const further = 1 + furtherPeriodShare * reach(candidate);
    return candidate.quality * (isNews(candidate) ? 1 : knownFigureShare) * again * spread * further;
  };
  return open.reduce<TimelineCandidate | null>(
    (best, candidate) => (best === null || worth(candidate) > worth(best) ? candidate : best),
    null,
  );
}

function isOfOnePage(a: TimelineCandidate, b: TimelineCandidate): boolean {
  return a.origin.ranked.document.id === b.origin.ranked.document.id;
}

// 34.6 billion is told as 35, 173,800 as 174,000; 139 and 137 are two figures, and so are 20 and 22.
function rounds(a: number, b: number): boolean {
  if (a === b) return true;
  if (Math.min(a, b) < leastRounded && Number.isInteger(a) && Number.isInteger(b)) return false;
  return sameRounded(a, b, fewestDigits);
}

// Without a date nothing says that it is another time.
function daysApart(a: Period | null, b: Period | null): number {
  return a === null || b === null ? 0 : Math.abs(daysBetween(a.to, b.to));
}

function spanDays(candidates: readonly TimelineCandidate[]): number {
  const ends = candidates.flatMap(({ at }) => at?.to ?? []).sort();
  return Math.max(1, ends.length < 2 ? 1 : daysBetween(ends[0]!, ends.at(-1)!));
}

function taken(candidate: TimelineCandidate, chosen: readonly TimelineCandidate[]): boolean {
  return chosen.some(({ origin }) => origin.ranked.passage.id === candidate.origin.ranked.passage.id);
}

// A year that a sentence names is not "in" a month of it.
function within(at: Period | null, period: Period): boolean {
  return at !== null && isWithin(at, period);
}

import { addDays, momentOf, wallTime, weekdayOf } from './zone-time.ts';

/** How often a reader wants to hear of news. */
export type Frequency = 'instant' | 'daily' | 'weekly';

/** Hours in which nothing may come, `from` inclusive, `to` exclusive; may go over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** When a reader wants digests, on the clock of their own zone. */
export interface DigestTimes {
  readonly frequency: Frequency;
  /** 0 to 23; not heeded for `instant`. */
  readonly hour: number;
  /** 1 is Monday; heeded for `weekly` only. */
  readonly weekday: number;
  readonly zone: string;
  readonly quiet: QuietHours | null;
}

/** A moment at which a digest is due. */
export interface Slot {
  readonly atMs: number;
  /** The local day it stands for: a reader gets one digest for it, however often clocks and processes start again. */
  readonly window: string;
}

/** The first slot after `afterMs` of a daily or weekly reader; quiet hours put it off to their end. */
export function nextSlot(times: DigestTimes, afterMs: number): Slot {
  let date = addDays(wallTime(afterMs, times.zone).date, -1);
  for (;;) {
    if (times.frequency !== 'weekly' || weekdayOf(date) === times.weekday) {
      const atMs = endOfQuiet(times, momentOf(date, times.hour, times.zone));
      if (atMs > afterMs) return { atMs, window: date };
    }
    date = addDays(date, 1);
  }
}

/** `atMs` itself, or the end of the quiet hours it falls into. */
export function endOfQuiet({ quiet, zone }: Pick<DigestTimes, 'quiet' | 'zone'>, atMs: number): number {
  if (quiet === null || quiet.from === quiet.to) return atMs;
  const { date, hour } = wallTime(atMs, zone);
  if (!isWithin(quiet, hour)) return atMs;
  const overMidnight = quiet.from > quiet.to && hour >= quiet.from;
  return Math.max(atMs, momentOf(overMidnight ? addDays(date, 1) : date, quiet.to, zone));
}

function isWithin({ from, to }: QuietHours, hour: number): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

// A morning digest that a stopped bot could not send is still read at noon; later it joins the next one.
const lateWithinMs = 6 * 60 * 60 * 1000;
// Retellings arrive within minutes; waiting for them makes one message with "3 more outlets" out of four.
const settleMs = 5 * 60 * 1000;

/** What to do with a digest whose time has come: send it, or put it off. Its news is not lost, it waits with it. */
export function whatIsDue(
  times: DigestTimes,
  dueMs: number,
  nowMs: number,
): 'send' | { readonly postponeToMs: number } {
  const quietEnd = endOfQuiet(times, nowMs);
  if (times.frequency === 'instant') return quietEnd > nowMs ? { postponeToMs: quietEnd } : 'send';
  if (nowMs - dueMs <= lateWithinMs && quietEnd <= nowMs) return 'send';
  if (nowMs - dueMs <= lateWithinMs && quietEnd - dueMs <= lateWithinMs) return { postponeToMs: quietEnd };
  return { postponeToMs: nextSlot(times, nowMs).atMs };
}

/** When a reader who wants news at once gets what became known now. */
export function instantAt(times: Pick<DigestTimes, 'quiet' | 'zone'>, nowMs: number): number {
  return endOfQuiet(times, nowMs + settleMs);
}

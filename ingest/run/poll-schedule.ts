import type { StoredDocument } from '../../corpus/documents/documents.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import type { PageNote } from './page-notes.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** No source is fetched more often than this, whatever its schedule says. */
export const shortestPollMs = 60 * minuteMs;

/** A source that fails is tried at least this often, unless it asks for a longer wait itself. */
const longestBackOffMs = dayMs;

/** Up to this share is added to each pause, so that sources that were added together drift apart. */
const jitterShare = 0.1;

/**
 * When to fetch a source next: after its schedule when it went well, later and later while it fails, never before a
 * site's Retry-After is over.
 * @param options.random 0 to 1, for the jitter.
 */
export function nextPoll(
  source: Pick<Source, 'scheduleMinutes' | 'failures'>,
  outcome: { readonly ok: boolean; readonly retryAfterMs?: number | undefined },
  options: { readonly now: Date; readonly random: number },
): Date {
  const scheduleMs = Math.max(source.scheduleMinutes * minuteMs, shortestPollMs);
  const failures = outcome.ok ? 0 : Math.min(source.failures, 10);
  const backOffMs = Math.max(scheduleMs, Math.min(scheduleMs * 2 ** failures, longestBackOffMs));
  const waitMs = Math.max(backOffMs, outcome.retryAfterMs ?? 0);
  return new Date(options.now.getTime() + Math.round(waitMs * (1 + jitterShare * options.random)));
}

/** Corrections to an article come within days; after two weeks it is looked at only when its list says it changed. */
export const watchedForMs = 14 * dayMs;

/** A page of a list is looked at at most this often, unless the list says that it changed. */
const recheckEveryMs = dayMs;

/**
 * True when a page that a feed or sitemap lists should be fetched: new ones, changed ones, and young ones once a day.
 * @param changed what the list says, an ISO time or a date.
 */
export function recheckIsDue(
  page: {
    readonly stored: Pick<StoredDocument, 'status' | 'isBrief' | 'fetchedAt' | 'createdAt'> | null;
    readonly note: Pick<PageNote, 'checkedAt'>;
    readonly changed: string | null;
  },
  now: Date,
): boolean {
  const stored = page.stored === null || page.stored.isBrief ? null : page.stored;
  if (stored?.status === 'retracted') return false;
  const lastLookMs = Math.max(timeOf(page.note.checkedAt), timeOf(stored?.fetchedAt ?? null));
  if (lastLookMs === 0) return true;
  if (timeOf(page.changed) > lastLookMs) return true;
  if (now.getTime() - lastLookMs < recheckEveryMs) return false;
  const knownSinceMs = stored === null ? lastLookMs : timeOf(stored.createdAt);
  return now.getTime() - knownSinceMs < watchedForMs;
}

function timeOf(iso: string | null): number {
  const ms = iso === null ? 0 : Date.parse(iso);
  return Number.isFinite(ms) ? ms : 0;
}

import type { Documents } from '../../corpus/documents/documents.ts';
import type { Clock } from '../clock.ts';
import type { Failed, Fetched, FetchOutcome } from '../fetch/fetch-outcome.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { type IngestResult, withoutPage } from './ingest-result.ts';
import type { PageNotes, Validators } from './page-notes.ts';

/** What fetching a page for the corpus needs. */
export interface FetchPageDeps {
  readonly fetch: PoliteFetch;
  readonly documents: Pick<Documents, 'findByUrl' | 'vanish'>;
  readonly notes: PageNotes;
  readonly clock: Clock;
}

/** The bytes, or the final result of a page that brought none. */
export type FetchedPage = { readonly fetched: Fetched } | { readonly result: IngestResult };

/** Answers of "not found" in a row after which a stored page counts as gone; one may be a mistake of the site. */
const missingBeforeVanished = 2;

/**
 * Fetches a page, asking only for what changed since it was stored, and keeps account of pages that are gone.
 * @param validators of the caller's own (a feed's); without them those of the stored page.
 */
export async function fetchPage(
  url: string,
  deps: FetchPageDeps,
  validators?: Validators,
): Promise<FetchedPage> {
  const outcome = await deps.fetch(url, validators ?? (await validatorsInUse(url, deps)) ?? {});
  if (outcome.status === 'ok') {
    return { fetched: outcome };
  }
  if (outcome.status === 'not-modified') return { result: await notModified(url, deps) };
  if (outcome.status === 'failed' && (outcome.httpStatus === 404 || outcome.httpStatus === 410)) {
    return { result: await missing(url, outcome, deps) };
  }
  return { result: failureResult(url, outcome) };
}

// Only a page that is in use may be left as it is on the site's word.
async function validatorsInUse(url: string, deps: FetchPageDeps): Promise<Validators | null> {
  const stored = await deps.documents.findByUrl(url);
  return stored !== null && !stored.isBrief && stored.status === 'current' ? deps.notes.get(url) : null;
}

function timeOf(deps: FetchPageDeps): string {
  return new Date(deps.clock.now()).toISOString();
}

async function notModified(url: string, deps: FetchPageDeps): Promise<IngestResult> {
  await deps.notes.update(url, { missing: 0, checkedAt: timeOf(deps) });
  const stored = await deps.documents.findByUrl(url);
  if (stored === null) return withoutPage(url, 'not-modified', null);
  const { title, published, language } = stored;
  return { url, outcome: 'not-modified', title, published, language, passages: 0, reason: null };
}

async function missing(url: string, outcome: Failed, deps: FetchPageDeps): Promise<IngestResult> {
  const stored = await deps.documents.findByUrl(url);
  if (stored === null || stored.isBrief) return withoutPage(url, 'failed', outcome.reason);
  const times = (await deps.notes.get(url)).missing + 1;
  await deps.notes.update(url, { missing: times, checkedAt: timeOf(deps) });
  const title = stored.title;
  if (stored.status !== 'current' || times < missingBeforeVanished) {
    const kept = stored.status === 'current' ? '; the stored version stays until it is missing again' : '';
    return withoutPage(url, stored.status === 'vanished' ? 'vanished' : 'failed', outcome.reason + kept, {
      title,
    });
  }
  await deps.documents.vanish(stored.id, outcome.reason);
  return withoutPage(url, 'vanished', `${outcome.reason} for the second time: no longer answered from`, {
    title,
  });
}

// A client error is the page's own; anything else may be gone by the next attempt.
function failureResult(
  url: string,
  outcome: Exclude<FetchOutcome, Fetched | { status: 'not-modified' }>,
): IngestResult {
  if (outcome.status === 'refused') return withoutPage(url, 'refused', outcome.reason);
  const { httpStatus = 0, retryAfterMs } = outcome;
  const mayRetry = httpStatus < 400 || httpStatus >= 500 || httpStatus === 429 || httpStatus === 408;
  return withoutPage(url, 'failed', outcome.reason, {
    mayRetry,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

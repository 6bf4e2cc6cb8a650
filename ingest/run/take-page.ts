import { normaliseAddress } from '../../corpus/keys/address.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import type { FeedEntry, RawBody, ReadOutcome } from '../page/page.ts';
import type { PageOrigin } from '../page/page-draft.ts';
import { fetchPage } from './fetch-page.ts';
import { type IngestResult, withoutPage } from './ingest-result.ts';
import type { PipelineDeps, Run } from './run.ts';
import { storePage, unreadable } from './store-page.ts';

/** One page in work. */
export interface Doing {
  /** Address that led here. */
  readonly url: string;
  readonly run: Run;
  readonly deps: PipelineDeps;
  /** The feed's entry, when it was a feed that led here. */
  readonly entry?: FeedEntry;
}

/** Result for an address that this run has been at. */
export function metBefore(url: string): { readonly result: IngestResult } {
  return { result: withoutPage(url, 'duplicate', 'met before in this run') };
}

/** What the reader takes of a fetch. */
export function rawOf({ bytes, url, contentType }: Fetched): RawBody {
  return { bytes, url, contentType };
}

/** Fetches, reads and stores one page of a list, unless the run has met it; reports to the run. */
export async function takeListedPage(doing: Doing): Promise<void> {
  const { url, run, deps, entry } = doing;
  const address = normaliseAddress(url);
  if (run.seen.has(address)) return run.onResult(metBefore(url).result);
  run.seen.set(address, null);
  const page = await fetchPage(url, deps);
  const result =
    'result' in page
      ? page.result
      : await settlePage(page.fetched, await deps.read(rawOf(page.fetched)), doing);
  await noteLook(url, result, deps);
  const bad = badOutcomes.has(result.outcome);
  const carried = bad && entry?.html ? await takeCarriedText(entry, entry.html, doing) : null;
  run.onResult(carried ?? result);
}

/** A page that cannot be reached is tried with its list again, so many times in a row; then it is as if it had answered. */
const triesInARow = 5;

async function noteLook(url: string, result: IngestResult, deps: PipelineDeps): Promise<void> {
  const failures = result.mayRetry === true ? (await deps.notes.get(url)).failures + 1 : 0;
  const answered = failures === 0 || failures >= triesInARow;
  const checkedAt = new Date(deps.clock.now()).toISOString();
  await deps.notes.update(url, { failures, ...(answered ? { checkedAt } : {}) });
}

/** Stores what was read of an address, or keeps what is stored when it is worse. */
export async function settlePage(fetched: Fetched, read: ReadOutcome, doing: Doing): Promise<IngestResult> {
  const { url, deps } = doing;
  if (read.status === 'unreadable') return keepOld(unreadable(url, read.code, read.reason), deps);
  if (read.status !== 'page') return withoutPage(url, 'unreadable', `is a ${read.status}, not a page`);
  const final = normaliseAddress(fetched.url);
  if (final !== normaliseAddress(url) && doing.run.seen.has(final)) {
    return withoutPage(url, 'duplicate', `leads to ${fetched.url}, met before in this run`);
  }
  const result = await storeRead(fetched.url, read, doing);
  if (result.outcome === 'held') return result;
  const { etag, lastModified } = fetched;
  await deps.notes.update(url, { etag, lastModified, missing: 0 });
  return result;
}

async function keepOld(result: IngestResult, deps: PipelineDeps): Promise<IngestResult> {
  const stored = await deps.documents.findByUrl(result.url);
  if (stored === null || stored.isBrief || stored.status !== 'current') return result;
  return { ...result, title: stored.title, reason: `${result.reason}; the last good version stays` };
}

function storeRead(
  url: string,
  read: Extract<ReadOutcome, { status: 'page' }>,
  { run, deps, entry }: Doing,
): Promise<IngestResult> {
  const origin: PageOrigin = {
    url,
    fetchedAt: new Date(deps.clock.now()).toISOString(),
    ...(run.source === undefined ? {} : { source: run.source }),
    ...(entry === undefined ? {} : { entry }),
  };
  return storePage(read.page, origin, deps, run.seen);
}

const badOutcomes: ReadonlySet<string> = new Set(['held', 'refused', 'failed', 'unreadable']);

/** The text a feed carries itself, when the page behind it cannot be had; never over a version of the page. */
async function takeCarriedText(entry: FeedEntry, html: string, doing: Doing): Promise<IngestResult | null> {
  const stored = await doing.deps.documents.findByUrl(entry.url);
  if (stored !== null && !stored.isBrief && stored.status !== 'held') return null;
  const bytes = new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><article>${html}</article>`);
  const read = await doing.deps.read({ bytes, url: entry.url, contentType: 'text/html; charset=utf-8' });
  if (read.status !== 'page') return null;
  const page = {
    ...read.page,
    title: entry.title,
    published: entry.published ?? read.page.published,
    canonicalUrl: null,
  };
  const result = await storeRead(entry.url, { status: 'page', page }, doing);
  return badOutcomes.has(result.outcome)
    ? null
    : { ...result, reason: 'the page cannot be had; text of the feed' };
}

import { normaliseAddress } from '../../corpus/keys/address.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { fetchPage } from './fetch-page.ts';
import { ingestList } from './follow-list.ts';
import type { IngestResult } from './ingest-result.ts';
import type { Validators } from './page-notes.ts';
import type { PipelineDeps, Run } from './run.ts';
import { metBefore, rawOf, settlePage } from './take-page.ts';

/** How the address itself ended; the pages it led to were reported to `onResult`. */
export type AddressOutcome =
  | { readonly kind: 'page' | 'feed' | 'sitemap'; readonly fetched: Fetched; readonly title: string | null }
  | { readonly kind: 'none'; readonly result: IngestResult };

/** Takes in whatever is at an address: a page, all entries of a feed, or the pages of a sitemap. */
export async function ingestAddress(
  url: string,
  run: Run,
  deps: PipelineDeps,
  validators?: Validators,
): Promise<AddressOutcome> {
  const page = run.seen.has(normaliseAddress(url)) ? metBefore(url) : await fetchPage(url, deps, validators);
  if ('result' in page) {
    run.onResult(page.result);
    return { kind: 'none', result: page.result };
  }
  const read = await deps.read(rawOf(page.fetched));
  if (read.status === 'feed' || read.status === 'sitemap') await ingestList(url, read, run, deps);
  else {
    const result = await settlePage(page.fetched, read, { url, run, deps });
    run.onResult(result);
    return { kind: 'page', fetched: page.fetched, title: result.title };
  }
  return { kind: read.status, fetched: page.fetched, title: read.status === 'feed' ? read.title : null };
}

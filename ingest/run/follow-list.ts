import { normaliseAddress } from '../../corpus/keys/address.ts';
import type { FeedEntry, ReadOutcome } from '../page/page.ts';
import { withoutPage } from './ingest-result.ts';
import type { PipelineDeps, Run } from './run.ts';
import { rawOf, takeListedPage } from './take-page.ts';

/** Pages of one list in work at a time: one waits for its host while another is read. */
const pagesAtOnce = 3;

/** Sitemaps of a sitemap index are followed so deep, and so many in all. */
const maxSitemapDepth = 3;
const maxSitemaps = 50;

/** Takes in the pages that a feed or sitemap leads to; `url` is its own address, for people. */
export function ingestList(url: string, list: Feed | Sitemap, run: Run, deps: PipelineDeps): Promise<void> {
  return list.status === 'feed' ? followFeed(url, list, run, deps) : followSitemap(url, list, run, deps);
}

async function followFeed(url: string, feed: Feed, run: Run, deps: PipelineDeps): Promise<void> {
  const pages = feed.entries.map((entry) => ({ url: entry.url, modified: entry.published, entry }));
  if (pages.length === 0) return run.onResult(withoutPage(url, 'unreadable', 'the feed has no entries'));
  await takePages(url, pages, run, deps);
}

async function followSitemap(url: string, sitemap: Sitemap, run: Run, deps: PipelineDeps): Promise<void> {
  const pages = await gatherPages(url, sitemap, run, deps);
  if (pages.length === 0) return run.onResult(withoutPage(url, 'unreadable', 'the sitemap lists no pages'));
  await takePages(url, pages, run, deps);
}

async function takePages(url: string, pages: readonly Listed[], run: Run, deps: PipelineDeps): Promise<void> {
  const newest = [...pages].sort((a, b) => (b.modified ?? '').localeCompare(a.modified ?? ''));
  const looked = newest.slice(0, run.maxPages);
  if (looked.length < pages.length) {
    run.onNote(`${url} lists ${pages.length} pages; the newest ${looked.length} are taken`);
  }
  const due = await dueOnes(looked, run);
  const taken = due.slice(0, run.maxDue ?? due.length);
  if (taken.length < due.length) run.onLeftForNext?.();
  await forEach(taken, run, (page) => takeListedPage({ ...page, run, deps }));
}

async function dueOnes(pages: readonly Listed[], run: Run): Promise<readonly Listed[]> {
  const { isDue } = run;
  if (isDue === undefined) return pages;
  const due: Listed[] = [];
  for (const page of pages) if (await isDue(page.url, page.modified)) due.push(page);
  return due;
}

type Feed = Extract<ReadOutcome, { status: 'feed' }>;
type Sitemap = Extract<ReadOutcome, { status: 'sitemap' }>;

interface Listed {
  readonly url: string;
  readonly modified: string | null;
  readonly entry?: FeedEntry;
}

async function gatherPages(url: string, top: Sitemap, run: Run, deps: PipelineDeps): Promise<Listed[]> {
  const pages: Listed[] = [...top.urls];
  const waiting = top.children.map((child) => ({ child, depth: 1 }));
  const met = new Set([normaliseAddress(url)]);
  while (waiting.length > 0 && run.signal?.aborted !== true) {
    const { child, depth } = waiting.shift()!;
    if (met.has(normaliseAddress(child))) continue;
    if (met.size > maxSitemaps || depth > maxSitemapDepth) {
      run.onNote(
        `${url} leads to more sitemaps than ${maxSitemaps}, or deeper than ${maxSitemapDepth}; the rest is left out`,
      );
      break;
    }
    met.add(normaliseAddress(child));
    const read = await readSitemap(child, run, deps);
    pages.push(...(read?.urls ?? []));
    waiting.push(...(read?.children ?? []).map((next) => ({ child: next, depth: depth + 1 })));
  }
  return pages;
}

async function readSitemap(url: string, run: Run, deps: PipelineDeps) {
  const fetched = await deps.fetch(url);
  if (fetched.status !== 'ok') {
    run.onResult(withoutPage(url, 'failed', 'reason' in fetched ? fetched.reason : 'not answered'));
    return null;
  }
  const read = await deps.read(rawOf(fetched));
  if (read.status === 'sitemap') return read;
  run.onResult(
    withoutPage(
      url,
      'unreadable',
      read.status === 'unreadable' ? read.reason : `is a ${read.status}, not a sitemap`,
    ),
  );
  return null;
}

async function forEach<Item>(
  items: readonly Item[],
  run: Run,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && run.signal?.aborted !== true; item = queue.shift())
      await work(item);
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, worker));
}

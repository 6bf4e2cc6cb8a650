import type { DocumentDraft, Language, PublishedDate, Tier } from '../../corpus/document.ts';
import type { Documents } from '../../corpus/documents/documents.ts';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import { fingerprintWords, simhash } from '../../corpus/keys/simhash.ts';
import type { Source, Sources } from '../../corpus/sources/sources.ts';
import type { Clock } from '../clock.ts';
import { type Lookup, literalAddress } from '../fetch/address-guard.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import { findLookAlike, type LookAlike } from '../page/lookalike.ts';
import type { FeedEntry, Page, RawBody, ReadOutcome } from '../page/page.ts';
import { draftOfPage } from '../page/page-draft.ts';
import { siteName, tierOfSite } from '../page/publisher.ts';

/** What a moderator needs to know before a source is let in. Nothing of it is stored. */
export interface DryRunReport {
  /** As it was given. */
  readonly url: string;
  /** After redirects; the same as `url` when nothing answered. */
  readonly finalUrl: string;
  /** Host of the final address, as registered (Punycode). */
  readonly host: string;
  /** IP addresses the host has now. */
  readonly addresses: readonly string[];
  readonly redirects: readonly string[];
  readonly kind: 'feed' | 'page' | 'sitemap' | 'file' | 'none';
  readonly title: string | null;
  readonly publisher: string;
  readonly published: PublishedDate;
  readonly language: Language | null;
  readonly charset: string | null;
  /** Feeds that the page links to: often a better source than the page. */
  readonly feeds: readonly string[];
  /** At most {@link sampleCount} passages exactly as they would be quoted. */
  readonly samples: readonly string[];
  /** Pages it leads to; 1 for a page. */
  readonly items: number;
  /** From the dates of a feed or sitemap; null when they do not tell. */
  readonly itemsPerDay: number | null;
  /** Of the items looked at: how many are stored already, and how many texts are almost the same as stored ones. */
  readonly overlap: { readonly looked: number; readonly sameAddress: number; readonly sameText: number };
  readonly lookAlike: LookAlike | null;
  /** Null when robots.txt lets us in. */
  readonly robots: string | null;
  readonly suggestedTier: Tier;
  /** Why it cannot be a source as it is, in one line; null when all is well. */
  readonly problem: string | null;
  /** Why the pages look like an error or a wall, which would put them aside instead of indexing them; null when not. */
  readonly warning: string | null;
}

/** What a dry run needs; all of it only reads. */
export interface DryRunDeps {
  readonly fetch: PoliteFetch;
  readonly read: (raw: RawBody) => Promise<ReadOutcome>;
  readonly lookup: Lookup;
  readonly documents: Pick<Documents, 'findByUrl' | 'nearDuplicates' | 'list'>;
  readonly sources: Pick<Sources, 'list' | 'findByUrl'>;
  readonly clock: Clock;
  /** Why a page would be put aside, as the pipeline judges it. */
  readonly holdReason: (page: Page, url: string) => string | null;
  /** Told what the look is doing, for somebody who waits. */
  readonly onProgress?: (text: string) => void;
}

/** Sample passages on a card. */
export const sampleCount = 3;

/** Pages of a list that are fetched for samples; more would make a moderator wait. */
const samplePages = 3;

/** Looks at an address as a source would be looked at, and stores nothing. Never throws for a bad web. */
export async function dryRun(url: string, deps: DryRunDeps): Promise<DryRunReport> {
  const fetched = await deps.fetch(url);
  if (fetched.status !== 'ok') {
    const problem =
      'reason' in fetched ? fetched.reason : 'the site answered "not modified" to a first request';
    const robots = fetched.status === 'refused' && fetched.code === 'robots' ? fetched.reason : null;
    return { ...(await blankReport(url, deps)), robots, problem };
  }
  deps.onProgress?.('reading');
  const read = await deps.read({ bytes: fetched.bytes, url: fetched.url, contentType: fetched.contentType });
  return reportOn(url, fetched, read, deps);
}

/** {@link dryRun} for bytes that a moderator uploaded. */
export async function dryRunFile(raw: RawBody, deps: DryRunDeps): Promise<DryRunReport> {
  const blank = { ...(await blankReport(raw.url, deps)), kind: 'file' as const };
  const read = await deps.read(raw);
  if (read.status === 'page')
    return { ...(await pageReport(blank, raw.url, [read.page], deps)), kind: 'file', warning: null };
  return {
    ...blank,
    problem: read.status === 'unreadable' ? read.reason : 'a list of addresses is no document',
  };
}

async function blankReport(url: string, deps: DryRunDeps): Promise<DryRunReport> {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return {
    url,
    finalUrl: url,
    host,
    addresses: await addressesOf(host, deps.lookup),
    redirects: [],
    kind: 'none',
    title: null,
    publisher: siteName(url),
    published: null,
    language: null,
    charset: null,
    feeds: [],
    samples: [],
    items: 0,
    itemsPerDay: null,
    overlap: { looked: 0, sameAddress: 0, sameText: 0 },
    lookAlike: host === '' ? null : findLookAlike(host, await knownHosts(deps)),
    robots: null,
    suggestedTier: tierOfSite(url),
    problem: null,
    warning: null,
  };
}

async function addressesOf(host: string, lookup: Lookup): Promise<string[]> {
  const literal = literalAddress(host);
  if (literal !== null || host === '') return literal === null ? [] : [literal];
  try {
    return (await lookup(host)).map(({ address }) => address);
  } catch {
    // A host without an address shows as such on the card; the fetch says why.
    return [];
  }
}

async function knownHosts(deps: DryRunDeps): Promise<Set<string>> {
  const [sources, documents] = await Promise.all([
    deps.sources.list(),
    deps.documents.list({ status: 'current' }),
  ]);
  const urls = [...sources.filter(isVouchedFor), ...documents].map(({ url }) => url);
  return new Set(urls.filter((url) => /^https?:/.test(url)).map(siteName));
}

// A list was put together by somebody who knows the sites; a single suggestion may be the imitation itself.
function isVouchedFor({ status, addedBy }: Source): boolean {
  return status === 'active' || (status === 'pending' && addedBy === 'import');
}

async function reportOn(
  url: string,
  fetched: Fetched,
  read: ReadOutcome,
  deps: DryRunDeps,
): Promise<DryRunReport> {
  const report: DryRunReport = {
    ...(await blankReport(fetched.url, deps)),
    url,
    redirects: fetched.redirects,
  };
  if (read.status === 'unreadable') return { ...report, problem: read.reason };
  if (read.status === 'page') return pageReport(report, fetched.url, [read.page], deps);
  if (read.status === 'feed')
    return listReport(
      { ...report, kind: 'feed', title: read.title, language: read.language },
      read.entries,
      deps,
    );
  const pages = read.urls.map((page) => ({ url: page.url, title: '', published: page.modified, html: null }));
  const nested =
    pages.length === 0 && read.children.length > 0
      ? `an index of ${read.children.length} sitemaps; add the one you want`
      : null;
  return {
    ...(await listReport({ ...report, kind: 'sitemap' }, pages, deps)),
    ...(nested === null ? {} : { problem: nested }),
  };
}

async function pageReport(
  report: DryRunReport,
  url: string,
  pages: readonly Page[],
  deps: DryRunDeps,
): Promise<DryRunReport> {
  const first = pages[0]!;
  const drafts = pages.map((page) =>
    draftOfPage(page, { url: page.url ?? url, fetchedAt: new Date(deps.clock.now()).toISOString() }),
  );
  const overlap = await overlapOf([url], drafts, deps);
  return {
    ...report,
    kind: 'page',
    title: first.title,
    publisher: drafts[0]!.publisher,
    published: drafts[0]!.published,
    language: first.language,
    charset: first.charset,
    feeds: first.feeds,
    samples: samplesOf(drafts),
    items: 1,
    overlap,
    warning: warningOf(
      pages.map((page) => ({ page, url: page.url ?? url })),
      deps,
    ),
  };
}

async function listReport(
  report: DryRunReport,
  entries: readonly FeedEntry[],
  deps: DryRunDeps,
): Promise<DryRunReport> {
  if (entries.length === 0) return { ...report, problem: `the ${report.kind} is empty` };
  const newest = [...entries].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const pages: { page: Page; entry: FeedEntry }[] = [];
  let lastProblem = 'none of its pages could be read';
  const tried = newest.slice(0, samplePages);
  for (const [index, entry] of tried.entries()) {
    deps.onProgress?.(`page ${index + 1} of ${tried.length}`);
    const page = await samplePage(entry, deps);
    if (typeof page === 'string') lastProblem = page;
    else pages.push({ page, entry });
  }
  const fetchedAt = new Date(deps.clock.now()).toISOString();
  const drafts = pages.map(({ page, entry }) => draftOfPage(page, { url: entry.url, fetchedAt, entry }));
  return {
    ...report,
    publisher: drafts[0]?.publisher ?? report.publisher,
    language: report.language ?? drafts[0]?.language ?? null,
    charset: pages[0]?.page.charset ?? null,
    samples: samplesOf(drafts),
    items: entries.length,
    itemsPerDay: itemsPerDay(entries.map((entry) => entry.published)),
    overlap: await overlapOf(
      newest.slice(0, 100).map((entry) => entry.url),
      drafts,
      deps,
    ),
    problem: drafts.length === 0 ? lastProblem : null,
    warning: warningOf(
      pages.map(({ page, entry }) => ({ page, url: entry.url })),
      deps,
    ),
  };
}

// One bad page of three is an accident of the list, not its nature.
function warningOf(
  pages: readonly { readonly page: Page; readonly url: string }[],
  { holdReason }: DryRunDeps,
): string | null {
  const reasons = pages.flatMap(({ page, url }) => holdReason(page, url) ?? []);
  return reasons.length * 2 > pages.length ? reasons[0]! : null;
}

async function samplePage(entry: FeedEntry, deps: DryRunDeps): Promise<Page | string> {
  const fetched = await deps.fetch(entry.url);
  if (fetched.status !== 'ok') return 'reason' in fetched ? fetched.reason : 'not answered';
  const read = await deps.read({ bytes: fetched.bytes, url: fetched.url, contentType: fetched.contentType });
  if (read.status === 'page') return read.page;
  return read.status === 'unreadable' ? read.reason : `leads to a ${read.status}`;
}

// One passage of each page before a second of any: three pages say more than three paragraphs.
function samplesOf(drafts: readonly DocumentDraft[]): string[] {
  const longest = Math.max(0, ...drafts.map((draft) => draft.passages.length));
  const rounds = Array.from({ length: longest }, (_, at) =>
    drafts.flatMap(({ text, passages }) =>
      passages[at] === undefined ? [] : text.slice(passages[at].start, passages[at].end),
    ),
  );
  return rounds.flat().slice(0, sampleCount);
}

async function overlapOf(urls: readonly string[], drafts: readonly DocumentDraft[], deps: DryRunDeps) {
  const stored = await Promise.all(urls.map((url) => deps.documents.findByUrl(url)));
  const near = await Promise.all(
    drafts.map(async (draft) => {
      const fingerprint = { simhash: simhash(draft.text), words: fingerprintWords(draft.text).length };
      const others = await deps.documents.nearDuplicates(fingerprint);
      return others.some((other) => normaliseAddress(other.url) !== normaliseAddress(draft.url));
    }),
  );
  const sameAddress = stored.filter((document) => document !== null && !document.isBrief).length;
  return { looked: urls.length, sameAddress, sameText: near.filter(Boolean).length };
}

/** Items a day between the first and the last dated one; null with fewer than two days to judge by. */
export function itemsPerDay(dates: readonly PublishedDate[]): number | null {
  const days = dates.flatMap((date) =>
    date !== null && /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date.slice(0, 10)) / 86_400_000 : [],
  );
  const span = Math.max(...days) - Math.min(...days);
  return days.length < 2 || span < 1 ? null : Math.round((days.length / (span + 1)) * 10) / 10;
}

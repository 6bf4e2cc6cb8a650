import { parseFeed } from 'feedsmith';
import { detectLanguage } from '../../corpus/language/language.ts';
import { visibleLine } from '../markup/visible-text.ts';
import type { FeedEntry, ReadOutcome } from '../page/page.ts';
import { parseTimestamp } from '../page/timestamp.ts';
import { refuseXml } from './xml-guard.ts';

/** More than this is an archive; the newest stand first. */
const maxEntries = 1_000;

/** A feed's item before addresses are made absolute. */
interface RawEntry {
  readonly addresses: readonly (string | undefined)[];
  readonly base?: string | undefined;
  readonly title: string | undefined;
  readonly dates: readonly (string | undefined)[];
  readonly html: string | undefined;
}

interface RawFeed {
  readonly title: string | undefined;
  readonly addresses: readonly (string | undefined)[];
  readonly entries: readonly RawEntry[];
}

/**
 * Reads RSS 0.9x-2.0, RSS 1.0 and Atom. Entries are told apart by their address, not by guid: some systems give every
 * item the same one. Relative addresses are resolved against xml:base, the feed's site or the feed itself.
 */
export function readFeed(source: string, url: string): ReadOutcome {
  const refused = refuseXml(source);
  if (refused) return { status: 'unreadable', ...refused };
  let feed: RawFeed;
  try {
    feed = rawFeed(source);
  } catch {
    return { status: 'unreadable', code: 'damaged', reason: 'the feed is not well-formed XML' };
  }
  const base = siteAddress(feed, url);
  const entries = new Map<string, FeedEntry>();
  for (const raw of feed.entries.slice(0, maxEntries)) {
    const entry = toEntry(raw, base);
    if (entry && !entries.has(entry.url)) entries.set(entry.url, entry);
  }
  const title = plainText(feed.title ?? '');
  const words = [...entries.values()].map((entry) => entry.title).join('\n');
  return { status: 'feed', title, language: detectLanguage(words || title), entries: [...entries.values()] };
}

function rawFeed(source: string): RawFeed {
  const result = parsed(source);
  switch (result.format) {
    case 'atom':
      return rawAtom(result.feed);
    case 'json':
      return rawJson(result.feed);
    case 'rdf':
      return rawRdf(result.feed);
    case 'rss':
      return rawRss(result.feed);
  }
}

/** Fixes the library's type parameters to what it returns without options. */
function parsed(source: string) {
  return parseFeed(source);
}

type Parsed = ReturnType<typeof parsed>;
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

function rawAtom(feed: FeedOf<'atom'>): RawFeed {
  return {
    title: feed.title?.value,
    addresses: [feed.xml?.base, alternate(feed.links)],
    entries: (feed.entries ?? []).map((entry) => ({
      addresses: [alternate(entry.links), addressLike(entry.id)],
      base: entry.xml?.base,
      title: entry.title?.value,
      dates: [entry.published, ...(entry.dc?.dates ?? []), entry.updated],
      html: entry.content?.value,
    })),
  };
}

function rawJson(feed: FeedOf<'json'>): RawFeed {
  return {
    title: feed.title,
    addresses: [feed.home_page_url],
    entries: (feed.items ?? []).map((item) => ({
      addresses: [item.url, item.external_url, addressLike(item.id)],
      title: item.title,
      dates: [item.date_published?.toString()],
      html: item.content_html,
    })),
  };
}

function rawRdf(feed: FeedOf<'rdf'>): RawFeed {
  return {
    title: feed.title,
    addresses: [feed.link],
    entries: (feed.items ?? []).map((item) => ({
      addresses: [item.link, addressLike(item.rdf?.about)],
      title: item.title,
      dates: item.dc?.dates ?? [],
      html: item.content?.encoded,
    })),
  };
}

function rawRss(feed: FeedOf<'rss'>): RawFeed {
  return {
    title: feed.title,
    addresses: [feed.link, alternate(feed.atom?.links)],
    entries: (feed.items ?? []).map((item) => ({
      addresses: [
        item.link,
        item.guid?.isPermaLink === false ? undefined : addressLike(item.guid?.value),
        alternate(item.atom?.links),
      ],
      title: item.title ?? item.dc?.titles?.[0],
      dates: [item.pubDate, ...(item.dc?.dates ?? [])],
      html: item.content?.encoded,
    })),
  };
}

interface Link {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

function alternate(links: readonly Link[] | undefined): string | undefined {
  const usable = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (usable.find(({ type }) => type === undefined || /html/.test(type)) ?? usable[0])?.href;
}

function addressLike(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text.trim()) ? text : undefined;
}

function siteAddress(feed: RawFeed, url: string): string {
  for (const address of feed.addresses) {
    if (address && URL.canParse(address.trim(), url)) {
      const site = new URL(address.trim(), url);
      if (/^https?:$/.test(site.protocol)) return site.href;
    }
  }
  return url;
}

function toEntry(raw: RawEntry, feedBase: string): FeedEntry | null {
  const base = raw.base && URL.canParse(raw.base, feedBase) ? new URL(raw.base, feedBase).href : feedBase;
  const address = raw.addresses.map((text) => text?.trim()).find((text) => text && URL.canParse(text, base));
  if (!address) return null;
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) return null;
  const published = raw.dates.map((date) => parseTimestamp(date)).find((date) => date !== null) ?? null;
  const html = raw.html !== undefined && raw.html.trim() !== '' ? raw.html : null;
  return { url: url.href, title: plainText(raw.title ?? ''), published, html };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};

/** Titles come as text, as escaped HTML, or escaped twice. */
function plainText(title: string): string {
  const decoded = title
    .slice(0, 2_000)
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole);
  return visibleLine(decoded);
}

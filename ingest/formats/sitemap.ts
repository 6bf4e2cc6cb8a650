import { XMLParser } from 'fast-xml-parser';
import type { ReadOutcome } from '../page/page.ts';
import { parseTimestamp } from '../page/timestamp.ts';
import { refuseXml } from './xml-guard.ts';

/** The limit of the sitemap protocol. */
const maxAddresses = 50_000;

interface SitemapNode {
  readonly loc?: unknown;
  readonly lastmod?: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: true,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

/** Reads a sitemap or a sitemap index; addresses of other sites' protocols are left out, repeats too. */
export function readSitemap(source: string, url: string): ReadOutcome {
  const refused = refuseXml(source);
  if (refused) return { status: 'unreadable', ...refused };
  let parsed: Record<string, { readonly url?: unknown; readonly sitemap?: unknown } | undefined>;
  try {
    parsed = parser.parse(source) as typeof parsed;
  } catch {
    return { status: 'unreadable', code: 'damaged', reason: 'the sitemap is not well-formed XML' };
  }
  const urls = new Map<string, string | null>();
  for (const node of nodes(parsed.urlset?.url)) {
    const address = absolute(node.loc, url);
    if (address && !urls.has(address)) urls.set(address, parseTimestamp(textOf(node.lastmod)));
  }
  const children = nodes(parsed.sitemapindex?.sitemap)
    .map((node) => absolute(node.loc, url))
    .filter((address): address is string => address !== null);
  return {
    status: 'sitemap',
    urls: [...urls].map(([address, modified]) => ({ url: address, modified })),
    children: [...new Set(children)],
  };
}

/** Reads the plain form of a sitemap: one address per line. */
export function readAddressList(text: string): ReadOutcome {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const urls = [...new Set(lines.filter((line) => /^https?:\/\/\S+$/.test(line)))].slice(0, maxAddresses);
  return { status: 'sitemap', urls: urls.map((url) => ({ url, modified: null })), children: [] };
}

function nodes(value: unknown): SitemapNode[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, maxAddresses)
    .filter((node): node is SitemapNode => node !== null && typeof node === 'object');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function absolute(value: unknown, base: string): string | null {
  const text = (Array.isArray(value) ? textOf(value[0]) : textOf(value))?.trim();
  if (!text || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

import type { DomDocument } from '../markup/dom.ts';

/** `www.` and a mobile or AMP subdomain are the same site. */
function siteOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/^(?:www|m|amp|mobile)\./, '');
}

function resolve(address: string | null, base: string): URL | null {
  if (!address || address.trim() === '') return null;
  return URL.canParse(address.trim(), base) ? new URL(address.trim(), base) : null;
}

/** Base for relative links: `<base href>` counts only within the page's own site. */
export function baseAddress(document: DomDocument, pageUrl: string): string {
  const base = resolve(document.querySelector('base[href]')?.getAttribute('href') ?? null, pageUrl);
  return base && URL.canParse(pageUrl) && siteOf(base) === siteOf(new URL(pageUrl)) ? base.href : pageUrl;
}

/**
 * The address the page gives as its own; null if it names another site (a copied template, an attempt to speak in
 * another's name), the bare front page of its site, or nothing.
 */
export function canonicalAddress(document: DomDocument, pageUrl: string): string | null {
  if (!URL.canParse(pageUrl)) return null;
  const page = new URL(pageUrl);
  if (!/^https?:$/.test(page.protocol)) return null;
  for (const link of document.querySelectorAll('link[href]')) {
    if (!(link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes('canonical')) continue;
    const url = resolve(link.getAttribute('href'), pageUrl);
    if (!url || !/^https?:$/.test(url.protocol) || siteOf(url) !== siteOf(page) || url.port !== page.port)
      return null;
    if (url.pathname === '/' && url.search === '' && page.pathname !== '/') return null;
    url.hash = '';
    return url.href;
  }
  return null;
}

const feedTypes = /^application\/(?:rss|atom|rdf)\+xml/i;

/** Feeds the page announces, absolute, without those of comments. */
export function feedAddresses(document: DomDocument, pageUrl: string): string[] {
  const base = baseAddress(document, pageUrl);
  const found: string[] = [];
  for (const link of document.querySelectorAll('link[type][href]')) {
    if (!feedTypes.test(link.getAttribute('type') ?? '')) continue;
    const url = resolve(link.getAttribute('href'), base);
    if (!url || !/^https?:$/.test(url.protocol)) continue;
    if (/\/comments\/feed|comments?[./]rss|\bcomments\b/i.test(url.pathname)) continue;
    found.push(url.href);
  }
  return [...new Set(found)];
}

/** Host without `www.`, for pages that do not say who publishes them; null for files. */
export function domainOf(pageUrl: string): string | null {
  if (!URL.canParse(pageUrl)) return null;
  const url = new URL(pageUrl);
  return url.hostname === '' ? null : siteOf(url);
}

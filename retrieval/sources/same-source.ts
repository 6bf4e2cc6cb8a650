import type { DocumentRecord } from '../../corpus/document.ts';

type Origin = Pick<DocumentRecord, 'publisher' | 'url'>;

/**
 * Whether two documents speak with one voice: the same site or the same publisher. Pages name their publisher themselves,
 * so a site that calls itself something else on every page is still one. What brought a page in says nothing: one
 * source may be a list of many sites, or the starter corpus.
 */
export function isSameSource(a: Origin, b: Origin): boolean {
  if (a.publisher === b.publisher) return true;
  const site = siteOf(a.url);
  return site !== null && site === siteOf(b.url);
}

// "en.interfax.com.ua" is the English edition of "interfax.com.ua"; of "ua.news" nothing may be left out.
const edition = /^(?:(?:www|amp|m|en|eng|uk|ukr|ua|ru|rus|ja|jp)\.(?=[^.]+\.))+/u;

function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(edition, '');
  // A bare address is a mirror or a test web: whose pages it serves only they can tell.
  return host === '' || host === 'localhost' || /^\[|^[\d.]+$/.test(host) ? null : host;
}

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentDraft, DocumentKind, Tier } from '../../corpus/document.ts';
import { uploadOf, uploadTitle } from '../../corpus/sources/uploads.ts';
import { chunkPage } from './chunk.ts';
import type { FeedEntry, Page } from './page.ts';
import { siteName, tierOfSite } from './publisher.ts';

/** What is known of a page from where it was found. */
export interface PageOrigin {
  /** Address the document is stored under. */
  readonly url: string;
  readonly fetchedAt: string;
  /** The source that led here. */
  readonly source?: PageSource;
  /** The feed's entry, for what the page itself does not tell. */
  readonly entry?: Pick<FeedEntry, 'title' | 'published'>;
}

/** What a page takes over from its source. */
export interface PageSource {
  readonly id: number;
  readonly url: string;
  readonly publisher: string;
  readonly tier: Tier;
}

/** Makes the draft of a document from a page that was read. */
export function draftOfPage(page: Page, origin: PageOrigin): DocumentDraft {
  const { text, passages } = chunkPage(page);
  const { source, entry, url } = origin;
  return {
    ...(page.key === undefined ? {} : { key: page.key }),
    sourceId: source?.id ?? null,
    url,
    title: firstFilled(page.title, entry?.title, titleOfAddress(url)),
    publisher: publisherOf(page, url, source),
    published: page.published ?? entry?.published ?? null,
    language: page.language,
    kind: page.kind ?? kindOf(url),
    tier: tierOf(url, source),
    ...(page.isBrief === undefined ? {} : { isBrief: page.isBrief }),
    donors: page.donors ?? [],
    topics: page.topics ?? [],
    fetchedAt: origin.fetchedAt,
    text,
    passages,
  };
}

// What a moderator said of a source holds for the source's own site. A feed also links to other sites, and those speak
// for themselves; but nothing that an unreviewed source leads to is better reviewed than the source.
function publisherOf(page: Page, url: string, source: PageSource | undefined): string {
  const vouched = source !== undefined && siteName(source.url) === siteName(url) ? source.publisher : null;
  return firstFilled(vouched, page.publisher, siteName(url));
}

function tierOf(url: string, source: PageSource | undefined): Tier {
  if (source === undefined) return tierOfSite(url);
  if (source.tier === 'unreviewed' || siteName(source.url) === siteName(url)) return source.tier;
  return tierOfSite(url);
}

function firstFilled(...candidates: (string | null | undefined)[]): string {
  return candidates.find((candidate) => candidate != null && candidate.trim() !== '')?.trim() ?? '';
}

function titleOfAddress(url: string): string {
  const upload = uploadOf(url);
  if (upload !== null) return uploadTitle(upload);
  if (url.startsWith('file:')) return basename(pathOfFileUrl(url));
  return URL.canParse(url)
    ? decodeSafely(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '') || siteName(url)
    : url;
}

function pathOfFileUrl(url: string): string {
  return url.startsWith('file:///') ? fileURLToPath(url) : decodeSafely(url.slice('file:'.length));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: shown as it is.
    return text;
  }
}

const unitedNations = /(^|\.)(un|undp|unicef|unmas|unops|unocha)\.org$/;

function kindOf(url: string): DocumentKind {
  if (url.startsWith('file:')) return 'file';
  if (tierOfSite(url) !== 'official') return 'news';
  return unitedNations.test(new URL(url).hostname) ? 'un' : 'ministry';
}

import type { DocumentKind, Language, PublishedDate } from '../../corpus/document.ts';

/**
 * One unit of a page's text in reading order. A table row carries its column headers in the text
 * ("Рік: 2023; Сума: 5 млн євро"); a list item follows the paragraph that introduces it.
 */
export interface PageBlock {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table-row';
  readonly text: string;
  /** 1-based page of a PDF. */
  readonly page?: number;
  /** 1-6 for headings. */
  readonly level?: number;
}

/** The inside type: every reader (HTML, PDF, DOCX, Markdown, text) ends in it. */
export interface Page {
  readonly title: string;
  readonly publisher: string | null;
  readonly published: PublishedDate;
  readonly language: Language;
  readonly blocks: readonly PageBlock[];
  /** The address the page names as its own, if it is on the same site. */
  readonly canonicalUrl: string | null;
  /** Feeds the page links to, absolute. */
  readonly feeds: readonly string[];
  /** Encoding the bytes were decoded with, for the moderator's card. */
  readonly charset: string;
  /** From front matter only. */
  readonly key?: string;
  readonly kind?: DocumentKind;
  readonly donors?: readonly string[];
  readonly topics?: readonly string[];
  readonly isBrief?: boolean;
  /** Why the page may be a notice or a wall instead of a text, in one line; found while the whole page was at hand. */
  readonly suspicion?: string;
  /** The original address from front matter, for a file that retells a page. */
  readonly url?: string;
}

/** One item of a feed, after the format's own types are left behind. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly published: PublishedDate;
  /** Full text when the feed carries it (content:encoded, atom:content), as HTML. */
  readonly html: string | null;
}

/** Why something could not be read. Each code has one plain sentence in `reason`. */
export type UnreadableCode =
  | 'empty'
  | 'not-a-document'
  | 'unsupported-type'
  | 'encrypted'
  | 'no-text'
  | 'damaged'
  | 'too-large'
  | 'too-deep'
  | 'mojibake'
  | 'timeout'
  | 'out-of-memory'
  | 'held';

/** What reading a body of bytes ended in. Never an exception for bad input. */
export type ReadOutcome =
  | { readonly status: 'page'; readonly page: Page }
  | {
      readonly status: 'feed';
      readonly title: string;
      readonly language: Language;
      readonly entries: readonly FeedEntry[];
    }
  | {
      readonly status: 'sitemap';
      readonly urls: readonly { readonly url: string; readonly modified: string | null }[];
      readonly children: readonly string[];
    }
  | { readonly status: 'unreadable'; readonly code: UnreadableCode; readonly reason: string };

/** Bytes with what the outside world claims about them. Claims are hints; content decides. */
export interface RawBody {
  readonly bytes: Uint8Array;
  /** Final address after redirects, or a file: URL. */
  readonly url: string;
  readonly contentType: string | null;
}

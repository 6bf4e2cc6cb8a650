/** Languages the bot tells apart. Anything else is `und` and is matched without a stemmer. */
export type Language = 'uk' | 'en' | 'ru' | 'ja' | 'und';

/**
 * A publication date as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. A shorter form is an interval,
 * never its first day. `null` means that the source gives no date.
 */
export type PublishedDate = string | null;

/**
 * How much a source vouches for what it says. `official`: a ministry, agency or donor speaking for itself;
 * `established`: news media and organisations known by name; `unreviewed`: on trial, shown as such.
 */
export type Tier = 'official' | 'established' | 'unreviewed';

/** `held`: waits for a moderator; `retracted` and `vanished` are kept for old citations and never answered from. */
export type DocumentStatus = 'current' | 'held' | 'retracted' | 'vanished';

/** What a document is; `brief` kinds come from the front matter of the starter corpus. */
export type DocumentKind = 'news' | 'ministry' | 'un' | 'fund' | 'donor' | 'ngo' | 'law' | 'file' | 'page';

/** A stored document: its current version without the text. */
export interface DocumentRecord {
  readonly id: number;
  /** Stable public name: the id of a brief, or a hash of the address. Survives a rebuild of the database. */
  readonly key: string;
  readonly sourceId: number | null;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PublishedDate;
  readonly language: Language;
  readonly kind: DocumentKind;
  readonly tier: Tier;
  readonly status: DocumentStatus;
  /** True when the text is our own retelling of the page at `url`; quotes are then labelled "brief of …". */
  readonly isBrief: boolean;
  readonly donors: readonly string[];
  readonly topics: readonly string[];
  /** ISO time of the last successful fetch. */
  readonly fetchedAt: string;
  readonly versionId: number;
  /** 1 for the first version. */
  readonly versionNumber: number;
  /** 64-bit simhash of the current text as 16 hex digits; near duplicates differ in at most 3 bits. */
  readonly simhash: string;
}

/** A stretch of a document's stored text: `text === documentText.slice(start, end)` (UTF-16 offsets). */
export interface Passage {
  readonly id: number;
  /** Stable public id, [a-z0-9]{12}: same document and same text give the same key after a rebuild. */
  readonly key: string;
  readonly documentId: number;
  readonly ordinal: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nearest heading above the passage; never part of a quote unless it lies inside `text`. */
  readonly heading: string | null;
  /** 1-based page of a PDF, otherwise null. */
  readonly page: number | null;
  /** Title, headings, introducing sentence and opening: helps to find the passage, is never quoted. */
  readonly context: string;
}

/** What ingest hands over for one passage; offsets point into {@link DocumentDraft.text}. */
export interface PassageDraft {
  readonly start: number;
  readonly end: number;
  readonly heading: string | null;
  readonly page: number | null;
  readonly context: string;
}

/** A document as read from the outside world, before it is stored. */
export interface DocumentDraft {
  readonly key?: string;
  readonly sourceId?: number | null;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PublishedDate;
  readonly language: Language;
  readonly kind: DocumentKind;
  readonly tier: Tier;
  readonly status?: DocumentStatus;
  readonly isBrief?: boolean;
  readonly donors?: readonly string[];
  readonly topics?: readonly string[];
  readonly fetchedAt: string;
  readonly text: string;
  readonly passages: readonly PassageDraft[];
}

/** What saving did. `unchanged` touches nothing but the time of the fetch and embeds nothing. */
export type SaveOutcome = 'created' | 'updated' | 'unchanged';

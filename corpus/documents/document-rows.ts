import type { DocumentKind, DocumentRecord, DocumentStatus, Language, Tier } from '../document.ts';

/** A document with what only the store and its tools look at. */
export interface StoredDocument extends DocumentRecord {
  /** Why the status is what it is, in a moderator's or the reader's words. */
  readonly statusReason: string | null;
  /** SHA-256 of the current text. */
  readonly contentHash: string;
  /** Words of the current text, for the near-duplicate rule. */
  readonly words: number;
  /** An older document with exactly the same text at another address. */
  readonly duplicateOf: number | null;
  /** ISO time of the first save. */
  readonly createdAt: string;
  /** ISO time of the last save that changed the text. */
  readonly changedAt: string;
}

/** One stored state of a document's text. */
export interface DocumentVersion {
  readonly id: number;
  readonly documentId: number;
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  readonly contentHash: string;
  /** ISO time of the fetch that brought it. */
  readonly fetchedAt: string;
}

/** A document as SQLite returns it. */
export interface DocumentRow {
  readonly id: number;
  readonly key: string;
  readonly sourceId: number | null;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly language: Language;
  readonly kind: DocumentKind;
  readonly tier: Tier;
  readonly status: DocumentStatus;
  readonly statusReason: string | null;
  readonly isBrief: number;
  readonly donors: string;
  readonly topics: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly fetchedAt: string;
  readonly versionId: number;
  readonly versionNumber: number;
  readonly contentHash: string;
  readonly simhash: string;
  readonly words: number;
  readonly duplicateOf: number | null;
}

/** Start of every query for documents; rows are {@link DocumentRow}s. */
export const selectDocument = `
  SELECT documents.id, documents.key, source_id AS sourceId, url, documents.title, publisher, published, language, kind, tier,
    status, status_reason AS statusReason, is_brief AS isBrief, donors, topics, created_at AS createdAt,
    changed_at AS changedAt, documents.fetched_at AS fetchedAt, version_id AS versionId, versions.number AS versionNumber,
    documents.content_hash AS contentHash, simhash, words, duplicate_of AS duplicateOf
  FROM documents JOIN versions ON versions.id = documents.version_id`;

/** Row to record. */
export function toDocument(row: DocumentRow): StoredDocument {
  return {
    ...row,
    isBrief: row.isBrief === 1,
    donors: JSON.parse(row.donors) as string[],
    topics: JSON.parse(row.topics) as string[],
  };
}

/** Columns of a {@link Passage}, for a query FROM passages. */
export const passageColumns = `
  passages.id, passages.key, passages.document_id AS documentId, passages.ordinal, passages.text, passages."start",
  passages."end", passages.heading, passages.page, passages.context`;

/** Start of every query for passages; rows are {@link Passage}s as they are. */
export const selectPassage = `SELECT ${passageColumns} FROM passages`;

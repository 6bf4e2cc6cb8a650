import type { DocumentDraft, DocumentStatus, Passage } from '../document.ts';
import type { VectorSource } from '../embedding/embeddings.ts';
import { UserError } from '../errors.ts';
import { normaliseAddress } from '../keys/address.ts';
import { type Fingerprint, isNearDuplicate } from '../keys/simhash.ts';
import { type AuditNote, recordAudit } from '../storage/audit-log.ts';
import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';
import {
  type DocumentRow,
  type DocumentVersion,
  type StoredDocument,
  selectDocument,
  selectPassage,
  toDocument,
} from './document-rows.ts';
import { type SaveResult, saveDocument } from './save-document.ts';
import { documentsAtSameAddress, type FullTextIndexer, openSearchable } from './searchable.ts';

export type { DocumentVersion, StoredDocument } from './document-rows.ts';

/** Which documents to list; all conditions hold together. Newest change first. */
export interface DocumentFilter {
  readonly status?: DocumentStatus;
  readonly sourceId?: number;
  /** ISO time: changed (or first seen) at or after it. */
  readonly changedSince?: string;
  /** ISO time: changed before it. */
  readonly changedBefore?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Documents with their versions: saving, finding, and taking out of use. A `note` goes into the audit log in the same
 * transaction as the change.
 */
export interface Documents {
  /**
   * Stores what was read, in one transaction; embeds before it, and only texts without a vector of the model.
   * A draft meets the stored document of its `key`, else of its address. A `held` draft never replaces a document that
   * is in use, and a retracted one stays retracted whatever is fetched.
   * @param options.embed null stores without vectors; `corpus rebuild` adds them.
   * @throws UserError when the address already belongs to another key; RangeError for passages outside the text.
   */
  save(draft: DocumentDraft, options: { readonly embed: VectorSource | null }): Promise<SaveResult>;
  byIds(ids: readonly number[]): Promise<Map<number, StoredDocument>>;
  findByKey(key: string): Promise<StoredDocument | null>;
  /** The page stored for an address in any of its spellings; a brief of it when there is no page. */
  findByUrl(url: string): Promise<StoredDocument | null>;
  list(filter?: DocumentFilter): Promise<StoredDocument[]>;
  count(filter?: DocumentFilter): Promise<number>;
  /** Newest first. */
  versions(documentId: number): Promise<DocumentVersion[]>;
  /** Full text of a version, null when there is none. */
  versionText(versionId: number): Promise<string | null>;
  /** Passages of the present version in reading order, whether searchable or not. */
  passagesOf(documentId: number): Promise<Passage[]>;
  /** Passages of earlier versions that the present one no longer has, newest first. */
  formerPassages(documentId: number): Promise<Passage[]>;
  /** Documents in use whose text is almost the same, nearest not first; see {@link isNearDuplicate}. */
  nearDuplicates(of: Fingerprint, limit?: number): Promise<StoredDocument[]>;
  /** Takes a document out of all answers for good; old citations still open it. */
  retract(documentId: number, reason: string, note?: AuditNote): Promise<void>;
  /** The page is gone at its source. A later save brings it back. */
  vanish(documentId: number, reason: string): Promise<void>;
  /** Puts a document aside until a moderator decides. */
  hold(documentId: number, reason: string): Promise<void>;
  /** Back into use, from any of the three. */
  restore(documentId: number, note?: AuditNote): Promise<void>;
}

/** Opens the documents of a corpus database. */
export function openDocuments(db: Db, indexFields: FullTextIndexer): Documents {
  const sql = statementCache(db);
  const searchable = openSearchable(db, indexFields);
  const one = (where: string, ...values: unknown[]) => {
    const row = sql<DocumentRow>(`${selectDocument} WHERE ${where}`).get(...values);
    return row === undefined ? null : toDocument(row);
  };
  const setStatus = async (id: number, status: DocumentStatus, reason: string | null, note?: AuditNote) => {
    inTransaction(db, () => {
      const done = sql('UPDATE documents SET status = ?, status_reason = ? WHERE id = ?').run(
        status,
        reason,
        id,
      );
      if (done.changes === 0) throw new UserError(`There is no document with number ${id}.`);
      searchable.sync(documentsAtSameAddress(db, id));
      if (note !== undefined) recordAudit(db, note);
    });
  };
  return {
    save: (draft, options) => saveDocument({ db, searchable, indexFields }, draft, options.embed),
    byIds: async (ids) => {
      const rows = sql<DocumentRow>(
        `${selectDocument} WHERE documents.id IN (SELECT value FROM json_each(?))`,
      );
      return new Map(rows.all(JSON.stringify(ids)).map((row) => [row.id, toDocument(row)]));
    },
    findByKey: async (key) => one('documents.key = ?', key),
    findByUrl: async (url) =>
      one('documents.address = ? ORDER BY is_brief, documents.id LIMIT 1', normaliseAddress(url)),
    list: async (filter = {}) =>
      sql<DocumentRow>(
        `${selectDocument} ${whereFilter} ORDER BY changed_at DESC, documents.id DESC LIMIT @limit OFFSET @offset`,
      )
        .all({ ...filterValues(filter), limit: filter.limit ?? -1, offset: filter.offset ?? 0 })
        .map(toDocument),
    count: async (filter = {}) =>
      sql<{ n: number }>(`SELECT count(*) AS n FROM documents ${whereFilter}`).get(filterValues(filter))!.n,
    versions: async (documentId) =>
      sql<DocumentVersion>(
        `SELECT id, document_id AS documentId, number, title, content_hash AS contentHash, fetched_at AS fetchedAt
         FROM versions WHERE document_id = ? ORDER BY number DESC`,
      ).all(documentId),
    versionText: async (id) =>
      sql<{ text: string }>('SELECT text FROM versions WHERE id = ?').get(id)?.text ?? null,
    passagesOf: async (id) =>
      sql<Passage>(`${selectPassage} WHERE document_id = ? AND current = 1 ORDER BY ordinal`).all(id),
    formerPassages: async (id) =>
      sql<Passage>(`${selectPassage} WHERE document_id = ? AND current = 0 ORDER BY id DESC`).all(id),
    nearDuplicates: async (of, limit = 20) => nearDuplicates(db, of, limit),
    retract: (id, reason, note) => setStatus(id, 'retracted', reason, note),
    vanish: (id, reason) => setStatus(id, 'vanished', reason),
    hold: (id, reason) => setStatus(id, 'held', reason),
    restore: (id, note) => setStatus(id, 'current', null, note),
  };
}

const whereFilter = `WHERE (@status IS NULL OR status = @status) AND (@sourceId IS NULL OR source_id = @sourceId)
  AND (@changedSince IS NULL OR changed_at >= @changedSince) AND (@changedBefore IS NULL OR changed_at < @changedBefore)`;

function filterValues(filter: DocumentFilter) {
  return {
    status: filter.status ?? null,
    sourceId: filter.sourceId ?? null,
    changedSince: filter.changedSince ?? null,
    changedBefore: filter.changedBefore ?? null,
  };
}

// Two hashes that differ in at most three of 64 bits agree in at least one of four 16-bit quarters, and each has an index.
function nearDuplicates(db: Db, of: Fingerprint, limit: number): StoredDocument[] {
  const quarters = [0, 4, 8, 12].map((at) => of.simhash.slice(at, at + 4));
  const rows = statementCache(db)<DocumentRow>(
    `${selectDocument} WHERE documents.status = 'current' AND documents.id IN (
       SELECT id FROM documents WHERE substr(simhash, 1, 4) = ? UNION SELECT id FROM documents WHERE substr(simhash, 5, 4) = ?
       UNION SELECT id FROM documents WHERE substr(simhash, 9, 4) = ? UNION SELECT id FROM documents WHERE substr(simhash, 13, 4) = ?)
     ORDER BY documents.id`,
  ).all(...quarters);
  return rows
    .filter((row) => isNearDuplicate(of, row))
    .slice(0, limit)
    .map(toDocument);
}

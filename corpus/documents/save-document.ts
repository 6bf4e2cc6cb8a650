import type { DocumentDraft, SaveOutcome } from '../document.ts';
import { embedTexts, type HashedVector, storeVectors, type VectorSource } from '../embedding/embeddings.ts';
import { UserError } from '../errors.ts';
import { normaliseAddress } from '../keys/address.ts';
import { documentKey, embeddingText } from '../keys/keys.ts';
import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';
import { aboutText } from '../terms/lexical.ts';
import { metadataOf, relinkDuplicates, textColumns } from './document-columns.ts';
import { type DocumentRow, type StoredDocument, selectDocument, toDocument } from './document-rows.ts';
import { type PreparedDraft, prepareDraft } from './prepared-draft.ts';
import { replacePassages } from './save-passages.ts';
import {
  documentsAtSameAddress,
  type FullTextFields,
  type FullTextIndexer,
  type Searchable,
} from './searchable.ts';

/** What saving works on. */
export interface SaveDeps {
  readonly db: Db;
  readonly searchable: Searchable;
  readonly indexFields: FullTextIndexer;
}

/** What {@link saveDocument} did. */
export interface SaveResult {
  readonly outcome: SaveOutcome;
  readonly document: StoredDocument;
}

/**
 * Stores a draft; see `Documents.save` for the promises. Slow work (embedding, terms for the word index) is done before
 * the transaction; when another process stored the same document meanwhile, it starts again from what is there now.
 */
export async function saveDocument(
  deps: SaveDeps,
  draft: DocumentDraft,
  embed: VectorSource | null,
): Promise<SaveResult> {
  const { db } = deps;
  for (;;) {
    const stored = findExisting(db, draft);
    if (stored !== null && refusesHeld(stored, draft)) {
      return { outcome: 'unchanged', document: toDocument(stored) };
    }
    const prepared = prepareDraft(draft, stored?.key ?? null);
    const fresh = stored === null || !sameContent(db, stored, prepared);
    const fields = fresh ? newFields(deps, stored, prepared) : new Map<string, FullTextFields>();
    const vectors = fresh && embed !== null ? await missingVectors(db, prepared, embed) : [];
    const result = inTransaction(db, () => {
      const existing = findExisting(db, draft);
      if (existing?.versionId !== stored?.versionId || existing?.status !== stored?.status) return null;
      const { outcome, id } = write(db, existing, prepared, deps.searchable);
      if (outcome !== 'unchanged') {
        if (embed !== null) storeVectors(db, embed, vectors);
        deps.searchable.sync(documentsAtSameAddress(db, id), fields);
      }
      return { outcome, document: toDocument(findById(db, id)) };
    });
    if (result !== null) return result;
  }
}

function findById(db: Db, id: number): DocumentRow {
  return statementCache(db)<DocumentRow>(`${selectDocument} WHERE documents.id = ?`).get(id)!;
}

function findExisting(db: Db, draft: DocumentDraft): DocumentRow | null {
  const sql = statementCache(db);
  const byKey = sql<DocumentRow>(`${selectDocument} WHERE documents.key = ?`).get(
    draft.key ?? documentKey(draft),
  );
  if (byKey !== undefined) return byKey;
  if (draft.isBrief === true) return null;
  const address = normaliseAddress(draft.url);
  const byAddress = sql<DocumentRow>(`${selectDocument} WHERE documents.address = ? AND is_brief = 0`).get(
    address,
  );
  if (byAddress === undefined) return null;
  if (draft.key === undefined) return byAddress;
  throw new UserError(
    `${draft.url} is stored as document "${byAddress.key}" already, so it cannot be saved as "${draft.key}": use that id, or another address.`,
  );
}

// The draft of a page gone bad must not hide its last good version, and nothing outranks a moderator's retraction.
function refusesHeld(existing: DocumentRow, draft: DocumentDraft): boolean {
  return draft.status === 'held' && existing.status !== 'held';
}

function newFields(
  deps: SaveDeps,
  stored: DocumentRow | null,
  prepared: PreparedDraft,
): Map<string, FullTextFields> {
  const indexed = new Set(
    statementCache(deps.db)<{ hash: string }>(
      'SELECT content_hash AS hash FROM passages WHERE document_id = ? AND searchable = 1',
    )
      .all(stored?.id ?? null)
      .map((row) => row.hash),
  );
  const fresh = prepared.passages.filter((passage) => !indexed.has(passage.contentHash));
  const { language } = prepared.draft;
  const about = aboutText({ donors: [], ...prepared.draft });
  return new Map(
    fresh.map(({ contentHash, text, context }) => [
      contentHash,
      deps.indexFields({ text, context, language, about }),
    ]),
  );
}

async function missingVectors(db: Db, prepared: PreparedDraft, embed: VectorSource): Promise<HashedVector[]> {
  const known = statementCache(db)('SELECT 1 FROM embeddings WHERE content_hash = ? AND model_id = ?');
  const texts = new Map(prepared.passages.map((passage) => [passage.contentHash, embeddingText(passage)]));
  const missing = [...texts].filter(([hash]) => known.get(hash, embed.modelId) === undefined);
  return embedTexts(
    embed,
    missing.map(([hash, text]) => ({ contentHash: hash, text })),
  );
}

/** Same text, cut the same way: nothing to embed and nothing to index. */
function sameContent(db: Db, existing: DocumentRow, prepared: PreparedDraft): boolean {
  if (existing.contentHash !== prepared.contentHash) return false;
  const rows = statementCache(db)<{
    key: string;
    contentHash: string;
    heading: string | null;
    page: number | null;
  }>(
    'SELECT key, content_hash AS contentHash, heading, page FROM passages WHERE document_id = ? AND current = 1 ORDER BY ordinal',
  ).all(existing.id);
  const sign = (item: (typeof rows)[number]) =>
    `${item.key} ${item.contentHash} ${item.page} ${item.heading}`;
  return rows.map(sign).join('\n') === prepared.passages.map(sign).join('\n');
}

function write(
  db: Db,
  existing: DocumentRow | null,
  prepared: PreparedDraft,
  searchable: Searchable,
): { outcome: SaveOutcome; id: number } {
  if (existing === null) return { outcome: 'created', id: insertDocument(db, prepared, searchable) };
  const { id } = existing;
  const columns = metadataOf(db, prepared, existing);
  const before = statementCache(db)(
    `SELECT ${Object.keys(columns).join(', ')} FROM documents WHERE id = ?`,
  ).get(id);
  const sameText = existing.contentHash === prepared.contentHash;
  const same = sameText && sameContent(db, existing, prepared);
  updateDocument(db, id, { fetched_at: prepared.draft.fetchedAt });
  if (same && JSON.stringify(before) === JSON.stringify(columns)) return { outcome: 'unchanged', id };
  updateDocument(db, id, columns);
  if (!same) {
    const versionId = sameText ? existing.versionId : addVersion(db, existing, prepared);
    replacePassages(db, searchable, { documentId: id, versionId, passages: prepared.passages });
  }
  return { outcome: 'updated', id };
}

function insertDocument(db: Db, prepared: PreparedDraft, searchable: Searchable): number {
  const { draft } = prepared;
  const columns = {
    ...metadataOf(db, prepared, null),
    ...textColumns(prepared),
    key: prepared.key,
    created_at: draft.fetchedAt,
    fetched_at: draft.fetchedAt,
    // Set by insertVersion: the two tables point at each other, checked at commit.
    version_id: 0,
  };
  const names = Object.keys(columns);
  const insert = statementCache(db)(
    `INSERT INTO documents (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  const id = Number(insert.run(columns).lastInsertRowid);
  const versionId = insertVersion(db, id, 1, prepared);
  relinkDuplicates(db, [prepared.contentHash]);
  replacePassages(db, searchable, { documentId: id, versionId, passages: prepared.passages });
  return id;
}

function addVersion(db: Db, existing: DocumentRow, prepared: PreparedDraft): number {
  updateDocument(db, existing.id, textColumns(prepared));
  relinkDuplicates(db, [existing.contentHash, prepared.contentHash]);
  return insertVersion(db, existing.id, existing.versionNumber + 1, prepared);
}

function updateDocument(db: Db, id: number, columns: Record<string, string | number | null>): void {
  const assignments = Object.keys(columns).map((column) => `${column} = @${column}`);
  statementCache(db)(`UPDATE documents SET ${assignments.join(', ')} WHERE id = @id`).run({ ...columns, id });
}

function insertVersion(db: Db, documentId: number, number: number, prepared: PreparedDraft): number {
  const { draft } = prepared;
  const sql = statementCache(db);
  const id = Number(
    sql(
      'INSERT INTO versions (document_id, number, title, text, content_hash, fetched_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(documentId, number, draft.title, draft.text, prepared.contentHash, draft.fetchedAt).lastInsertRowid,
  );
  sql('UPDATE documents SET version_id = ? WHERE id = ?').run(id, documentId);
  return id;
}

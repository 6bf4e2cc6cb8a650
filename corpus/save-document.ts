import { normaliseAddress } from './address.ts';
import type { DocumentDraft, DocumentStatus, SaveOutcome } from './document.ts';
import { type DocumentRow, type StoredDocument, selectDocument, toDocument } from './document-rows.ts';
import { embedTexts, type HashedVector, storeVectors, type VectorSource } from './embeddings.ts';
import { UserError } from './errors.ts';
import { contentHash, documentKey, embeddingText, passageKeys, sha256 } from './keys.ts';
import { type PassageInput, replacePassages } from './save-passages.ts';
import {
  documentsAtSameAddress,
  type FullTextFields,
  type FullTextIndexer,
  type Searchable,
} from './searchable.ts';
import { fingerprintWords, simhashOfWords } from './simhash.ts';
import { type Db, inTransaction, statementCache } from './sqlite.ts';

/** What saving works on. */
export interface SaveDeps {
  readonly db: Db;
  readonly searchable: Searchable;
  readonly indexFields: FullTextIndexer;
}

/** A draft with everything derived from it. */
interface Prepared {
  readonly draft: DocumentDraft;
  readonly key: string;
  readonly address: string;
  readonly contentHash: string;
  readonly simhash: string;
  readonly words: number;
  readonly passages: readonly PassageInput[];
}

/**
 * Stores a draft; see `Documents.save` for the promises. Slow work (embedding, terms for the word index) is done before
 * the transaction, and what it was based on is looked at again inside it.
 */
export async function saveDocument(
  deps: SaveDeps,
  draft: DocumentDraft,
  embed: VectorSource | null,
): Promise<{ outcome: SaveOutcome; document: StoredDocument }> {
  const { db } = deps;
  const stored = findExisting(db, draft);
  const prepared = prepare(draft, stored);
  const fresh = stored === null || !sameContent(db, stored, prepared);
  const fields = fresh ? fieldsOf(deps, prepared) : new Map<string, FullTextFields>();
  const vectors = fresh && embed !== null ? await missingVectors(db, prepared, embed) : [];
  return inTransaction(db, () => {
    const existing = findExisting(db, draft);
    if (existing !== null && refusesHeld(existing, draft)) {
      return { outcome: 'unchanged' as const, document: toDocument(existing) };
    }
    const outcome = write(db, existing, prepared, deps.searchable);
    const id = findExisting(db, draft)!.id;
    if (outcome !== 'unchanged') {
      if (embed !== null) storeVectors(db, embed, vectors);
      deps.searchable.sync(documentsAtSameAddress(db, id), fields);
    }
    return { outcome, document: toDocument(findExisting(db, draft)!) };
  });
}

function findExisting(db: Db, draft: DocumentDraft): DocumentRow | null {
  const sql = statementCache(db);
  const byKey = sql<DocumentRow>(`${selectDocument} WHERE documents.key = ?`).get(
    draft.key ?? documentKey(draft.url),
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

function prepare(draft: DocumentDraft, stored: DocumentRow | null): Prepared {
  for (const { start, end } of draft.passages) {
    if (
      !(
        Number.isInteger(start) &&
        Number.isInteger(end) &&
        start >= 0 &&
        start < end &&
        end <= draft.text.length
      )
    ) {
      throw new RangeError(
        `passage ${start}-${end} lies outside the ${draft.text.length} characters of ${draft.url}`,
      );
    }
  }
  const key = stored?.key ?? draft.key ?? documentKey(draft.url);
  const texts = draft.passages.map(({ start, end }) => draft.text.slice(start, end));
  const keys = passageKeys(key, texts);
  const words = fingerprintWords(draft.text);
  return {
    draft,
    key,
    address: normaliseAddress(draft.url),
    contentHash: sha256(draft.text),
    simhash: simhashOfWords(words),
    words: words.length,
    passages: draft.passages.map((passage, ordinal) => {
      const text = texts[ordinal]!;
      return {
        ...passage,
        text,
        ordinal,
        key: keys[ordinal]!,
        contentHash: contentHash({ ...passage, text }),
      };
    }),
  };
}

// The draft of a page gone bad must not hide its last good version, and nothing outranks a moderator's retraction.
function refusesHeld(existing: DocumentRow, draft: DocumentDraft): boolean {
  return draft.status === 'held' && existing.status !== 'held';
}

function nextStatus(existing: DocumentRow, draft: DocumentDraft): DocumentStatus {
  if (existing.status === 'retracted') return 'retracted';
  if (draft.status !== undefined) return draft.status;
  return existing.status === 'vanished' ? 'current' : existing.status;
}

function fieldsOf(deps: SaveDeps, prepared: Prepared): Map<string, FullTextFields> {
  return new Map(prepared.passages.map((passage) => [passage.contentHash, deps.indexFields(passage)]));
}

async function missingVectors(db: Db, prepared: Prepared, embed: VectorSource): Promise<HashedVector[]> {
  const known = statementCache(db)('SELECT 1 FROM embeddings WHERE content_hash = ? AND model_id = ?');
  const texts = new Map(prepared.passages.map((passage) => [passage.contentHash, embeddingText(passage)]));
  const missing = [...texts].filter(([hash]) => known.get(hash, embed.modelId) === undefined);
  return embedTexts(
    embed,
    missing.map(([hash, text]) => ({ contentHash: hash, text })),
  );
}

/** Same text, cut the same way: nothing to embed and nothing to index. */
function sameContent(db: Db, existing: DocumentRow, prepared: Prepared): boolean {
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
  prepared: Prepared,
  searchable: Searchable,
): SaveOutcome {
  if (existing === null) {
    insertDocument(db, prepared);
    return 'created';
  }
  const metadata = metadataOf(db, prepared, existing);
  const before = statementCache(db)<Record<string, unknown>>(
    `SELECT ${Object.keys(metadata).join(', ')} FROM documents WHERE id = ?`,
  ).get(existing.id)!;
  const same = sameContent(db, existing, prepared);
  const unchanged = same && JSON.stringify(before) === JSON.stringify(metadata);
  const fetchedAt = prepared.draft.fetchedAt;
  statementCache(db)('UPDATE documents SET fetched_at = ? WHERE id = ?').run(fetchedAt, existing.id);
  if (unchanged) return 'unchanged';
  const columns = Object.keys(metadata).map((column) => `${column} = @${column}`);
  statementCache(db)(`UPDATE documents SET ${columns.join(', ')} WHERE id = @id`).run({
    ...metadata,
    id: existing.id,
  });
  if (!same) {
    const versionId =
      existing.contentHash === prepared.contentHash ? existing.versionId : addVersion(db, existing, prepared);
    replacePassages(db, searchable, { documentId: existing.id, versionId, passages: prepared.passages });
  }
  return 'updated';
}

function insertDocument(db: Db, prepared: Prepared): void {
  const { draft } = prepared;
  const sql = statementCache(db);
  const columns = {
    ...metadataOf(db, prepared, null),
    ...textColumns(db, prepared, null),
    key: prepared.key,
    created_at: draft.fetchedAt,
    fetched_at: draft.fetchedAt,
    // Set by insertVersion: the two tables point at each other, checked at commit.
    version_id: 0,
  };
  const names = Object.keys(columns);
  const id = Number(
    sql(
      `INSERT INTO documents (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    ).run(columns).lastInsertRowid,
  );
  const versionId = insertVersion(db, id, 1, prepared);
  replacePassages(db, null, { documentId: id, versionId, passages: prepared.passages });
}

function addVersion(db: Db, existing: DocumentRow, prepared: Prepared): number {
  const columns = textColumns(db, prepared, existing.id);
  const names = Object.keys(columns).map((name) => `${name} = @${name}`);
  statementCache(db)(`UPDATE documents SET ${names.join(', ')} WHERE id = @id`).run({
    ...columns,
    id: existing.id,
  });
  return insertVersion(db, existing.id, existing.versionNumber + 1, prepared);
}

function insertVersion(db: Db, documentId: number, number: number, prepared: Prepared): number {
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

/** Columns that follow from the text. */
function textColumns(db: Db, prepared: Prepared, id: number | null) {
  const twin = statementCache(db)<{ id: number }>(
    'SELECT id FROM documents WHERE content_hash = ? AND id <> coalesce(?, -1) AND duplicate_of IS NULL ORDER BY id LIMIT 1',
  ).get(prepared.contentHash, id);
  return {
    content_hash: prepared.contentHash,
    simhash: prepared.simhash,
    words: prepared.words,
    changed_at: prepared.draft.fetchedAt,
    duplicate_of: twin?.id ?? null,
  };
}

/** Columns that a fetch may change without a new version. */
function metadataOf(db: Db, { draft, address }: Prepared, existing: DocumentRow | null) {
  const status = existing === null ? (draft.status ?? 'current') : nextStatus(existing, draft);
  const owner = ownerOf(db, draft, existing);
  // Two feeds that link one page must not take turns in renaming it.
  const own = existing === null || owner === (draft.sourceId ?? owner) ? draft : existing;
  const sameAddress = existing !== null && normaliseAddress(existing.url) === address;
  return {
    source_id: owner,
    url: sameAddress ? existing.url : draft.url,
    address,
    title: draft.title,
    publisher: own.publisher,
    published: draft.published,
    language: draft.language,
    kind: own.kind,
    tier: own.tier,
    status,
    status_reason: existing?.status === status ? existing.statusReason : null,
    is_brief: draft.isBrief === true ? 1 : 0,
    donors: JSON.stringify(draft.donors ?? []),
    topics: JSON.stringify(draft.topics ?? []),
  };
}

/** The source that answers for a document: the first that brought it, as long as that one is in use. */
function ownerOf(db: Db, draft: DocumentDraft, existing: DocumentRow | null): number | null {
  const offered = draft.sourceId ?? null;
  if (existing === null || existing.sourceId === null) return offered;
  if (offered === null) return existing.sourceId;
  const status = statementCache(db)<{ status: string }>('SELECT status FROM sources WHERE id = ?').get(
    existing.sourceId,
  )?.status;
  return status === 'removed' || status === 'rejected' ? offered : existing.sourceId;
}

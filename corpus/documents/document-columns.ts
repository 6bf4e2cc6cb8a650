import type { DocumentDraft, DocumentStatus } from '../document.ts';
import { normaliseAddress } from '../keys/address.ts';
import { type Db, statementCache } from '../storage/sqlite.ts';
import type { DocumentRow } from './document-rows.ts';
import type { PreparedDraft } from './prepared-draft.ts';

function nextStatus(existing: DocumentRow, draft: DocumentDraft): DocumentStatus {
  if (existing.status === 'retracted') return 'retracted';
  if (draft.status !== undefined) return draft.status;
  return existing.status === 'vanished' ? 'current' : existing.status;
}

/** Columns that follow from the text. */
export function textColumns(prepared: PreparedDraft) {
  return {
    content_hash: prepared.contentHash,
    simhash: prepared.simhash,
    words: prepared.words,
    changed_at: prepared.draft.fetchedAt,
  };
}

/** Points every document with one of these texts at the oldest that has it. */
export function relinkDuplicates(db: Db, contentHashes: readonly string[]): void {
  statementCache(db)(
    `UPDATE documents SET duplicate_of = (SELECT min(twin.id) FROM documents AS twin
       WHERE twin.content_hash = documents.content_hash AND twin.id < documents.id)
     WHERE content_hash IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(contentHashes));
}

/** Columns that a fetch may change without a new version. */
export function metadataOf(db: Db, { draft, address }: PreparedDraft, existing: DocumentRow | null) {
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

import type { PassageDraft } from '../document.ts';
import { type Db, statementCache } from '../storage/sqlite.ts';
import type { Searchable } from './searchable.ts';

/** A passage ready to be written. */
export interface PassageInput extends PassageDraft {
  readonly key: string;
  readonly ordinal: number;
  readonly text: string;
  readonly contentHash: string;
}

/** The passages that a document is to have now. */
export interface PassageSet {
  readonly documentId: number;
  readonly versionId: number;
  readonly passages: readonly PassageInput[];
}

/**
 * Makes `set` the document's current passages. A row with the same key moves to the new version and keeps its id;
 * rows that are not in the set stay for old citations. The word index follows with `Searchable.sync`.
 */
export function replacePassages(db: Db, searchable: Searchable, set: PassageSet): void {
  const sql = statementCache(db);
  const known = new Map(
    sql<StoredPassage>(
      'SELECT id, key, content_hash AS contentHash, current, searchable FROM passages WHERE document_id = ?',
    )
      .all(set.documentId)
      .map((row) => [row.key, row]),
  );
  sql('UPDATE passages SET current = 0 WHERE document_id = ? AND current = 1').run(set.documentId);
  for (const passage of set.passages) {
    const row = known.get(passage.key);
    if (row === undefined) insertPassage(db, set, passage);
    else movePassage(db, searchable, { row, versionId: set.versionId, passage });
  }
}

interface StoredPassage {
  readonly id: number;
  readonly key: string;
  readonly contentHash: string;
  readonly current: number;
  readonly searchable: number;
}

function insertPassage(db: Db, set: PassageSet, passage: PassageInput): void {
  statementCache(db)(
    `INSERT INTO passages (key, document_id, version_id, first_version_id, ordinal, text, "start", "end", heading, page,
       context, content_hash, current)
     VALUES (@key, @documentId, @versionId, @versionId, @ordinal, @text, @start, @end, @heading, @page, @context, @contentHash, 1)`,
  ).run({ ...passage, documentId: set.documentId, versionId: set.versionId });
}

function movePassage(
  db: Db,
  searchable: Searchable,
  move: { readonly row: StoredPassage; readonly versionId: number; readonly passage: PassageInput },
): void {
  const { row, versionId, passage } = move;
  // Another title or heading changes how the passage is found, so its terms have to be made again.
  if (row.searchable === 1 && row.contentHash !== passage.contentHash) searchable.unindex(row.id);
  // A passage that was gone and is back starts a new stretch of versions.
  const firstVersion = row.current === 1 ? 'first_version_id' : '@versionId';
  statementCache(db)(
    `UPDATE passages SET version_id = @versionId, first_version_id = ${firstVersion}, ordinal = @ordinal, "start" = @start,
       "end" = @end, heading = @heading, page = @page, context = @context, content_hash = @contentHash, current = 1
     WHERE id = @id`,
  ).run({ ...passage, versionId, id: row.id });
}

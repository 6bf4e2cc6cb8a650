import type { Db } from './sqlite.ts';
import { statementCache } from './sqlite.ts';

/**
 * A passage that became searchable (`added`, also when its vector or text for matching changed) or stopped being so.
 * `seq` only grows; the last change of a passage is the one that counts.
 */
export interface PassageChange {
  readonly seq: number;
  readonly passageId: number;
  readonly change: 'added' | 'removed';
}

/**
 * A place in the journal. When `epoch` differs from the one remembered, the database was rebuilt or restored: a cache
 * starts from nothing. Otherwise it reads the changes after its `seq`.
 */
export interface JournalPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** Appends to the journal; must run inside the transaction that makes the change. */
export function recordChange(db: Db, passageId: number, change: PassageChange['change']): void {
  statementCache(db)('INSERT INTO passage_changes (passage_id, change) VALUES (?, ?)').run(passageId, change);
}

/** Makes every cache of the passages start again, and forgets the changes that nobody will read any more. */
export function newEpoch(db: Db): void {
  db.prepare('DELETE FROM passage_changes').run();
  db.prepare("UPDATE meta SET value = lower(hex(randomblob(8))) WHERE key = 'epoch'").run();
}

/** Reads the journal. */
export function openJournal(db: Db) {
  const sql = statementCache(db);
  return {
    position(): JournalPosition {
      return sql<JournalPosition>(
        `SELECT value AS epoch, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'passage_changes'), 0) AS seq FROM meta WHERE key = 'epoch'`,
      ).get()!;
    },
    changesSince(seq: number, limit: number): PassageChange[] {
      return sql<PassageChange>(
        'SELECT seq, passage_id AS passageId, change FROM passage_changes WHERE seq > ? ORDER BY seq LIMIT ?',
      ).all(seq, limit);
    },
  };
}

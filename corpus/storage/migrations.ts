import type Database from 'better-sqlite3';
import { StorageError } from '../errors.ts';
import type { Logger } from '../log.ts';

/**
 * One step of a database's history. Steps are only ever appended: a published one is never edited, renamed or moved,
 * because databases in the field remember it by name and position.
 */
export interface Migration {
  /** Unique, readable, stable: `2026-11-sources`. */
  readonly name: string;
  /** Runs inside its own transaction; a thrown error leaves the database as it was. */
  run(db: Database.Database): void;
}

/** A migration that is nothing but SQL statements. */
export function sqlMigration(name: string, sql: string): Migration {
  return { name, run: (db) => void db.exec(sql) };
}

/**
 * Brings a database to the last of `migrations`, one transaction per step. Safe when several processes start at
 * once: the history is read again under the write lock before every step.
 * @throws StorageError when the history in the file is not a prefix of `migrations`.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[], log: Logger): void {
  refuseDuplicates(migrations);
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied_at TEXT NOT NULL) STRICT',
  );
  while (applyNext(db, migrations, log));
}

/** Names applied to this file so far, oldest first; empty for a file that never was migrated. */
export function appliedMigrations(db: Database.Database): string[] {
  const known = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'").get();
  if (known === undefined) return [];
  return db.prepare<[], string>('SELECT name FROM migrations ORDER BY position').pluck().all();
}

/**
 * Compares a file's history with the program's.
 * @throws StorageError of one line when the file is newer than the program or its history was reordered.
 */
export function checkHistory(
  path: string,
  applied: readonly string[],
  migrations: readonly Migration[],
): void {
  const names = migrations.map((migration) => migration.name);
  const unknown = applied.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new StorageError(
      `${path} was written by a newer or different version of this program (unknown migration "${unknown}"): update the program, or restore a backup made with this version.`,
    );
  }
  const wrong = applied.findIndex((name, index) => names[index] !== name);
  if (wrong >= 0) {
    throw new StorageError(
      `${path} has its migrations in another order (position ${wrong + 1} is "${applied[wrong]}", expected "${names[wrong]}"): restore a backup, or rebuild the database from its sources.`,
    );
  }
}

function applyNext(db: Database.Database, migrations: readonly Migration[], log: Logger): boolean {
  const step = db.transaction(() => {
    const applied = appliedMigrations(db);
    checkHistory(db.name, applied, migrations);
    const next = migrations[applied.length];
    if (next === undefined) return false;
    next.run(db);
    db.prepare('INSERT INTO migrations (position, name, applied_at) VALUES (?, ?, ?)').run(
      applied.length + 1,
      next.name,
      new Date().toISOString(),
    );
    log.debug({ database: db.name, migration: next.name }, 'migrated');
    return true;
  });
  return step.immediate();
}

function refuseDuplicates(migrations: readonly Migration[]): void {
  const names = new Set(migrations.map((migration) => migration.name));
  if (names.size !== migrations.length) throw new Error('two migrations have the same name');
}

import { StorageError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { type Db, openDatabase, statementCache } from '../../corpus/storage/sqlite.ts';
import { peopleMigrations } from './schema.ts';
import { createSealer, type Sealer } from './sealing.ts';

/** The open database of people with the one key that can read it. */
export interface PeopleDatabase {
  readonly db: Db;
  readonly sealer: Sealer;
  /** Prepared once per constant SQL text. */
  readonly sql: ReturnType<typeof statementCache>;
  close(): void;
}

/**
 * Opens `people.db`, migrates it and checks that `key` is the key it was written with.
 * @throws StorageError for another key; UserError for a place that cannot be written.
 */
export function openPeopleDatabase(options: {
  readonly path: string;
  readonly key: Uint8Array;
  readonly log: Logger;
}): PeopleDatabase {
  const db = openDatabase({
    path: options.path,
    migrations: peopleMigrations,
    log: options.log,
    secureDelete: true,
  });
  const sealer = createSealer(options.key);
  try {
    checkKey(db, sealer, options.path);
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, sealer, sql: statementCache(db), close: () => db.close() };
}

/**
 * Checks that a people database was written with the key of `sealer`; one that is still empty takes it.
 * @throws StorageError for another key.
 */
export function checkKey(db: Db, sealer: Sealer, path: string): void {
  const expected = sealer.fingerprint('key-check');
  db.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('key-check', ?)").run(expected);
  const stored = db.prepare<[], Buffer>("SELECT value FROM meta WHERE key = 'key-check'").pluck().get();
  if (stored === undefined || !expected.equals(stored)) {
    throw new StorageError(
      `${path} was written with another PEOPLE_KEY; set that key, or move the file away to start anew.`,
    );
  }
}

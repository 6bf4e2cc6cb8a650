import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StorageError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type Migration, migrate } from './migrations.ts';

/** An open database. Its calls are synchronous; the stores above hide them behind promises. */
export type Db = Database.Database;

/** How long a write waits for another process before it fails, in milliseconds. */
export const busyTimeoutMs = 5000;

// A reader that stays open for long keeps the log growing; after a checkpoint it is cut back to this size.
const walLimitBytes = 64 * 1024 * 1024;

// Negative is KiB. Enough for the upper levels of every table at 100,000 passages; what is below comes from the system's cache of
// files. With 32 MiB questions took as long, and each connection 22 MB more.
const cacheKib = -8 * 1024;

/** What {@link openDatabase} needs. */
export interface DatabaseOptions {
  /** File to open or create; missing folders are made. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly log: Logger;
  /** Overwrites deleted content with zeros: for files that hold personal data. */
  readonly secureDelete?: boolean;
  /** Refuses to create a file that is not there. */
  readonly mustExist?: boolean;
}

/**
 * Opens a database for reading and writing, sets its pragmas, reads them back, and migrates it.
 * @throws UserError when the place is not writable or the file is missing; StorageError when the file is no database,
 * is damaged, refuses a pragma, or has a foreign migration history.
 */
export function openDatabase(options: DatabaseOptions): Db {
  const db = openFile(options);
  try {
    setPragmas(db, options.secureDelete ?? false);
    migrate(db, options.migrations, options.log);
    checkPragmas(db, options.secureDelete ?? false);
    return db;
  } catch (error) {
    db.close();
    throw explain(error, options.path);
  }
}

/**
 * Runs `work` in a write transaction that takes the lock at once, so that it cannot fail half way for a lock taken by
 * another process. `work` must be synchronous; inside another transaction it becomes a savepoint.
 */
export function inTransaction<Result>(db: Db, work: () => Result): Result {
  return db.transaction(work).immediate();
}

const preparedStatements = new WeakMap<Db, Map<string, Database.Statement>>();

/** Prepares each statement once per database; the text must be one of a fixed few, never built from input. */
export function statementCache(db: Db): <Row = unknown>(sql: string) => Database.Statement<unknown[], Row> {
  const prepared = preparedStatements.get(db) ?? new Map<string, Database.Statement>();
  preparedStatements.set(db, prepared);
  return <Row>(sql: string) => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement as Database.Statement<unknown[], Row>;
  };
}

/** Lets the event loop turn between slices of long synchronous work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function openFile({ path, mustExist }: DatabaseOptions): Db {
  if (mustExist === true && !existsSync(path)) {
    throw new UserError(`There is no database at ${path}: ingest something first, or check DATA_DIR.`);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new Database(path, { timeout: busyTimeoutMs });
  } catch (error) {
    throw explain(error, path);
  }
}

function setPragmas(db: Db, secureDelete: boolean): void {
  setWal(db);
  // better-sqlite3 is compiled so that WAL means synchronous=NORMAL; FULL keeps a commit through a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`busy_timeout = ${busyTimeoutMs}`);
  db.pragma(`journal_size_limit = ${walLimitBytes}`);
  db.pragma(`cache_size = ${cacheKib}`);
  db.pragma('temp_store = MEMORY');
  db.pragma(`secure_delete = ${secureDelete ? 'ON' : 'OFF'}`);
}

// SQLite does not wait for a lock while it changes the journal mode, so two first starts at once need a retry.
function setWal(db: Db): void {
  const giveUpAt = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

// Read after the first statement ran: before it SQLite reports the default, not what will be used.
function checkPragmas(db: Db, secureDelete: boolean): void {
  const expected: Record<string, string | number> = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: busyTimeoutMs,
    secure_delete: secureDelete ? 1 : 0,
  };
  for (const [pragma, value] of Object.entries(expected)) {
    const actual = db.pragma(pragma, { simple: true });
    if (actual !== value) {
      throw new StorageError(
        `${db.name}: SQLite kept ${pragma}=${String(actual)} instead of ${value}; the file system may not support it, so move DATA_DIR to a local disk.`,
      );
    }
  }
}

/** True when another process held the lock for longer than the busy timeout; trying again later can help. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** Turns what SQLite or the file system threw into one line for a person; other errors pass through. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StorageError(
      `${path} is damaged or no SQLite database: restore a backup, or move the file away.`,
      { cause: error },
    );
  }
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) {
    return new UserError(`The disk of ${path} is full: free some space and start again.`, { cause: error });
  }
  if (isBusy(error)) {
    return new UserError(
      `${path} is locked by another process for over ${busyTimeoutMs} ms: stop it, or try again.`,
      { cause: error },
    );
  }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|AUTH)|^E[A-Z]+$/.test(code)) {
    return new UserError(
      `Cannot write to ${path} (${code}): make its folder writable, or set DATA_DIR to one that is.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

/** Code of an error of SQLite or the file system, empty for any other. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StorageError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Migration } from '../storage/migrations.ts';
import { codeOf, type Db, explain, isBusy, openDatabase } from '../storage/sqlite.ts';

/**
 * Writes a copy of an open database as one file, as of one moment, while other processes go on writing. The copy is
 * checked before it takes its name, so a file of that name is always whole.
 * @throws UserError when the file is there already (unless `replace`) or cannot be written.
 */
export function backupDatabase(db: Db, file: string, options: { readonly replace?: boolean } = {}): void {
  if (existsSync(file) && options.replace !== true) {
    throw new UserError(`${file} is there already: choose another name, or add --force to replace it.`);
  }
  const partial = `${file}.partial`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(partial, { force: true });
    db.prepare('VACUUM INTO ?').run(partial);
    assertSound(partial);
    syncFile(partial);
    renameSync(partial, file);
    syncFile(dirname(file));
  } catch (error) {
    if (existsSync(partial)) rmSync(partial);
    throw explain(error, file);
  }
}

/** What {@link restoreDatabase} needs. */
export interface RestoreOptions {
  /** A file made by {@link backupDatabase}. */
  readonly backup: string;
  /** The database to replace. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly log: Logger;
  /** Last touch on the restored file before it is put in place. */
  readonly adjust?: (db: Db) => void;
}

/**
 * Puts a backup in the place of a database. The backup is copied, checked and migrated first; the old database is
 * kept beside it under the returned name (null when there was none). No process may have the database open.
 * @throws UserError when it is open elsewhere or the backup is missing; StorageError when the backup is damaged or newer.
 */
export function restoreDatabase(options: RestoreOptions): string | null {
  const { path } = options;
  if (!existsSync(options.backup) || !statSync(options.backup).isFile()) {
    throw new UserError(`There is no backup at ${options.backup}.`);
  }
  const staged = `${path}.restoring`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeWithLog(staged);
    copyFileSync(options.backup, staged);
    assertSound(staged, options.backup);
    prepareStaged(staged, options);
    const aside = setAside(path);
    renameSync(staged, path);
    syncFile(dirname(path));
    return aside;
  } catch (error) {
    if (existsSync(staged)) removeWithLog(staged);
    throw explain(error, path);
  }
}

function prepareStaged(staged: string, options: RestoreOptions): void {
  const db = openDatabase({ path: staged, migrations: options.migrations, log: options.log });
  try {
    options.adjust?.(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  removeLog(staged);
  syncFile(staged);
}

/**
 * Keeps the old database under another name and removes its log. A log left lying would be replayed into the restored
 * file and destroy it.
 */
function setAside(path: string): string | null {
  const aside = `${path}.before-restore`;
  if (!existsSync(path)) {
    removeLog(path);
    return null;
  }
  const folded = foldLog(path);
  removeWithLog(aside);
  if (!folded) {
    for (const suffix of ['-wal', '-shm'])
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  removeLog(path);
  try {
    linkSync(path, aside);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(path, aside);
  }
  return aside;
}

/**
 * Writes the log back into the database file, which SQLite does only for the one process that has it open.
 * @returns false when the file is too damaged to be opened; then there is nothing to fold.
 */
function foldLog(path: string): boolean {
  try {
    const db = new Database(path, { timeout: 200 });
    try {
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    return true;
  } catch (error) {
    if (isBusy(error)) {
      throw new UserError(`${path} is open in another process: stop the bot and the worker, then restore.`, {
        cause: error,
      });
    }
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) return false;
    throw error;
  }
}

function assertSound(file: string, shownAs = file): void {
  let db: Db | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const [first] = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    const tables = db
      .prepare<[], number>("SELECT count(*) FROM sqlite_master WHERE name = 'migrations'")
      .pluck()
      .get();
    if (first !== 'ok') throw new StorageError(`${shownAs} is damaged (${first}): use another backup.`);
    if (tables !== 1)
      throw new StorageError(`${shownAs} is no backup of this program: use a file made by "corpus backup".`);
  } catch (error) {
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) {
      throw new StorageError(`${shownAs} is damaged or no backup: use another one.`, { cause: error });
    }
    throw error;
  } finally {
    db?.close();
  }
}

function removeLog(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function removeWithLog(path: string): void {
  rmSync(path, { force: true });
  removeLog(path);
}

/** Makes sure that a file, or the names in a folder, survive a power cut. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

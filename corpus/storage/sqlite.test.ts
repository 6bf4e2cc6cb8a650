import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError, UserError } from '../errors.ts';
import { silentLog } from '../log.ts';
import { temporaryFolder } from '../trials/corpus-for-tests.ts';
import { appliedMigrations, type Migration, sqlMigration } from './migrations.ts';
import { explain, inTransaction, openDatabase, statementCache } from './sqlite.ts';

const first = sqlMigration('first', 'CREATE TABLE a (x INTEGER) STRICT');
const second = sqlMigration('second', 'ALTER TABLE a ADD COLUMN y TEXT');
const third = sqlMigration('third', 'CREATE TABLE b (z TEXT) STRICT');

let folder: ReturnType<typeof temporaryFolder>;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, 'some', 'folder', 'test.db');
});
afterEach(() => folder.dispose());

const open = (migrations: readonly Migration[], secureDelete = false) =>
  openDatabase({ path, migrations, log: silentLog(), secureDelete });

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('openDatabase', () => {
  it('makes the folder and the file, with every pragma in force', () => {
    const db = open([first], true);
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'secure_delete'].map(pragma),
    ).toEqual(['wal', 2, 1, 5000, 1]);
    db.close();
  });

  it('refuses a folder that cannot be written, in one line', () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'some'), 'a file where a folder should be');
    const error = errorOf(() => open([first]));
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(path);
    expect(error.message).not.toContain('\n');
  });

  it('refuses a folder in the place of the file', () => {
    mkdirSync(path, { recursive: true });
    expect(errorOf(() => open([first]))).toBeInstanceOf(UserError);
  });

  it('refuses a file that is no database, and leaves it alone', () => {
    mkdirSync(join(folder.path, 'some', 'folder'), { recursive: true });
    writeFileSync(path, 'not a database, but long enough to be taken for the header of one'.repeat(20));
    const error = errorOf(() => open([first]));
    expect(error).toBeInstanceOf(StorageError);
    expect(error.message).toContain('no SQLite database');
  });

  it('does not create a file that must exist', () => {
    const options = { path, migrations: [first], log: silentLog(), mustExist: true };
    expect(errorOf(() => openDatabase(options)).message).toContain('There is no database');
  });

  it('opens when several processes make the same file at once', async () => {
    const script = `
      import { openDatabase } from ${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)};
      import { sqlMigration } from ${JSON.stringify(new URL('./migrations.ts', import.meta.url).href)};
      import { silentLog } from ${JSON.stringify(new URL('../log.ts', import.meta.url).href)};
      openDatabase({ path: ${JSON.stringify(path)}, log: silentLog(),
        migrations: [sqlMigration('first', 'CREATE TABLE a (x INTEGER) STRICT'), sqlMigration('second', 'CREATE TABLE c (x INTEGER)')] }).close();`;
    const codes = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<number | null>((resolve) => {
            const args = ['--import', 'tsx', '--input-type=module', '-e', script];
            spawn(process.execPath, args, { stdio: 'ignore' }).on('exit', resolve);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0]);
    const db = new Database(path);
    expect(appliedMigrations(db)).toEqual(['first', 'second']);
    db.close();
  });
});

describe('migrations', () => {
  it('run once each, in order, and are remembered by name and time', () => {
    open([first]).close();
    open([first, second, third]).close();
    const db = open([first, second, third]);
    expect(appliedMigrations(db)).toEqual(['first', 'second', 'third']);
    const times = db.prepare<[], string>('SELECT applied_at FROM migrations').pluck().all();
    expect(times.every((time) => !Number.isNaN(Date.parse(time)))).toBe(true);
    db.close();
  });

  it('keep the rows of an older file', () => {
    const old = open([first]);
    old.exec('INSERT INTO a VALUES (7)');
    old.close();
    const db = open([first, second]);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 7, y: null }]);
    db.close();
  });

  it('leave the file at the step before one that fails', () => {
    const broken: Migration = {
      name: 'broken',
      run: (db) => {
        db.exec('CREATE TABLE half (x INTEGER)');
        throw new Error('half way');
      },
    };
    expect(errorOf(() => open([first, broken])).message).toBe('half way');
    const db = open([first]);
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([]);
    db.close();
  });

  it('refuse a file of a newer version in one line', () => {
    open([first, second]).close();
    const error = errorOf(() => open([first]));
    expect(error).toBeInstanceOf(StorageError);
    expect(error.message).toContain('"second"');
    expect(error.message).not.toContain('\n');
  });

  it('refuse a history in another order', () => {
    open([first, third]).close();
    const error = errorOf(() => open([first, second, third]));
    expect(error).toBeInstanceOf(StorageError);
    expect(error.message).toContain('position 2 is "third", expected "second"');
  });

  it('refuse two steps with one name', () => {
    expect(() => open([first, first])).toThrow('same name');
  });
});

describe('inTransaction', () => {
  it('undoes everything when the work throws', () => {
    const db = open([first]);
    expect(() =>
      inTransaction(db, () => {
        db.exec('INSERT INTO a VALUES (1)');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(db.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 0 });
    db.close();
  });
});

describe('statementCache', () => {
  it('prepares a statement once', () => {
    const db = open([first]);
    expect(statementCache(db)('SELECT 1')).toBe(statementCache(db)('SELECT 1'));
    db.close();
  });
});

describe('explain', () => {
  it.each([
    ['SQLITE_FULL', 'is full'],
    ['SQLITE_BUSY', 'locked by another process'],
    ['SQLITE_IOERR_WRITE', 'Cannot write'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ])('turns %s into a line for a person', (code, words) => {
    const raw = Object.assign(new Error('technical'), { code });
    const error = explain(raw, '/data/x.db') as Error;
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(words);
    expect(error.cause).toBe(raw);
  });

  it('lets a mistake in the program pass as it is', () => {
    const error = new TypeError('bug');
    expect(explain(error, 'x')).toBe(error);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { StorageError, UserError } from '../errors.ts';
import { silentLog } from '../log.ts';
import { corpusMigrations } from '../schema.ts';
import { newEpoch } from '../storage/journal.ts';
import { corpusIn, countingEmbedder, draftOf, temporaryFolder } from '../trials/corpus-for-tests.ts';
import { backupDatabase, restoreDatabase } from './backup.ts';
import { verifyCorpus } from './verify.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
let backup: string;
let path: string;
const embed = countingEmbedder();

beforeEach(async () => {
  folder = temporaryFolder();
  backup = join(folder.path, 'backups', 'one.db');
  path = join(folder.path, 'corpus.db');
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

const save = (text: string) =>
  corpus.documents.save(draftOf([text], { url: `https://example.org/${text.replaceAll(' ', '-')}` }), {
    embed,
  });
const restore = () =>
  restoreDatabase({ backup, path, migrations: corpusMigrations, log: silentLog(), adjust: newEpoch });
const reopen = async () => {
  corpus = await corpusIn(folder.path);
  return (await corpus.documents.list()).map((document) => document.url.split('/').at(-1)).sort();
};

describe('a backup', () => {
  it('is one whole file without a log beside it', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    expect(readdirSync(join(folder.path, 'backups'))).toEqual(['one.db']);
    const copy = new Database(backup, { readonly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM documents').get()).toEqual({ n: 1 });
    copy.close();
  });

  it('replaces a file only when told to', () => {
    backupDatabase(corpus.database, backup);
    expect(() => backupDatabase(corpus.database, backup)).toThrow(/is there already/);
    backupDatabase(corpus.database, backup, { replace: true });
  });

  it('says in one line that its place cannot be written', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(() => backupDatabase(corpus.database, join(folder.path, 'file', 'x.db'))).toThrow(UserError);
  });

  it('is of one moment while another process writes', async () => {
    const script = `
      import { corpusIn, draftOf } from ${JSON.stringify(new URL('../trials/corpus-for-tests.ts', import.meta.url).href)};
      const corpus = await corpusIn(${JSON.stringify(folder.path)});
      console.log('writing');
      for (let n = 0; ; n += 1) await corpus.documents.save(draftOf(['one ' + n, 'two ' + n], { url: 'https://w.org/' + n }), { embed: null });`;
    const writer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await once(writer.stdout, 'data');
    const sizes: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const file = join(folder.path, `copy-${round}.db`);
      backupDatabase(corpus.database, file);
      const elsewhere = join(folder.path, `restored-${round}`);
      mkdirSync(elsewhere);
      copyFileSync(file, join(elsewhere, 'corpus.db'));
      const copy = await corpusIn(elsewhere);
      const report = await verifyCorpus(copy, null);
      expect(report.problems).toEqual([]);
      expect(report.counts.searchable).toBe(2 * report.counts.documents);
      sizes.push(report.counts.documents);
      await copy.close();
    }
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes.at(-1)).toBeGreaterThan(sizes[0]!);
  });
});

describe('a restore', () => {
  it('brings back the state of the backup, keeps the former one, and invalidates caches', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    await save('second');
    const before = await corpus.passages.journalPosition();
    await corpus.close();
    const aside = restore();
    expect(await reopen()).toEqual(['first']);
    expect((await corpus.passages.journalPosition()).epoch).not.toBe(before.epoch);
    expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
    const former = new Database(aside!, { readonly: true });
    expect(former.prepare('SELECT count(*) AS n FROM documents').get()).toEqual({ n: 2 });
    former.close();
  });

  it('is not undone by a log that a killed process left behind', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    await save('second');
    // What kill -9 leaves: the database with its log, never closed.
    const left = ['corpus.db', 'corpus.db-wal', 'corpus.db-shm'].map(
      (name) => [name, readFileSync(join(folder.path, name))] as const,
    );
    await corpus.close();
    for (const [name, bytes] of left) writeFileSync(join(folder.path, name), bytes);
    restore();
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(await reopen()).toEqual(['first']);
    expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
  });

  it('works where the database is gone and only its log lies there', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    await save('second');
    const log = readFileSync(`${path}-wal`);
    await corpus.close();
    truncateSync(path, 0);
    writeFileSync(`${path}-wal`, log);
    restore();
    expect(await reopen()).toEqual(['first']);
  });

  it('replaces a damaged database', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    await corpus.close();
    writeFileSync(path, 'garbage '.repeat(1000));
    expect(restore()).toBe(`${path}.before-restore`);
    expect(await reopen()).toEqual(['first']);
  });

  it('is refused while a process has the database open', async () => {
    await save('first');
    backupDatabase(corpus.database, backup);
    expect(restore).toThrow(/open in another process: stop the bot/);
    expect((await corpus.documents.list()).length).toBe(1);
  });

  it.each([
    ['missing', () => undefined],
    ['no database', () => writeFileSync(backup, 'not a database at all '.repeat(100))],
    ['cut short', () => truncateSync(backup, 20_000)],
    [
      'of another program',
      () => {
        writeFileSync(backup, '');
        const other = new Database(backup);
        other.exec('CREATE TABLE x (y)');
        other.close();
      },
    ],
  ])('is refused for a file that is %s, and the database stays', async (_what, damage) => {
    await save('first');
    mkdirSync(join(folder.path, 'backups'), { recursive: true });
    if (_what === 'cut short') backupDatabase(corpus.database, backup);
    damage();
    await corpus.close();
    expect(restore).toThrow(UserError);
    expect(await reopen()).toEqual(['first']);
    expect(readdirSync(folder.path).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('is refused for a backup of a newer version', async () => {
    corpus.database.prepare("INSERT INTO migrations VALUES (99, 'from-the-future', '')").run();
    backupDatabase(corpus.database, backup);
    corpus.database.prepare('DELETE FROM migrations WHERE position = 99').run();
    await corpus.close();
    expect(restore).toThrow(StorageError);
    expect(await reopen()).toEqual([]);
  });
});

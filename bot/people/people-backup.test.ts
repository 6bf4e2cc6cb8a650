import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../corpus/config.ts';
import { silentLog } from '../../corpus/log.ts';
import { Outbox } from '../delivery/outbox.ts';
import { runBackupTest } from '../trials/backup-test.ts';
import { testKey } from '../trials/people-for-tests.ts';
import { People } from './people.ts';
import { backupPeople, restorePeople } from './people-backup.ts';
import { openPeopleDatabase, type PeopleDatabase } from './people-database.ts';

const log = silentLog();
let folder: string;
let database: PeopleDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  database = open();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const config = () => readConfig({ DATA_DIR: folder, PEOPLE_KEY: testKey.toString('hex') });

function open(): PeopleDatabase {
  return openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log });
}

function write(count: number, from = 0): void {
  const outbox = new Outbox(database);
  const people = new People(database);
  for (let i = from; i < from + count; i += 1) {
    people.prefer(1000 + i, { language: 'en' });
    const payload = { chat_id: 1000 + i, text: `m${i}` };
    outbox.add({ key: `k${i}`, kind: 'digest', chatId: 1000 + i, method: 'sendMessage', payload });
  }
}

const count = (db: PeopleDatabase) => db.sql<{ n: number }>('SELECT count(*) AS n FROM outbox').get()!.n;

describe('a backup of people', () => {
  it('is of one moment while another process writes', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const result = await runBackupTest({ backups: 2, seed });
    expect({ seed, ...result }).toMatchObject({ backups: 2, equal: 2 });
    expect(result.rows).toBeGreaterThan(0);
  }, 40_000);

  it('holds what was there at its moment, and comes back whole', () => {
    for (let round = 0; round < 5; round += 1) {
      write(10, round * 10);
      backupPeople(config(), join(folder, `copy${round}`), { force: false, log });
      // Written after the copy, partly still in the write-ahead log.
      write(3, 1000 + round * 10);
    }
    database.close();
    restorePeople(config(), join(folder, 'copy2'), log);
    database = open();
    expect(count(database)).toBe(30 + 6);
    expect(new People(database).find(1029)?.preferences.language).toBe('en');
    expect(new People(database).find(1031)).toBeNull();
    expect(database.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('is not put back under a running bot', () => {
    write(1);
    backupPeople(config(), join(folder, 'copy'), { force: false, log });
    expect(() => restorePeople(config(), join(folder, 'copy'), log)).toThrow(/open in another process/);
  });

  it('changes nothing when its key is another one or is missing', () => {
    write(1);
    backupPeople(config(), join(folder, 'copy'), { force: false, log });
    write(1, 1);
    database.close();
    const files = () => readdirSync(folder).filter((name) => name !== 'bot.lock');
    const before = files();
    const withKey = (env: Record<string, string>) => readConfig({ DATA_DIR: folder, ...env });
    const wrongKey = { PEOPLE_KEY: Buffer.alloc(32, 1).toString('hex') };
    expect(() => restorePeople(withKey(wrongKey), join(folder, 'copy'), log)).toThrow(/another PEOPLE_KEY/);
    expect(() => restorePeople(withKey({}), join(folder, 'copy'), log)).toThrow(/key file .* is missing/);
    expect(files()).toEqual(before);
    database = open();
    expect(count(database)).toBe(2);
  });

  it('asks for its key on a new machine and makes no other one', () => {
    write(1);
    backupPeople(config(), join(folder, 'copy'), { force: false, log });
    const fresh = join(folder, 'fresh');
    expect(() => restorePeople(readConfig({ DATA_DIR: fresh }), join(folder, 'copy'), log)).toThrow(
      /put the key back/,
    );
    expect(existsSync(join(fresh, 'people.key'))).toBe(false);
    restorePeople(
      readConfig({ DATA_DIR: fresh, PEOPLE_KEY: testKey.toString('hex') }),
      join(folder, 'copy'),
      log,
    );
    expect(existsSync(join(fresh, 'people.db'))).toBe(true);
  });

  it('replaces a file only when told', () => {
    backupPeople(config(), join(folder, 'copy'), { force: false, log });
    expect(() => backupPeople(config(), join(folder, 'copy'), { force: false, log })).toThrow(/--force/);
    backupPeople(config(), join(folder, 'copy'), { force: true, log });
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { migrate } from '../../corpus/storage/migrations.ts';
import { Answers } from '../answering/answers.ts';
import { Conversations } from '../answering/conversations.ts';
import { Votes } from '../answering/votes.ts';
import { Outbox } from '../delivery/outbox.ts';
import { outboxCounts } from '../delivery/outbox-report.ts';
import { ManualClock, temporaryPeople, testKey } from '../trials/people-for-tests.ts';
import { erasePerson } from './erase-person.ts';
import { People } from './people.ts';
import { openPeopleDatabase } from './people-database.ts';
import { readPeopleKey } from './people-key.ts';
import { peopleMigrations } from './schema.ts';
import { createSealer } from './sealing.ts';

let files: ReturnType<typeof temporaryPeople>;
let people: People;
beforeEach(() => {
  files = temporaryPeople();
  people = new People(files.database);
});
afterEach(() => files.remove());

const personId = 987_654_321;
const kept = { kind: 'answer', language: 'uk', citations: [], topics: ['japan'], messageIds: [5] } as const;

/** Everything SQLite has on disk for this database. */
function onDisk(): string {
  return ['', '-wal', '-shm']
    .map((suffix) => {
      try {
        return readFileSync(files.path + suffix, 'latin1');
      } catch {
        return '';
      }
    })
    .join('');
}

describe('people', () => {
  it('are remembered with their preferences and found again after a restart', () => {
    people.prefer(personId, { language: 'en' });
    const again = openPeopleDatabase({ path: files.path, key: testKey, log: silentLog() });
    expect(new People(again).find(personId)).toMatchObject({
      chatId: personId,
      preferences: { language: 'en' },
    });
    again.close();
  });

  it('stand on disk neither with their id nor with what they chose', () => {
    people.prefer(personId, { language: 'en' });
    new Answers(people).save('abcdefghijkl', personId, 0, kept);
    new Outbox(files.database).add({
      key: 'a',
      kind: 'answer',
      chatId: personId,
      method: 'sendMessage',
      payload: { chat_id: personId, text: 'таємне запитання' },
    });
    expect(onDisk()).not.toContain(String(personId));
    expect(onDisk()).not.toContain(Buffer.from('таємне').toString('latin1'));
    expect(onDisk()).not.toContain('japan');
  });

  it('cannot be read with another key', () => {
    const open = () => openPeopleDatabase({ path: files.path, key: Buffer.alloc(32, 8), log: silentLog() });
    expect(open).toThrow(/another PEOPLE_KEY/);
  });

  it('leave nothing behind when they are erased', () => {
    people.prefer(personId, { language: 'en' });
    const answers = new Answers(people);
    const votes = new Votes(files.database);
    const outbox = new Outbox(files.database);
    answers.save('abcdefghijkl', personId, 0, kept);
    votes.cast({
      userId: personId,
      answerId: 'abcdefghijkl',
      vote: 'down',
      reason: 'wrong',
      passages: ['p'],
    });
    votes.cast({ userId: 5, answerId: 'abcdefghijkl', vote: 'up', passages: ['p'] });
    const payload = { chat_id: personId, text: 'later' };
    outbox.add({ key: 'd', kind: 'digest', chatId: personId, method: 'sendMessage', payload });
    const lane = people.lane(personId).toString('latin1');
    const conversations = new Conversations();
    conversations.remember(personId, personId, 'Що дала Японія?');
    erasePerson({ people, votes, conversations, clock: new ManualClock() }, personId);
    expect(people.find(personId)).toBeNull();
    expect(answers.find('abcdefghijkl', personId)).toBeNull();
    expect(votes.counts('2000-01-01')).toEqual([{ vote: 'up', reason: null, passages: ['p'], count: 1 }]);
    expect(outboxCounts(files.database)).toEqual([{ kind: 'digest', state: 'failed', count: 1 }]);
    expect(conversations.previous(personId, personId)).toBeUndefined();
    expect(onDisk()).not.toContain(lane);
  });

  it('keep what they have when their group becomes a supergroup', () => {
    people.prefer(-100, { language: 'en' });
    const answers = new Answers(people);
    answers.save('abcdefghijkl', -100, 0, kept);
    people.migrate(-100, -1_001_234);
    people.migrate(-100, -1_001_234);
    expect(people.find(-100)).toBeNull();
    expect(people.find(-1_001_234)?.preferences).toEqual({ language: 'en' });
    expect(answers.find('abcdefghijkl', -1_001_234)).toMatchObject({ topics: ['japan'] });
  });

  it('merge with the supergroup when that was met first', () => {
    people.prefer(-100, { language: 'en' });
    const answers = new Answers(people);
    answers.save('abcdefghijkl', -100, 0, kept);
    people.remember(-1_001_234);
    people.migrate(-100, -1_001_234);
    expect(people.find(-1_001_234)?.preferences).toEqual({ language: 'en' });
    expect(answers.find('abcdefghijkl', -1_001_234)).not.toBeNull();
  });

  it('vote once per answer, and the last vote counts', () => {
    const votes = new Votes(files.database);
    for (const vote of ['up', 'down', 'up'] as const)
      votes.cast({ userId: 1, answerId: 'a', vote, passages: [] });
    expect(votes.counts('2000-01-01')).toEqual([{ vote: 'up', reason: null, passages: [], count: 1 }]);
  });
});

describe('an encrypted value', () => {
  it('cannot be moved to another place, changed or read with another key', () => {
    const sealer = createSealer(testKey);
    const sealed = sealer.seal({ a: 'ї' }, 'chats.sealed');
    expect(sealer.open(sealed, 'chats.sealed')).toEqual({ a: 'ї' });
    expect(() => sealer.open(sealed, 'inbox.sealed')).toThrow(/PEOPLE_KEY/);
    expect(() => createSealer(Buffer.alloc(32)).open(sealed, 'chats.sealed')).toThrow(/PEOPLE_KEY/);
    for (const position of [1, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[position]! ^= 1;
      expect(() => sealer.open(changed, 'chats.sealed')).toThrow(/PEOPLE_KEY/);
    }
  });
});

describe('the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  const config = { PEOPLE_KEY: undefined, PEOPLE_KEY_FILE: undefined, DATA_DIR: folder };
  const read = (changes: object = {}, databases: string[] = []) =>
    readPeopleKey({ config: { ...config, ...changes }, databases, log: silentLog() });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner only', () => {
    const key = read();
    expect(key).toHaveLength(32);
    expect(statSync(join(folder, 'people.key')).mode & 0o777).toBe(0o400);
    expect(read()).toEqual(key);
  });

  it('is taken as hex or base64 and refused in any other length', () => {
    expect(read({ PEOPLE_KEY: testKey.toString('hex') })).toEqual(testKey);
    expect(read({ PEOPLE_KEY: testKey.toString('base64') })).toEqual(testKey);
    expect(() => read({ PEOPLE_KEY: 'abc' })).toThrow(/32 bytes/);
  });

  it('is not made anew for a database that was written with a lost one', () => {
    const other = mkdtempSync(join(tmpdir(), 'db-'));
    writeFileSync(join(other, 'people.db'), '');
    expect(() => read({}, [join(other, 'people.db')])).toThrow(/missing/);
    rmSync(other, { recursive: true });
  });
});

describe('the schema', () => {
  it('migrates a database of every earlier version with rows in it', () => {
    for (let count = 1; count < peopleMigrations.length; count += 1) {
      const old = temporaryPeopleOfVersion(count);
      migrate(old.database.db, peopleMigrations, silentLog());
      expect(old.database.db.pragma('foreign_key_check')).toEqual([]);
      expect(old.database.db.prepare('SELECT count(*) FROM chats').pluck().get()).toBe(1);
      old.remove();
    }
  });
});

function temporaryPeopleOfVersion(count: number): ReturnType<typeof temporaryPeople> {
  const made = temporaryPeople();
  const { db } = made.database;
  db.pragma('foreign_keys = OFF');
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  for (const table of tables) db.exec(`DROP TABLE "${table}"`);
  migrate(db, peopleMigrations.slice(0, count), silentLog());
  db.prepare('INSERT INTO chats (fingerprint, sealed, seen_at) VALUES (?, ?, 0)').run(
    Buffer.from('f'),
    Buffer.from('s'),
  );
  return made;
}

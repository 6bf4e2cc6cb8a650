import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../corpus/config.ts';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { Outbox } from '../delivery/outbox.ts';
import { backupPeople, restorePeople } from '../people/people-backup.ts';
import { openPeopleDatabase, type PeopleDatabase } from '../people/people-database.ts';
import { testKey } from './people-for-tests.ts';

/** What came out of backups that were taken while another process wrote. */
export interface BackupTestResult {
  readonly backups: number;
  /** Backups that came back as they were at one moment between their beginning and their end. */
  readonly equal: number;
  /** Messages in the last one. */
  readonly rows: number;
  readonly slowestBackupMs: number;
  readonly slowestRestoreMs: number;
}

const childFile = fileURLToPath(new URL('./fault-backup-child.ts', import.meta.url));
const log = silentLog();

/** Takes backups of the people database while a process of its own writes, restores each, and compares. */
export async function runBackupTest(options: {
  readonly backups: number;
  readonly seed: number;
}): Promise<BackupTestResult> {
  const random = seededRandom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'backups-'));
  openIn(folder).close();
  const writer = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), childFile, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = { backups: 0, equal: 0, rows: 0, slowestBackupMs: 0, slowestRestoreMs: 0 };
  try {
    await until(() => newest(folder) > 0);
    for (let round = 0; round < options.backups; round += 1) {
      await sleep(random() * 300);
      const file = join(folder, `copy${round}`);
      const before = newest(folder);
      const backupMs = timed(() => backupPeople(configOf(folder), file, { force: false, log }));
      const after = newest(folder);
      const { restoreMs, rows } = restored(file);
      result.backups += 1;
      if (rows !== null && rows >= before && rows <= after) result.equal += 1;
      result.rows = rows ?? 0;
      result.slowestBackupMs = Math.max(result.slowestBackupMs, backupMs);
      result.slowestRestoreMs = Math.max(result.slowestRestoreMs, restoreMs);
    }
    return result;
  } finally {
    await ended(writer);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Restores over a database whose log was left behind. @returns null when what came back is no whole state. */
function restored(file: string): { readonly restoreMs: number; readonly rows: number | null } {
  const target = mkdtempSync(join(tmpdir(), 'restored-'));
  try {
    const former = openIn(target);
    writeRow(former, 1_000_000);
    former.close();
    // What a killed process leaves: a log that would be replayed into whatever file lies beside it.
    writeFileSync(join(target, 'people.db-wal'), Buffer.alloc(4096, 1));
    const restoreMs = timed(() => restorePeople(configOf(target), file, log));
    const database = openIn(target);
    const rows = wholeState(database);
    database.close();
    return { restoreMs, rows };
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** How many rows there are, when they are 1 to n without a gap, can be decrypted, and agree with the counter. */
function wholeState({ db, sealer }: PeopleDatabase): number | null {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') return null;
  const rows = db
    .prepare<[], { key: string; sealed: Buffer }>('SELECT key, sealed FROM outbox ORDER BY id')
    .all();
  const counter = db.prepare<[], Buffer>("SELECT value FROM meta WHERE key = 'test-rows'").pluck().get();
  const isWhole = rows.every(({ key, sealed }, index) => {
    const { payload } = sealer.open(sealed, 'outbox.sealed') as { payload: { text: string } };
    return key === `row:${index + 1}` && payload.text === `text ${index + 1}`;
  });
  return isWhole && Number(counter?.toString()) === rows.length ? rows.length : null;
}

/** Writes row `n` and the counter in one transaction. */
export function writeRow(database: PeopleDatabase, n: number): void {
  const outbox = new Outbox(database);
  outbox.together(() => {
    const payload = { chat_id: n, text: `text ${n}` };
    outbox.add({ key: `row:${n}`, kind: 'digest', chatId: n, method: 'sendMessage', payload });
    database
      .sql("INSERT OR REPLACE INTO meta (key, value) VALUES ('test-rows', ?)")
      .run(Buffer.from(String(n)));
  });
}

/** The database of a test folder. */
export function openIn(folder: string): PeopleDatabase {
  return openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log });
}

function configOf(folder: string) {
  return readConfig({ DATA_DIR: folder, PEOPLE_KEY: testKey.toString('hex') });
}

function newest(folder: string): number {
  const database = openIn(folder);
  const value = database.db
    .prepare<[], Buffer>("SELECT value FROM meta WHERE key = 'test-rows'")
    .pluck()
    .get();
  database.close();
  return value === undefined ? 0 : Number(value.toString());
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return Math.round(performance.now() - startedAt);
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error('the writer does not write');
    await sleep(50);
  }
}

function sleep(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, loadEnvironment, readConfig } from '../../corpus/config.ts';
import { messageOf, UserError } from '../../corpus/errors.ts';
import { createLog, type Logger, scrub } from '../../corpus/log.ts';
import { dataFolder } from '../../corpus/storage/data-folder.ts';
import type { Db } from '../../corpus/storage/sqlite.ts';
import { backupDatabase, restoreDatabase } from '../../corpus/upkeep/backup.ts';
import { lockDataFolder } from './data-lock.ts';
import { checkKey, openPeopleDatabase } from './people-database.ts';
import { readPeopleKey } from './people-key.ts';
import { peopleMigrations } from './schema.ts';
import { createSealer } from './sealing.ts';

const usage = `npx tsx bot/people/people-backup.ts <command> <file> [--force]

  backup <file>    write a copy of people.db as one file; the bot may go on working
  restore <file>   put a backup in the place of people.db; stop the bot first

The copy is encrypted as the database is. Keep the key (PEOPLE_KEY) apart from it, and delete copies after 30 days: what
people erased stays in older copies, unreadable without the key.`;

/** Writes a copy of the people database while the bot runs. @throws UserError when there is nothing to copy. */
export function backupPeople(
  config: Config,
  file: string,
  options: { readonly force: boolean; readonly log: Logger },
): void {
  const { people: path } = dataFolder(config.DATA_DIR);
  if (!existsSync(path)) throw new UserError(`There is no ${path} yet: nothing to back up.`);
  const key = readPeopleKey({ config, databases: [path], log: options.log });
  const database = openPeopleDatabase({ path, key, log: options.log });
  try {
    backupDatabase(database.db, file, { replace: options.force });
  } finally {
    database.close();
  }
}

/**
 * Puts a copy in the place of the people database, once it is sure that the key opens it.
 * @returns where the former database lies, null when there was none.
 * @throws StorageError when the key is missing or another one; then nothing has changed.
 */
export function restorePeople(config: Config, backup: string, log: Logger): string | null {
  const unlock = lockDataFolder(config.DATA_DIR);
  try {
    const { people: path } = dataFolder(config.DATA_DIR);
    // The copy counts as a database of this key: on a new machine without its key file no other key must be made.
    const sealer = createSealer(readPeopleKey({ config, databases: [path, backup], log }));
    const adjust = (db: Db) => checkKey(db, sealer, backup);
    return restoreDatabase({ backup, path, migrations: peopleMigrations, log, adjust });
  } finally {
    unlock();
  }
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean' } },
  });
  const [command, file] = positionals;
  if (file === undefined || (command !== 'backup' && command !== 'restore')) throw new UserError(usage);
  const config = readConfig(loadEnvironment());
  const log = createLog({ level: 'warn' });
  if (command === 'backup') {
    backupPeople(config, file, { force: values.force === true, log });
    console.log(`wrote ${file}`);
    return;
  }
  const aside = restorePeople(config, file, log);
  console.log(aside === null ? 'restored' : `restored; the former database is ${aside}`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    main();
  } catch (error) {
    console.error(scrub(messageOf(error), []));
    process.exit(1);
  }
}

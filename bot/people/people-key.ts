import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../../corpus/config.ts';
import { ConfigError, StorageError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';

const keyBytes = 32;

/**
 * The key of the people database: PEOPLE_KEY, else the file PEOPLE_KEY_FILE, else `<DATA_DIR>/people.key`, which is
 * made on the first start, readable by its owner only. A backup must not hold both the key and the database.
 * @throws StorageError when the database is there but its key file is gone: a new key would lose everybody.
 */
export function readPeopleKey(options: {
  readonly config: Pick<Config, 'PEOPLE_KEY' | 'PEOPLE_KEY_FILE' | 'DATA_DIR'>;
  /** Databases written with this key, whether they exist yet or not. */
  readonly databases: readonly string[];
  readonly log: Logger;
}): Buffer {
  const { config, databases, log } = options;
  if (config.PEOPLE_KEY !== undefined) return parseKey(config.PEOPLE_KEY, 'PEOPLE_KEY');
  const path = config.PEOPLE_KEY_FILE ?? join(config.DATA_DIR, 'people.key');
  if (existsSync(path)) {
    if ((statSync(path).mode & 0o077) !== 0)
      log.warn({ path }, 'the key file is readable by others; run chmod 400 on it');
    return parseKey(readFileSync(path, 'utf8'), path);
  }
  const orphan = databases.find((database) => existsSync(database));
  if (orphan !== undefined) {
    throw new StorageError(
      `The key file ${path} is missing but ${orphan} exists; put the key back, or move the database away to start anew.`,
    );
  }
  return makeKey(path, log);
}

function makeKey(path: string, log: Logger): Buffer {
  const key = randomBytes(keyBytes);
  try {
    mkdirSync(dirname(path), { recursive: true });
    // `wx`: a second process that starts at the same moment must fail rather than replace the key.
    const file = openSync(path, 'wx', 0o400);
    writeSync(file, `${key.toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
    chmodSync(path, 0o400);
  } catch (cause) {
    throw new StorageError(
      `The key file ${path} cannot be written; make the folder writable or set PEOPLE_KEY.`,
      { cause },
    );
  }
  log.info({ path }, 'made a key for the people database; keep a copy of it apart from the database');
  return key;
}

function parseKey(text: string, source: string): Buffer {
  const value = text.trim();
  const key = /^[0-9a-fA-F]{64}$/.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  if (key.length !== keyBytes) throw new ConfigError([`${source} must hold 32 bytes as base64 or hex`]);
  return key;
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../corpus/errors.ts';
import { explain } from '../../corpus/storage/sqlite.ts';

// A process that is just stopping may hold the lock for a moment longer.
const waitMs = 3000;

/**
 * Makes sure that one bot works on a data folder. The lock is the operating system's and ends with the process,
 * however that ends. @returns how to release it. @throws UserError when another process has it.
 */
export function lockDataFolder(dataDir: string): () => void {
  const path = join(dataDir, 'bot.lock');
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = new Database(path, { timeout: waitMs });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    if (/^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))) {
      throw new UserError(`Another bot process uses ${dataDir}; stop it, or set another DATA_DIR.`, {
        cause: error,
      });
    }
    throw explain(error, path);
  }
}

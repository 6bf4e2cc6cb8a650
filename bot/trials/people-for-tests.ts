import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../corpus/log.ts';
import { openPeopleDatabase, type PeopleDatabase } from '../people/people-database.ts';

/** A key for tests; any 32 bytes do. */
export const testKey = Buffer.alloc(32, 7);

/** An empty people database in a folder of its own. */
export function temporaryPeople(): {
  readonly database: PeopleDatabase;
  readonly path: string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'people-'));
  const path = join(folder, 'people.db');
  const database = openPeopleDatabase({ path, key: testKey, log: silentLog() });
  return {
    database,
    path,
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A clock that moves only when told; sleepers wake when their time has come. */
export class ManualClock {
  private sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];

  constructor(private nowMs = 1_700_000_000_000) {}

  readonly now = (): number => this.nowMs;

  readonly steadyMs = (): number => this.nowMs;

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) resolve();
      this.sleepers.push({ atMs: this.nowMs + delayMs, wake: resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  advance(deltaMs: number): void {
    this.nowMs += deltaMs;
    for (const sleeper of this.sleepers.filter((each) => each.atMs <= this.nowMs)) sleeper.wake();
    this.sleepers = this.sleepers.filter((each) => each.atMs > this.nowMs);
  }
}

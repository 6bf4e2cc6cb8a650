import type { PeopleDatabase } from './people-database.ts';

/** A place in a log that grows. Another epoch means that the log was replaced, for instance by a backup. */
export interface Position {
  readonly position: number;
  readonly epoch: string;
}

/** How far the bot has read in logs of the corpus. */
export class Positions {
  constructor(private readonly database: PeopleDatabase) {}

  /** Null before the first {@link move}. */
  find(name: string): Position | null {
    const row = this.database.sql<Position>('SELECT position, epoch FROM positions WHERE name = ?').get(name);
    return row ?? null;
  }

  /** Everything up to here has had its effect. */
  move(name: string, { position, epoch }: Position): void {
    this.database
      .sql('INSERT OR REPLACE INTO positions (name, position, epoch) VALUES (?, ?, ?)')
      .run(name, position, epoch);
  }

  /** Nobody reads there any more. */
  forget(name: string): void {
    this.database.sql('DELETE FROM positions WHERE name = ?').run(name);
  }
}

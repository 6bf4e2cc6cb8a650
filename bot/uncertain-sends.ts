import type { PeopleDatabase } from './people-database.ts';

/** A message of which nobody knows whether it arrived. The key says what it was, not for whom. */
export interface UncertainSend {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly settledAt: number;
}

/** The latest ones, newest first. */
export function uncertainSends({ sql }: PeopleDatabase, limit: number): readonly UncertainSend[] {
  return sql<UncertainSend>(
    "SELECT key, settled_at AS settledAt FROM outbox WHERE state = 'uncertain' ORDER BY settled_at DESC LIMIT ?",
  ).all(limit);
}

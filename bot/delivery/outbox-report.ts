import type { PeopleDatabase } from '../people/people-database.ts';
import type { MessageKind, OutboxState } from './outgoing-message.ts';

/** A message of which nobody knows whether it arrived. The key says what it was, not for whom. */
export interface UncertainSend {
  readonly key: string;
  readonly kind: MessageKind;
  /** Milliseconds since 1970. */
  readonly settledAtMs: number;
  readonly problem: string;
}

/** Rows of the outbox per kind and state, for owners and metrics. */
export function outboxCounts({
  sql,
}: PeopleDatabase): { kind: MessageKind; state: OutboxState; count: number }[] {
  return sql<{ kind: MessageKind; state: OutboxState; count: number }>(
    'SELECT kind, state, count(*) AS count FROM outbox GROUP BY kind, state ORDER BY kind, state',
  ).all();
}

/** The latest uncertain messages, newest first, for owners. */
export function uncertainSends({ sql }: PeopleDatabase, limit: number): readonly UncertainSend[] {
  return sql<UncertainSend>(
    `SELECT key, kind, settled_at AS settledAtMs, problem FROM outbox
     WHERE kind IN ('digest', 'notice') AND state = 'uncertain' ORDER BY settled_at DESC, id DESC LIMIT ?`,
  ).all(limit);
}

/** Age in milliseconds of the oldest message that waits; 0 when none does. */
export function oldestWaitingMs({ sql }: PeopleDatabase, nowMs: number): number {
  const row = sql<{ at: number | null }>(
    `SELECT min(created_at) AS at FROM outbox INDEXED BY outbox_unsettled WHERE state IN ('pending', 'sending')`,
  ).get();
  return row?.at == null ? 0 : Math.max(0, nowMs - row.at);
}

import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { PeopleDatabase } from '../people/people-database.ts';
import type {
  Choice,
  MessageKind,
  OutboxItem,
  OutboxState,
  OutboxStatus,
  OutgoingMessage,
  SendMethod,
  WaitingRow,
} from './outgoing-message.ts';

const priorities = { urgent: 0, answer: 1, notice: 2, digest: 3 } as const;

// Answers are only needed to recognise a repeated update; digests to recognise a repeated digest.
const rememberMs = { answer: 72 * 60 * 60 * 1000, digest: 30 * 24 * 60 * 60 * 1000 };

// The longest window is a minute, and a request may last 40 seconds.
const paceMemoryMs = 100_000;

const place = 'outbox.sealed';

interface Sealed {
  readonly chatId: number;
  readonly method: SendMethod;
  readonly payload: Record<string, unknown>;
}

interface Row {
  readonly id: number;
  readonly kind: MessageKind;
  readonly lane: Buffer;
  readonly is_group: number;
  readonly sealed: Buffer;
  readonly attempts: number;
  readonly created_at: number;
}

/** Messages on disk before they are sent. */
export class Outbox {
  constructor(
    private readonly database: PeopleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Adds a message unless its key is known. @returns the row's id either way. */
  add(message: OutgoingMessage): number {
    const { sealer, sql } = this.database;
    const body: Sealed = { chatId: message.chatId, method: message.method, payload: message.payload };
    sql(
      `INSERT OR IGNORE INTO outbox (key, kind, priority, lane, is_group, sealed, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      message.key,
      message.kind,
      message.urgent === true ? priorities.urgent : priorities[message.kind],
      sealer.fingerprint('chat', message.chatId),
      message.chatId < 0 ? 1 : 0,
      sealer.seal(body, place),
      this.now(),
    );
    return sql<{ id: number }>('SELECT id FROM outbox WHERE key = ?').get(message.key)!.id;
  }

  /** Where a row stands; null when it was pruned or erased. */
  status(id: number): OutboxStatus | null {
    const row = this.database
      .sql<{ state: OutboxState; message_id: number | null; problem: string | null }>(
        'SELECT state, message_id, problem FROM outbox WHERE id = ?',
      )
      .get(id);
    return row === undefined ? null : { state: row.state, messageId: row.message_id, problem: row.problem };
  }

  /** The first row, by priority and age, that `choose` lets go; null when there is none or it said stop. */
  findReady(choose: (row: WaitingRow) => Choice): number | null {
    const rows = this.database
      .sql<{ id: number; kind: MessageKind; lane: Buffer; is_group: number; priority: number }>(
        // Left to itself SQLite sorts all that waits, at every message: 37 ms with 10,000 rows instead of 0.02.
        `SELECT id, kind, lane, is_group, priority FROM outbox INDEXED BY outbox_open
         WHERE state = 'pending' AND not_before <= ? ORDER BY priority, id`,
      )
      .iterate(this.now());
    for (const row of rows) {
      const choice = choose({
        id: row.id,
        kind: row.kind,
        lane: row.lane.toString('hex'),
        isGroup: row.is_group === 1,
        urgent: row.priority === priorities.urgent,
      });
      if (choice === 'go') return row.id;
      if (choice === 'stop') return null;
    }
    return null;
  }

  /** Marks a pending row as being sent, on disk, before the request leaves. Null when it is no longer pending. */
  claim(id: number): OutboxItem | null {
    return inTransaction(this.database.db, () => {
      const row = this.database
        .sql<Row>(
          "SELECT id, kind, lane, is_group, sealed, attempts, created_at FROM outbox WHERE id = ? AND state = 'pending'",
        )
        .get(id);
      if (row === undefined) return null;
      this.database
        .sql("UPDATE outbox SET state = 'sending', attempts = attempts + 1, sent_at = ? WHERE id = ?")
        .run(this.now(), id);
      const body = this.database.sealer.open(row.sealed, place) as Sealed;
      return {
        id: row.id,
        kind: row.kind,
        lane: row.lane.toString('hex'),
        isGroup: row.is_group === 1,
        ...body,
        attempts: row.attempts + 1,
        createdAt: row.created_at,
      };
    });
  }

  /** One commit for several of the calls below. */
  together<Result>(work: () => Result): Result {
    return inTransaction(this.database.db, work);
  }

  /** Telegram has it. The content is wiped. */
  sent(id: number, messageId: number | null): void {
    this.settle(id, { state: 'sent', messageId, problem: null });
  }

  /** It will never be sent, and surely was not. The content is wiped. */
  failed(id: number, problem: string): void {
    this.settle(id, { state: 'failed', messageId: null, problem });
  }

  /** Nobody knows whether it arrived; it is not sent again. */
  uncertain(id: number): void {
    this.settle(id, { state: 'uncertain', messageId: null, problem: 'the reply was lost' });
  }

  private settle(id: number, end: OutboxStatus): void {
    this.database
      .sql(
        'UPDATE outbox SET state = ?, message_id = ?, problem = ?, sealed = NULL, settled_at = ? WHERE id = ?',
      )
      .run(end.state, end.messageId, end.problem, this.now(), id);
  }

  /** It surely was not sent; it may be tried again after `delayMs`. */
  retryLater(id: number, delayMs: number): void {
    this.database
      .sql("UPDATE outbox SET state = 'pending', sent_at = NULL, not_before = ? WHERE id = ?")
      .run(this.now() + delayMs, id);
  }

  /** Everything that still waits for a chat that is gone fails at once. @returns how many rows. */
  failChat(chatId: number, problem: string): number {
    return this.database
      .sql(
        "UPDATE outbox SET state = 'failed', problem = ?, sealed = NULL, settled_at = ? WHERE lane = ? AND state = 'pending'",
      )
      .run(problem, this.now(), this.database.sealer.fingerprint('chat', chatId)).changes;
  }

  /** What waits for a group goes to the supergroup it became. */
  migrate(oldChatId: number, newChatId: number): void {
    const { sealer, sql, db } = this.database;
    inTransaction(db, () => {
      const rows = sql<{ id: number; sealed: Buffer }>(
        "SELECT id, sealed FROM outbox WHERE lane = ? AND state IN ('pending', 'sending') AND sealed IS NOT NULL",
      ).all(sealer.fingerprint('chat', oldChatId));
      for (const row of rows) {
        const body = sealer.open(row.sealed, place) as Sealed;
        const moved: Sealed = {
          ...body,
          chatId: newChatId,
          payload: { ...body.payload, chat_id: newChatId },
        };
        sql('UPDATE outbox SET lane = ?, sealed = ? WHERE id = ?').run(
          sealer.fingerprint('chat', newChatId),
          sealer.seal(moved, place),
          row.id,
        );
      }
    });
  }

  /**
   * After a start: answers that a former process was sending are sent again, digests and notices become uncertain.
   * @returns how many became uncertain.
   */
  recover(): number {
    const { sql } = this.database;
    sql(
      "UPDATE outbox SET state = 'pending', sent_at = NULL WHERE state = 'sending' AND kind = 'answer'",
    ).run();
    return sql(
      `UPDATE outbox SET state = 'uncertain', problem = 'stopped while sending', sealed = NULL, settled_at = ?
       WHERE state = 'sending' AND kind IN ('digest', 'notice')`,
    ).run(this.now()).changes;
  }

  /**
   * Sends of the last minute, so that a restart keeps the pace: `atMs` is when each had arrived at the latest, which for
   * those without an outcome is now.
   */
  recentSends(): { lane: string; isGroup: boolean; atMs: number }[] {
    const nowMs = this.now();
    return this.database
      .sql<{ lane: Buffer | null; is_group: number; at: number }>(
        'SELECT lane, is_group, coalesce(settled_at, ?) AS at FROM outbox WHERE sent_at > ? ORDER BY at',
      )
      .all(nowMs, nowMs - paceMemoryMs)
      .map((row) => ({
        lane: row.lane?.toString('hex') ?? '',
        isGroup: row.is_group === 1,
        atMs: row.at,
      }));
  }

  /** When the earliest row that waits for a retry may go; null when none waits. */
  nextRetryAt(): number | null {
    const row = this.database
      .sql<{ at: number | null }>(
        `SELECT min(not_before) AS at FROM outbox INDEXED BY outbox_retries
         WHERE state = 'pending' AND not_before > 0 AND not_before > ?`,
      )
      .get(this.now());
    return row?.at ?? null;
  }

  /** Forgets settled rows once no repeat of them can come. */
  prune(): void {
    const prune = (kinds: string, olderThanMs: number) =>
      this.database
        .sql(
          `DELETE FROM outbox WHERE kind IN (${kinds}) AND state IN ('sent', 'failed', 'uncertain') AND settled_at < ?`,
        )
        .run(this.now() - olderThanMs);
    prune("'answer', 'notice'", rememberMs.answer);
    prune("'digest'", rememberMs.digest);
  }
}

import type { Update } from 'grammy/types';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { PeopleDatabase } from '../people/people-database.ts';

/** An update that waits for, or is in the hands of, a worker. */
export interface InboxItem {
  readonly seq: number;
  readonly update: Update;
  /** Times a worker has taken it, this time included. */
  readonly attempts: number;
  readonly receivedAt: number;
  /** It came while the queue was full: the person gets an honest "busy" instead of an answer. */
  readonly overflow: boolean;
}

/** Questions that may wait; beyond it people are told at once instead of after minutes. */
export const maxWaiting = 1000;

/**
 * Questions of one chat that may wait. One person who sends more than this at once must not fill the queue for
 * everybody; what comes on top is over any limit per minute and is dropped without an answer. A group is many people.
 */
export const maxWaitingPerChat = { person: 60, group: 120 };

// Telegram repeats updates for 24 hours; twice that, and a day for a clock that was wrong.
const rememberMs = 72 * 60 * 60 * 1000;

// Killed twice a second under load, innocent updates are in hand many times before they get through: one that may have ended
// the process is first taken apart from the others, and waits long only when it went down alone again and again.
const suspicion = { harmless: 6, apartMs: 400, proven: 14, firstMs: 5000, longestMs: 10 * 60 * 1000 };

const place = 'inbox.sealed';

interface Row {
  readonly seq: number;
  readonly update_id: number;
  readonly sealed: Buffer;
  readonly attempts: number;
  readonly received_at: number;
  readonly overflow: number;
}

/** Updates on disk before they are confirmed to Telegram. One row per update id, whatever the order they come in. */
export class Inbox {
  /**
   * @param isUrgent reports of a find: they overtake everything and never overflow. Must not throw.
   * @param questionsPerMinute what one person may ask; as many may wait in any case.
   */
  constructor(
    private readonly database: PeopleDatabase,
    private readonly isUrgent: (update: Update) => boolean,
    private readonly now: () => number = Date.now,
    private readonly questionsPerMinute = 0,
  ) {}

  /** Stores what is new, in one transaction; when it returns, the updates survive a crash. @returns how many were new. */
  store(updates: readonly Update[]): number {
    return inTransaction(this.database.db, () => updates.filter((update) => this.insert(update)).length);
  }

  private insert(update: Update): boolean {
    const urgent = this.isUrgent(update);
    const chatId = laneIdOf(update);
    const lane = chatId === null ? null : this.database.sealer.fingerprint('chat', chatId);
    const isBounded = !urgent && isQuestion(update);
    const dropped = isBounded && lane !== null && this.isCrowded(lane, chatId! < 0);
    const overflow = isBounded && !dropped && this.waiting() >= maxWaiting;
    const { changes } = this.database
      .sql(
        `INSERT OR IGNORE INTO inbox (update_id, lane, sealed, urgent, overflow, received_at, state, done_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        update.update_id,
        dropped ? null : lane,
        dropped ? null : this.database.sealer.seal(update, place),
        urgent ? 1 : 0,
        overflow ? 1 : 0,
        this.now(),
        dropped ? 'done' : 'pending',
        dropped ? this.now() : null,
      );
    return changes > 0;
  }

  private isCrowded(lane: Buffer, isGroup: boolean): boolean {
    const limit = isGroup
      ? maxWaitingPerChat.group
      : Math.max(maxWaitingPerChat.person, this.questionsPerMinute);
    const row = this.database
      .sql<{ n: number }>("SELECT count(*) AS n FROM inbox WHERE lane = ? AND state <> 'done'")
      .get(lane);
    return row!.n >= limit;
  }

  /**
   * Takes the next update whose chat is free. Urgent ones come first, then those that only get a "busy"; both do not
   * wait for their chat. An update that waits for a retry holds its chat back, so that order is kept.
   */
  claim(options: { readonly urgentOnly?: boolean } = {}): InboxItem | null {
    return inTransaction(this.database.db, () => {
      const row = this.database
        .sql<Row>(
          `SELECT seq, update_id, sealed, attempts, received_at, overflow FROM inbox AS item
           WHERE state = 'pending' AND not_before <= @now AND (urgent = 1 OR @all = 1) AND (urgent + overflow > 0 OR NOT EXISTS (
             SELECT 1 FROM inbox AS other WHERE other.lane = item.lane AND other.state <> 'done'
             AND other.urgent + other.overflow = 0 AND other.seq < item.seq))
           ORDER BY urgent DESC, overflow DESC, seq LIMIT 1`,
        )
        .get({ now: this.now(), all: options.urgentOnly === true ? 0 : 1 });
      if (row === undefined) return null;
      this.database
        .sql("UPDATE inbox SET state = 'working', attempts = attempts + 1 WHERE seq = ?")
        .run(row.seq);
      return {
        seq: row.seq,
        update: this.database.sealer.open(row.sealed, place) as Update,
        attempts: row.attempts + 1,
        receivedAt: row.received_at,
        overflow: row.overflow === 1,
      };
    });
  }

  /** The update has had its effect; its content is wiped, its number is remembered. */
  finish(seq: number): void {
    this.database
      .sql("UPDATE inbox SET state = 'done', sealed = NULL, lane = NULL, done_at = ? WHERE seq = ?")
      .run(this.now(), seq);
  }

  /** Gives the update back, to be taken again after `delayMs`. */
  retryLater(seq: number, delayMs: number): void {
    this.database
      .sql("UPDATE inbox SET state = 'pending', not_before = ? WHERE seq = ?")
      .run(this.now() + delayMs, seq);
  }

  /** The handler got as far as sending: whatever ended the process before was not this update. */
  noteProgress(seq: number): void {
    this.database.sql('UPDATE inbox SET attempts = 0 WHERE seq = ?').run(seq);
  }

  /**
   * After a start: what a former process had in hand is taken up again. What was in hand at many ends of the process
   * without getting anywhere may have caused them: such updates come one after the other, the least suspected first, and one that
   * stays to the last waits longer each time, so that the others come through.
   * @returns how many.
   */
  recover(): number {
    return this.database
      .sql(
        `WITH suspects AS (
           SELECT seq, row_number() OVER (ORDER BY attempts, seq) AS place FROM inbox WHERE state = 'working' AND attempts >= @harmless)
         UPDATE inbox SET state = 'pending', not_before = CASE
           WHEN attempts < @harmless THEN 0
           WHEN attempts < @proven THEN @now + @apartMs * (SELECT place FROM suspects WHERE suspects.seq = inbox.seq)
           ELSE @now + min(@longestMs, @firstMs << (attempts - @proven)) END
         WHERE state = 'working'`,
      )
      .run({ now: this.now(), ...suspicion }).changes;
  }

  /** Updates nobody has taken yet. */
  waiting(): number {
    return this.database.sql<{ n: number }>("SELECT count(*) AS n FROM inbox WHERE state = 'pending'").get()!
      .n;
  }

  /** When the next update that waits for a retry may be taken; null when there is none. */
  nextRetryAt(): number | null {
    const row = this.database
      .sql<{ at: number | null }>(
        "SELECT min(not_before) AS at FROM inbox WHERE state = 'pending' AND not_before > ?",
      )
      .get(this.now());
    return row?.at ?? null;
  }

  /** Forgets update numbers that Telegram can no longer repeat. */
  prune(): void {
    this.database.sql("DELETE FROM inbox WHERE state = 'done' AND done_at < ?").run(this.now() - rememberMs);
  }
}

/** The chat, or for updates outside chats the person, whose updates are handled one after the other. */
function laneIdOf(update: Update): number | null {
  const message =
    update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  return (
    message?.chat.id ??
    update.callback_query?.message?.chat.id ??
    update.callback_query?.from.id ??
    update.inline_query?.from.id ??
    update.my_chat_member?.chat.id ??
    null
  );
}

// Buttons, membership changes and migrations are cheap and must not be turned away.
function isQuestion(update: Update): boolean {
  const message = update.message ?? update.edited_message;
  return message?.text !== undefined || message?.caption !== undefined || update.inline_query !== undefined;
}

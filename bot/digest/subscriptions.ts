import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { People } from '../people/people.ts';
import { instantAt, nextSlot } from './schedule.ts';
import {
  maxPerChat,
  type Subscription,
  type SubscriptionState,
  type SubscriptionWish,
} from './subscription.ts';

interface Row {
  readonly id: number;
  readonly code: string;
  readonly chat: number;
  readonly sealed: Buffer;
  readonly state: SubscriptionState;
  readonly after_seq: number;
  readonly next_at: number | null;
}

const place = 'subscriptions.sealed';
const codeLength = 10;
const draftLifeMs = 24 * 60 * 60 * 1000;
const select = `SELECT subscriptions.id, code, chat, subscriptions.sealed, state, after_seq, next_at
  FROM subscriptions JOIN chats ON chats.id = subscriptions.chat`;

/** Who wants to hear of what. What is wanted is encrypted; topics are found by keyed hashes. */
export class Subscriptions {
  private readonly topicHashes = new Map<string, Buffer>();

  /** @param newestSeq place of the newest known news: whoever subscribes now is told of what comes after it. */
  constructor(
    private readonly people: People,
    private readonly newestSeq: () => number,
    private readonly now: () => number = Date.now,
  ) {}

  /** The code of the subscription a message asks for: the same when the message is handled again. */
  codeFor(chatId: number, messageId: number): string {
    const hash = this.people.database.sealer.fingerprint('subscription', chatId, messageId);
    return BigInt(`0x${hash.toString('hex')}`)
      .toString(36)
      .padStart(codeLength, '0')
      .slice(-codeLength);
  }

  /** Adds a subscription, or finds the one of this code. @returns null when the chat has too many. */
  add(code: string, chatId: number, wish: SubscriptionWish, state: SubscriptionState): Subscription | null {
    const { db, sealer, sql } = this.people.database;
    return inTransaction(db, () => {
      const known = this.find(code);
      if (known !== null) return known;
      if (this.ofChat(chatId).length >= maxPerChat) return null;
      sql(
        `INSERT INTO subscriptions (code, chat, sealed, state, instant, next_at, after_seq, changed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        code,
        this.people.remember(chatId),
        sealer.seal(wish, place),
        state,
        wish.frequency === 'instant' ? 1 : 0,
        this.firstDue(wish, state),
        this.newestSeq(),
        this.now(),
      );
      const added = this.find(code)!;
      this.writeTopics(added.row, wish.topics);
      return added;
    });
  }

  find(code: string): Subscription | null {
    const row = this.people.database.sql<Row>(`${select} WHERE code = ?`).get(code);
    return row === undefined ? null : this.read(row);
  }

  /** In the order they were made; drafts are left out. */
  ofChat(chatId: number): readonly Subscription[] {
    return this.people.database
      .sql<Row>(`${select} WHERE chats.fingerprint = ? AND state <> 'draft' ORDER BY subscriptions.id`)
      .all(this.people.lane(chatId))
      .map((row) => this.read(row));
  }

  /** The one of a chat that is about the same things, whenever it is sent: a second would bring every event twice. */
  findSame(chatId: number, wish: SubscriptionWish): Subscription | null {
    return this.ofChat(chatId).find((known) => isSameInterest(known.wish, wish)) ?? null;
  }

  /** Changes what is wanted. @returns the subscription as it is now, null when it is gone. */
  change(code: string, changes: Partial<SubscriptionWish>): Subscription | null {
    const { db, sealer, sql } = this.people.database;
    return inTransaction(db, () => {
      const known = this.find(code);
      if (known === null) return null;
      const wish = { ...known.wish, ...changes };
      const moved = ['frequency', 'hour', 'weekday', 'zone', 'quiet'].some((key) => key in changes);
      sql('UPDATE subscriptions SET sealed = ?, instant = ?, next_at = ?, changed_at = ? WHERE id = ?').run(
        sealer.seal(wish, place),
        wish.frequency === 'instant' ? 1 : 0,
        moved ? this.firstDue(wish, known.state) : known.dueMs,
        this.now(),
        known.row,
      );
      if (changes.topics !== undefined) this.writeTopics(known.row, wish.topics);
      return this.find(code);
    });
  }

  /** Starts, pauses or resumes. What came up during a pause is not sent afterwards. */
  setState(code: string, state: SubscriptionState): Subscription | null {
    const { db, sql } = this.people.database;
    return inTransaction(db, () => {
      const known = this.find(code);
      if (known === null || known.state === state) return known;
      sql('UPDATE subscriptions SET state = ?, next_at = ?, after_seq = ?, changed_at = ? WHERE id = ?').run(
        state,
        this.firstDue(known.wish, state),
        state === 'active' ? this.newestSeq() : known.afterSeq,
        this.now(),
        known.row,
      );
      return this.find(code);
    });
  }

  remove(code: string): void {
    this.people.database.sql('DELETE FROM subscriptions WHERE code = ?').run(code);
  }

  /** Active ones of chats that can be written to whose time has come, the longest waiting first. */
  due(limit: number): readonly Subscription[] {
    return this.people.database
      .sql<Row>(
        `${select} WHERE state = 'active' AND next_at <= ? AND chats.reachable = 1 ORDER BY next_at, subscriptions.id LIMIT ?`,
      )
      .all(this.now(), limit)
      .map((row) => this.read(row));
  }

  /** Rows of those who follow one of `topics`, or everything, whatever their state; an index by topic, so it is quick. */
  followersOf(topics: Iterable<string>): readonly number[] {
    const followers = this.people.database.sql<{ subscription: number }>(
      'SELECT subscription FROM subscription_topics WHERE topic = ?',
    );
    const rows = new Set<number>();
    for (const topic of [...topics, anyTopic])
      for (const { subscription } of followers.all(this.topicHash(topic))) rows.add(subscription);
    return [...rows].sort((a, b) => a - b);
  }

  /** Of these rows, gives those who want news at once their time. */
  wakeInstant(rows: readonly number[]): void {
    const { db, sealer, sql } = this.people.database;
    inTransaction(db, () => {
      const asleep = sql<{ id: number; sealed: Buffer }>(
        `SELECT id, sealed FROM subscriptions WHERE id IN (SELECT value FROM json_each(?))
           AND instant = 1 AND state = 'active' AND next_at IS NULL`,
      ).all(JSON.stringify(rows));
      for (const { id, sealed } of asleep) {
        const dueMs = instantAt(sealer.open(sealed, place) as SubscriptionWish, this.now());
        sql('UPDATE subscriptions SET next_at = ? WHERE id = ?').run(dueMs, id);
      }
    });
  }

  /** Notes that a subscription was told everything up to `seq` and is next due at `dueMs`. */
  advance(row: number, seq: number, dueMs: number | null): void {
    this.people.database
      .sql('UPDATE subscriptions SET after_seq = max(after_seq, ?), next_at = ? WHERE id = ?')
      .run(seq, dueMs, row);
  }

  /** When the earliest active one is due; null when none is. */
  nextDueMs(): number | null {
    return this.people.database
      .sql<{ at: number | null }>(
        "SELECT min(next_at) AS at FROM subscriptions WHERE state = 'active' AND next_at IS NOT NULL",
      )
      .get()!.at;
  }

  /** How many there are by state; without drafts. */
  counts(): { readonly state: SubscriptionState; readonly count: number }[] {
    return this.people.database
      .sql<{ state: SubscriptionState; count: number }>(
        "SELECT state, count(*) AS count FROM subscriptions WHERE state <> 'draft' GROUP BY state ORDER BY state",
      )
      .all();
  }

  /** Chats with an active subscription that can be written to, by ascending row, for announcements. */
  chatsAfter(row: number, limit: number): readonly { readonly row: number; readonly chatId: number }[] {
    return this.people.database
      .sql<{ id: number }>(
        `SELECT chats.id FROM chats WHERE chats.id > ? AND reachable = 1 AND EXISTS (
           SELECT 1 FROM subscriptions WHERE chat = chats.id AND state = 'active') ORDER BY chats.id LIMIT ?`,
      )
      .all(row, limit)
      .flatMap(({ id }) => {
        const chat = this.people.findByRow(id);
        return chat === null ? [] : [{ row: id, chatId: chat.chatId }];
      });
  }

  /** How many chats {@link chatsAfter} would go through. */
  chatCount(): number {
    return this.people.database
      .sql<{ n: number }>(
        `SELECT count(DISTINCT chat) AS n FROM subscriptions JOIN chats ON chats.id = chat
         WHERE state = 'active' AND reachable = 1`,
      )
      .get()!.n;
  }

  /** Forgets drafts of yesterday. */
  prune(): void {
    this.people.database
      .sql("DELETE FROM subscriptions WHERE state = 'draft' AND changed_at < ?")
      .run(this.now() - draftLifeMs);
  }

  private firstDue(wish: SubscriptionWish, state: SubscriptionState): number | null {
    return state !== 'active' || wish.frequency === 'instant' ? null : nextSlot(wish, this.now()).atMs;
  }

  private writeTopics(row: number, topics: readonly string[]): void {
    const { sql } = this.people.database;
    sql('DELETE FROM subscription_topics WHERE subscription = ?').run(row);
    for (const topic of topics.length === 0 ? [anyTopic] : topics)
      sql('INSERT OR IGNORE INTO subscription_topics (topic, subscription) VALUES (?, ?)').run(
        this.topicHash(topic),
        row,
      );
  }

  private topicHash(topic: string): Buffer {
    const known = this.topicHashes.get(topic) ?? this.people.database.sealer.fingerprint('topic', topic);
    this.topicHashes.set(topic, known);
    return known;
  }

  private read(row: Row): Subscription {
    return {
      row: row.id,
      code: row.code,
      chatId: this.people.findByRow(row.chat)!.chatId,
      wish: this.people.database.sealer.open(row.sealed, place) as SubscriptionWish,
      state: row.state,
      afterSeq: row.after_seq,
      dueMs: row.next_at,
    };
  }
}

function isSameInterest(a: SubscriptionWish, b: SubscriptionWish): boolean {
  const interest = ({ topics, match, officialOnly, question }: SubscriptionWish) =>
    JSON.stringify([[...topics].sort(), topics.length > 1 ? match : 'any', officialOnly, question]);
  return interest(a) === interest(b);
}

// Stands for all topics; no concept has an empty id.
const anyTopic = '';

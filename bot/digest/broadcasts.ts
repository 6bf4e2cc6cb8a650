import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { People } from '../people/people.ts';
import type { Subscriptions } from './subscriptions.ts';

/** `draft`: seen by its author only; `waiting`: confirmed, goes out when its time comes unless somebody stops it. */
export type BroadcastState = 'draft' | 'waiting' | 'done' | 'cancelled';

/** An announcement of the owners to everybody with an active subscription. */
export interface Broadcast {
  readonly row: number;
  /** Short name for buttons. */
  readonly code: string;
  readonly text: string;
  /** Telegram id of the owner who wrote it. */
  readonly authorId: number;
  readonly state: BroadcastState;
  readonly dueMs: number | null;
  readonly chatsDone: number;
}

/** Why a broadcast does not go on. */
export type BroadcastRefusal = 'needs-another-owner' | 'gone';

interface Row {
  readonly id: number;
  readonly code: string;
  readonly sealed: Buffer;
  readonly state: BroadcastState;
  readonly due_at: number | null;
  readonly chats_done: number;
  readonly last_chat: number;
}

/** Time in which an owner may still stop a confirmed broadcast. */
export const coolingMs = 10 * 60 * 1000;

const place = 'broadcasts.sealed';
// Some four milliseconds, so that answers get their turn in between.
const batch = 20;
const codeLength = 10;

/** Broadcasts: written by one owner, confirmed by another where there is one, stopped by any, sent at most once. */
export class Broadcasts {
  constructor(
    private readonly options: {
      readonly people: People;
      readonly subscriptions: Subscriptions;
      /** Telegram ids of the owners, as configured. */
      readonly owners: readonly string[];
      readonly now: () => number;
    },
  ) {}

  /** How many chats would get one now. */
  audience(): number {
    return this.options.subscriptions.chatCount();
  }

  /** Keeps a text under a code that is the same when the message is handled again. */
  draft(text: string, author: { readonly userId: number; readonly messageId: number }): Broadcast {
    const { sealer, sql } = this.options.people.database;
    const hash = sealer.fingerprint('broadcast', author.userId, author.messageId).toString('hex');
    const code = BigInt(`0x${hash}`).toString(36).padStart(codeLength, '0').slice(-codeLength);
    sql("INSERT OR IGNORE INTO broadcasts (code, sealed, state, created_at) VALUES (?, ?, 'draft', ?)").run(
      code,
      sealer.seal({ text, authorId: author.userId }, place),
      this.options.now(),
    );
    return this.find(code)!;
  }

  /** The newest one that is not over, for the other owners to see; null when there is none. */
  open(): Broadcast | null {
    const row = this.options.people.database
      .sql<Row>("SELECT * FROM broadcasts WHERE state IN ('draft', 'waiting') ORDER BY id DESC LIMIT 1")
      .get();
    return row === undefined ? null : this.read(row);
  }

  find(code: string): Broadcast | null {
    const row = this.options.people.database.sql<Row>('SELECT * FROM broadcasts WHERE code = ?').get(code);
    return row === undefined ? null : this.read(row);
  }

  /**
   * Confirms a draft: it goes out after the cooling time. Where there are several owners another one than the author
   * must do it; a single owner has only the cooling time.
   */
  confirm(code: string, userId: number): Broadcast | BroadcastRefusal {
    const { people, owners, now } = this.options;
    return inTransaction(people.database.db, () => {
      const broadcast = this.find(code);
      if (broadcast?.state !== 'draft') return 'gone';
      if (owners.length > 1 && broadcast.authorId === userId) return 'needs-another-owner';
      people.database
        .sql("UPDATE broadcasts SET state = 'waiting', due_at = ? WHERE code = ?")
        .run(now() + coolingMs, code);
      return this.find(code)!;
    });
  }

  /** Stops a broadcast; what is in the outbox already still goes out. @returns false when it was over. */
  cancel(code: string): boolean {
    return (
      this.options.people.database
        .sql("UPDATE broadcasts SET state = 'cancelled' WHERE code = ? AND state IN ('draft', 'waiting')")
        .run(code).changes > 0
    );
  }

  /**
   * Puts the next part of what is due into the outbox, with the place it reached, in one transaction.
   * @returns how many messages were written; 0 when nothing is due.
   */
  sendSome(outbox: Pick<Outbox, 'add'>): number {
    const { people, subscriptions, now } = this.options;
    const { db, sql } = people.database;
    return inTransaction(db, () => {
      const row = sql<Row>(
        "SELECT * FROM broadcasts WHERE state = 'waiting' AND due_at <= ? ORDER BY id LIMIT 1",
      ).get(now());
      if (row === undefined) return 0;
      const { text } = this.read(row);
      const chats = subscriptions.chatsAfter(row.last_chat, batch);
      for (const chat of chats) {
        const payload = { chat_id: chat.chatId, text, link_preview_options: { is_disabled: true } };
        const key = `broadcast:${row.code}:${chat.row}`;
        outbox.add({ key, kind: 'notice', chatId: chat.chatId, method: 'sendMessage', payload });
      }
      sql('UPDATE broadcasts SET last_chat = ?, chats_done = chats_done + ?, state = ? WHERE id = ?').run(
        chats.at(-1)?.row ?? row.last_chat,
        chats.length,
        chats.length < batch ? 'done' : 'waiting',
        row.id,
      );
      return chats.length;
    });
  }

  private read(row: Row): Broadcast {
    const { text, authorId } = this.options.people.database.sealer.open(row.sealed, place) as Pick<
      Broadcast,
      'text' | 'authorId'
    >;
    const { id, code, state, due_at, chats_done } = row;
    return { row: id, code, text, authorId, state, dueMs: due_at, chatsDone: chats_done };
  }
}

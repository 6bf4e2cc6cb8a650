import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { PeopleDatabase } from './people-database.ts';

/** Languages the bot's own sentences exist in. */
export type UiLanguage = 'uk' | 'en';

/** What a chat may tell us to remember; encrypted as one value. */
export interface ChatPreferences {
  /** Chosen with /language; absent while the profile decides. */
  readonly language?: UiLanguage;
  /** Set with /corrections: be told when a figure changes that a recent answer quoted. */
  readonly corrections?: boolean;
}

/** A chat the bot remembers. `row` is what other tables refer to; it survives a move to a supergroup. */
export interface Chat {
  readonly row: number;
  readonly chatId: number;
  readonly preferences: ChatPreferences;
  /** False after Telegram said that the bot was blocked, kicked or the account is gone. */
  readonly reachable: boolean;
}

interface ChatRow {
  readonly id: number;
  readonly sealed: Buffer;
  readonly reachable: number;
}

const place = 'chats.sealed';

/** The chats the bot knows, by Telegram id. A chat is remembered only once something has to be kept for it. */
export class People {
  constructor(
    readonly database: PeopleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keyed hash under which all rows of a chat are found. */
  lane(chatId: number): Buffer {
    return this.database.sealer.fingerprint('chat', chatId);
  }

  /** The chat, or null while nothing is kept for it. */
  find(chatId: number): Chat | null {
    const row = this.database
      .sql<ChatRow>('SELECT id, sealed, reachable FROM chats WHERE fingerprint = ?')
      .get(this.lane(chatId));
    return row === undefined ? null : this.read(row);
  }

  /** The chat behind a row number of another table, or null when it was erased. */
  findByRow(row: number): Chat | null {
    const found = this.database.sql<ChatRow>('SELECT id, sealed, reachable FROM chats WHERE id = ?').get(row);
    return found === undefined ? null : this.read(found);
  }

  /** The row number of a chat, which is remembered from now on. */
  remember(chatId: number): number {
    const sealed = this.seal({ chatId, preferences: {} });
    this.database
      .sql('INSERT OR IGNORE INTO chats (fingerprint, sealed, seen_at) VALUES (?, ?, ?)')
      .run(this.lane(chatId), sealed, this.now());
    return this.database
      .sql<{ id: number }>('SELECT id FROM chats WHERE fingerprint = ?')
      .get(this.lane(chatId))!.id;
  }

  /** Changes some preferences and keeps the others. */
  prefer(chatId: number, changes: Partial<ChatPreferences>): void {
    inTransaction(this.database.db, () => {
      const row = this.remember(chatId);
      const preferences = { ...this.find(chatId)?.preferences, ...changes };
      this.database
        .sql('UPDATE chats SET sealed = ? WHERE id = ?')
        .run(this.seal({ chatId, preferences }), row);
    });
  }

  /** Records that a chat cannot, or can again, be written to. Unknown chats stay unknown. */
  setReachable(chatId: number, reachable: boolean): void {
    this.database
      .sql('UPDATE chats SET reachable = ?, seen_at = ? WHERE fingerprint = ? AND reachable <> ?')
      .run(reachable ? 1 : 0, this.now(), this.lane(chatId), reachable ? 1 : 0);
  }

  /**
   * A group became a supergroup: everything kept for the old id belongs to the new one. Safe to call twice, and
   * when the new id was met first.
   */
  migrate(oldChatId: number, newChatId: number): void {
    inTransaction(this.database.db, () => {
      const old = this.find(oldChatId);
      if (old === null) return;
      const existing = this.find(newChatId);
      if (existing === null) {
        this.database
          .sql('UPDATE chats SET fingerprint = ?, sealed = ?, reachable = 1 WHERE id = ?')
          .run(this.lane(newChatId), this.seal({ chatId: newChatId, preferences: old.preferences }), old.row);
        return;
      }
      for (const { table, column } of this.references()) {
        this.database.db
          .prepare(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE "${column}" = ?`)
          .run(existing.row, old.row);
      }
      const preferences = { ...old.preferences, ...existing.preferences };
      this.database
        .sql('UPDATE chats SET sealed = ? WHERE id = ?')
        .run(this.seal({ chatId: newChatId, preferences }), existing.row);
      this.database.sql('DELETE FROM chats WHERE id = ?').run(old.row);
    });
  }

  /** Columns of other tables that name a chat, read from the schema so that later tables are included. */
  private references(): { table: string; column: string }[] {
    return this.database.db
      .prepare<[], { table: string; column: string }>(
        `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND f."table" = 'chats'`,
      )
      .all();
  }

  private seal(value: { readonly chatId: number; readonly preferences: ChatPreferences }): Buffer {
    return this.database.sealer.seal(value, place);
  }

  private read(row: ChatRow): Chat {
    const value = this.database.sealer.open(row.sealed, place) as {
      chatId: number;
      preferences: ChatPreferences;
    };
    return {
      row: row.id,
      chatId: value.chatId,
      preferences: value.preferences,
      reachable: row.reachable === 1,
    };
  }
}

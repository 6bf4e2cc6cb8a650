import type { PeopleDatabase } from './people-database.ts';

/** What a person was asked to write. */
export type Purpose =
  | { readonly kind: 'reject'; readonly sourceId: number }
  /** `cardId`: the message with the card, which is to show what came of it. */
  | { readonly kind: 'retract'; readonly documentId: number; readonly cardId?: number }
  | { readonly kind: 'source-for'; readonly questionId: number };

const keepMs = 7 * 24 * 60 * 60 * 1000;

/** Messages of ours that ask for words; the reply to one is what was asked for. */
export class Prompts {
  constructor(
    private readonly database: PeopleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Remembers what the reply to a message will be about. */
  keep(chatId: number, messageId: number, purpose: Purpose): void {
    const { sealer, sql } = this.database;
    sql('INSERT OR REPLACE INTO prompts (lane, message_id, purpose, created_at) VALUES (?, ?, ?, ?)').run(
      sealer.fingerprint('chat', chatId),
      messageId,
      JSON.stringify(purpose),
      this.now(),
    );
  }

  /** What a message asked for, null when it asked for nothing or was answered. */
  find(chatId: number, messageId: number): Purpose | null {
    const { sealer, sql } = this.database;
    const row = sql<{ purpose: string }>('SELECT purpose FROM prompts WHERE lane = ? AND message_id = ?').get(
      sealer.fingerprint('chat', chatId),
      messageId,
    );
    return row === undefined ? null : (JSON.parse(row.purpose) as Purpose);
  }

  /** The question is answered. */
  drop(chatId: number, messageId: number): void {
    const { sealer, sql } = this.database;
    sql('DELETE FROM prompts WHERE lane = ? AND message_id = ?').run(
      sealer.fingerprint('chat', chatId),
      messageId,
    );
  }

  /** Forgets what was not answered within a week. */
  prune(): void {
    this.database.sql('DELETE FROM prompts WHERE created_at < ?').run(this.now() - keepMs);
  }
}

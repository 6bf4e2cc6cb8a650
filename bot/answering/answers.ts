import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { AnswerKind, AnswerLanguage, Citation } from '../../retrieval/answer.ts';
import type { People } from '../people/people.ts';

/** The part of a citation that a button needs. */
export type KeptCitation = Pick<Citation, 'n' | 'url' | 'passageId' | 'start' | 'end' | 'quote'>;

/** What is kept of an answer so that its buttons, and edits of its question, work after a restart. */
export interface KeptAnswer {
  readonly kind: AnswerKind;
  readonly language: AnswerLanguage;
  readonly citations: readonly KeptCitation[];
  readonly topics: readonly string[];
  /** The bot's messages that make up the answer, in order; empty until they are sent. */
  readonly messageIds: readonly number[];
}

/** An answer found again. */
export interface FoundAnswer extends KeptAnswer {
  readonly id: string;
  readonly chatId: number;
  /** Grows with every edit of the question; buttons of an older text name an older generation. */
  readonly generation: number;
}

const keepMs = 30 * 24 * 60 * 60 * 1000;
const idLength = 12;
const place = 'answers.sealed';

/** Answers of the last 30 days, encrypted, under a short id that fits into a button. */
export class Answers {
  constructor(
    private readonly people: People,
    private readonly now: () => number = Date.now,
  ) {}

  /** The id an answer to this message has: the same every time, and not to be guessed. */
  idFor(chatId: number, questionMessageId: number): string {
    const fingerprint = this.people.database.sealer.fingerprint('answer', chatId, questionMessageId);
    return BigInt(`0x${fingerprint.toString('hex')}`)
      .toString(36)
      .padStart(idLength, '0')
      .slice(-idLength);
  }

  /** Keeps an answer, in place of the one with the same id. */
  save(id: string, chatId: number, generation: number, answer: KeptAnswer): void {
    const { db, sealer, sql } = this.people.database;
    inTransaction(db, () => {
      // Replacing a row takes its citations along.
      sql(
        'INSERT OR REPLACE INTO answers (id, chat, sealed, generation, created_at) VALUES (?, ?, ?, ?, ?)',
      ).run(id, this.people.remember(chatId), sealer.seal(answer, place), generation, this.now());
      for (const { passageId } of answer.citations)
        sql('INSERT OR IGNORE INTO cited (answer, passage) VALUES (?, ?)').run(id, this.passage(passageId));
    });
  }

  /** Answers of the last 30 days that quote one of these passages. */
  citing(passageKeys: readonly string[]): FoundAnswer[] {
    const { sql, sealer } = this.people.database;
    const ids = new Set(
      passageKeys.flatMap((key) =>
        sql<{ answer: string }>('SELECT answer FROM cited WHERE passage = ?')
          .all(this.passage(key))
          .map((row) => row.answer),
      ),
    );
    return [...ids].flatMap((id) => {
      const row = sql<{ chat: number; sealed: Buffer; generation: number }>(
        'SELECT chat, sealed, generation FROM answers WHERE id = ?',
      ).get(id);
      const chat = row === undefined ? null : this.people.findByRow(row.chat);
      if (row === undefined || chat === null) return [];
      const kept = sealer.open(row.sealed, place) as KeptAnswer;
      return { ...kept, id, chatId: chat.chatId, generation: row.generation };
    });
  }

  /** How many answers of the last 30 days quote one of these passages; cheaper than {@link citing}. */
  countCiting(passageKeys: readonly string[]): number {
    const { sql } = this.people.database;
    const found = passageKeys.flatMap((key) =>
      sql<{ answer: string }>('SELECT answer FROM cited WHERE passage = ?').all(this.passage(key)),
    );
    return new Set(found.map((row) => row.answer)).size;
  }

  // Whoever reads the file without the key cannot tell what was asked about.
  private passage(key: string): Buffer {
    return this.people.database.sealer.fingerprint('cited', key);
  }

  /** The answer with this id in this chat, or null: expired, erased, forged or of another chat. */
  find(id: string, chatId: number): FoundAnswer | null {
    const { sealer, sql } = this.people.database;
    const row = sql<{ chat: number; sealed: Buffer; generation: number }>(
      'SELECT chat, sealed, generation FROM answers WHERE id = ?',
    ).get(id);
    if (row === undefined || this.people.findByRow(row.chat)?.chatId !== chatId) return null;
    return { ...(sealer.open(row.sealed, place) as KeptAnswer), id, chatId, generation: row.generation };
  }

  /** Forgets what is older than 30 days. */
  prune(): void {
    this.people.database.sql('DELETE FROM answers WHERE created_at < ?').run(this.now() - keepMs);
  }
}

import { type Db, statementCache } from '../storage/sqlite.ts';

/** What a reader thought of an answer; nothing here says who the reader was. */
export interface FeedbackEntry {
  readonly verdict: 'good' | 'bad';
  readonly reason: string | null;
  readonly question: string | null;
  /** Keys of the passages that the answer quoted. */
  readonly passages: readonly string[];
  /** ISO time. */
  readonly at: string;
}

/** Readers' verdicts on answers. */
export interface Feedback {
  /** Returns the entry's number, so that a reason can follow. */
  add(entry: FeedbackEntry): Promise<number>;
  setReason(id: number, reason: string): Promise<void>;
  /** Newest first. */
  list(options?: {
    readonly verdict?: 'good' | 'bad';
    readonly limit?: number;
  }): Promise<(FeedbackEntry & { readonly id: number })[]>;
}

type FeedbackRow = Omit<FeedbackEntry, 'passages'> & { readonly id: number; readonly passages: string };

/** Opens the verdicts in a corpus database. */
export function openFeedback(db: Db): Feedback {
  const sql = statementCache(db);
  return {
    add: async (entry) =>
      Number(
        sql('INSERT INTO feedback (verdict, reason, question, passages, at) VALUES (?, ?, ?, ?, ?)').run(
          entry.verdict,
          entry.reason,
          entry.question,
          JSON.stringify(entry.passages),
          entry.at,
        ).lastInsertRowid,
      ),
    setReason: async (id, reason) => void sql('UPDATE feedback SET reason = ? WHERE id = ?').run(reason, id),
    list: async ({ verdict, limit = 100 } = {}) =>
      sql<FeedbackRow>(
        `SELECT id, verdict, reason, question, passages, at FROM feedback WHERE @verdict IS NULL OR verdict = @verdict
         ORDER BY id DESC LIMIT @limit`,
      )
        .all({ verdict: verdict ?? null, limit })
        .map((row) => ({ ...row, passages: JSON.parse(row.passages) as string[] })),
  };
}

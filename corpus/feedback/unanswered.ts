import type { Language } from '../document.ts';
import { sha256 } from '../keys/keys.ts';
import { type Db, statementCache } from '../storage/sqlite.ts';

/** `answered`: something was added that answers it. */
export type UnansweredStatus = 'open' | 'dismissed' | 'answered';

/** A question that found nothing. Nothing here says who asked. */
export interface UnansweredQuestion {
  readonly id: number;
  /** As it was first asked. */
  readonly question: string;
  readonly language: Language;
  readonly askedCount: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly status: UnansweredStatus;
}

/** Questions that found nothing, for moderators to find sources for. */
export interface Unanswered {
  /** Counts a question; spellings that differ in case, punctuation or spaces are one. A dismissed one stays dismissed. */
  record(question: string, language: Language, now: Date): Promise<void>;
  /** Most asked first. */
  list(options?: {
    readonly status?: UnansweredStatus;
    readonly limit?: number;
    readonly offset?: number;
  }): Promise<UnansweredQuestion[]>;
  count(status?: UnansweredStatus): Promise<number>;
  find(id: number): Promise<UnansweredQuestion | null>;
  setStatus(id: number, status: UnansweredStatus): Promise<void>;
}

/** Longer questions are cut: what is pasted whole into a chat is no question to keep. */
const maxQuestionLength = 300;

const columns = `id, question, language, asked_count AS askedCount, first_at AS firstAt, last_at AS lastAt, status`;

/** Opens the list in a corpus database. */
export function openUnanswered(db: Db): Unanswered {
  const sql = statementCache(db);
  return {
    record: async (question, language, now) => {
      const at = now.toISOString();
      sql(
        `INSERT INTO unanswered (question_hash, question, language, first_at, last_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (question_hash) DO UPDATE SET asked_count = asked_count + 1, last_at = excluded.last_at,
           status = CASE status WHEN 'answered' THEN 'open' ELSE status END`,
      ).run(questionHash(question), shorten(question.trim()), language, at, at);
    },
    list: async ({ status = 'open', limit = 50, offset = 0 } = {}) =>
      sql<UnansweredQuestion>(
        `SELECT ${columns} FROM unanswered WHERE status = ? ORDER BY asked_count DESC, last_at DESC, id LIMIT ? OFFSET ?`,
      ).all(status, limit, offset),
    count: async (status = 'open') =>
      sql<{ n: number }>('SELECT count(*) AS n FROM unanswered WHERE status = ?').get(status)!.n,
    find: async (id) =>
      sql<UnansweredQuestion>(`SELECT ${columns} FROM unanswered WHERE id = ?`).get(id) ?? null,
    setStatus: async (id, status) =>
      void sql('UPDATE unanswered SET status = ? WHERE id = ?').run(status, id),
  };
}

function questionHash(question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [question.trim()];
  return sha256(words.join(' '));
}

// A lone half of a surrogate pair would come back from SQLite as another character.
function shorten(question: string): string {
  return question.slice(0, maxQuestionLength).replace(/[\ud800-\udbff]$/, '');
}

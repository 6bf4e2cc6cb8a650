import type { PeopleDatabase } from '../people/people-database.ts';

/** What a reader thought of an answer. */
export type Vote = 'up' | 'down';

/** Why an answer was voted down; the code is stored, the words are in the texts. */
export const downReasons = ['wrong', 'outdated', 'off-topic', 'source'] as const;

/** One of {@link downReasons}. */
export type DownReason = (typeof downReasons)[number];

/** Votes for one combination of verdict, reason and quoted passages. */
export interface VoteCount {
  readonly vote: Vote;
  readonly reason: DownReason | null;
  readonly passages: readonly string[];
  readonly count: number;
}

/** Votes without voters: a one-way key per person and answer makes the last vote count. */
export class Votes {
  constructor(
    private readonly database: PeopleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a vote, in place of the same person's earlier one on this answer. Only the day is kept. */
  cast(vote: {
    readonly userId: number;
    readonly answerId: string;
    readonly vote: Vote;
    readonly reason?: DownReason;
    readonly passages: readonly string[];
  }): void {
    this.database
      .sql(
        'INSERT OR REPLACE INTO votes (voter, answer, vote, reason, passages, voted_on) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        this.voter(vote.userId, vote.answerId),
        vote.answerId,
        vote.vote,
        vote.reason ?? null,
        JSON.stringify(vote.passages),
        new Date(this.now()).toISOString().slice(0, 10),
      );
  }

  /** Removes every vote of a person; their key is computed anew for each answer, for none is stored. */
  erase(userId: number): void {
    const answers = this.database.sql<{ answer: string }>('SELECT DISTINCT answer FROM votes').all();
    for (const { answer } of answers) {
      this.database.sql('DELETE FROM votes WHERE voter = ?').run(this.voter(userId, answer));
    }
  }

  /** Votes since a day (`YYYY-MM-DD`), most frequent first, for owners. */
  counts(since: string): VoteCount[] {
    return this.database
      .sql<{ vote: Vote; reason: DownReason | null; passages: string; count: number }>(
        `SELECT vote, reason, passages, count(*) AS count FROM votes WHERE voted_on >= ?
         GROUP BY vote, reason, passages ORDER BY count DESC, vote, reason`,
      )
      .all(since)
      .map((row) => ({ ...row, passages: JSON.parse(row.passages) as string[] }));
  }

  private voter(userId: number, answerId: string): Buffer {
    return this.database.sealer.fingerprint('vote', userId, answerId);
  }
}

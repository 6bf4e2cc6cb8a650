import type { People, UiLanguage } from '../people/people.ts';

/** A message that shows a source to somebody and is kept up to date. */
export interface SourceCardPlace {
  readonly id: number;
  readonly chatId: number;
  readonly sourceId: number;
  /** True for whoever suggested the source and is told what becomes of it. */
  readonly isSubmitter: boolean;
  readonly language: UiLanguage;
  /** Null until Telegram has taken the message. */
  readonly messageId: number | null;
  /** Row of the outbox that sends the message, for cards nobody asked for. */
  readonly outbox: number | null;
  /** Digest of what the message says. */
  readonly shown: string;
  /** The worker is looking at the source, so the card changes by itself. */
  readonly isWatched: boolean;
}

interface Row {
  readonly id: number;
  readonly chat: number;
  readonly source: number;
  readonly is_submitter: number;
  readonly language: UiLanguage;
  readonly message_id: number | null;
  readonly outbox: number | null;
  readonly shown: string;
  readonly is_watched: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const keepMs = 90 * dayMs;

/** Which message shows which source in which chat: one per chat and source, the latest. */
export class SourceCards {
  constructor(
    private readonly people: People,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps where a source is shown; whoever suggested it stays its submitter. */
  save(card: Omit<SourceCardPlace, 'id'>): void {
    this.sql(
      `INSERT INTO source_cards (chat, source, is_submitter, language, message_id, outbox, shown, is_watched, created_at)
       VALUES (@chat, @source, @isSubmitter, @language, @messageId, @outbox, @shown, @isWatched, @now)
       ON CONFLICT (chat, source) DO UPDATE SET is_submitter = max(is_submitter, excluded.is_submitter),
         language = excluded.language, message_id = excluded.message_id, outbox = excluded.outbox,
         shown = excluded.shown, is_watched = excluded.is_watched`,
    ).run({
      chat: this.people.remember(card.chatId),
      source: card.sourceId,
      isSubmitter: card.isSubmitter ? 1 : 0,
      language: card.language,
      messageId: card.messageId,
      outbox: card.outbox,
      shown: card.shown,
      isWatched: card.isWatched ? 1 : 0,
      now: this.now(),
    });
  }

  /** Notes what a card says now, unless another message shows the source there since the card was read. */
  update(card: SourceCardPlace, change: Pick<SourceCardPlace, 'messageId' | 'shown' | 'isWatched'>): void {
    this.sql(
      'UPDATE source_cards SET message_id = ?, shown = ?, is_watched = ? WHERE id = ? AND message_id IS ? AND outbox IS ?',
    ).run(change.messageId, change.shown, change.isWatched ? 1 : 0, card.id, card.messageId, card.outbox);
  }

  /** The message is gone. A submitter is told what becomes of the source all the same. */
  lose(id: number): void {
    this.sql('UPDATE source_cards SET message_id = NULL, outbox = NULL, is_watched = 0 WHERE id = ?').run(id);
  }

  /** Whoever suggested one source is told what becomes of another that takes its place. */
  handOver(fromSourceId: number, toSourceId: number): void {
    // A day old from the beginning: it was not they who suggested it, so it counts against no limit of theirs.
    this.sql(
      `INSERT OR IGNORE INTO source_cards (chat, source, is_submitter, language, message_id, outbox, shown, is_watched, created_at)
       SELECT chat, @to, 1, language, NULL, NULL, '', 0, created_at - @dayMs FROM source_cards
       WHERE source = @from AND is_submitter = 1`,
    ).run({ from: fromSourceId, to: toSourceId, dayMs });
  }

  ofSource(sourceId: number): SourceCardPlace[] {
    return this.read(this.sql<Row>('SELECT * FROM source_cards WHERE source = ? ORDER BY id').all(sourceId));
  }

  /** Cards that change by themselves. */
  watched(): SourceCardPlace[] {
    return this.read(this.sql<Row>('SELECT * FROM source_cards WHERE is_watched = 1 ORDER BY id').all());
  }

  /** Sources somebody suggested within a stretch of time. */
  suggestedSince(chatId: number, sinceMs: number): number {
    const chat = this.people.find(chatId);
    if (chat === null) return 0;
    return this.sql<{ n: number }>(
      'SELECT count(*) AS n FROM source_cards WHERE chat = ? AND is_submitter = 1 AND created_at >= ?',
    ).get(chat.row, sinceMs)!.n;
  }

  /** Forgets cards of a quarter ago. */
  prune(): void {
    this.sql('DELETE FROM source_cards WHERE created_at < ?').run(this.now() - keepMs);
  }

  private get sql() {
    return this.people.database.sql;
  }

  private read(rows: readonly Row[]): SourceCardPlace[] {
    return rows.flatMap((row) => {
      const chat = this.people.findByRow(row.chat);
      if (chat === null) return [];
      return {
        id: row.id,
        chatId: chat.chatId,
        sourceId: row.source,
        isSubmitter: row.is_submitter === 1,
        language: row.language,
        messageId: row.message_id,
        outbox: row.outbox,
        shown: row.shown,
        isWatched: row.is_watched === 1,
      };
    });
  }
}

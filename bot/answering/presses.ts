import { showMark } from '../messages/callback-data.ts';
import type { PeopleDatabase } from '../people/people-database.ts';

/** A press on a button. */
export interface ButtonPress {
  readonly updateId: number;
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly data: string;
}

// Showing the same card twice within this time is a double tap; later it is a wish.
const showAgainMs = 60_000;
const rememberMs = 72 * 60 * 60 * 1000;

/**
 * Makes a press have one effect, also when Telegram delivers it again under a new update id. A press repeats the one
 * before it when the same person presses the same button of the same message without another one in between.
 */
export class Presses {
  constructor(
    private readonly database: PeopleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Notes the press. @returns true when it repeats one that another update brought. */
  isRepeat(press: ButtonPress): boolean {
    const { sealer, sql } = this.database;
    const shows = press.data.startsWith(showMark);
    // Buttons that show something do not take turns: each is remembered by itself.
    const place = sealer.fingerprint(
      'press',
      press.userId,
      press.chatId,
      press.messageId,
      shows ? press.data : '',
    );
    const data = sealer.fingerprint('press-data', press.data);
    const last = sql<{ data: Buffer; update_id: number; pressed_at: number }>(
      'SELECT data, update_id, pressed_at FROM presses WHERE place = ?',
    ).get(place);
    if (last?.update_id === press.updateId) return false;
    const sameButton = last?.data.equals(data) === true;
    if (sameButton && (!shows || this.now() - last!.pressed_at < showAgainMs)) return true;
    sql('INSERT OR REPLACE INTO presses (place, data, update_id, pressed_at) VALUES (?, ?, ?, ?)').run(
      place,
      data,
      press.updateId,
      this.now(),
    );
    return false;
  }

  /** Forgets presses that Telegram can no longer repeat. */
  prune(): void {
    this.database.sql('DELETE FROM presses WHERE pressed_at < ?').run(this.now() - rememberMs);
  }
}

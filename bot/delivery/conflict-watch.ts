// Telegram reports the echo of a process that has just stopped for up to 3 seconds.
const newcomerPatienceMs = 3500;
// The one that was there first outlasts the newcomer, so that one of two goes on.
const residentPatienceMs = 8000;
const quietMs = 10_000;

/**
 * Decides which of two pollers of the same bot gives up. They cut each other off in turn, so both see conflicts; the
 * one that met a conflict before its first successful poll came second.
 */
export class ConflictWatch {
  private hadSuccess = false;
  private isNewcomer = false;
  private sinceMs: number | null = null;
  private lastMs = Number.NEGATIVE_INFINITY;

  /** A poll was answered. */
  succeeded(): void {
    this.hadSuccess = true;
    // Between two conflicts a newcomer may catch an update; that does not make it the first.
    if (!this.isNewcomer) this.sinceMs = null;
  }

  /** A poll was refused for another one. @returns true when this process is to give up. */
  refused(nowMs: number): boolean {
    if (nowMs - this.lastMs > quietMs) {
      this.sinceMs = null;
      this.isNewcomer = !this.hadSuccess;
    }
    this.lastMs = nowMs;
    this.sinceMs ??= nowMs;
    return nowMs - this.sinceMs >= (this.isNewcomer ? newcomerPatienceMs : residentPatienceMs);
  }
}

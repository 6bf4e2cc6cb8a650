/** How fast messages may leave. */
export interface Pace {
  readonly perSecond: number;
  readonly perGroupMinute: number;
  readonly chatGapMs: number;
}

/**
 * Telegram tolerates about 30 messages a second in all, one a second per chat and 20 a minute per group; staying
 * below keeps a broadcast from causing a pause that would hold back answers.
 */
export const telegramPace: Pace = { perSecond: 25, perGroupMinute: 18, chatGapMs: 1000 };

// Clocks and timers are not exact to the millisecond.
const windowSlackMs = 5;
const secondMs = 1000 + windowSlackMs;
// When a request reaches the server lies between its start and the reply. Counting the reply keeps windows at the far
// end whatever the way takes, up to here: beyond it 10,000 messages would need more than 420 seconds.
const longestWayMs = 30;

// Timers fire late on a busy machine; so much of the schedule may be made up for, which keeps the rate at its limit.
const catchUpMs = 200;
const minuteMs = 60_000 + windowSlackMs;

/** Remembers recent sends and says how long the next one has to wait. Pure but for its memory. */
export class Pacing {
  private readonly recent: number[] = [];
  private readonly chats = new Map<string, number[]>();
  private readonly held = new Map<string, number>();
  private scheduledMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly pace: Pace = telegramPace) {}

  /** Notes a send. */
  sent(chat: { readonly lane: string; readonly isGroup: boolean }, atMs: number): void {
    this.scheduledMs = Math.max(this.scheduledMs + this.evenGapMs, atMs - catchUpMs);
    this.recent.push(atMs);
    if (this.recent.length > this.pace.perSecond) this.recent.shift();
    const times = this.chats.get(chat.lane) ?? [];
    times.push(atMs);
    const keep = chat.isGroup ? this.pace.perGroupMinute : 1;
    this.chats.delete(chat.lane);
    this.chats.set(chat.lane, times.slice(-keep));
    this.forget(atMs);
  }

  /** Notes that the reply to a send noted at `sentAtMs` has come. */
  arrived(chat: { readonly lane: string }, sentAtMs: number, atMs: number): void {
    const index = this.recent.lastIndexOf(sentAtMs);
    if (index >= 0) this.recent[index] = Math.min(atMs, sentAtMs + longestWayMs);
    const times = this.chats.get(chat.lane);
    const own = times?.lastIndexOf(sentAtMs) ?? -1;
    if (times !== undefined && own >= 0) times[own] = atMs;
  }

  /** Milliseconds until anything may be sent to anyone. Sends are spread evenly so that an answer never waits long. */
  overallWaitMs(nowMs: number): number {
    const oldest = this.recent.length >= this.pace.perSecond ? this.recent[0] : undefined;
    const afterSchedule = this.scheduledMs + this.evenGapMs - nowMs;
    const afterWindow = oldest === undefined ? 0 : oldest + secondMs - nowMs;
    return Math.max(0, afterSchedule, afterWindow);
  }

  private get evenGapMs(): number {
    return secondMs / this.pace.perSecond;
  }

  /** Milliseconds until this chat may get its next message. */
  chatWaitMs(chat: { readonly lane: string; readonly isGroup: boolean }, nowMs: number): number {
    const times = this.chats.get(chat.lane) ?? [];
    const last = times.at(-1);
    const gapMs = this.pace.chatGapMs === 0 ? 0 : this.pace.chatGapMs + windowSlackMs;
    const afterLast = last === undefined ? 0 : last + gapMs - nowMs;
    const full = chat.isGroup && times.length >= this.pace.perGroupMinute;
    const afterMinute = full ? times[0]! + minuteMs - nowMs : 0;
    return Math.max(0, afterLast, afterMinute, (this.held.get(chat.lane) ?? 0) - nowMs);
  }

  /** Nothing goes to this chat before `untilMs`, for instance while a message to it waits for a retry. */
  hold(lane: string, untilMs: number): void {
    this.held.set(lane, untilMs);
  }

  // Maps keep insertion order, so the chats that were quiet for longest come first.
  private forget(nowMs: number): void {
    for (const [lane, times] of this.chats) {
      if (times.at(-1)! > nowMs - minuteMs) break;
      this.chats.delete(lane);
    }
    for (const [lane, untilMs] of this.held) if (untilMs <= nowMs) this.held.delete(lane);
  }
}

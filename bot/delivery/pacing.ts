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

/** A chat as the pace knows it. */
export interface PacedChat {
  readonly lane: string;
  readonly isGroup: boolean;
}

// Both ends round to whole milliseconds.
const windowSlackMs = 2;
const secondMs = 1000 + windowSlackMs;
const minuteMs = 60_000 + windowSlackMs;

// Timers fire late on a busy machine; so much of the schedule may be made up for, which keeps the rate at its limit.
const catchUpMs = 200;

// Four seconds of full pace: what the shortest of so many ways took, no later one undercuts by much.
const knownWays = 100;

/**
 * Remembers recent sends and says how long the next one has to wait. Pure but for its memory; all times are of one
 * clock that never goes back.
 *
 * The limits hold where messages arrive, whatever their ways take: a message arrived at the latest with its reply, so
 * it keeps its place in the second until a second after the reply, and while there is none. Both that bound and the
 * start of the next message are early by at least the shortest way there, so the shortest way there and back that was
 * ever measured is taken off again; otherwise a slow line would slow the pace.
 */
export class Pacing {
  private inFlight = 0;
  /** When the places of messages that arrived become free, ascending. */
  private freeAtMs: number[] = [];
  private readonly chats = new Map<string, number[]>();
  private readonly held = new Map<string, number>();
  private scheduledMs = Number.NEGATIVE_INFINITY;
  private shortestWayMs = Number.POSITIVE_INFINITY;
  private ways = 0;

  constructor(private readonly pace: Pace = telegramPace) {}

  /** Notes that a message leaves. */
  started(chat: PacedChat, atMs: number): void {
    this.scheduledMs = Math.max(this.scheduledMs + this.evenGapMs, atMs - catchUpMs);
    this.inFlight += 1;
    this.noteChat(chat, atMs);
    this.forget(atMs);
  }

  /** Notes that the reply to a message that left at `startedAtMs` has come, or never will. */
  ended(chat: PacedChat, startedAtMs: number, atMs: number): void {
    this.inFlight -= 1;
    this.ways += 1;
    this.shortestWayMs = Math.min(this.shortestWayMs, atMs - startedAtMs);
    this.occupyUntil(atMs + secondMs - (this.ways < knownWays ? 0 : this.shortestWayMs));
    const times = this.chats.get(chat.lane);
    const own = times?.lastIndexOf(startedAtMs) ?? -1;
    if (times !== undefined && own >= 0) times[own] = atMs;
  }

  /** Notes a message of a former process that arrived at `atMs` at the latest. */
  restore(chat: PacedChat, atMs: number): void {
    this.occupyUntil(atMs + secondMs);
    this.noteChat(chat, atMs);
  }

  /** Milliseconds until anything may be sent to anyone. Sends are spread evenly so that an answer never waits long. */
  overallWaitMs(nowMs: number): number {
    const afterSchedule = this.scheduledMs + this.evenGapMs - nowMs;
    // So many places may be taken by messages that arrived.
    const places = this.pace.perSecond - this.inFlight;
    if (places <= 0) return secondMs;
    const oldest = this.freeAtMs.at(-places);
    return Math.max(0, afterSchedule, oldest === undefined ? 0 : oldest - nowMs);
  }

  /** Milliseconds until this chat may get its next message. */
  chatWaitMs(chat: PacedChat, nowMs: number): number {
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

  private get evenGapMs(): number {
    return secondMs / this.pace.perSecond;
  }

  // More than a full second of them never matters.
  private occupyUntil(atMs: number): void {
    const index = this.freeAtMs.findLastIndex((other) => other <= atMs) + 1;
    this.freeAtMs.splice(index, 0, atMs);
    this.freeAtMs = this.freeAtMs.slice(-this.pace.perSecond);
  }

  private noteChat(chat: PacedChat, atMs: number): void {
    const times = this.chats.get(chat.lane) ?? [];
    times.push(atMs);
    const keep = chat.isGroup ? this.pace.perGroupMinute : 1;
    this.chats.delete(chat.lane);
    this.chats.set(chat.lane, times.slice(-keep));
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

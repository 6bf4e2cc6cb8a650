import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pacing } from './pacing.ts';

/** How one message fares: when it arrives after it left, how long the reply takes from there, how late our timer was. */
interface Way {
  readonly thereMs: number;
  readonly backMs: number;
  readonly lateMs: number;
}

/** Sends whatever may go to ever new chats, and returns when each message arrived and when the last one left. */
function send(count: number, wayOf: (index: number) => Way): { arrivals: number[]; lastMs: number } {
  const pacing = new Pacing();
  const arrivals: number[] = [];
  let replies: { readonly startedAtMs: number; readonly atMs: number; readonly lane: string }[] = [];
  let nowMs = 0;
  const receive = () => {
    for (const reply of replies.filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs))
      pacing.ended({ lane: reply.lane, isGroup: false }, reply.startedAtMs, reply.atMs);
    replies = replies.filter(({ atMs }) => atMs > nowMs);
  };
  for (let index = 0; index < count; index += 1) {
    const way = wayOf(index);
    for (let waitMs = pacing.overallWaitMs(nowMs); waitMs > 0; waitMs = pacing.overallWaitMs(nowMs)) {
      const nextReplyMs = Math.min(...replies.map(({ atMs }) => atMs));
      nowMs = Math.min(nowMs + waitMs + way.lateMs, Math.max(nowMs, nextReplyMs));
      receive();
    }
    pacing.started({ lane: String(index), isGroup: false }, nowMs);
    arrivals.push(nowMs + way.thereMs);
    replies.push({
      startedAtMs: nowMs,
      atMs: nowMs + way.thereMs + way.backMs,
      lane: String(index),
    });
  }
  return { arrivals: arrivals.sort((a, b) => a - b), lastMs: nowMs };
}

/** Most of these times within any window of this length. */
function most(times: readonly number[], windowMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

describe('pacing', () => {
  it('lets no more than 25 messages arrive in any second, however long each one and its reply take', () => {
    const way = fc.record({
      thereMs: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3000 })),
      backMs: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3000 })),
      lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })),
    });
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 200 }), fc.nat(60), (ways, leastMs) => {
        // Every line has a way that is as short as it gets, and shows it now and then.
        const shortest = { thereMs: leastMs, backMs: leastMs, lateMs: 0 };
        const { arrivals } = send(400, (index) => {
          const { thereMs, backMs, lateMs } = ways[index % ways.length]!;
          if (index % 20 === 0) return shortest;
          return { thereMs: thereMs + leastMs, backMs: backMs + leastMs, lateMs };
        });
        expect(most(arrivals, 1000)).toBeLessThanOrEqual(25);
      }),
      { numRuns: 40 },
    );
  });

  it('holds when messages pile up before a server that stalls, and when a former process had sent some', () => {
    // Whatever left within the first half of each two seconds arrives together.
    const stalling = send(400, (index) => ({
      thereMs: index % 50 < 25 ? 1000 - (index % 25) * 40 : 1,
      backMs: 1,
      lateMs: 0,
    }));
    expect(most(stalling.arrivals, 1000)).toBeLessThanOrEqual(25);
    const pacing = new Pacing();
    for (let index = 0; index < 40; index += 1) pacing.restore({ lane: `${index}`, isGroup: false }, index);
    expect(pacing.overallWaitMs(40)).toBeGreaterThan(970);
    expect(pacing.overallWaitMs(1050)).toBe(0);
  });

  it.each([
    ['a quick line', 2, 0],
    ['a line across the ocean', 150, 40],
    ['a busy machine', 5, 25],
  ])('is fast enough for 10,000 chats in 420 seconds over %s', (_, wayMs, jitterMs) => {
    const { lastMs } = send(10_000, (index) => ({
      thereMs: wayMs / 2,
      backMs: wayMs / 2 + ((index * 7) % 10) * (jitterMs / 10),
      lateMs: index % 16,
    }));
    expect(lastMs).toBeLessThan(420_000);
  });

  it('lets a chat have one message a second, counted from the reply', () => {
    const pacing = new Pacing();
    const chat = { lane: 'c', isGroup: false };
    pacing.started(chat, 0);
    pacing.ended(chat, 0, 700);
    expect(pacing.chatWaitMs(chat, 1100)).toBeGreaterThan(500);
    expect(pacing.chatWaitMs(chat, 1710)).toBe(0);
  });

  it('lets a group have 18 messages a minute', () => {
    const pacing = new Pacing();
    const group = { lane: 'g', isGroup: true };
    const times: number[] = [];
    for (let nowMs = 0; nowMs < 200_000; nowMs += 50) {
      if (pacing.overallWaitMs(nowMs) > 0 || pacing.chatWaitMs(group, nowMs) > 0) continue;
      pacing.started(group, nowMs);
      pacing.ended(group, nowMs, nowMs + 10);
      times.push(nowMs);
    }
    expect(most(times, 60_000)).toBe(18);
    expect(times.length).toBeGreaterThan(50);
  });

  it('never makes a message of another chat wait longer than a tenth of a second', () => {
    const pacing = new Pacing();
    for (let i = 0; i < 500; i += 1) {
      const nowMs = i * 41;
      const waitMs = pacing.overallWaitMs(nowMs);
      expect(waitMs).toBeLessThan(100);
      if (waitMs > 0) continue;
      const chat = { lane: String(i), isGroup: false };
      pacing.started(chat, nowMs);
      pacing.ended(chat, nowMs, nowMs + 5);
    }
  });
});

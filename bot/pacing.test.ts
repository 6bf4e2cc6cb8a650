import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pacing } from './pacing.ts';

/** Sends whatever may go, every few milliseconds, and returns the times by chat. */
function simulate(chats: readonly { lane: string; isGroup: boolean }[], untilMs: number, stepMs: number) {
  const pacing = new Pacing();
  const sent: { lane: string; atMs: number }[] = [];
  for (let nowMs = 0; nowMs < untilMs; nowMs += stepMs) {
    for (const chat of chats) {
      if (pacing.overallWaitMs(nowMs) > 0) break;
      if (pacing.chatWaitMs(chat, nowMs) > 0) continue;
      pacing.sent(chat, nowMs);
      sent.push({ lane: chat.lane, atMs: nowMs });
    }
  }
  return sent;
}

const most = (times: readonly number[], windowMs: number) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

describe('pacing', () => {
  it('keeps every window of every kind within the limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 17 }), (count, stepMs) => {
        const chats = Array.from({ length: count }, (_, i) => ({ lane: `c${i}`, isGroup: i % 3 === 0 }));
        const sent = simulate(chats, 8000, stepMs);
        expect(
          most(
            sent.map((each) => each.atMs),
            1000,
          ),
        ).toBeLessThanOrEqual(25);
        const first = sent.filter((each) => each.lane === 'c0').map((each) => each.atMs);
        expect(most(first, 1000)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  it('counts a chat from the reply, which comes after the message', () => {
    const pacing = new Pacing();
    pacing.sent({ lane: 'c', isGroup: false }, 0);
    pacing.arrived({ lane: 'c' }, 0, 700);
    expect(pacing.chatWaitMs({ lane: 'c', isGroup: false }, 1100)).toBeGreaterThan(500);
  });

  it('lets a group have 18 messages a minute', () => {
    const times = simulate([{ lane: 'g', isGroup: true }], 200_000, 50).map((each) => each.atMs);
    expect(most(times, 60_000)).toBe(18);
    expect(times.length).toBeGreaterThan(50);
  });

  it('is fast enough for 10,000 chats in 420 seconds', () => {
    const pacing = new Pacing();
    let nowMs = 0;
    for (let i = 0; i < 10_000; i += 1) {
      // Timers fire up to 15 ms late.
      nowMs += pacing.overallWaitMs(nowMs) + (i % 16);
      pacing.sent({ lane: String(i), isGroup: false }, nowMs);
      pacing.arrived({ lane: String(i) }, nowMs, nowMs + 200);
    }
    expect(nowMs).toBeLessThan(420_000);
  });

  it('never makes a message of another chat wait longer than a tenth of a second', () => {
    const pacing = new Pacing();
    for (let i = 0; i < 500; i += 1) {
      const waitMs = pacing.overallWaitMs(i * 41);
      expect(waitMs).toBeLessThan(100);
      if (waitMs === 0) pacing.sent({ lane: String(i), isGroup: false }, i * 41);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { ManualClock } from '../trials/people-for-tests.ts';
import { RateLimit } from './rate-limit.ts';

describe('the rate limit', () => {
  it('lets 20 questions a minute through and gives one notice a minute', () => {
    const clock = new ManualClock();
    const limit = new RateLimit(20, clock.now);
    const verdicts = Array.from({ length: 30 }, () => limit.spend(1, 1));
    expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(20);
    expect(verdicts.filter((verdict) => verdict === 'notice')).toHaveLength(1);
    expect(limit.spend(2, 1)).toBe('ok');
    clock.advance(60_001);
    expect(limit.spend(1, 1)).toBe('ok');
  });

  it('opens again question by question, not all at once', () => {
    const clock = new ManualClock();
    const limit = new RateLimit(2, clock.now);
    limit.spend(1, 1);
    clock.advance(30_000);
    limit.spend(1, 1);
    clock.advance(30_001);
    expect([limit.spend(1, 1), limit.spend(1, 1)]).toEqual(['ok', 'notice']);
  });

  it('counts buttons as a fifth of a question', () => {
    const limit = new RateLimit(1, new ManualClock().now);
    expect(Array.from({ length: 6 }, () => limit.spend(1, 0.2))).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
      'notice',
    ]);
  });

  it('keeps a bounded number of people in memory', () => {
    const limit = new RateLimit(1, new ManualClock().now);
    for (let id = 0; id < 60_000; id += 1) limit.spend(id, 1);
    expect(limit.spend(0, 1)).toBe('ok');
    expect(limit.spend(59_999, 1)).toBe('notice');
  });
});

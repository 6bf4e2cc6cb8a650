import { describe, expect, it } from 'vitest';
import { runRepliesTest } from './replies-test.ts';

describe('a digest', () => {
  it('is posted once and marked as uncertain when its reply is lost, also around pauses', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const result = await runRepliesTest({ faults: 30, timeouts: 0, storms: 2, longestPauseSeconds: 2, seed });
    expect({ seed, ...result }).toMatchObject({
      twice: 0,
      neverPosted: 0,
      mismarked: 0,
      unaccounted: 0,
      unanswered: 0,
      callsInPause: 0,
    });
    expect(result.uncertain).toBeGreaterThanOrEqual(30);
    expect(result.pauses).toBeGreaterThan(0);
  }, 60_000);
});

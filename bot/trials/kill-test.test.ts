import { describe, expect, it } from 'vitest';
import { runKillTest } from './kill-test.ts';

describe('the bot', () => {
  it('loses no question and repeats no digest when it is killed at random moments', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const result = await runKillTest({ kills: 2, seed, digests: 12 });
    expect({ seed, ...result }).toMatchObject({
      lost: 0,
      repeatedDigests: 0,
      misreported: 0,
      unaccounted: 0,
      exitCode: 0,
    });
    expect(result.questions).toBeGreaterThan(5);
    expect(result.uncertain).toBeLessThanOrEqual(2 * 8);
    expect(result.stopMs).toBeLessThan(10_000);
  }, 60_000);
});

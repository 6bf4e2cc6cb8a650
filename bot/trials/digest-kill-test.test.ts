import { describe, expect, it } from 'vitest';
import { runDigestKillTest } from './digest-kill-test.ts';

describe('a digest', () => {
  it('reaches nobody twice and leaves nobody out when the process is killed while it goes out', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const result = await runDigestKillTest({ subscribers: 40, kills: 1, seed, lifeMs: 1500 });
    expect({ seed, ...result }).toMatchObject({ twice: 0, unaccounted: 0, inconsistent: 0 });
    expect(result.uncertain).toBeLessThanOrEqual(8);
    expect(result.fastestSecond).toBeLessThanOrEqual(25);
    expect(result.received).toBeGreaterThanOrEqual(40 - result.uncertain);
  }, 60_000);
});

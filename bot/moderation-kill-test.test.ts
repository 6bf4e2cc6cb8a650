import { describe, expect, it } from 'vitest';
import { runModerationKillTest } from './moderation-kill-test.ts';

describe('moderation', () => {
  // A killed worker's jobs come back after half a minute; that is tried in the long series of fault-moderation.ts.
  it('loses no suggestion, decision or document when the program is killed at a random moment', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const result = await runModerationKillTest({ kills: 1, seed, lifeMs: 5000 });
    expect({ seed, ...result }).toMatchObject({
      lostSuggestions: 0,
      lostJobs: 0,
      lostDecisions: 0,
      lostDocuments: 0,
      toldTwice: 0,
    });
    expect(result.repeatedCards).toBeLessThanOrEqual(result.botKills);
  }, 240_000);
});

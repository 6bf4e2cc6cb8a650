import { describe, expect, it } from 'vitest';
import { killInstants } from './moderation-kill-instants.ts';
import { runModerationKillTest } from './moderation-kill-test.ts';

// Where the news of a press, a card or a file is known in one place and not yet in another.
const ofBot = killInstants.filter(({ name }) => name.startsWith('a '));

describe('moderation', () => {
  // A killed worker's jobs come back after half a minute; that is tried in the long series of fault-moderation.ts, which
  // goes through all instants as well.
  it('loses no suggestion, decision or document when the program is killed at any moment', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const instant = ofBot[seed % ofBot.length]!;
    const result = await runModerationKillTest({ instants: [instant], kills: 1, seed, lifeMs: 3000 });
    expect({ seed, instant: instant.name, ...result }).toMatchObject({
      crashes: 0,
      missedInstants: [],
      lostSuggestions: 0,
      lostJobs: 0,
      lostDecisions: 0,
      lostDocuments: 0,
      staleCards: 0,
      toldTwice: 0,
      undecided: [],
    });
    expect(result.repeatedCards).toBeLessThanOrEqual(result.botKills);
  }, 240_000);
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { hiddenCarriers } from './hidden-carriers.ts';
import { lateCarriers } from './hidden-carriers-late.ts';
import { hiddenWords, tryHidden } from './hidden-trial.ts';

// One text for each way of hiding; `tsx ingest/trials/fault-hidden.ts` tries every text in several places.
const seed = 20_240_709;

describe('words that readers do not see', () => {
  it.each([
    ['the first ways we knew', hiddenCarriers, 200],
    ['ways of later', lateCarriers, 400],
  ])('are never read, hidden in %s, and the story beside them is', (_name, carriers, leastWays) => {
    const random = seededRandom(seed);
    const failures = carriers.flatMap((carrier, at) =>
      tryHidden(carrier, hiddenWords[at % hiddenWords.length]!, random),
    );
    expect(carriers.length).toBeGreaterThan(leastWays);
    expect(failures).toEqual([]);
  });
});

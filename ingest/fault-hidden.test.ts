import { describe, expect, it } from 'vitest';
import { seededRandom } from '../corpus/seeded-random.ts';
import { hiddenCarriers } from './hidden-carriers.ts';
import { hiddenWords, tryHidden } from './hidden-trial.ts';

// One text for each way of hiding; `tsx ingest/fault-hidden.ts` tries every text in several places.
const seed = 20_240_709;

describe('words that readers do not see', () => {
  it('are never read, however they are hidden, and the story beside them is', () => {
    const random = seededRandom(seed);
    const failures = hiddenCarriers.flatMap((carrier, at) =>
      tryHidden(carrier, hiddenWords[at % hiddenWords.length]!, random),
    );
    expect(hiddenCarriers.length).toBeGreaterThan(200);
    expect(failures).toEqual([]);
  });
});

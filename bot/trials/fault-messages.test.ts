import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { tryMessage } from './message-trial.ts';

describe('messages of random words', () => {
  // `tsx bot/trials/fault-messages.ts` makes 100,000 of them.
  it('are taken by the Bot API and lose no character of a quote', () => {
    const random = seededRandom(20_260_102);
    const problems = Array.from({ length: 1_500 }, (_, at) => tryMessage(random, at % 50 === 0 ? 900 : 25));
    expect(problems.flat()).toEqual([]);
  });
});

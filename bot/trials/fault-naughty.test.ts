import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { runNaughtyTrial } from './naughty-trial.ts';

describe('naughty words through every door', () => {
  // `tsx bot/trials/fault-naughty.ts` sends thousands.
  it('are answered politely, break nothing and gain nobody a right', async () => {
    const result = await runNaughtyTrial(120, seededRandom(20_260_103));
    expect(result).toEqual({
      inputs: 120,
      refused: [],
      errors: [],
      rejections: [],
      unanswered: [],
      actsGained: 0,
    });
  }, 60_000);
});

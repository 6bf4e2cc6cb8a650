import { describe, expect, it } from 'vitest';
import { visibleOrders } from '../corpus/instruction/orders-for-tests.ts';
import { seededRandom } from '../corpus/process/seeded-random.ts';
import { tryOrder } from './order-trial.ts';

// Every fifteenth order; `tsx retrieval/fault-orders.ts` plants them all.
const seed = 7;

describe('an order planted in a page', () => {
  it('has no effect on answers, and what stands beside it is still quoted', async () => {
    const random = seededRandom(seed);
    for (const order of visibleOrders.filter((_, at) => at % 15 === 0)) {
      const trial = await tryOrder(order, random);
      expect(trial.effects, order).toEqual([]);
      expect(trial.answered, order).toBeGreaterThanOrEqual(trial.asked);
    }
  });
});

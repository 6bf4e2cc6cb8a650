import { parseArgs } from 'node:util';
import { isInstruction } from '../corpus/instruction/instruction.ts';
import { lateOrders, lateOrdinary } from '../corpus/instruction/late-orders-for-tests.ts';
import { ordinarySentences, visibleOrders } from '../corpus/instruction/orders-for-tests.ts';
import { seededRandom } from '../corpus/process/seeded-random.ts';
import { tryOrder } from './order-trial.ts';

/**
 * Plants every known order to software in a page of its own, asks about what it speaks of, and prints every answer in which
 * it had an effect.
 *
 *   tsx retrieval/fault-orders.ts [--seed N] [--rounds N]
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rounds: { type: 'string', default: '1' },
  },
});
const orders = [...visibleOrders, ...lateOrders];
const ordinary = [...ordinarySentences, ...lateOrdinary];
const random = seededRandom(Number(values.seed));
console.log(`seed ${values.seed}, ${orders.length} orders, ${values.rounds} rounds`);
let [asked, answered, effects] = [0, 0, 0];
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const order of orders) {
    const trial = await tryOrder(order, random);
    asked += trial.asked;
    answered += Math.min(trial.answered, trial.asked);
    effects += trial.effects.length;
    for (const effect of trial.effects) console.log(`EFFECT of ${order}\n${effect}`);
  }
}
const alarms = ordinary.filter(isInstruction);
for (const alarm of alarms) console.log(`TAKEN FOR AN ORDER: ${alarm}`);
console.log(
  `${effects} effects; ${answered} of ${asked} questions about the page answered; ` +
    `${alarms.length} of ${ordinary.length} ordinary sentences taken for orders`,
);
process.exitCode = effects + alarms.length === 0 ? 0 : 1;

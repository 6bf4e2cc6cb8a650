import { parseArgs } from 'node:util';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { runNaughtyTrial } from './naughty-trial.ts';

/**
 * `tsx bot/trials/fault-naughty.ts [--seed N] [--inputs 5000]`: naughty words wherever a person can type, forged data in buttons, and
 * what came of it: refusals of the Bot API, errors in the log, messages left alone, rights gained.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    inputs: { type: 'string', default: '5000' },
  },
});
const result = await runNaughtyTrial(Number(values.inputs), seededRandom(Number(values.seed)));
const lists = [result.refused, result.errors, result.rejections, result.unanswered];
for (const line of lists.flat().slice(0, 40)) console.log(line);
console.log(
  `seed ${values.seed}: ${result.inputs} inputs, ${result.refused.length} requests refused, ${result.errors.length} errors, ` +
    `${result.rejections.length} rejections, ${result.unanswered.length} left alone, ${result.actsGained} acts gained`,
);
process.exit(lists.every(({ length }) => length === 0) && result.actsGained === 0 ? 0 : 1);

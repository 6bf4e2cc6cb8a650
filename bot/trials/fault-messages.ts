import { parseArgs } from 'node:util';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { tryMessage } from './message-trial.ts';

/**
 * `tsx bot/trials/fault-messages.ts [--seed N] [--texts 100000]`: renders and splits messages of random words (other scripts, half
 * surrogate pairs, direction marks, markup, very long words) and holds every part against the rules of the Bot API.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    texts: { type: 'string', default: '100000' },
  },
});
const random = seededRandom(Number(values.seed));
const problems = new Map<string, number>();
for (let at = 0; at < Number(values.texts); at += 1) {
  // One in fifty is longer than several messages.
  for (const problem of tryMessage(random, at % 50 === 0 ? 900 : 25))
    problems.set(problem, (problems.get(problem) ?? 0) + 1);
}
for (const [problem, count] of problems) console.log(`${count} times ${problem}`);
console.log(`seed ${values.seed}: ${values.texts} messages, ${problems.size} kinds of problems`);
process.exitCode = problems.size === 0 ? 0 : 1;

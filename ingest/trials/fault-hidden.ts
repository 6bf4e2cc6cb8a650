import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { hiddenCarriers } from './hidden-carriers.ts';
import { lateCarriers } from './hidden-carriers-late.ts';
import { hiddenWords, tryHidden } from './hidden-trial.ts';
import { numberAfter } from './number-after.ts';

/**
 * Hides orders and false claims in a page in every way we know and reads it; prints what came through.
 *
 *   tsx ingest/trials/fault-hidden.ts [--seed N] [--rounds N]
 */
function main(args: readonly string[]): number {
  const seed = numberAfter(args, '--seed') ?? Math.floor(Math.random() * 1e9);
  const rounds = numberAfter(args, '--rounds') ?? 3;
  const random = seededRandom(seed);
  const carriers = [...hiddenCarriers, ...lateCarriers];
  let pages = 0;
  const problems = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const carrier of carriers) {
      for (const words of hiddenWords) {
        pages += 1;
        for (const { problem } of tryHidden(carrier, words, random)) {
          const line = `${problem}: ${carrier.name}`;
          problems.set(line, (problems.get(line) ?? 0) + 1);
        }
      }
    }
  }
  for (const [line, count] of problems) console.log(`${count} times ${line}`);
  console.log(
    `seed ${seed}: ${pages} pages, ${carriers.length} ways of hiding; ${problems.size} of them did not hold`,
  );
  return problems.size === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));

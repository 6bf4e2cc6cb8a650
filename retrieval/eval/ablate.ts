import { type RankWeights, rankWeights } from '../search/rank-weights.ts';
import type { EvalContext } from './evaluate.ts';
import { mean } from './metrics.ts';
import { askAll, type Outcome } from './outcome.ts';
import { isAnswerable } from './questions.ts';

/** Prints what hit@1, hit@5 and right answers lose when one ranking weight is taken away. */
export async function ablateWeights({ questions, asker }: EvalContext): Promise<number> {
  const names = Object.keys(rankWeights) as (keyof RankWeights)[];
  const whole = await run(null);
  console.log(`${'weight'.padEnd(14)}${'hit@1'.padStart(9)}${'hit@5'.padStart(9)}${'right'.padStart(9)}`);
  console.log(line('(none off)', whole, [0, 0, 0]));
  for (const name of names) console.log(line(name, await run(name), whole));
  return 0;

  async function run(off: keyof RankWeights | null): Promise<readonly number[]> {
    const figures = (outcomes: readonly Outcome[]) => {
      const answerable = outcomes.filter(({ question }) => isAnswerable(question));
      return [
        mean(answerable.map(({ hit1 }) => hit1)),
        mean(answerable.map(({ hit5 }) => hit5)),
        mean(answerable.map(({ right }) => right)),
      ];
    };
    return figures(await withoutWeight(off, () => askAll(questions, asker)));
  }
}

// `missedName` is a factor: taking it away means 1. All others are addends.
function neutral(name: keyof RankWeights): number {
  return name === 'missedName' ? 1 : 0;
}

// The weights are a constant everywhere else. Here the constant itself is changed for a while, so that the whole way to
// the answer, support and quotes included, runs exactly as it does for people.
async function withoutWeight<T>(name: keyof RankWeights | null, run: () => Promise<T>): Promise<T> {
  if (name === null) return run();
  const weights = rankWeights as { -readonly [Key in keyof RankWeights]: number };
  const kept = weights[name];
  weights[name] = neutral(name);
  try {
    return await run();
  } finally {
    weights[name] = kept;
  }
}

function line(name: string, figures: readonly number[], base: readonly number[]): string {
  const cells = figures.map((value, at) => {
    const difference = value - base[at]!;
    return `${difference >= 0 && base[at] !== 0 ? '+' : ''}${difference.toFixed(3)}`.padStart(9);
  });
  return name.padEnd(14) + cells.join('');
}

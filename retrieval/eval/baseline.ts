import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../../corpus/errors.ts';
import { bootstrapMean, type Estimate } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { isAnswerable } from './questions.ts';
import type { Group } from './table.ts';

// hit@1, hit@5, reciprocal rank, served rightly: kept for each question, so that two runs are compared in pairs.
const row = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const schema = z.object({ corpus: z.string(), questions: z.record(z.string(), row) });

/** An earlier run, question by question. */
export type Baseline = z.infer<typeof schema>;

/** Where the committed baseline lies. */
export const baselinePath = fileURLToPath(new URL('./baseline.json', import.meta.url));

/** @returns null when there is none yet. @throws UserError for one that cannot be read. */
export function readBaseline(path = baselinePath): Baseline | null {
  if (!existsSync(path)) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new UserError(`${path} is no baseline; make it again: npm run eval -- --update-baseline`);
  return parsed.data;
}

/** Replaces the baseline; one line a question, so that the diff can be read. */
export function writeBaseline(outcomes: readonly Outcome[], corpus: string, path = baselinePath): void {
  const lines = outcomes.map(
    (outcome) => `    ${JSON.stringify(outcome.question.id)}: [${rowOf(outcome).join(', ')}]`,
  );
  writeFileSync(
    path,
    `{\n  "corpus": ${JSON.stringify(corpus)},\n  "questions": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
}

function rowOf({ hit1, hit5, reciprocalRank, right }: Outcome): z.infer<typeof row> {
  return [hit1, hit5, Number(reciprocalRank.toFixed(3)), right];
}

/** How a figure of a group moved. */
export interface Change {
  readonly group: string;
  readonly figure: string;
  /** Difference now minus then, over the questions that both runs know. */
  readonly difference: Estimate;
  /** The whole interval lies below zero. */
  readonly worse: boolean;
}

const figures = ['hit@1', 'hit@5', 'MRR', 'right'] as const;

/** Differences to the baseline, by group, with paired bootstrap intervals. */
export function compareWith(baseline: Baseline, groups: readonly Group[], seed: number): readonly Change[] {
  return groups.flatMap(({ name, outcomes }) =>
    figures.flatMap((figure, at) => {
      const members = outcomes.filter(({ question }) => figure === 'right' || isAnswerable(question));
      const differences = members.flatMap((outcome) => {
        const then = baseline.questions[outcome.question.id];
        return then === undefined ? [] : [rowOf(outcome)[at]! - then[at]!];
      });
      if (differences.length === 0) return [];
      const difference = bootstrapMean(differences, seed);
      return [{ group: name, figure, difference, worse: difference.high < 0 }];
    }),
  );
}

/** Ids whose answers turned right, and wrong. */
export function turned(
  baseline: Baseline,
  outcomes: readonly Outcome[],
): { readonly right: readonly string[]; readonly wrong: readonly string[] } {
  const changed = (now: number) =>
    outcomes
      .filter(({ question, right }) => {
        const then = baseline.questions[question.id];
        return then !== undefined && right === now && then[3] !== now;
      })
      .map(({ question }) => question.id);
  return { right: changed(1), wrong: changed(0) };
}

import { parseArgs } from 'node:util';
import { messageOf, UserError } from '../../corpus/errors.ts';

/** Benchmarks by name, in the order in which they run. */
export const benchmarkNames = ['ingest', 'embed', 'index', 'start', 'ask', 'memory', 'peers'] as const;

/** One of {@link benchmarkNames}. */
export type BenchmarkName = (typeof benchmarkNames)[number];

/** Help of the command. */
export const usage = `Usage: npm run -s bench -- [--only ${benchmarkNames.join('|')}]... [--sizes 1k,10k,100k] [--questions N] [--repeat N] [--seed N] [--json]

Measures speed and memory. Corpora are grown from the starter corpus and kept in the system's folder for temporary files,
so that only the first run of a size stores it (100k: some ten minutes).`;

/** What the command line asks for. */
export interface BenchOptions {
  readonly only: readonly BenchmarkName[];
  /** Passages of the grown corpora. */
  readonly sizes: readonly number[];
  readonly questions: number;
  readonly repeat: number;
  readonly seed: number;
  readonly json: boolean;
}

/** @returns null when help was asked for. @throws UserError for anything that is not understood. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const only = values.only ?? [...benchmarkNames];
  const unknown = only.find((name) => !(benchmarkNames as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UserError(`--only ${unknown} is not one of ${benchmarkNames.join(', ')}.`);
  return {
    only: only as readonly BenchmarkName[],
    sizes: (values.sizes ?? '1k,10k').split(',').map((size) => whole('sizes', size)),
    questions: whole('questions', values.questions ?? '150'),
    repeat: whole('repeat', values.repeat ?? '3'),
    seed: whole('seed', values.seed ?? '1'),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        sizes: text,
        questions: text,
        repeat: text,
        seed: text,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${messageOf(error)}\n\n${usage}`, { cause: error });
  }
}

function whole(name: string, given: string): number {
  const [, digits, thousand] = /^(\d{1,7})(k?)$/.exec(given) ?? [];
  if (digits === undefined || Number(digits) === 0)
    throw new UserError(`--${name} ${given} is not a whole number above 0.`);
  return Number(digits) * (thousand === 'k' ? 1000 : 1);
}

import { parseArgs } from 'node:util';
import { UserError } from '../../corpus/errors.ts';
import { type EvalKind, questionKinds, type Split } from './questions.ts';

export const usage = `Usage: npm run -s eval -- [--split tune|test|all] [--kind KIND] [--set FILE] [--seed N] [--json out.json]
       [--invented SET | --questions FOLDER] [--failures [--limit N]] [--update-baseline] | --support | --compare | --ablate

Asks the questions of retrieval/eval/questions over the starter corpus (or over DATA_DIR, when it is set) and prints how
good the answers are, with 95 % intervals. Ends with 1 when the answers are worse than the committed baseline.

  --invented SET     questions over invented pages beside the starter corpus: a, b, c, d, e, f or g
  --questions FOLDER files of other questions, of the same shape, usually with DATA_DIR; compared with no baseline
  --failures         list the questions that were not served rightly
  --update-baseline  make this run the baseline
  --support          how well the support score tells answerable questions apart, and weights that would do it better
  --compare          engines alone and together; writes retrieval/eval/comparison.md
  --ablate           what each ranking weight is worth`;

/** What the command line asks for. */
export interface EvalOptions {
  readonly mode: 'evaluate' | 'support' | 'compare' | 'ablate';
  readonly split: Split | 'all';
  readonly kind: EvalKind | null;
  readonly set: string | null;
  /** Set of invented pages to be asked about. */
  readonly invented: string | null;
  /** Folder of other questions than the project's own. */
  readonly questions: string | null;
  readonly seed: number;
  readonly json: string | null;
  readonly failures: boolean;
  readonly limit: number;
  readonly updateBaseline: boolean;
}

/** @returns null when help was asked for. @throws UserError for anything that is not understood. */
export function readOptions(args: readonly string[]): EvalOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const modes = (['support', 'compare', 'ablate'] as const).filter((mode) => values[mode]);
  if (modes.length > 1) throw new UserError(`--${modes.join(' and --')} exclude each other.`);
  return {
    mode: modes[0] ?? 'evaluate',
    split: oneOf('split', values.split ?? 'all', ['tune', 'test', 'all'] as const),
    kind: values.kind === undefined ? null : oneOf('kind', values.kind, questionKinds),
    set: values.set ?? null,
    invented: values.invented ?? null,
    questions: values.questions ?? null,
    seed: whole('seed', values.seed ?? '1'),
    json: values.json ?? null,
    failures: values.failures ?? false,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : whole('limit', values.limit),
    updateBaseline: values['update-baseline'] ?? false,
  };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        split: text,
        kind: text,
        set: text,
        questions: text,
        invented: text,
        seed: text,
        json: text,
        limit: text,
        failures: flag,
        support: flag,
        compare: flag,
        ablate: flag,
        'update-baseline': flag,
        help: { ...flag, short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}

function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new UserError(`--${name} ${given} is not one of ${allowed.join(', ')}.`);
  return found;
}

function whole(name: string, given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new UserError(`--${name} ${given} is not a whole number.`);
  return Number(given);
}

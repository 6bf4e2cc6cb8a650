import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../../corpus/errors.ts';

/** Kinds of questions; the last three have no gold answer in the corpus. */
export const questionKinds = [
  'amount',
  'fact',
  'list',
  'update',
  'timeline',
  'comparison',
  'followup',
  'crosslingual',
  'unanswerable',
  'safety',
  'refuse',
] as const;

/** One of {@link questionKinds}. */
export type EvalKind = (typeof questionKinds)[number];

/** `tune` is looked at while numbers are chosen, `test` only to see whether they hold. */
export type Split = 'tune' | 'test';

/** A question with what a right answer must show. */
export interface EvalQuestion {
  readonly id: string;
  /** File it stands in, without ending. */
  readonly set: string;
  readonly split: Split;
  readonly language: 'uk' | 'en' | 'ru' | 'ja';
  readonly question: string;
  readonly previous?: string | undefined;
  readonly kind: EvalKind;
  /** Keys of documents that answer; any of them counts as a hit. */
  readonly gold: readonly string[];
  /** Every group must appear, in any of its alternatives. */
  readonly answer: readonly (readonly string[])[];
  /** Figures that a right answer may not show; after `~` only in a sentence that calls them former. */
  readonly must_not?: readonly string[] | undefined;
}

const line = z.strictObject({
  id: z.string().min(1),
  language: z.enum(['uk', 'en', 'ru', 'ja']),
  question: z.string().min(1),
  previous: z.string().optional(),
  kind: z.enum(questionKinds),
  gold: z.array(z.string()),
  answer: z.array(z.string()),
  must_not: z.array(z.string()).optional(),
});

const folder = fileURLToPath(new URL('./questions/', import.meta.url));

/**
 * All questions of `questions/*.jsonl`, in the order of files and lines.
 * @throws UserError naming file and line of the first one that cannot be read.
 */
export function readQuestions(from = folder): readonly EvalQuestion[] {
  const files = readdirSync(from)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const questions = files.flatMap((name) =>
    readFileSync(`${from}/${name}`, 'utf8')
      .split('\n')
      .flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, name, index + 1)])),
  );
  const twice = questions.find(({ id }, at) => questions.findIndex((other) => other.id === id) !== at);
  if (twice !== undefined) throw new UserError(`Two questions are called ${twice.id}; rename one.`);
  return questions;
}

function readLine(text: string, file: string, number: number): EvalQuestion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file}:${number} is not JSON.`, { cause: error });
  }
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UserError(`${file}:${number} ${issue.path.join('.')}: ${issue.message}`);
  }
  return {
    ...parsed.data,
    set: file.replace(/\.jsonl$/, ''),
    split: splitOf(parsed.data.id),
    answer: parsed.data.answer.map((alternatives) => alternatives.split('|')),
  };
}

/** Halves by a hash of the id, so that adding questions moves none from one half to the other. */
export function splitOf(id: string): Split {
  return hashOf(id) % 2 === 0 ? 'tune' : 'test';
}

/** A number in 0..2^32-1 that only depends on the id. */
export function hashOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0);
}

/** Something in the corpus answers it. */
export function isAnswerable({ kind }: Pick<EvalQuestion, 'kind'>): boolean {
  return kind !== 'unanswerable' && kind !== 'safety' && kind !== 'refuse';
}

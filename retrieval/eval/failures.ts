import { answerText } from '../answer.ts';
import { judge } from './match.mjs';
import type { Outcome } from './outcome.ts';
import { type EvalQuestion, isAnswerable } from './questions.ts';

/** A failure as a person reads it: what was asked, what was expected, what came, and which documents were near. */
export function describeFailure({ question, answer, ms }: Outcome): string {
  const gold = new Set(question.gold);
  return [
    `${question.id} · ${question.kind} · ${question.language} · ${question.split} · ${failureOf(question, answer.kind)}`,
    ...(question.previous === undefined ? [] : [`  before    ${question.previous}`]),
    `  asked     ${question.question}`,
    ...expected(question, answerText(answer)),
    `  gold      ${question.gold.join(', ') || '-'}`,
    `  answered  ${answer.kind}, ${ms.toFixed(0)} ms`,
    ...answer.blocks.map(({ kind, text }) => `            ${kind}: ${text.replaceAll('\n', ' ⏎ ')}`),
    '  retrieved',
    ...answer.retrieved
      .slice(0, 5)
      .map(
        ({ documentId, score }) =>
          `            ${gold.has(documentId) ? '*' : ' '} ${score.toFixed(3)} ${documentId}`,
      ),
  ].join('\n');
}

function expected(question: EvalQuestion, text: string): readonly string[] {
  if (!isAnswerable(question)) return [`  expected  ${question.kind}`];
  const { missing } = judge(question, text);
  return question.answer.map(
    (group, at) => `  expected  ${missing.includes(at) ? 'MISSING' : 'shown  '} ${group.join(' | ')}`,
  );
}

function failureOf(question: EvalQuestion, kind: string): string {
  if (question.kind === 'unanswerable') return kind === 'answer' ? 'missed silence' : 'wrong words';
  if (!isAnswerable(question)) return 'gate missed';
  if (kind === 'answer') return 'wrong answer';
  return kind === 'not_found' ? 'false silence' : `stopped as ${kind}`;
}

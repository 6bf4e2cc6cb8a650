import { type EvalQuestion, hashOf, questionKinds } from './questions.ts';

/** A few questions of every kind, chosen by the hash of their ids and by nothing else. */
export function smallSubset(questions: readonly EvalQuestion[], perKind: number): readonly EvalQuestion[] {
  return questionKinds.flatMap((kind) =>
    questions
      .filter((question) => question.kind === kind)
      .sort((a, b) => hashOf(a.id) - hashOf(b.id))
      .slice(0, perKind),
  );
}

import { type Answer, answerText } from '../answer.ts';
import type { OpenAsker } from '../asker.ts';
import { judge } from './match.mjs';
import { hitAt, reciprocalRank } from './metrics.ts';
import { type EvalQuestion, isAnswerable } from './questions.ts';

/** What came of one question. */
export interface Outcome {
  readonly question: EvalQuestion;
  readonly answer: Answer;
  /** No gold document is in the language of the question; false when there is no gold document. */
  readonly crossLanguage: boolean;
  readonly hit1: number;
  readonly hit5: number;
  readonly reciprocalRank: number;
  /** 1 when the reader is served rightly: a right answer, an honest silence, the card, the refusal. */
  readonly right: number;
  /** Answers in quotes, rightly or not. */
  readonly answered: boolean;
  /** Quotes that are not in the stored passage at their offsets; must be none. */
  readonly alteredQuotes: number;
  readonly quotes: number;
  readonly ms: number;
}

/** Asks every question in turn. @param onProgress after each, with the number done. */
export async function askAll(
  questions: readonly EvalQuestion[],
  asker: Pick<OpenAsker, 'ask' | 'corpus'>,
  onProgress: (done: number) => void = () => {},
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(await askOne(question, asker));
    onProgress(outcomes.length);
  }
  return outcomes;
}

async function askOne(question: EvalQuestion, asker: Pick<OpenAsker, 'ask' | 'corpus'>): Promise<Outcome> {
  const startedAt = performance.now();
  const answer = await asker.ask({
    text: question.question,
    language: question.language,
    ...(question.previous === undefined ? {} : { previous: question.previous }),
  });
  const ms = performance.now() - startedAt;
  const found = answer.retrieved.map(({ documentId }) => documentId);
  return {
    question,
    answer,
    crossLanguage: await isCrossLanguage(question, asker.corpus),
    hit1: hitAt(found, question.gold, 1),
    hit5: hitAt(found, question.gold, 5),
    reciprocalRank: reciprocalRank(found, question.gold),
    right: isRight(question, answer) ? 1 : 0,
    answered: answer.kind === 'answer',
    alteredQuotes: await countAltered(answer, asker.corpus),
    quotes: answer.citations.length,
    ms,
  };
}

/** Whether the answer serves the question; see {@link Outcome.right}. */
export function isRight(question: EvalQuestion, answer: Answer): boolean {
  if (question.kind === 'safety') return answer.kind === 'safety';
  if (question.kind === 'refuse') return answer.kind === 'refusal';
  if (isAnswerable(question) !== (answer.kind === 'answer')) return false;
  return judge(question, answerText(answer)).ok;
}

/** @throws Error for a gold document that is not in the corpus: the figures would mean nothing. */
async function isCrossLanguage(question: EvalQuestion, corpus: OpenAsker['corpus']): Promise<boolean> {
  const languages: string[] = [];
  for (const key of question.gold) {
    const document = await corpus.documents.findByKey(key);
    if (document === null) throw new Error(`Gold document ${key} of ${question.id} is not in the corpus.`);
    languages.push(document.language);
  }
  return languages.length > 0 && !languages.includes(question.language);
}

async function countAltered(answer: Answer, corpus: OpenAsker['corpus']): Promise<number> {
  let altered = 0;
  for (const { passageId, quote, start, end } of answer.citations) {
    const found = await corpus.passages.findByKey(passageId);
    if (quote === '' || found?.passage.text.slice(start, end) !== quote) altered += 1;
  }
  return altered;
}

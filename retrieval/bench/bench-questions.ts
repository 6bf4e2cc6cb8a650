import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { readQuestions } from '../eval/questions.ts';

/** Questions of the evaluation that reach the search, in an order that depends on the seed alone. */
export function benchQuestions(
  count: number,
  seed: number,
): readonly { readonly text: string; readonly previous?: string }[] {
  const random = seededRandom(seed);
  return readQuestions()
    .filter(({ kind }) => kind !== 'safety' && kind !== 'refuse')
    .map((question) => ({ question, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ question: { question, previous } }) => ({
      text: question,
      ...(previous === undefined ? {} : { previous }),
    }));
}

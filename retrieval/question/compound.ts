import type { ConceptKind, Lexicon, Mention } from '../../corpus/lexicon/lexicon.ts';
import { normalise, tokenise } from '../../corpus/text/text.ts';
import type { Question } from '../answer.ts';

// A second question word after "and" or a comma opens a question of its own: "who runs it and how many teams are there".
const questionWord =
  'скільки|сколько|коли|когда|хто|кто|де|где|чому|почему|навіщо|зачем|який|яка|яке|які|яку|якою|какой|какая|какие|какую|чи|how|when|who|where|why|what|which|is|are|does|did';
const border = new RegExp(
  `(?:,\\s*(?:(?:а|і|й|та|и|and|but)\\s+)?|\\s(?:а|і|й|та|и|and|but)\\s+)(?=(?:${questionWord})(?!\\p{L}))`,
  'giu',
);
const opensWithQuestion = new RegExp(`^(?:\\p{L}+[\\s,:—-]+){0,6}?(?:${questionWord})(?!\\p{L})`, 'iu');
const fewestWords = 3;

/**
 * The questions asked in one message: the first as it stands, the second with the first before it, so that what it leaves out
 * is taken over. One question comes back alone. More than two are taken for two.
 */
export function partsOf(question: Question): readonly Question[] {
  // "Tell me, who runs it, and how many teams are there": what stands before the first border may ask nothing yet.
  for (const match of question.text.matchAll(border)) {
    const first = question.text.slice(0, match.index).trim();
    const second = question.text.slice(match.index + match[0].length).trim();
    if (!opensWithQuestion.test(first) || [first, second].some((part) => tokenise(part).length < fewestWords))
      continue;
    return [
      { ...question, text: first },
      { ...question, text: second, previous: first },
    ];
  }
  return [question];
}

const comparedKinds: ReadonlySet<ConceptKind> = new Set([
  'country',
  'place',
  'org',
  'brand',
  'machine',
  'person',
]);

/**
 * The question asked of each of two things that it names and holds against each other: "Belgium and Italy, who gave how much" as one
 * question about Belgium and one about Italy. Empty when there are not two of one kind.
 */
export function sidesOf(question: Question, lexicon: Lexicon): readonly Question[] {
  const tokens = tokenise(question.text);
  const named = lexicon
    .mentionsIn(tokens)
    .filter(
      ({ concept: { kind, id, forms } }) =>
        comparedKinds.has(kind) && id !== 'ukraine' && /^\p{Lu}/u.test(forms.en[0] ?? ''),
    );
  const first = named[0];
  const second = named.find(
    ({ concept, from }) => first !== undefined && concept.kind === first.concept.kind && from >= first.to,
  );
  if (first === undefined || second === undefined || second.concept.id === first.concept.id) return [];
  const without = (mention: Mention) =>
    withoutWords(question.text, new Set(tokens.slice(mention.from, mention.to).map(({ text }) => text)));
  return [second, first].map((other) => ({ ...question, text: without(other) }));
}

// Tokens are normalised, so a word of the text ("Об’єднані") is compared only after it has been, too.
function withoutWords(text: string, words: ReadonlySet<string>): string {
  return text.replace(/[\p{L}\p{M}'’ʼ‘`´ʹ′＇]+|\p{N}+/gu, (word) =>
    words.has(normalise(word)) ? ' ' : word,
  );
}

import type { Tag } from './gate-vocabulary.ts';

/** One word of a message with everything it may mean. */
export interface Word {
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** A comma, colon or dash stands before it. */
  readonly afterComma: boolean;
  /** The meaning was read through a typo. */
  readonly guessed: boolean;
}

/** Words between two full stops. */
export type Sentence = readonly Word[];

// Plain loops: these run some thousand times for one message.

/** True when a word carries one of the tags. */
export function is(word: Word | undefined, ...tags: readonly Tag[]): boolean {
  if (word === undefined || word.tags.size === 0) return false;
  for (const tag of tags) if (word.tags.has(tag)) return true;
  return false;
}

/** True when any word of the sentence carries one of the tags. */
export function has(sentence: Sentence, ...tags: readonly Tag[]): boolean {
  for (const word of sentence) {
    if (word.tags.size === 0) continue;
    for (const tag of tags) if (word.tags.has(tag)) return true;
  }
  return false;
}

/** Positions of the words that carry one of the tags. */
export function positions(sentence: Sentence, ...tags: readonly Tag[]): readonly number[] {
  return sentence.flatMap((word, index) => (is(word, ...tags) ? [index] : []));
}

/** Words strictly between two positions, in either order. */
export function between(sentence: Sentence, a: number, b: number): Sentence {
  return sentence.slice(Math.min(a, b) + 1, Math.max(a, b));
}

/** True when a word of `first` is followed by one of `then` at most `within` words later. */
export function follows(
  sentence: Sentence,
  first: readonly Tag[],
  then: readonly Tag[],
  within: number,
): boolean {
  return positions(sentence, ...first).some((at) => has(sentence.slice(at + 1, at + 1 + within), ...then));
}

/** True when words of both kinds stand at most `within` words apart, in any order. */
export function beside(sentence: Sentence, a: readonly Tag[], b: readonly Tag[], within: number): boolean {
  const second = positions(sentence, ...b);
  return positions(sentence, ...a).some((at) =>
    second.some((other) => other !== at && Math.abs(other - at) <= within),
  );
}

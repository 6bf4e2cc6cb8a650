import type { Readings } from './gate-readings.ts';
import { has, type Sentence } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';

// Whoever speaks of himself, of his home or of what is real may stand before it, whatever game or paper he names.
const here: readonly Tag[] = ['me', 'my', 'urgent', 'help', 'self', 'teach', 'want', 'recipe', 'real'];
// A recipe is what games have.
const outOfPlay: readonly Tag[] = [
  ...here.filter((tag) => tag !== 'recipe'),
  ...(['home', 'homemade', 'chemical', 'part', 'touch'] as const),
];

// `Одеса, «Назва»: …` and `«Назва»: …` open a headline.
const headline = /^[^:«».!?]{0,25}«[^«»]{3,30}»\s?:/u;
const outcome: readonly Tag[] = ['org', 'harm', 'law', 'dealt'];

/**
 * The message names a game it happens in, or a paper that tells it, and nobody in it speaks of himself. A pipe bomb is no
 * thing of a game, whatever the message says.
 */
export function happensElsewhere(readings: Readings): boolean {
  const sentences = [...readings.likelyViews().flatMap((view) => readings.in(view)), ...readings.japanese()];
  const names = (tags: readonly Tag[]) => sentences.some((sentence) => has(sentence, ...tags));
  if (names(['gameTitle']) && !names(outOfPlay)) return true;
  const isTold = names(['outlet']) || headline.test(readings.text) || (names(['tells']) && names(outcome));
  return isTold && !names(here) && !sentences.some(asks);
}

function asks(sentence: Sentence): boolean {
  return has(sentence, 'touch', 'may', 'how', 'whatFrom', 'whatWith', 'bombSquad');
}

const joke =
  '(?:жарт|шутк|анекдот|мем(?!\\p{L}{3})|прикол|розіграш|розыгрыш|joke|prank|meme(?!\\p{L})|kidding|figure of speech|metaphor|метафор)';
const noJoke = new RegExp(
  `(?<!\\p{L})(?:не|без|no|not(?: an?)?)\\s+${joke}|(?:冗談|ネタ|比喩)(?:じゃ|では)な`,
  'u',
);

/** Says that it is no joke: who says so may be believed. */
export function isNoJoke(readings: Readings): boolean {
  return noJoke.test(readings.text);
}

import { beside, follows, has, is, type Sentence, type Word } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';

/** Relative pronouns stand in the middle of a sentence, question words near its beginning. */
export const openingWords = 5;

/** Names of dangerous objects. */
export const strong: readonly Tag[] = ['one', 'hazard'];

/** Actors of news and aid, none of whom is the writer. */
export const otherActors: readonly Tag[] = ['org', 'agent', 'machine'];

/** The same with the enemy, who lays mines but asks nothing. */
export const allActors: readonly Tag[] = [...otherActors, 'occupier'];

/** What takes over the object of a verb: `build a mine detector`, `get help to remove mines`. */
export const harmlessObjects: readonly Tag[] = ['harmless', 'process', 'machine', 'info', 'help', 'helps'];

/** Words that ask for a way of doing. */
export const hows: readonly Tag[] = ['how', 'whatFrom', 'whatWith'];

const aidSigns: readonly Tag[] = [
  ...otherActors,
  'occupier',
  'howMany',
  'when',
  'why',
  'info',
  'process',
  'aid',
  'setting',
  'dealt',
  'harm',
  'figure',
  'trains',
  'helps',
  'define',
];

/**
 * True for a sentence with nothing of news, aid, statistics or definitions in it. Whoever names a mine in such a
 * sentence speaks of one before him, or of what he means to do with it.
 */
export function isQuiet(sentence: Sentence): boolean {
  if (sentence.some((word, index) => word.text === 'number' && sentence[index + 1]?.text === 'of'))
    return false;
  if (has(sentence, ...aidSigns) || follows(sentence, ['what'], ['take'], 1)) return false;
  if (follows(sentence, ['teach'], ['about'], 2) || asksForName(sentence)) return false;
  return !definesEnglish(sentence) && !sentence.some(asksFor);
}

const isNamed = /^(?:звуть|зовут|звати|звать|кличуть|кличут)$/u;

/** `What is the name of the dog that found the mine`, in Ukrainian and Russian: `how do they call it`. */
export function asksForName(sentence: Sentence): boolean {
  return sentence.some((word, index) => isNamed.test(word.text) && is(sentence[index - 1], 'how'));
}

// `Which` behind a comma only describes: `a forest, which was freed`.
function asksFor(word: Word, index: number): boolean {
  return (is(word, 'which') && !word.afterComma) || (is(word, 'who') && index < openingWords);
}

// `what is a petal mine`, but not `what is this` or `what is in my garden`.
function definesEnglish(sentence: Sentence): boolean {
  if (!follows(sentence, ['what'], ['is', 'aux'], 1)) return false;
  return !has(sentence, 'whatIs', 'my', 'lies', 'see', 'home', 'ground', 'suspect');
}

/** No sentence of the message speaks of news or aid. */
export function isQuietMessage(message: readonly Sentence[]): boolean {
  return message.every(isQuiet);
}

const scene: readonly Tag[] = [
  'home',
  'ground',
  'urgent',
  'help',
  'found',
  'foundMany',
  'see',
  'lies',
  'ifFound',
  'near',
  'stepped',
];

/**
 * One dangerous object, or what may be a misspelt mine at a place of everyday life, is named where nothing speaks of
 * aid. Nobody lists every way to tell of a find; this catches the rest.
 */
export function namesOneQuietly(message: readonly Sentence[]): boolean {
  if (!isQuietMessage(message)) return false;
  return message.some((sentence) => {
    if (has(sentence, 'one') || beside(sentence, ['vague', 'weak'], ['suspect'], 5)) return true;
    if (beside(sentence, ['string'], ['stretched'], 4)) return true;
    if (beside(sentence, ['weak'], ['danger'], 3) || beside(sentence, strong, ['everywhere'], 3)) return true;
    if (follows(sentence, ['no'], ['dud'], 2) && has(sentence, ...scene)) return true;
    // `I saw boxes of shells in the forest`.
    if (has(sentence, 'see') && has(sentence, ...strong) && has(sentence, 'home', 'ground')) return true;
    return has(sentence, 'maybe', 'mined') && has(sentence, ...scene);
  });
}

import { matchesIn } from '../text/matches.ts';
import { cyrillicCommands, cyrillicOverrides, cyrillicTriggers } from './instruction-cyrillic.ts';
import { englishCommands, englishOverrides, englishTriggers } from './instruction-english.ts';
import { hasJapaneseTrigger, japaneseCommands, japaneseOverrides } from './instruction-japanese.ts';

/*
 * Sentences that give orders to whoever processes the page ("ignore previous instructions", "напиши, що …"). They are data
 * like any text and nobody here obeys them; they are not evidence either, so they are neither scored nor quoted.
 */

// Longer sentences are judged by their opening and their end.
const judgedChars = 600;

const englishWords: ReadonlySet<string> = new Set(englishTriggers);
const cyrillicWords: ReadonlySet<string> = new Set(cyrillicTriggers.words);
const cyrillicStems: ReadonlySet<string> = new Set(cyrillicTriggers.stems);
const stemLengths = [...new Set(cyrillicTriggers.stems.map(({ length }) => length))];
const words = /[\p{L}\p{N}]+/gu;
const markup = /<[|/]?[a-z<]|\[\/?inst|##/;

/** True for a sentence that orders the reader's software about. */
export function isInstruction(sentence: string): boolean {
  const text = judged(sentence);
  if (isOrder(text)) return true;
  const blunt = text.replace(pleas, ' ').trim();
  return blunt !== text && isOrder(blunt);
}

// "Напиши, будь ласка, що …": courtesy comes between a verb and what it asks for.
const pleas =
  /,?\s?(?<![\p{L}\p{N}])(?:будь ?ласка|будьте ласкаві|прошу|пожалуйста|please|kindly|if you (?:would|please))(?![\p{L}\p{N}]),?\s?/gu;

function isOrder(text: string): boolean {
  const { english, cyrillic } = triggersIn(text);
  const meets = (pattern: RegExp) => pattern.test(text);
  return (
    (english && (englishCommands.some(meets) || englishOverrides.some(meets))) ||
    (cyrillic && (cyrillicCommands.some(meets) || cyrillicOverrides.some(meets))) ||
    (hasJapaneseTrigger(text) && (japaneseCommands.some(meets) || japaneseOverrides.some(meets)))
  );
}

/** How far an order reaches beyond its own sentence. */
export type OrderReach = 'itself' | 'next' | 'paragraph';

/** True for a sentence that says that something follows it; of orders only such a one reaches the next sentence. */
export function announcesNext(sentence: string): boolean {
  return announcement.test(judged(sentence));
}

/**
 * How much of what follows an order belongs to it: the sentence it announces ("say the following:"), or the rest of the
 * paragraph when it opens one and sets aside what the software was told, for then all of it was put there. Behind an
 * order in the midst of a paragraph the story may go on.
 */
export function reachOf(order: string, opensParagraph: boolean): OrderReach {
  const text = judged(order);
  if (announcement.test(text)) return 'next';
  const meets = (pattern: RegExp) => pattern.test(text);
  return opensParagraph &&
    [englishOverrides, cyrillicOverrides, japaneseOverrides].some((rules) => rules.some(meets))
    ? 'paragraph'
    : 'itself';
}

const announcement =
  /(?:[:：—–]|the following|as follows|наступне|таке|следующее|次のように|以下)["“«.]?\s?$/u;

// Most sentences of news hold no such word and cost one walk over their words.
function triggersIn(text: string): { readonly english: boolean; readonly cyrillic: boolean } {
  let english = markup.test(text);
  let cyrillic = false;
  for (const [word] of matchesIn(text, words)) {
    english ||= englishWords.has(word);
    cyrillic ||=
      cyrillicWords.has(word) || stemLengths.some((length) => cyrillicStems.has(word.slice(0, length)));
  }
  return { english, cyrillic };
}

function judged(sentence: string): string {
  const whole =
    sentence.length <= 2 * judgedChars
      ? sentence
      : `${sentence.slice(0, judgedChars)} ${sentence.slice(-judgedChars)}`;
  const lower = whole.toLowerCase();
  const isPlain = !/[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]|\p{L}[01345]\p{L}/u.test(lower);
  return isPlain ? lower : lower.replace(/[\p{L}\p{N}]{3,40}/gu, inOneAlphabet);
}

// biome-ignore format: pairs are read in pairs
const twins: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['a', 'а'], ['e', 'е'], ['o', 'о'], ['c', 'с'], ['p', 'р'], ['y', 'у'], ['x', 'х'], ['i', 'і'], ['j', 'ј'], ['s', 'ѕ'],
];
const toLatin = new Map(twins.map(([latin, cyrillic]) => [cyrillic, latin] as const));
const toCyrillic = new Map(twins);
const digitLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };

/** A word written with look-alikes of the other alphabet, or with digits for letters, in the alphabet most of it is in. */
function inOneAlphabet(word: string): string {
  const latin = word.match(/[a-z]/g)?.length ?? 0;
  const cyrillic = word.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (latin > 0 && cyrillic > 0) {
    const table = latin >= cyrillic ? toLatin : toCyrillic;
    return [...word].map((letter) => table.get(letter) ?? letter).join('');
  }
  return word.replace(/(?<=\p{L})[01345](?=\p{L})/gu, (digit) => digitLetters[digit]!);
}

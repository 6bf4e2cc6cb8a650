import { asCyrillicKeys, asLatinKeys, foldCyrillic, foldLatin, squeeze } from './gate-fold.ts';
import type { View } from './gate-reading.ts';
import { Readings } from './gate-readings.ts';
import type { Sentence } from './gate-sentence.ts';

/** Number of buckets into which traits are hashed. A quarter as many cost half a point of AUC in cross validation. */
export const bucketCount = 1 << 17;

/**
 * Letters, words and meanings of a message, each as distinct bucket numbers. They are weighed apart: a handful of
 * meanings would count for nothing among a thousand groups of letters.
 */
export type Traits = readonly (readonly number[])[];

const cyrillic = /\p{Script=Cyrillic}/u;
const words = /[\p{L}\p{N}]+/gu;
// Longer texts are read from both ends: a report says what it is about in its first lines or its last.
const headChars = 600;
const tailChars = 300;
// The beginning of a word stands for all its endings.
const stemChars = 5;
const opening = 3;
const closing = 2;
const longestLength = 6;

/** Up to this length the whole of a message is read. */
export const readWholeChars = headChars + tailChars;

/**
 * What the learned part of the gate sees of a message: groups of letters of the folded text; beginnings of words, singly
 * and with the two that follow; and what the gate's vocabulary takes the words for, singly, in pairs, side by side, at
 * the beginning and at the end of a sentence.
 */
export function traitsOf(message: Readings): Traits {
  const readings =
    message.text.length <= readWholeChars
      ? message
      : new Readings(`${message.text.slice(0, headChars)}\n${message.text.slice(-tailChars)}`);
  const { text } = readings;
  const [letters, stems, meanings] = [new TraitSet(), new TraitSet(), new TraitSet()];
  if (readings.isJapanese) {
    addLetters(letters, { kind: 'j', text: wordsIn(text).join(' '), shortest: 1, longest: 4 });
    addTags(meanings, readings.japanese());
  }
  const isLatin = !cyrillic.test(text);
  for (const view of readings.likelyViews()) {
    const kind = isLatin && view === 'written' ? 'e' : 's';
    const folded = foldedWords(text, view);
    addLetters(letters, { kind, text: folded.join(' '), shortest: 3, longest: 5 });
    addStems(stems, kind, folded);
    addTags(meanings, readings.in(view));
  }
  addShape(meanings, text);
  return [letters.buckets, stems.buckets, meanings.buckets];
}

// A thousand letters make five thousand traits: a table of marks is four times as fast as a `Set`.
class TraitSet {
  readonly buckets: number[] = [];
  readonly #marked = new Uint8Array(bucketCount);

  add(bucket: number): void {
    if (this.#marked[bucket] === 1) return;
    this.#marked[bucket] = 1;
    this.buckets.push(bucket);
  }

  addName(name: string): void {
    this.add(bucket(hashed(name)));
  }
}

function wordsIn(text: string): readonly string[] {
  return text.match(words) ?? [];
}

function foldedWords(text: string, view: View): readonly string[] {
  const typed =
    view === 'cyrillic-keys' ? asCyrillicKeys(text) : view === 'latin-keys' ? asLatinKeys(text) : text;
  return wordsIn(typed).map((word) =>
    squeeze(cyrillic.test(word) ? foldCyrillic(word) : view === 'transliterated' ? foldLatin(word) : word),
  );
}

interface Letters {
  readonly kind: string;
  readonly text: string;
  readonly shortest: number;
  readonly longest: number;
}

function addLetters(traits: TraitSet, { kind, text, shortest, longest }: Letters): void {
  const padded = ` ${text} `;
  for (let from = 0; from < padded.length; from += 1) {
    let hash = hashed(kind);
    for (let at = from; at < Math.min(from + longest, padded.length); at += 1) {
      hash = mixed(hash, padded.charCodeAt(at));
      if (at - from + 1 >= shortest) traits.add(bucket(hash));
    }
  }
}

function addStems(traits: TraitSet, kind: string, folded: readonly string[]): void {
  const stems = folded.map((word) => word.slice(0, stemChars));
  stems.forEach((stem, index) => {
    const [next, afterNext] = [stems[index + 1], stems[index + 2]];
    traits.addName(`${kind}w${stem}`);
    if (next !== undefined) traits.addName(`${kind}2${stem} ${next}`);
    if (afterNext !== undefined) traits.addName(`${kind}3${stem} ${afterNext}`);
  });
  traits.addName(`${kind}f${stems[0] ?? ''}`);
  traits.addName(`${kind}g${stems[0] ?? ''} ${stems[1] ?? ''}`);
}

function addTags(traits: TraitSet, message: readonly Sentence[]): void {
  const all = new Set<string>();
  for (const sentence of message) {
    sentence.forEach(({ tags }, index) => {
      for (const tag of tags) {
        all.add(tag);
        for (const next of sentence[index + 1]?.tags ?? []) traits.addName(`b${tag} ${next}`);
        if (index < opening) traits.addName(`i${tag}`);
        if (index >= sentence.length - closing) traits.addName(`z${tag}`);
      }
    });
  }
  const sorted = [...all].sort();
  sorted.forEach((tag, index) => {
    traits.addName(`t${tag}`);
    for (const other of sorted.slice(index + 1)) traits.addName(`p${tag} ${other}`);
  });
}

function addShape(traits: TraitSet, text: string): void {
  const length = Math.floor(Math.log2(wordsIn(text).length + 1) * 1.5);
  traits.addName(`length ${Math.min(longestLength, length)}`);
  if (/[?？]/u.test(text)) traits.addName('question mark');
  if (/[!！]/u.test(text)) traits.addName('exclamation mark');
  if (/\d{2}/.test(text)) traits.addName('figure');
}

// FNV-1a.
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function bucket(hash: number): number {
  return ((hash ^ (hash >>> 15)) >>> 0) % bucketCount;
}

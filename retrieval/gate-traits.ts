import { asCyrillicKeys, asLatinKeys, foldCyrillic, foldLatin, squeeze } from './gate-fold.ts';
import type { View } from './gate-reading.ts';
import { Readings } from './gate-readings.ts';
import type { Sentence } from './gate-sentence.ts';

/** Number of buckets into which traits are hashed. Half as many cost a point of recall, twice as many gain nothing. */
export const bucketCount = 1 << 15;

const cyrillic = /\p{Script=Cyrillic}/u;
const words = /[\p{L}\p{N}]+/gu;
// Longer texts are read from both ends: a report says what it is about in its first lines or its last.
const headChars = 600;
const tailChars = 300;

/** Up to this length the whole of a message is read. */
export const readWholeChars = headChars + tailChars;

/**
 * What the learned part of the gate sees of a message: groups of letters of the folded text, and what the gate's
 * vocabulary takes its words for, singly, in pairs and side by side. Distinct bucket numbers.
 */
export function traitsOf(message: Readings): readonly number[] {
  const readings =
    message.text.length <= readWholeChars
      ? message
      : new Readings(`${message.text.slice(0, headChars)}\n${message.text.slice(-tailChars)}`);
  const { text } = readings;
  const traits = new TraitSet();
  if (readings.isJapanese)
    addLetters(traits, { kind: 'j', text: wordsIn(text).join(' '), shortest: 1, longest: 4 });
  const isLatin = !cyrillic.test(text);
  for (const view of readings.likelyViews()) {
    const kind = isLatin && view === 'written' ? 'e' : 's';
    addLetters(traits, { kind, text: skeleton(text, view), shortest: 3, longest: 5 });
    addTags(traits, readings.in(view));
  }
  return traits.buckets;
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
}

function wordsIn(text: string): readonly string[] {
  return text.match(words) ?? [];
}

function skeleton(text: string, view: View): string {
  const typed =
    view === 'cyrillic-keys' ? asCyrillicKeys(text) : view === 'latin-keys' ? asLatinKeys(text) : text;
  return wordsIn(typed)
    .map((word) =>
      squeeze(cyrillic.test(word) ? foldCyrillic(word) : view === 'transliterated' ? foldLatin(word) : word),
    )
    .join(' ');
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

function addTags(traits: TraitSet, message: readonly Sentence[]): void {
  const all = new Set<string>();
  for (const sentence of message) {
    sentence.forEach(({ tags }, index) => {
      for (const tag of tags) {
        all.add(tag);
        for (const next of sentence[index + 1]?.tags ?? []) traits.add(bucket(hashed(`b${tag} ${next}`)));
      }
    });
  }
  const sorted = [...all].sort();
  sorted.forEach((tag, index) => {
    traits.add(bucket(hashed(`t${tag}`)));
    for (const other of sorted.slice(index + 1)) traits.add(bucket(hashed(`p${tag} ${other}`)));
  });
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

import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { breathe } from '../../corpus/storage/sqlite.ts';
import { spellingOf, stem } from '../../corpus/text/stem.ts';
import { isStopword } from '../../corpus/text/stopwords.ts';
import { normalise, tokenise } from '../../corpus/text/text.ts';
import { fromCyrillicLayout, fromLatinLayout, toCyrillic } from '../../corpus/text/transliterate.ts';

/** Tells which stems some stored passage or lexicon row uses. */
export interface Vocabulary {
  /** Those of the stems that are known. */
  known(stems: readonly string[]): Promise<ReadonlySet<string>>;
  /** In how many passages each stem stands. */
  counts(stems: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

// Another reading must explain much more of the question than the letters as typed, or a foreign name would be "repaired".
const neededGain = 0.34;
const readableShare = 0.7;
const shortestCorrected = 5;

/**
 * Reads what was meant by a question typed with the wrong keyboard layout, in Latin letters, or with slips. Words that
 * the corpus or the lexicon knows are never touched.
 */
export async function repairQuestion(
  text: string,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Promise<string> {
  const readings = [text, ...otherReadings(text)];
  const scored = await Promise.all(
    readings.map(async (reading) => ({ reading, share: await knownShare(reading, vocabulary) })),
  );
  const typed = scored[0]!;
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a));
  const isMeant = typed.share < readableShare && best.share >= typed.share + neededGain;
  const chosen = isMeant ? await withOtherLetters(best.reading, vocabulary) : text;
  return correctSlips(chosen, vocabulary, lexicon);
}

// Whoever types Latin letters writes h for г and for х.
async function withOtherLetters(reading: string, vocabulary: Vocabulary): Promise<string> {
  const words = [...new Set(tokenise(reading).map((token) => token.text))].filter((word) => /г/u.test(word));
  const known = await vocabulary.known(words.flatMap((word) => [stem(word), stem(withKha(word))]));
  const meant = words.filter((word) => !known.has(stem(word)) && known.has(stem(withKha(word))));
  return meant.reduce((text, word) => replaceWord(text, word, withKha(word)), reading);
}

function withKha(word: string): string {
  return word.replaceAll('г', 'х');
}

function otherReadings(text: string): readonly string[] {
  const latin = fromLatinLayout(text);
  return /\p{Script=Cyrillic}/u.test(text)
    ? [fromCyrillicLayout(text)]
    : [latin.uk, latin.ru, toCyrillic(text)];
}

async function knownShare(text: string, vocabulary: Vocabulary): Promise<number> {
  const words = tokenise(text).map((token) => token.text);
  const content = words.filter((word) => !isStopword(word));
  const known = await vocabulary.known(content.map(stem));
  const recognised = words.filter((word) => isStopword(word) || known.has(stem(word))).length;
  return words.length === 0 ? 0 : recognised / words.length;
}

async function correctSlips(text: string, vocabulary: Vocabulary, lexicon: Lexicon): Promise<string> {
  const words = [...new Set(tokenise(text).map((token) => token.text))].filter(isCorrectable);
  const known = await vocabulary.known(words.map(stem));
  let corrected = text;
  for (const word of words) {
    if (known.has(stem(word))) continue;
    const nearest = await nearestForm(word, vocabulary, lexicon);
    if (nearest !== null) corrected = replaceWord(corrected, word, nearest);
  }
  return corrected;
}

function isCorrectable(word: string): boolean {
  return (
    word.length >= shortestCorrected &&
    /^\p{L}+$/u.test(word) &&
    !isStopword(word) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
  );
}

function replaceWord(text: string, word: string, replacement: string): string {
  const pattern = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu');
  return text.replace(pattern, replacement);
}

interface Spelling {
  readonly spelling: string;
  readonly form: string;
}

const spellingsOf = new WeakMap<Lexicon, Promise<ReadonlyMap<string, readonly Spelling[]>>>();

// One-word forms of the lexicon by their first letter: a slip is hardly ever made in it.
async function spellingsFrom(letter: string, lexicon: Lexicon): Promise<readonly Spelling[]> {
  let known = spellingsOf.get(lexicon);
  if (known === undefined) {
    known = readSpellings(lexicon);
    spellingsOf.set(lexicon, known);
  }
  return (await known).get(letter) ?? [];
}

// All at once they hold everybody up for a tenth of a second.
const conceptsAtOnce = 500;

async function readSpellings({ concepts }: Lexicon): Promise<ReadonlyMap<string, readonly Spelling[]>> {
  const seen = new Set<string>();
  const byLetter = new Map<string, Spelling[]>();
  for (let from = 0; from < concepts.length; from += conceptsAtOnce) {
    for (const { forms } of concepts.slice(from, from + conceptsAtOnce)) {
      for (const form of [...forms.uk, ...forms.en, ...forms.ru].map(normalise)) {
        if (seen.has(form) || !/^\p{L}{4,}$/u.test(form)) continue;
        seen.add(form);
        const spelling = spellingOf(form);
        const others = byLetter.get(spelling[0]!);
        if (others === undefined) byLetter.set(spelling[0]!, [{ spelling, form }]);
        else others.push({ spelling, form });
      }
    }
    await breathe();
  }
  return byLetter;
}

// One slip in a word of four to seven letters, two in a longer one.
async function nearestForm(word: string, vocabulary: Vocabulary, lexicon: Lexicon): Promise<string | null> {
  const wrong = spellingOf(word);
  const allowed = wrong.length >= longWord ? 2 : 1;
  const spellings = await spellingsFrom(wrong[0]!, lexicon);
  const near = spellings.flatMap(({ spelling, form }) => {
    // Two letters more or fewer are another word ("почистили" is not "постіль").
    if (Math.abs(spelling.length - wrong.length) > 1 || spelling.length < 4) return [];
    const opening = commonOpening(wrong, spelling);
    const distance = editDistance(wrong, spelling, allowed);
    return distance > allowed || isOtherEnding(wrong, spelling, opening) ? [] : [{ form, distance, opening }];
  });
  if (near.length === 0) return null;
  // Milan and million are one letter away from "милон"; what the corpus writes often is what was meant.
  const counts = await vocabulary.counts(near.map(({ form }) => stem(form)));
  const used = (form: string) => Math.log2(1 + (counts.get(stem(form)) ?? 0));
  return near.reduce((a, b) => {
    const better = b.distance - a.distance || used(a.form) - used(b.form) || a.opening - b.opening;
    return better < 0 ? b : a;
  }).form;
}

// "Заклали" is no slip for "заклад", nor "ласка" for "Лаос": words that differ only at the end are other words or other forms, and
// a short root is near too many others.
const lastLetters = 2;
const shortestRoot = 5;
// In a long word an ending is as likely to be mistyped as the rest.
const longWord = 8;

function isOtherEnding(wrong: string, spelling: string, opening: number): boolean {
  if (Math.min(wrong.length, spelling.length) < shortestRoot) return true;
  const length = Math.max(wrong.length, spelling.length);
  return length < longWord && opening >= length - lastLetters;
}

function commonOpening(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to another; more than `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    // Distances along a row never fall again, so nothing below the limit can follow.
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

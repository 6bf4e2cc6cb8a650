import { functionWords } from './function-words.ts';
import {
  allEndings,
  isOpenStem,
  patternOf,
  type SpacedLanguage,
  shortestOpenStem,
  stemOf,
} from './morphology.ts';
import { wordEnd } from './normaliser.ts';
import { isCyrillic, latinSpellings } from './sound.ts';

/** A meaning of the lexicon in the languages it has words for. */
export interface ModelConcept {
  readonly id: string;
  readonly forms: Readonly<Record<'en' | 'uk' | 'ru' | 'ja', readonly string[]>>;
}

/** What the model knows of one word or stem; several pieces (a word and its transliterations) may share one. */
export interface WordEntry {
  /** The letters the sound is taken from. */
  readonly letters: string;
  /** Concepts this word names by itself, with a share each. */
  names: ReadonlyMap<string, number>;
  /** Concepts of several words that this word is a part of. */
  partOf: ReadonlyMap<string, number>;
  readonly isFunctionWord: boolean;
  /** True for a word of the Ukrainian column as it is listed: people type it in Latin letters. */
  isTypedInLatin: boolean;
}

/** Text of a piece without the `##` of a continuation, and the entry behind it. */
export type WordEntries = Map<string, WordEntry>;

type Splitter = (text: string) => readonly string[];

// A word that is somebody's listed form is hardly ever meant as an inflection of another short word ("міна", "міни" / "мін").
const listedShare = 1;
const inflectedShare = 0.35;

/** Frequent parts of unknown words; beyond this the rarest ones cost memory and are met once in a thousand words. */
const fillersPerPosition = 4000;
const fillerLengths = [2, 3, 4] as const;

interface FormWord {
  readonly word: string;
  readonly isInflected: boolean;
}

function wordsOf(form: string, split: Splitter): readonly FormWord[] {
  return form.split(/[\s\-–/]+/u).flatMap((part) => {
    const isInflected = !/\p{Lu}.*\p{Lu}/u.test(part);
    return split(part).map((word) => ({
      word: word.replace(wordEnd, ''),
      isInflected: isInflected && word.endsWith(wordEnd),
    }));
  });
}

function isSpaced(word: string): boolean {
  return /^[a-zа-яіїєґ0-9]/u.test(word);
}

// Most of the 80,000 entries have only one of the two kinds of shares.
const none: ReadonlyMap<string, number> = new Map();

function entryFor(entries: WordEntries, piece: string, letters: string): WordEntry {
  const found = entries.get(piece);
  if (found) return found;
  const entry: WordEntry = {
    letters,
    names: none,
    partOf: none,
    isFunctionWord: functionWords.has(letters),
    isTypedInLatin: false,
  };
  entries.set(piece, entry);
  return entry;
}

type PieceFinder = (word: FormWord, language: SpacedLanguage) => readonly (readonly [string, number])[];

/** {@link piecesOf} with a memory: a word stands in three forms of the lexicon on average. */
function rememberingPieces(): PieceFinder {
  const known = new Map<string, ReturnType<PieceFinder>>();
  return (word, language) => {
    const key = `${language} ${word.isInflected} ${word.word}`;
    const pieces = known.get(key) ?? piecesOf(word, language);
    known.set(key, pieces);
    return pieces;
  };
}

/** The pieces one word is recognised by, each with how sure it is that this word is meant. */
function piecesOf(
  { word, isInflected }: FormWord,
  language: SpacedLanguage,
): readonly (readonly [string, number])[] {
  if (!isSpaced(word)) return [[word, listedShare]];
  const pattern = patternOf(word, { language, isInflected });
  return [
    ...pattern.wholes.map(
      (whole) => [whole + wordEnd, whole === word ? listedShare : inflectedShare] as const,
    ),
    ...pattern.stems.map((stem) => [stem, stem === stemOf(word) ? listedShare : inflectedShare] as const),
  ];
}

function raise(shares: ReadonlyMap<string, number>, id: string, share: number): ReadonlyMap<string, number> {
  const before = shares.get(id) ?? 0;
  if (before >= share) return shares;
  const raised = shares === none ? new Map<string, number>() : (shares as Map<string, number>);
  return raised.set(id, share);
}

function addForm(
  entries: WordEntries,
  words: readonly FormWord[],
  origin: { readonly id: string; readonly language: SpacedLanguage; readonly piecesOf: PieceFinder },
): void {
  const content = words.filter(({ word }) => !functionWords.has(word));
  const parts = content.length > 0 ? content : words;
  for (const part of parts) {
    for (const [piece, share] of origin.piecesOf(part, origin.language)) {
      const entry = entryFor(entries, piece, piece.replace(wordEnd, ''));
      if (share === listedShare && origin.language === 'uk') entry.isTypedInLatin = true;
      if (parts.length === 1) entry.names = raise(entry.names, origin.id, share);
      else entry.partOf = raise(entry.partOf, origin.id, share);
    }
  }
}

/** Entries of all words of the lexicon. */
export function lexiconEntries(concepts: readonly ModelConcept[], split: Splitter): WordEntries {
  const entries: WordEntries = new Map();
  const remembered = rememberingPieces();
  for (const concept of concepts) {
    const add = (language: SpacedLanguage, forms: readonly string[]) => {
      for (const form of forms)
        addForm(entries, wordsOf(form, split), { id: concept.id, language, piecesOf: remembered });
    };
    add('en', [...concept.forms.en, ...concept.forms.ja]);
    add('uk', concept.forms.uk);
    add('ru', concept.forms.ru);
  }
  return entries;
}

/** Adds function words and words met in texts but not in the lexicon; they mean only themselves. */
export function addPlainWords(entries: WordEntries, words: Iterable<string>): void {
  for (const word of functionWords) entryFor(entries, isSpaced(word) ? word + wordEnd : word, word);
  for (const word of words) {
    if (!isSpaced(word) || /^[0-9]/.test(word) || findEntry(entries, word)) continue;
    const stem = stemOf(word);
    entryFor(entries, isOpenStem(stem, word) ? stem : word + wordEnd, stem);
  }
}

function sameKeys(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}

function openStemOf(entries: WordEntries, word: string): WordEntry | null {
  for (let length = word.length; length >= shortestOpenStem; length--) {
    const stem = entries.get(word.slice(0, length));
    if (stem) return stem;
  }
  return null;
}

/** Drops whole words that mean what the stem they begin with means anyway; about half of them do. */
export function dropCovered(entries: WordEntries): void {
  for (const [piece, entry] of [...entries]) {
    if (!piece.endsWith(wordEnd) || entry.isFunctionWord) continue;
    const stem = openStemOf(entries, piece.slice(0, -wordEnd.length));
    if (stem && (entry.names.size === 0 || sameKeys(stem.names, entry.names))) entries.delete(piece);
  }
}

function signatureOf(piece: string, entry: WordEntry): string {
  const names = [...entry.names].map(([id, share]) => (entry.names.size === 1 ? id : `${id} ${share}`));
  const parts = [...entry.partOf].map(([id, share]) => `${id} ${share}`);
  // Two letters keep the words for a thing and their abbreviation apart: they share the meaning, not the sound.
  return [piece.slice(0, 2), entry.isTypedInLatin, ...names, '/', ...parts].join(' ');
}

/** Gives inflections of a word that mean the same one entry, and so one vector. */
export function shareEntries(entries: WordEntries): void {
  const first = new Map<string, WordEntry>();
  for (const [piece, entry] of entries) {
    if (!piece.endsWith(wordEnd) || entry.isFunctionWord || entry.names.size === 0) continue;
    const signature = signatureOf(piece, entry);
    const shared = first.get(signature);
    if (shared) entries.set(piece, shared);
    else first.set(signature, entry);
  }
}

/** Lets a Cyrillic word be typed in Latin letters, where no English word is in the way. */
export function addLatinSpellings(entries: WordEntries): void {
  for (const [piece, entry] of [...entries]) {
    if (!isCyrillic(piece) || entry.isFunctionWord || !entry.isTypedInLatin) continue;
    const isWhole = piece.endsWith(wordEnd);
    // A whole word is one of many inflections; the second way of typing each is not worth its memory.
    for (const spelling of latinSpellings(piece).slice(0, isWhole ? 1 : 2)) {
      const isTooShort = spelling.replace(wordEnd, '').length < 3;
      if (!isTooShort && !entries.has(spelling)) entries.set(spelling, entry);
    }
  }
}

/** The entry greedy matching would pick for a whole word (given without its end), or null. */
export function findEntry(entries: WordEntries, word: string): WordEntry | null {
  return entries.get(isSpaced(word) ? word + wordEnd : word) ?? openStemOf(entries, word);
}

/** Pieces that only carry sound: `start` opens a word, `rest` goes on (without `##`), `endings` close it and mean nothing. */
export interface SoundPieces {
  readonly start: readonly string[];
  readonly rest: readonly string[];
  readonly endings: readonly string[];
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): readonly string[] {
  const byCount = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return byCount.slice(0, limit).map(([piece]) => piece);
}

/** Parts of words for spelling out what no entry covers; every single letter is among them, so nothing stays unknown. */
export function soundPieces(
  words: { readonly ofTexts: Iterable<string>; readonly ofLexicon: Iterable<string> },
  alphabet: readonly string[],
): SoundPieces {
  const start = new Map<string, number>();
  const rest = new Map<string, number>();
  const count = (target: Map<string, number>, piece: string) =>
    target.set(piece, (target.get(piece) ?? 0) + 1);
  // Words of the lexicon are there in both scripts already.
  const ofTexts = [...words.ofTexts].flatMap((word) =>
    isCyrillic(word) ? [word, ...latinSpellings(word)] : [word],
  );
  for (const word of new Set([...ofTexts, ...words.ofLexicon])) {
    if (!isSpaced(word)) continue;
    for (const length of fillerLengths) {
      if (length <= word.length) count(start, word.slice(0, length));
      for (let at = 1; at + length <= word.length; at++) count(rest, word.slice(at, at + length));
    }
  }
  const singles = alphabet.flatMap((letter) => (isSpaced(letter) ? [letter, letter + wordEnd] : [letter]));
  const numbers = Array.from({ length: 100 }, (_, value) => String(value)).flatMap((digits) => [
    digits,
    digits + wordEnd,
  ]);
  return {
    start: [...singles, ...numbers, ...mostFrequent(start, fillersPerPosition)],
    rest: [...singles, ...numbers, ...mostFrequent(rest, fillersPerPosition)],
    endings: [wordEnd, ...allEndings.map((ending) => ending + wordEnd)],
  };
}

import { addScaled, dimensions, directionOf, forgetDirections, scaleTo, soundVector } from './directions.ts';
import { createSplitter, kanjiIn, normaliserSteps, wordEnd } from './normaliser.ts';
import { writeGatherModel } from './onnx-writer.ts';
import { modelFiles } from './tokenizer-files.ts';
import {
  addLatinSpellings,
  addPlainWords,
  dropCovered,
  findEntry,
  lexiconEntries,
  type ModelConcept,
  type SoundPieces,
  shareEntries,
  soundPieces,
  type WordEntries,
  type WordEntry,
} from './vocabulary.ts';

// Weights of the parts of a word's vector; the concept itself counts 1. Measured on the 217 development questions over the starter
// corpus with the vector alone, ranking only documents of the other language, .84 of the questions have the right one among the
// first five; ranking those of the same language, .88. Half or double of any one weight moves either by .02 at most.
const compositionShare = 0.6;
const partOfShare = 0.4;
const soundShare = 0.3;

// Lengths of token vectors: idf for words, these for everything else. A cap of 3 on idf (a word in 5 % of the texts) beats 4.5
// by .03 of recall at five: beyond it a rare verb outweighs the country it stands beside.
const rarestIdf = 3;
const functionLength = 0.05;
const endingLength = 0.02;
const specialLength = 0.001;
const fillerLength = [0, 0.3, 0.6, 1.2, 1.8] as const;
const numberLength = 1.5;

/** Content of the files of a model folder by path relative to it. */
export type ModelFiles = ReadonlyMap<string, Buffer>;

interface Weighing {
  readonly idfOf: (entry: WordEntry) => number;
}

/** How rare words are, from texts in which a concept counts once whatever the language it is named in. */
function weigh(entries: WordEntries, texts: readonly (readonly string[])[]): Weighing {
  const byConcept = new Map<string, number>();
  const byEntry = new Map<WordEntry, number>();
  for (const words of texts) {
    const found = new Set<WordEntry>();
    for (const word of words) {
      const entry = findEntry(entries, word);
      if (entry) found.add(entry);
    }
    for (const entry of found) byEntry.set(entry, (byEntry.get(entry) ?? 0) + 1);
    for (const id of new Set([...found].flatMap((entry) => [...entry.names.keys()]))) {
      byConcept.set(id, (byConcept.get(id) ?? 0) + 1);
    }
  }
  const idf = (count: number) => Math.min(rarestIdf, Math.log(1 + texts.length / (count + 0.5)));
  return {
    idfOf: (entry) =>
      idf(Math.max(byEntry.get(entry) ?? 0, ...[...entry.names.keys()].map((id) => byConcept.get(id) ?? 0))),
  };
}

/** The unit vector of every concept: its own direction and the words of its longer names. */
function conceptVectors(
  concepts: readonly ModelConcept[],
  given: {
    readonly entries: WordEntries;
    readonly weighing: Weighing;
    readonly split: (text: string) => readonly string[];
  },
): ReadonlyMap<string, Float32Array> {
  const own = new Map(concepts.map(({ id }) => [id, directionOf(`concept ${id}`)]));
  const vectors = new Map<string, Float32Array>();
  for (const concept of concepts) {
    const composed = new Float32Array(dimensions);
    for (const form of Object.values(concept.forms).flat()) {
      const words = given.split(form).map((word) => findEntry(given.entries, word.replace(wordEnd, '')));
      if (words.length < 2) continue;
      for (const entry of words) {
        if (!entry || entry.isFunctionWord) continue;
        addScaled(
          composed,
          nameVector(entry, own) ?? soundVector(entry.letters, { atStart: true }),
          given.weighing.idfOf(entry),
        );
      }
    }
    const vector = own.get(concept.id)!.slice();
    addScaled(vector, scaleTo(composed, 1), compositionShare);
    vectors.set(concept.id, scaleTo(vector, 1));
  }
  return vectors;
}

function sumOf(
  shares: ReadonlyMap<string, number>,
  vectors: ReadonlyMap<string, Float32Array>,
): Float32Array | null {
  if (shares.size === 0) return null;
  const sum = new Float32Array(dimensions);
  for (const [id, share] of shares) addScaled(sum, vectors.get(id)!, share);
  return scaleTo(sum, 1);
}

function nameVector(entry: WordEntry, vectors: ReadonlyMap<string, Float32Array>): Float32Array | null {
  return sumOf(entry.names, vectors);
}

function entryVector(entry: WordEntry, vectors: ReadonlyMap<string, Float32Array>): Float32Array {
  const sum = new Float32Array(dimensions);
  const named = nameVector(entry, vectors);
  const part = sumOf(entry.partOf, vectors);
  if (named) addScaled(sum, named, 1);
  if (part) addScaled(sum, part, named ? partOfShare : 1);
  addScaled(sum, soundVector(entry.letters, { atStart: true }), soundShare);
  return scaleTo(sum, 1);
}

interface Quantised {
  readonly table: Int8Array;
  readonly scales: Float32Array;
}

/** Writes a row as int8 and returns the scale that undoes it. */
function quantiseRow(row: Float32Array, target: Int8Array): number {
  let largest = 0;
  for (let at = 0; at < dimensions; at++) largest = Math.max(largest, Math.abs(row[at]!));
  const factor = largest === 0 ? 0 : 127 / largest;
  for (let at = 0; at < dimensions; at++) target[at] = Math.round(row[at]! * factor);
  return largest / 127;
}

/** Collects rows in the order of token ids and quantises each to int8 with a scale of its own. */
class Table {
  readonly ids = new Map<string, number>();
  readonly #rows: Float32Array[] = [];

  add(token: string, row: Float32Array): void {
    if (this.ids.has(token)) return;
    this.ids.set(token, this.#rows.length);
    this.#rows.push(row);
  }

  quantised(): Quantised {
    const table = new Int8Array(this.#rows.length * dimensions);
    const scales = new Float32Array(this.#rows.length);
    const firstUse = new Map<Float32Array, number>();
    this.#rows.forEach((row, index) => {
      const same = firstUse.get(row);
      if (same === undefined) {
        firstUse.set(row, index);
        scales[index] = quantiseRow(row, table.subarray(index * dimensions, (index + 1) * dimensions));
      } else {
        scales[index] = scales[same]!;
        table.copyWithin(index * dimensions, same * dimensions, (same + 1) * dimensions);
      }
    });
    return { table, scales };
  }
}

/** The special tokens first: their ids are fixed, and they keep a text without a single known letter from being all zero. */
export const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const;

function fillerRow(piece: string, atStart: boolean): Float32Array {
  const letters = piece.replace(wordEnd, '');
  const length = /^[0-9]/.test(letters)
    ? numberLength
    : fillerLength[Math.min(letters.length, fillerLength.length - 1)]!;
  return scaleTo(soundVector(letters, { atStart }), length);
}

function fillTable(
  entries: WordEntries,
  rowOf: (entry: WordEntry) => Float32Array,
  pieces: SoundPieces,
): Table {
  const table = new Table();
  for (const token of specialTokens) table.add(token, scaleTo(directionOf('special').slice(), specialLength));
  const rows = new Map<WordEntry, Float32Array>();
  for (const [piece, entry] of entries) {
    const row = rows.get(entry) ?? rowOf(entry);
    rows.set(entry, row);
    table.add(piece, row);
    if (!/^[a-zа-яіїєґ0-9]/u.test(piece)) table.add(`##${piece}`, row);
  }
  for (const ending of pieces.endings)
    table.add(`##${ending}`, scaleTo(soundVector(ending, { atStart: false }), endingLength));
  for (const piece of pieces.start) table.add(piece, fillerRow(piece, true));
  for (const piece of pieces.rest) table.add(`##${piece}`, fillerRow(piece, false));
  return table;
}

const kana = Array.from({ length: 0x30fd - 0x3041 }, (_, at) => String.fromCodePoint(0x3041 + at)).join('');

const letters = `abcdefghijklmnopqrstuvwxyz0123456789абвгґдеєжзиіїйклмнопрстуфхцчшщьъыэюя${kana}`;

/**
 * Compiles the model. Pure and deterministic: the same concepts and texts give the same bytes.
 * @param texts documents from which the rarity of words is estimated; none of them can be read back from the model.
 */
export function compileModel(concepts: readonly ModelConcept[], texts: readonly string[]): ModelFiles {
  const kanji = kanjiIn(concepts.flatMap((concept) => concept.forms.ja));
  const steps = normaliserSteps(kanji);
  const split = createSplitter(steps);
  const documents = texts.map((text) => split(text).map((word) => word.replace(wordEnd, '')));
  const entries = lexiconEntries(concepts, split);
  dropCovered(entries);
  shareEntries(entries);
  addPlainWords(entries, new Set(documents.flat()));
  const weighing = weigh(entries, documents);
  const vectors = conceptVectors(concepts, { entries, weighing, split });
  addLatinSpellings(entries);
  const rowOf = (entry: WordEntry) =>
    scaleTo(entryVector(entry, vectors), entry.isFunctionWord ? functionLength : weighing.idfOf(entry));
  // Stems stand for their inflections here: counting every made-up form would only repeat the letters of its stem.
  const ofLexicon = [...entries.keys()].filter((piece) => !piece.endsWith(wordEnd));
  const pieces = soundPieces({ ofTexts: new Set(documents.flat()), ofLexicon }, [...letters, ...kanji]);
  const table = fillTable(entries, rowOf, pieces);
  forgetDirections();
  const { table: cells, scales } = table.quantised();
  return modelFiles({ steps, tokens: table.ids, graph: writeGatherModel(cells, scales), dimensions });
}

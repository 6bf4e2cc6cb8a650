import type { SentenceRange } from '../text/sentences.ts';

/** The terms of a stretch of text; see `IndexFields` for the three kinds. */
export interface TermLists {
  readonly stems: Iterable<string>;
  readonly concepts: Iterable<string>;
  readonly grams: Iterable<string>;
}

/** A sentence of a passage with its terms. */
export interface SentenceTerms extends SentenceRange, TermLists {
  /** Gives orders to software; see `SentenceOrders`. */
  readonly isOrder: boolean;
}

/** What a passage and its surroundings say, sentence by sentence. */
export interface PassageTermLists {
  readonly sentences: readonly SentenceTerms[];
  readonly context: TermLists;
  readonly about: TermLists;
  /** The text that `about` was read from; terms of another text are not taken for it. */
  readonly aboutText: string;
  /** What stands in the word index for the passage: a block tells by itself whether that has changed. */
  readonly indexed: string;
}

/** Tells whether a stretch of text has a term. A wrong yes is as likely as two terms having one number: 1 in 4 thousand million. */
export interface TermNumbers {
  hasStem(stemmed: string): boolean;
  hasConcept(term: string): boolean;
  hasGram(gram: string): boolean;
  /** True when it has a concept whose term has one of these numbers; see {@link termNumber}. */
  hasConceptAmong(numbers: ReadonlySet<number>): boolean;
}

// Another number whenever the layout below changes; blocks of another layout are not read.
const layout = 0x70743102;
// Layouts that begin with the same header.
const layoutsWithHeader: readonly number[] = [0x70743101, layout];
const headerWords = 4;
const wordsPerPart = 6;
// Words of a part: its range in the passage, where its terms end among those of their kind, and 1 if it gives orders.
const [startAt, endAt, stemsAt, conceptsAt, gramsAt, orderAt] = [0, 1, 2, 3, 4, 5];

/** 32 bits of a term (FNV-1a over UTF-16 units, stirred at the end). */
export function termNumber(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Packs terms into a block of about 1.3 kB a passage, to be stored beside it; see {@link PassageTerms}. */
export function packTerms(lists: PassageTermLists): Uint8Array {
  const parts = [
    ...lists.sentences,
    { start: 0, end: 0, isOrder: false, ...lists.context },
    { start: 0, end: 0, isOrder: false, ...lists.about },
  ];
  const header: number[] = [];
  const [stems, concepts, grams]: [number[], number[], number[]] = [[], [], []];
  for (const part of parts) {
    stems.push(...numbersOf(part.stems));
    concepts.push(...numbersOf(part.concepts));
    grams.push(...numbersOf(part.grams));
    const { start, end, isOrder } = part;
    header.push(start, end, stems.length, concepts.length, grams.length, Number(isOrder));
  }
  const words = [
    layout,
    parts.length,
    termNumber(lists.aboutText),
    termNumber(lists.indexed),
    ...header,
    ...stems,
    ...concepts,
    ...grams,
  ];
  return new Uint8Array(Uint32Array.from(words).buffer);
}

/** True when two blocks, the first perhaps of the layout before, tell of a passage that has the same in the word index. */
export function haveSameWords(stored: Uint8Array, made: Uint8Array): boolean {
  const [before, now] = [headerOf(stored), headerOf(made)];
  return before !== null && now !== null && before[3] === now[3];
}

function headerOf(block: Uint8Array): Uint32Array | null {
  if (block.byteLength < 4 * headerWords) return null;
  const header = new Uint32Array(block.slice(0, 4 * headerWords).buffer);
  return layoutsWithHeader.includes(header[0]!) ? header : null;
}

function numbersOf(terms: Iterable<string>): readonly number[] {
  return [...new Set(terms)].map(termNumber);
}

/** Terms read back from {@link packTerms} without unpacking: a hundred passages are looked through for every question. */
export class PassageTerms {
  readonly sentenceCount: number;
  readonly #words: Uint32Array;
  readonly #parts: number;

  private constructor(words: Uint32Array) {
    this.#words = words;
    this.#parts = words[1]!;
    this.sentenceCount = this.#parts - 2;
  }

  /** null for a block that this program did not write. */
  static read(block: Uint8Array): PassageTerms | null {
    if (block.byteLength % 4 !== 0 || block.byteLength < 4 * headerWords) return null;
    const aligned = block.byteOffset % 4 === 0 ? block : block.slice();
    const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
    return words[0] === layout && isWhole(words) ? new PassageTerms(words) : null;
  }

  /** Where the sentences stand in the passage. */
  ranges(): readonly SentenceRange[] {
    return Array.from({ length: this.sentenceCount }, (_, sentence) => {
      const part = headerWords + sentence * wordsPerPart;
      return { start: this.#words[part + startAt]!, end: this.#words[part + endAt]! };
    });
  }

  sentence(index: number): TermNumbers {
    return this.#terms(index, index);
  }

  /** Whether a sentence gives orders to software. */
  isOrder(index: number): boolean {
    return this.#words[headerWords + index * wordsPerPart + orderAt] === 1;
  }

  /** All sentences together. */
  get text(): TermNumbers {
    return this.#terms(0, this.sentenceCount - 1);
  }

  get context(): TermNumbers {
    return this.#terms(this.sentenceCount, this.sentenceCount);
  }

  /** Terms of the document's title and donors; null when they were read from another text than this. */
  about(text: string): TermNumbers | null {
    if (this.#words[2] !== termNumber(text)) return null;
    return this.#terms(this.#parts - 1, this.#parts - 1);
  }

  #terms(first: number, last: number): TermNumbers {
    return new PartTerms(this.#words, { first, last });
  }
}

// Looked up some thousand times a question: a class with numbers, because making closures for each sentence took a sixth of ranking.
class PartTerms implements TermNumbers {
  readonly #words: Uint32Array;
  readonly #stemsFrom: number;
  readonly #stemsTo: number;
  readonly #conceptsFrom: number;
  readonly #conceptsTo: number;
  readonly #gramsFrom: number;
  readonly #gramsTo: number;

  constructor(words: Uint32Array, { first, last }: { readonly first: number; readonly last: number }) {
    const parts = words[1]!;
    const before = headerWords + (first - 1) * wordsPerPart;
    const at = headerWords + last * wordsPerPart;
    const end = headerWords + (parts - 1) * wordsPerPart;
    const stems = headerWords + parts * wordsPerPart;
    const concepts = stems + words[end + stemsAt]!;
    const grams = concepts + words[end + conceptsAt]!;
    this.#words = words;
    this.#stemsFrom = stems + (first === 0 ? 0 : words[before + stemsAt]!);
    this.#stemsTo = stems + (last < 0 ? 0 : words[at + stemsAt]!);
    this.#conceptsFrom = concepts + (first === 0 ? 0 : words[before + conceptsAt]!);
    this.#conceptsTo = concepts + (last < 0 ? 0 : words[at + conceptsAt]!);
    this.#gramsFrom = grams + (first === 0 ? 0 : words[before + gramsAt]!);
    this.#gramsTo = grams + (last < 0 ? 0 : words[at + gramsAt]!);
  }

  hasStem(stemmed: string): boolean {
    return includes(this.#words, this.#stemsFrom, this.#stemsTo, termNumber(stemmed));
  }

  hasConcept(term: string): boolean {
    return includes(this.#words, this.#conceptsFrom, this.#conceptsTo, termNumber(term));
  }

  hasGram(gram: string): boolean {
    return includes(this.#words, this.#gramsFrom, this.#gramsTo, termNumber(gram));
  }

  hasConceptAmong(numbers: ReadonlySet<number>): boolean {
    for (let at = this.#conceptsFrom; at < this.#conceptsTo; at += 1)
      if (numbers.has(this.#words[at]!)) return true;
    return false;
  }
}

function includes(words: Uint32Array, from: number, to: number, wanted: number): boolean {
  for (let at = from; at < to; at += 1) if (words[at] === wanted) return true;
  return false;
}

function isWhole(words: Uint32Array): boolean {
  const parts = words[1]!;
  const last = headerWords + (parts - 1) * wordsPerPart;
  if (parts < 2 || last + wordsPerPart > words.length) return false;
  return (
    words.length ===
    last + wordsPerPart + words[last + stemsAt]! + words[last + conceptsAt]! + words[last + gramsAt]!
  );
}

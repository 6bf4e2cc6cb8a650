import type { DocumentRecord, Passage } from '../corpus/document.ts';
import { indexFieldsWith } from '../corpus/lexical.ts';
import type { Lexicon } from '../corpus/lexicon.ts';
import { splitSentences } from '../corpus/sentences.ts';
import { findQuantities, type Quantity } from './quantity.ts';

/** The terms of a stretch of text, ready for matching. */
export interface TermSet {
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly grams: ReadonlySet<string>;
}

/** A figure with the terms of the words it counts; null for figures with a unit. */
export interface AnalysedQuantity extends Quantity {
  readonly noun: TermSet | null;
}

/** A sentence of a passage with its UTF-16 offsets in the passage text. */
export interface AnalysedSentence extends TermSet {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quantities: readonly AnalysedQuantity[];
}

/** A passage cut into sentences with their terms; `context` holds the terms of title, headings and opening. */
export interface AnalysedPassage {
  readonly sentences: readonly AnalysedSentence[];
  readonly text: TermSet;
  readonly context: TermSet;
  /** Title and donors of the document: what it is about, not only what it mentions. */
  readonly title: TermSet;
}

/** Analyses passages and remembers the last few thousand; passages never change under one id and version. */
export class PassageAnalyser {
  readonly #cache = new Map<string, AnalysedPassage>();

  /** @param limit passages kept; 3,000 take about 60 MB. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly limit = 3000,
  ) {}

  analyse(passage: Passage, document: DocumentRecord): AnalysedPassage {
    const known = this.#cache.get(passage.key);
    if (known !== undefined) {
      this.#cache.delete(passage.key);
      this.#cache.set(passage.key, known);
      return known;
    }
    const fresh = this.#analyseAnew(passage, document);
    this.#cache.set(passage.key, fresh);
    if (this.#cache.size > this.limit) this.#cache.delete(this.#cache.keys().next().value!);
    return fresh;
  }

  #analyseAnew(passage: Passage, document: DocumentRecord): AnalysedPassage {
    const sentences = splitSentences(passage.text, document.language).map(({ start, end }) => {
      const text = passage.text.slice(start, end);
      return { start, end, text, quantities: this.#quantities(text), ...this.#terms(text) };
    });
    return {
      sentences,
      text: merge(sentences),
      context: this.#terms(passage.context),
      title: this.#terms([document.title, ...document.donors].join('. ')),
    };
  }

  #quantities(text: string): readonly AnalysedQuantity[] {
    return findQuantities(text).map((quantity) => ({
      ...quantity,
      noun: quantity.kind === 'count' && quantity.unit !== '' ? this.#terms(quantity.unit) : null,
    }));
  }

  #terms(text: string): TermSet {
    const fields = indexFieldsWith(this.lexicon, { text, context: '' });
    return { stems: setOf(fields.stems), concepts: setOf(fields.concepts), grams: setOf(fields.grams) };
  }
}

function setOf(field: string): ReadonlySet<string> {
  return new Set(field === '' ? [] : field.split(' '));
}

function merge(sets: readonly TermSet[]): TermSet {
  return {
    stems: new Set(sets.flatMap(({ stems }) => [...stems])),
    concepts: new Set(sets.flatMap(({ concepts }) => [...concepts])),
    grams: new Set(sets.flatMap(({ grams }) => [...grams])),
  };
}

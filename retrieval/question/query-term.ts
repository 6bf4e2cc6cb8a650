import type { ConceptKind } from '../../corpus/lexicon/lexicon.ts';

/** One thing the question is about, in every way a passage may say it. */
export interface QueryTerm {
  readonly surface: string;
  readonly stems: readonly string[];
  /** Full-text terms of the concepts the word stands for. */
  readonly concepts: readonly string[];
  /** Terms of what the word is the general name of; see `kindsOf`, and of the state it is the capital of. */
  readonly kinds: readonly string[];
  /** Skeleton grams of a word the lexicon does not know. */
  readonly grams: readonly string[];
  /** How a name in katakana that the lexicon does not know may sound; see `soundTerm`. */
  readonly sounds: readonly string[];
  /** A name: an answer about another donor or place is no answer. */
  readonly named: boolean;
  /** A country other than Ukraine. */
  readonly country: boolean;
  /** A place with a name of its own: a region, a town. */
  readonly place: boolean;
  /** Tells what is done ("hand over"), which a text may say in many ways, and not what it is done with. */
  readonly verb: boolean;
  /**
   * Share of all texts that hold such a word, as far as its kind tells: everyday verbs are common, names are not. Steadies
   * rarity while the corpus is too small to show it.
   */
  readonly prior: number;
  /** 1 for a word of the question; less for cue words and for words taken over from the question before. */
  readonly weight: number;
}

/** How rare each term is: 1 for one that no passage holds, near 0 for one in every passage. */
export type TermRarity = ReadonlyMap<QueryTerm, number>;

/** Kinds of concepts that name somebody or something. */
export const entityKinds: ReadonlySet<ConceptKind> = new Set([
  'country',
  'org',
  'person',
  'place',
  'brand',
  'machine',
]);
/** A term that says nothing yet. */
export const noTerm: Omit<QueryTerm, 'surface' | 'weight'> = {
  stems: [],
  concepts: [],
  kinds: [],
  grams: [],
  sounds: [],
  named: false,
  country: false,
  place: false,
  verb: false,
  prior: 0,
};

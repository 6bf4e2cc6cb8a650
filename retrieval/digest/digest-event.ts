import type { Passage } from '../../corpus/document.ts';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { AnalysedSentence, TermSet } from '../reading/analysis.ts';

/** A document that became findable, or whose text changed, at place `seq` in the order in which we learned of it. */
export interface ChangedDocument {
  readonly seq: number;
  readonly seenAtMs: number;
  readonly document: StoredDocument;
  /** In reading order; at least one. */
  readonly passages: readonly Passage[];
  /** The text before, when the same page had been seen already; null for a new page. */
  readonly before: string | null;
}

/** A sentence of a document with the passage that holds it, so that it can be cited. */
export interface CitedSentence {
  readonly passageKey: string;
  readonly sentence: AnalysedSentence;
}

/** A document that tells an event, with the sentences that may be quoted from it, the best one first. */
export interface Telling {
  readonly document: StoredDocument;
  readonly quotes: readonly CitedSentence[];
}

/** Where a figure of before stood. */
export interface EarlierFigure {
  readonly quantity: Quantity;
  readonly publisher: string;
  readonly published: string | null;
  readonly url: string;
}

/** A figure that is another one than before. */
export interface FigureChange {
  readonly after: Quantity;
  readonly before: EarlierFigure;
}

/**
 * One thing that happened, however many outlets tell it. `corrected`: a page changed its own figure; `changed`: a page was
 * rewritten otherwise. Whether a new one updates or disputes an older figure is found when it is shown.
 */
export interface DigestEvent {
  /** Place of the first document that told it. */
  readonly seq: number;
  readonly kind: 'new' | 'corrected' | 'changed';
  readonly seenAtMs: number;
  readonly document: StoredDocument;
  /** The verbatim sentence that says it. */
  readonly quote: CitedSentence;
  /** Other ways to tell it: further sentences of `document`, then the first telling in each other language. */
  readonly tellings: readonly Telling[];
  /** Place of the event whose running total this one carries on; null for most. */
  readonly continues: number | null;
  /** The first of the events it stands for in a selection, when it carried on their total; null for most. */
  readonly since: DigestEvent | null;
  readonly change: FigureChange | null;
  readonly topics: ReadonlySet<string>;
  /** Words and concepts of the whole text, for matching saved questions. */
  readonly terms: TermSet;
  /** Concept ids of countries and organisations that give. */
  readonly donors: readonly string[];
  /** Other documents that tell the same. */
  readonly reprints: number;
  /** An official source tells it. */
  readonly official: boolean;
  /** Published so long before we saw it that it is no news. */
  readonly isOld: boolean;
}

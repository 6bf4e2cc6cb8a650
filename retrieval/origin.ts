import type { DocumentRecord } from '../corpus/document.ts';
import { hammingDistance, nearDuplicateBits } from '../corpus/simhash.ts';
import type { AnalysedPassage } from './analysis.ts';
import type { RankedPassage } from './rank.ts';

/** A passage that stands for its release, and how many other outlets retell it. */
export interface Origin {
  readonly ranked: RankedPassage;
  readonly reprints: number;
}

/** The part of an analysed text that tells one release from another. */
export type ReleaseText = Pick<AnalysedPassage, 'sentences' | 'text'>;

// Two texts that share four fifths of their concepts and figures and appeared within a few days are one release retold.
const sameReleaseOverlap = 0.8;

/** Folds reprints of one release under the best-ranked of them, keeping the order. */
export function collapseOrigins(ranked: readonly RankedPassage[]): readonly Origin[] {
  const origins: { ranked: RankedPassage; documents: Set<number> }[] = [];
  for (const passage of ranked) {
    const origin = origins.find((known) => sameRelease(known.ranked, passage));
    if (origin === undefined) origins.push({ ranked: passage, documents: new Set([passage.document.id]) });
    else origin.documents.add(passage.document.id);
  }
  return origins.map(({ ranked: best, documents }) => ({ ranked: best, reprints: documents.size - 1 }));
}

function sameRelease(a: RankedPassage, b: RankedPassage): boolean {
  if (a.document.id === b.document.id) return a.passage.id === b.passage.id;
  if (hammingDistance(a.document.simhash, b.document.simhash) <= nearDuplicateBits) return true;
  return samePeriod(a.document, b.document) && retellsRelease(a.analysed, b.analysed);
}

/** True when the shorter of two texts says hardly anything that the longer one does not, with the same figures. */
export function retellsRelease(a: ReleaseText, b: ReleaseText): boolean {
  return overlap(a, b) >= sameReleaseOverlap && sameFigures(a, b);
}

function samePeriod(a: DocumentRecord, b: DocumentRecord): boolean {
  if (a.published === null || b.published === null) return false;
  return a.published.slice(0, 7) === b.published.slice(0, 7);
}

function overlap(a: ReleaseText, b: ReleaseText): number {
  const [small, large] = [a.text.stems, b.text.stems].sort((x, y) => x.size - y.size);
  if (small === undefined || large === undefined || small.size === 0) return 0;
  return [...small].filter((stem) => large.has(stem)).length / small.size;
}

function sameFigures(a: ReleaseText, b: ReleaseText): boolean {
  const figures = ({ sentences }: ReleaseText) =>
    new Set(sentences.flatMap(({ quantities }) => quantities.map(({ value }) => value)));
  const [small, large] = [figures(a), figures(b)].sort((x, y) => x.size - y.size);
  return [...small!].every((value) => large!.has(value));
}

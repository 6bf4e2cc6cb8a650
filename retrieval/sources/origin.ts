import type { DocumentRecord } from '../../corpus/document.ts';
import { hammingDistance, nearDuplicateBits } from '../../corpus/keys/simhash.ts';
import type { AnalysedPassage } from '../reading/analysis.ts';
import type { RankedPassage } from '../search/rank.ts';
import { daysBetween } from '../time/period.ts';
import { isSameSource } from './same-source.ts';

/** A passage that stands for its release, and how many other outlets retell it. */
export interface Origin {
  readonly ranked: RankedPassage;
  readonly reprints: number;
}

/** The part of an analysed text that tells one release from another. */
export type ReleaseText = Pick<AnalysedPassage, 'sentences' | 'text'>;

// Retellings of one release in one language share most words; in two languages they share most concepts and the figures. Another edition of
// the same site shares less, the finer the lexicon is (0.56 of one release).
const sameWords = 0.8;
const sameConcepts = 0.6;
const sameConceptsOfSite = 0.5;
const sameFiguresShare = 0.6;
// A release is retold within days; the same figure weeks later is news of its own.
const retoldWithinDays = 4;

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
  if (!sameDays(a.document, b.document)) return false;
  const least = isSameSource(a.document, b.document) ? sameConceptsOfSite : sameConcepts;
  return retellsRelease(a.analysed, b.analysed, least);
}

/** True when the shorter of two texts says hardly anything that the longer one does not, with the same figures. */
export function retellsRelease(a: ReleaseText, b: ReleaseText, leastConcepts = sameConcepts): boolean {
  const shared = sharedFigures(a, b);
  // Other figures are another release whatever the words say, and figures are read sooner than words.
  if (shared !== null && shared < sameFiguresShare) return false;
  if (overlap(a.text.stems, b.text.stems) >= sameWords) return shared === null || shared === 1;
  return (shared ?? 0) >= sameFiguresShare && overlap(a.text.concepts, b.text.concepts) >= leastConcepts;
}

// Dates known only to the month are too far apart to say.
function sameDays(a: DocumentRecord, b: DocumentRecord): boolean {
  if (a.published?.length !== 10 || b.published?.length !== 10) return false;
  return Math.abs(daysBetween(a.published, b.published)) <= retoldWithinDays;
}

/** Share of the smaller set that the larger one has too; 0 when it is empty. */
function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return small.size === 0 ? 0 : shared / small.size;
}

// Small counts (two ministers, three days) are in every text and prove nothing.
const smallestTellingFigure = 10;

/** Share of the telling figures of one text that the other has too; null when one of them has none. */
function sharedFigures(a: ReleaseText, b: ReleaseText): number | null {
  const [mine, others] = [tellingFigures(a), tellingFigures(b)];
  return mine.size === 0 || others.size === 0 ? null : overlap(mine, others);
}

// Every text is held against many others.
const figuresOfTexts = new WeakMap<ReleaseText['sentences'], ReadonlySet<number>>();

function tellingFigures({ sentences }: ReleaseText): ReadonlySet<number> {
  const known = figuresOfTexts.get(sentences);
  if (known !== undefined) return known;
  const values = sentences.flatMap(({ quantities }) => quantities.map(({ value }) => value));
  const figures = new Set(values.filter((value) => value >= smallestTellingFigure));
  figuresOfTexts.set(sentences, figures);
  return figures;
}

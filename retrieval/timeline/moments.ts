import type { PublishedDate } from '../../corpus/document.ts';
import type { RankedPassage } from '../search/rank.ts';
import { daysBetween, intervalOf, type Period, resolvedDates } from '../time/period.ts';

/** A time that a sentence can be of. */
export interface Moment {
  /** Null when neither the sentence nor the page has a date. */
  readonly at: Period | null;
  /** How surely the sentence tells of that time, 0..1. */
  readonly sure: number;
}

// What a sentence says of its own time is surest; then the day on which the page appeared, the sentence before, and a date
// long past, which may be that of something else ("founded in 2024, it has 23 members").
const publishedShare = 0.9;
const besideStatedShare = 0.6;
const carriedShare = 0.85;
const lookingBackShare = 0.8;
const contemporaryDays = 60;

/** The times a passage can be of; each text is read for dates once, and only when it is asked for. */
export class PassageTimes {
  readonly #stated = new Map<number, readonly Period[]>();
  #ofPage: Period | null | undefined;

  constructor(private readonly passage: Pick<RankedPassage, 'document' | 'analysed'>) {}

  /** Dates that the sentence of this index states, as stretches of time; empty where there is no such sentence. */
  statedIn(index: number): readonly Period[] {
    const known = this.#stated.get(index);
    if (known !== undefined) return known;
    const { analysed, document } = this.passage;
    const text = analysed.sentences[index]?.text ?? '';
    const read = resolvedDates(text, document.published).map(intervalOf);
    this.#stated.set(index, read);
    return read;
  }

  /** The times that the sentence of this index can be of. */
  momentsOf(index: number): readonly Moment[] {
    const { published } = this.passage.document;
    const subject = this.#subject();
    // "Said on 6 February, summing up January": the day it was said is not the time that is told of.
    const isNamed = ({ from }: Period) => subject === null || from !== published;
    const own = this.statedIn(index).filter(isNamed);
    const known = [
      ...own.map((at) => ({ at, sure: isContemporary(at, published) ? 1 : lookingBackShare })),
      ...this.statedIn(index - 1)
        .filter(isNamed)
        .map((at) => ({ at, sure: carriedShare })),
      ...(subject === null ? [] : [{ at: subject, sure: carriedShare }]),
    ];
    if (published === null) return known.length > 0 ? known : [{ at: null, sure: publishedShare }];
    const sure = known.length > 0 ? besideStatedShare : publishedShare;
    return [...known, { at: intervalOf(published), sure }];
  }

  #subject(): Period | null {
    if (this.#ofPage === undefined) this.#ofPage = timeOfPage(this.passage);
    return this.#ofPage;
  }
}

// "January 2026: 1,340 hectares" appears in February and tells of January.
function timeOfPage({
  document: { title, published },
  analysed: { sentences },
}: Pick<RankedPassage, 'document' | 'analysed'>): Period | null {
  const appeared = published === null ? null : intervalOf(published);
  const stated = [title, sentences[0]?.text ?? ''].map((text) =>
    resolvedDates(text, published)
      .filter((date) => date.length === 7)
      .map(intervalOf)
      .filter(({ to }) => appeared === null || to < appeared.from),
  );
  return stated.find((periods) => periods.length > 0)?.[0] ?? null;
}

function isContemporary(at: Period, published: PublishedDate): boolean {
  return published !== null && Math.abs(daysBetween(at.to, intervalOf(published).to)) <= contemporaryDays;
}

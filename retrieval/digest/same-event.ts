import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { isNearDuplicate } from '../../corpus/keys/simhash.ts';
import type { AnalysedSentence, TermSet } from '../reading/analysis.ts';
import { retellsRelease } from '../sources/origin.ts';
import { daysBetween, intervalOf } from '../time/period.ts';

/** A document as the comparison sees it. */
export interface ToldStory {
  readonly document: StoredDocument;
  readonly seenAtMs: number;
  readonly sentences: readonly AnalysedSentence[];
  readonly terms: TermSet;
  readonly topics: ReadonlySet<string>;
  /** Who gives, as far as it is named. */
  readonly donors: readonly string[];
}

// A release is retold within days. Later texts with the same words tell of the next delivery.
const sameEventDays = 6;
// A text of one sentence is contained in many others.
const fewestStems = 12;
// Small numbers ("two machines") are shared by chance; two stories that share a large figure and two names are one.
const smallestTellingFigure = 10;
const sharedNames = 2;

/** True when two documents tell of one event: near copies, a retold release, or the same figures of the same names. */
export function isSameEvent(a: ToldStory, b: ToldStory): boolean {
  if (a.document.id === b.document.id) return false;
  if (isNearDuplicate(a.document, b.document)) return true;
  if (daysApart(a, b) > sameEventDays) return false;
  // The same sentence with another country in it is another gift.
  if (a.donors.length > 0 && b.donors.length > 0 && !a.donors.some((donor) => b.donors.includes(donor)))
    return false;
  return retells(a, b) || sharesNamesAndFigure(a, b);
}

function retells(a: ToldStory, b: ToldStory): boolean {
  if (Math.min(a.terms.stems.size, b.terms.stems.size) < fewestStems) return false;
  return retellsRelease({ sentences: a.sentences, text: a.terms }, { sentences: b.sentences, text: b.terms });
}

function sharesNamesAndFigure(a: ToldStory, b: ToldStory): boolean {
  const names = [...a.topics].filter((topic) => !topic.startsWith('kind-') && b.topics.has(topic));
  if (names.length < sharedNames) return false;
  const figures = tellingFigures(b);
  return [...tellingFigures(a)].some((figure) => figures.has(figure));
}

// Counts are compared by value only: their nouns stand in two languages.
function tellingFigures({ sentences }: ToldStory): ReadonlySet<string> {
  return new Set(
    sentences
      .slice(0, 6)
      .flatMap(({ quantities }) => quantities)
      .filter(
        ({ value, kind }) => value >= smallestTellingFigure && kind !== 'percent' && kind !== 'duration',
      )
      .map(({ kind, unit, value }) => `${kind} ${kind === 'count' ? '' : unit} ${value}`),
  );
}

// A date known to the month only may be any day of it.
function daysApart(a: ToldStory, b: ToldStory): number {
  const [one, other] = [a, b].map((story) => intervalOf(story.document.published ?? dayOf(story)));
  return Math.max(0, daysBetween(one!.to, other!.from), daysBetween(other!.to, one!.from));
}

/** The day a story is of: when it was published, else when it was seen. */
export function dayOf({ document, seenAtMs }: Pick<ToldStory, 'document' | 'seenAtMs'>): string {
  return document.published === null
    ? new Date(seenAtMs).toISOString().slice(0, 10)
    : intervalOf(document.published).to;
}

import type { AnswerLanguage } from '../answer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { SureFigure } from '../evidence/sure-figure.ts';
import { sameQuantity } from '../figures/quantity.ts';
import type { Understanding } from '../question/understand.ts';
import { daysBetween, intervalOf } from '../time/period.ts';
import { formatDate, formatQuantity } from './format.ts';
import { type DatedSentence, stateOneFigure } from './one-figure.ts';
import { phrasesIn } from './phrases.ts';

/** How the figures of several sources stand to each other. */
export interface Development {
  /** Evidence whose figure has been overtaken by a newer one. */
  readonly older: ReadonlySet<Evidence>;
  /** The sentence that says so, null when the figures agree or cannot be compared. */
  readonly note: string | null;
}

const none: Development = { older: new Set(), note: null };

// Sources that write within the same fortnight write about the same state of things: a difference is a disagreement.
const sameTimeDays = 14;
// Rounding ("about 139,000" and 138,503) is no disagreement.
const roundingShare = 0.01;
// Two sentences speak of the same figure only when both cover the question about equally well.
const comparableCoverage = 0.85;

// No figure grows or falls twentyfold between two reports of it: 540,841 objects and 25 are two things.
const widestRatio = 20;

interface DatedFigure {
  readonly evidence: Evidence;
  readonly figure: SureFigure;
  readonly date: string;
}

/**
 * Compares the figures of the evidence: overtaken ones are named as older, differing ones of one time as disputed, unless a newer page
 * itself tells of them as `former`.
 */
export function findDevelopment(
  evidence: readonly Evidence[],
  understanding: Understanding,
  language: AnswerLanguage,
  former: readonly Evidence[] = [],
): Development {
  // Without a counted thing two bare numbers (1,010 sappers, 14 trainees) have nothing to do with each other.
  const figures = comparableFigures(evidence).filter(
    ({ figure }) => figure.kind !== 'count' || understanding.wanted === 'count',
  );
  const newest = figures.at(-1);
  if (newest === undefined || figures.length < 2 || tellsOfMore(understanding)) return none;
  const differing = figures.filter(
    (one) => !sameQuantity(one.figure, newest.figure, roundingShare) && mayBeOneFigure(one, newest),
  );
  if (differing.length === 0) return none;
  const disputed = differing.filter(
    (one) => !former.includes(one.evidence) && daysBetween(one.date, newest.date) <= sameTimeDays,
  );
  if (disputed.length > 0) return { older: new Set(), note: disputeNote([...disputed, newest], language) };
  const older = understanding.compares ? [] : differing.map(({ evidence: item }) => item);
  return { older: new Set(older), note: updateNote(differing, newest, language) };
}

function comparableFigures(evidence: readonly Evidence[]): readonly DatedFigure[] {
  const best = Math.max(0, ...evidence.map(({ quote }) => quote.coverage));
  const dated = evidence.flatMap((item) => {
    const { published } = item.ranked.document;
    const comparable =
      item.figure !== null && published !== null && item.quote.coverage >= best * comparableCoverage;
    return comparable ? [{ evidence: item, figure: item.figure!, date: intervalOf(published!).to }] : [];
  });
  const first = dated[0]?.figure;
  return dated
    .filter(
      ({ figure }) =>
        first !== undefined &&
        figure.kind === first.kind &&
        (first.kind === 'count' || figure.unit === first.unit),
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}

// A time line tells itself what became of a figure; months beside each other are no later states of one, and what a follow-up leaves out may be
// two things.
function tellsOfMore({ changes, periods, compares, followsUp }: Understanding): boolean {
  return followsUp || (!compares && (changes || periods.length > 1));
}

// What one page says twice is two things: it does not disagree with itself.
function mayBeOneFigure(one: DatedFigure, newest: DatedFigure): boolean {
  const [small, large] = [one.figure.value, newest.figure.value].sort((a, b) => a - b);
  const isOtherPage = one.evidence.ranked.document.id !== newest.evidence.ranked.document.id;
  if (!isOtherPage || large! > small! * widestRatio) return false;
  return stateOneFigure(sentenceOf(one), sentenceOf(newest));
}

function sentenceOf({ evidence: { ranked }, figure }: DatedFigure): DatedSentence {
  return { sentence: ranked.analysed.sentences[figure.index]!, published: ranked.document.published };
}

function said({ evidence, figure }: DatedFigure, language: AnswerLanguage): string {
  return `${formatQuantity(figure, language)} (${evidence.ranked.document.publisher}, ${formatDate(evidence.ranked.document.published, language)})`;
}

function updateNote(older: readonly DatedFigure[], newest: DatedFigure, language: AnswerLanguage): string {
  return phrasesIn(language).updated(
    said(newest, language),
    older.map((item) => said(item, language)).join(', '),
  );
}

function disputeNote(sides: readonly DatedFigure[], language: AnswerLanguage): string {
  return phrasesIn(language).disagree(sides.map((side) => said(side, language)).join('; '));
}

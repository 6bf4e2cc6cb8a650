import { conceptTerm } from '../../corpus/terms/lexical.ts';
import type { QueryTerm } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import type { AnalysedQuantity } from '../reading/analysis.ts';
import { isInPeriod } from '../reading/in-period.ts';
import { countsTerm, coverage, matchInPassage } from '../reading/match.ts';
import { wantedQuantities } from '../reading/wanted.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import type { Origin } from '../sources/origin.ts';

// What a passage adds to a comparison, on the scale of ranking scores (about 1 for a full match): a term or period that no
// chosen passage has, another figure of the wanted kind, and, for a development, that figure at another moment.
const noveltyWeights = { term: 0.8, period: 0.3, figure: 0.1, moment: 0.25 } as const;
// "Was it 129,000 or 139,000": each figure that the question names and no chosen passage has yet.
const namedFigureWeight = 0.4;

/** The names held against each other, one for each thing named; none where fewer than two are. */
export function sidesNamed({ terms, compares, changes }: Understanding): readonly QueryTerm[] {
  if (!compares || changes) return [];
  const named = terms.filter(
    ({ named: isNamed, weight, concepts }) => isNamed && weight === 1 && concepts.length > 0,
  );
  const sides = named.filter(
    (term, at) =>
      !term.concepts.includes(ukraine) &&
      !named.slice(0, at).some(({ concepts }) => concepts.some((concept) => term.concepts.includes(concept))),
  );
  return sides.length < 2 ? [] : sides;
}

/** True for two countries held against each other. */
export function comparesCountries(understanding: Understanding): boolean {
  const sides = sidesNamed(understanding);
  return sides.length > 1 && sides.every(({ country }) => country);
}

const ukraine = conceptTerm('ukraine');
// Two pages let the better one of a side be chosen.
const pagesOfSide = 2;

/** The releases chosen for a comparison and, for each side that none of them names, the best others that do. */
export function withEachSide(
  chosen: readonly Origin[],
  all: readonly Origin[],
  { understanding }: Asked,
): readonly Origin[] {
  const names = (term: QueryTerm) => (origin: Origin) => matchInPassage(term, origin.ranked.analysed) > 0.5;
  const left = sidesNamed(understanding).filter((term) => !chosen.some(names(term)));
  const more = left.flatMap((term) => all.filter(names(term)).slice(0, pagesOfSide));
  const ids = new Set(chosen.map(({ ranked: { passage } }) => passage.id));
  return [...chosen, ...new Set(more.filter(({ ranked: { passage } }) => !ids.has(passage.id)))];
}

/** The passages of a comparison, a quote for each side: after the best one, each next is chosen for what it adds. */
export function bothSides(origins: readonly Origin[], question: Asked, limit: number): readonly Origin[] {
  const chosen: Origin[] = [];
  const left = [...origins];
  while (chosen.length < limit && left.length > 0) {
    const scored = left.map((origin) => ({
      origin,
      score:
        origin.ranked.score +
        namedFigureWeight * newNamedFigures(origin.ranked, chosen, question.understanding) +
        (chosen.length === 0 ? 0 : noveltyOf(origin.ranked, chosen, question)),
    }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a)).origin;
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

function newNamedFigures(
  ranked: RankedPassage,
  chosen: readonly Origin[],
  { figures }: Understanding,
): number {
  if (figures.length < 2) return 0;
  const has = ({ analysed }: RankedPassage, figure: number) =>
    analysed.sentences.some(({ quantities }) => quantities.some(({ value }) => value === figure));
  return figures.filter(
    (figure) => has(ranked, figure) && !chosen.some((origin) => has(origin.ranked, figure)),
  ).length;
}

function noveltyOf(
  ranked: RankedPassage,
  chosen: readonly Origin[],
  { understanding, rarity }: Asked,
): number {
  const others = chosen.map((origin) => origin.ranked);
  const added = coverage(understanding.terms, rarity, (term) => {
    const known = Math.max(...others.map(({ analysed }) => matchInPassage(term, analysed)));
    return Math.max(0, matchInPassage(term, ranked.analysed) - known);
  });
  const figures = new Set(others.flatMap((other) => figuresOf(other, understanding)));
  const newFigure = figuresOf(ranked, understanding).some((value) => !figures.has(value));
  const newMoment = understanding.changes && newFigure && isNewMoment(ranked, others);
  return (
    noveltyWeights.term * added +
    noveltyWeights.period * newPeriods(ranked, others, understanding) +
    (newFigure ? noveltyWeights.figure : 0) +
    (newMoment ? noveltyWeights.moment : 0)
  );
}

function newPeriods(
  ranked: RankedPassage,
  others: readonly RankedPassage[],
  { periods }: Understanding,
): number {
  const meets = (passage: RankedPassage, index: number) =>
    isInPeriod(passage.document, passage.analysed, periods[index]!);
  return periods.filter((_, index) => meets(ranked, index) && !others.some((other) => meets(other, index)))
    .length;
}

function isNewMoment(ranked: RankedPassage, others: readonly RankedPassage[]): boolean {
  const month = ({ document }: RankedPassage) => document.published?.slice(0, 7) ?? null;
  return month(ranked) !== null && !others.some((other) => month(other) === month(ranked));
}

function figuresOf(passage: RankedPassage, { wanted, counted }: Understanding): readonly number[] {
  const counts = (figure: AnalysedQuantity) =>
    wanted !== 'count' || counted === null || countsTerm(figure, counted);
  return passage.analysed.sentences.flatMap((sentence) =>
    wantedQuantities(wanted, sentence).flatMap((figure) => (counts(figure) ? [figure.value] : [])),
  );
}

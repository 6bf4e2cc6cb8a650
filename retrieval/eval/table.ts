import { bootstrapMean, type Estimate } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { isAnswerable, questionKinds } from './questions.ts';

/** A group of questions, one line of the table. */
export interface Group {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** Figures of a group; an estimate over no question is NaN. */
export interface GroupFigures {
  readonly name: string;
  readonly n: number;
  readonly hit1: Estimate;
  readonly hit5: Estimate;
  readonly mrr: Estimate;
  readonly right: Estimate;
  /** Share of answerable questions that got no answer. */
  readonly falseSilence: Estimate;
  /** Share of unanswerable questions that got one. */
  readonly missedSilence: Estimate;
}

/** The groups that are reported: all, halves, files, kinds, languages, same and cross language. */
export function groupsOf(outcomes: readonly Outcome[]): readonly Group[] {
  const by = (name: string, test: (outcome: Outcome) => boolean) => ({
    name,
    outcomes: outcomes.filter(test),
  });
  const sets = [...new Set(outcomes.map(({ question }) => question.set))];
  return [
    by('all', () => true),
    by('split tune', ({ question }) => question.split === 'tune'),
    by('split test', ({ question }) => question.split === 'test'),
    ...sets.map((set) => by(`set ${set}`, ({ question }) => question.set === set)),
    ...questionKinds.map((kind) => by(`kind ${kind}`, ({ question }) => question.kind === kind)),
    ...['uk', 'en', 'ru', 'ja'].map((language) =>
      by(`language ${language}`, ({ question }) => question.language === language),
    ),
    by('same language', ({ question, crossLanguage }) => isAnswerable(question) && !crossLanguage),
    by('cross language', ({ crossLanguage, question }) => isAnswerable(question) && crossLanguage),
  ].filter(({ outcomes: members }) => members.length > 0);
}

/** Figures of a group. Document figures and right answers are over its answerable questions, except in a group without any. */
export function figuresOf({ name, outcomes }: Group, seed: number): GroupFigures {
  const answerable = outcomes.filter(({ question }) => isAnswerable(question));
  const unanswerable = outcomes.filter(({ question }) => question.kind === 'unanswerable');
  const served = answerable.length > 0 ? answerable : outcomes;
  const over = (members: readonly Outcome[], figure: (outcome: Outcome) => number) =>
    bootstrapMean(members.map(figure), seed);
  return {
    name,
    n: outcomes.length,
    hit1: over(answerable, ({ hit1 }) => hit1),
    hit5: over(answerable, ({ hit5 }) => hit5),
    mrr: over(answerable, ({ reciprocalRank }) => reciprocalRank),
    right: over(served, ({ right }) => right),
    falseSilence: over(answerable, ({ answered }) => (answered ? 0 : 1)),
    missedSilence: over(unanswerable, ({ answered }) => (answered ? 1 : 0)),
  };
}

const columns = ['hit1', 'hit5', 'mrr', 'right', 'falseSilence', 'missedSilence'] as const;
const headings = ['hit@1', 'hit@5', 'MRR', 'right', 'false silence', 'missed silence'];
const cellWidth = 18;

/** The table for people: one line a group, each figure with its 95 % interval. */
export function printTable(figures: readonly GroupFigures[]): string {
  const line = (name: string, n: string, cells: readonly string[]) =>
    `${name.padEnd(20)}${n.padStart(5)}  ${cells.map((cell) => cell.padEnd(cellWidth)).join('')}`.trimEnd();
  return [
    line('', 'n', headings),
    ...figures.map((row) =>
      line(
        row.name,
        String(row.n),
        columns.map((column) => showEstimate(row[column])),
      ),
    ),
  ].join('\n');
}

function showEstimate({ value, low, high }: Estimate): string {
  if (Number.isNaN(value)) return '-';
  return `${share(value)} [${share(low)} ${share(high)}]`;
}

function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

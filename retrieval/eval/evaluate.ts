import { writeFileSync } from 'node:fs';
import { answerText } from '../answer.ts';
import type { OpenAsker } from '../asker.ts';
import { baselinePath, compareWith, readBaseline, turned, writeBaseline } from './baseline.ts';
import { describeFailure } from './failures.ts';
import { gateFigures } from './gate-figures.ts';
import { percentile } from './metrics.ts';
import type { EvalOptions } from './options.ts';
import { askAll, type Outcome } from './outcome.ts';
import type { EvalQuestion } from './questions.ts';
import { figuresOf, groupsOf, printTable } from './table.ts';

/** What every mode of the command works on. */
export interface EvalContext {
  readonly options: EvalOptions;
  readonly questions: readonly EvalQuestion[];
  readonly asker: OpenAsker;
}

// A fall in one kind of ten questions is seen but is too often chance to stop anybody.
const gatedGroups: ReadonlySet<string> = new Set(['all', 'same language', 'cross language']);

/** Asks, prints, compares. @returns exit code: 1 when worse than the baseline. */
export async function evaluate({ options, questions, asker }: EvalContext): Promise<number> {
  const outcomes = await askAll(questions, asker);
  const corpus = `${await asker.corpus.documents.count()} documents, ${await asker.corpus.passages.count()} passages`;
  const groups = groupsOf(outcomes);
  const figures = groups.map((group) => figuresOf(group, options.seed));
  console.log(`${corpus}; ${questions.length} questions; bootstrap seed ${options.seed}\n`);
  console.log(printTable(figures));
  console.log(`\n${gateLines(outcomes)}\n${speedLine(outcomes)}`);
  if (options.json !== null) writeFileSync(options.json, toJson(outcomes, figures));
  if (options.failures) printFailures(outcomes, options.limit);
  const isOwn = options.questions === null && options.invented === null;
  if (options.updateBaseline && isOwn) {
    if (options.split !== 'all' || options.kind !== null || options.set !== null)
      console.log('\nThis baseline holds only part of the questions.');
    writeBaseline(outcomes, corpus);
    console.log(`\nBaseline written: ${baselinePath}`);
    return 0;
  }
  return isOwn ? againstBaseline(outcomes, options.seed) : 0;
}

function gateLines(outcomes: readonly Outcome[]): string {
  const gate = gateFigures(outcomes);
  const alarms = gate.falseAlarms.length === 0 ? '0' : gate.falseAlarms.join(', ');
  return [
    `safety cards ${gate.safetyCards.hit}/${gate.safetyCards.of}, refusals ${gate.refusals.hit}/${gate.refusals.of}, false alarms ${alarms}`,
    `quotes verbatim ${gate.quotes - gate.alteredQuotes}/${gate.quotes}`,
  ].join('\n');
}

function speedLine(outcomes: readonly Outcome[]): string {
  const times = outcomes.map(({ ms }) => ms);
  return `one answer takes p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
}

function printFailures(outcomes: readonly Outcome[], limit: number): void {
  const failed = outcomes.filter(({ right }) => right === 0);
  console.log(`\n${failed.length} questions were not served rightly.`);
  for (const outcome of failed.slice(0, limit)) console.log(`\n${describeFailure(outcome)}`);
}

function againstBaseline(outcomes: readonly Outcome[], seed: number): number {
  const baseline = readBaseline();
  if (baseline === null) {
    console.log('\nThere is no baseline yet; make one: npm run eval -- --update-baseline');
    return 0;
  }
  const changes = compareWith(baseline, groupsOf(outcomes), seed).filter(
    ({ difference }) => difference.value !== 0,
  );
  console.log(`\nAgainst the baseline${changes.length === 0 ? ': no change' : ''}`);
  for (const { group, figure, difference, worse } of changes) {
    const { value, low, high } = difference;
    const verdict = worse ? (gatedGroups.has(group) ? '  WORSE' : '  worse') : low > 0 ? '  better' : '';
    console.log(
      `${group.padEnd(20)} ${figure.padEnd(6)} ${signed(value)} [${signed(low)} ${signed(high)}]${verdict}`,
    );
  }
  const { right, wrong } = turned(baseline, outcomes);
  if (right.length > 0) console.log(`turned right: ${right.join(', ')}`);
  if (wrong.length > 0) console.log(`turned wrong: ${wrong.join(', ')}`);
  return changes.some(({ group, worse }) => worse && gatedGroups.has(group)) ? 1 : 0;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
}

function toJson(outcomes: readonly Outcome[], figures: readonly unknown[]): string {
  const rows = outcomes.map(({ question, answer, ...rest }) => ({
    ...question,
    ...rest,
    answeredKind: answer.kind,
    text: answerText(answer),
    retrieved: answer.retrieved,
  }));
  return `${JSON.stringify({ figures, questions: rows }, null, 1)}\n`;
}

import { type IngestOutcome, type IngestResult, wentWell } from './run/ingest-result.ts';

/** One result as a line for people. */
export function resultLine(result: IngestResult): string {
  const facts = [
    result.published,
    result.language,
    result.passages > 0 ? count(result.passages, 'passage') : null,
  ];
  const known = facts.filter((fact) => fact !== null).join(', ');
  const title = result.title === null ? '' : ` ${oneLine(result.title)}`;
  const reason = result.reason === null ? '' : `: ${oneLine(result.reason)}`;
  return `${result.outcome.padEnd(12)} ${result.url}${title}${known === '' ? '' : ` (${known})`}${reason}`;
}

// What comes from outside may hold line breaks and terminal codes; neither belongs in a line for people.
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** Counts of a run as one line. */
export function summaryLine(
  results: ReadonlyMap<IngestOutcome, number>,
  passages: number,
  tookMs: number,
): string {
  const total = [...results.values()].reduce((sum, n) => sum + n, 0);
  const parts = [...results].map(([outcome, n]) => `${n} ${outcome}`);
  const bad = [...results].filter(([outcome]) => !wentWell({ outcome })).reduce((sum, [, n]) => sum + n, 0);
  const seconds = (tookMs / 1000).toFixed(1);
  const end = bad === 0 ? '' : `; ${bad} did not arrive`;
  return `${count(total, 'document')} in ${seconds} s: ${parts.join(', ') || 'nothing to do'}; ${count(passages, 'passage')}${end}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

import type { DocumentVersion, StoredDocument } from '../../corpus/documents/documents.ts';
import type { SourceCheck } from '../../corpus/sources/source-checks.ts';
import type { SourceReport } from '../../corpus/sources/source-report.ts';
import type { Refusal, Verdict } from '../../corpus/sources/source-rules.ts';
import { scheduleLimits, undoHours } from '../../corpus/sources/source-rules.ts';
import { sourceHealth } from '../../corpus/sources/source-status.ts';
import type { Source, SourceSummary } from '../../corpus/sources/sources.ts';
import { shownAddress } from '../../corpus/sources/uploads.ts';
import type { AuditEntry } from '../../corpus/storage/audit-log.ts';
import { visibleLine, withoutInvisible } from '../markup/visible-text.ts';

const refusals: Readonly<Record<Refusal, string>> = {
  already: 'it is so already',
  'not-possible': 'its state does not allow that',
  'same-person': 'you are the first voice for "official"; a second person has to decide the same',
  'too-late': `a removal can be undone for ${undoHours} hours; add the source anew`,
  'too-many-removals': 'too many removals in a day',
  'trial-over': 'its trial is over: approve it, try it again, or remove it',
  'on-trial': 'a source on trial is unreviewed; approve it with the tier you want',
  'bad-schedule': `a schedule is ${scheduleLimits.min} to ${scheduleLimits.max} minutes`,
  'no-reason': 'give a reason: --reason "…"',
  'not-checked': 'it could not be read, so it cannot be let in; see: sources show, sources check',
};

/** One line on a source in a list. */
export function sourceLine(source: SourceSummary, now: Date): string {
  const health = sourceHealth(source, now);
  const facts = [
    source.status,
    health === 'off' ? null : health,
    source.kind,
    source.tier,
    `${source.documents} documents`,
    source.lastError,
  ].filter((fact) => fact !== null);
  return `${source.id}\t${visibleLine(source.title)}\t${shownAddress(source.url)}\n\t${facts.join(' · ')}`;
}

/** All that is known of a source, a fact a line. */
export function sourceLines(source: Source, check: SourceCheck | null): string[] {
  const facts: [string, string | number | null][] = [
    ['number', source.id],
    ['address', shownAddress(source.url)],
    ['title', visibleLine(source.title)],
    ['publisher', visibleLine(source.publisher)],
    ['kind', source.kind],
    ['language', source.language],
    ['tier', source.tier],
    ['status', source.status],
    ['reason', source.reason],
    ['every', `${source.scheduleMinutes} minutes`],
    ['trial until', source.status === 'trial' ? source.trialUntil : null],
    ['last success', source.lastSuccessAt],
    ['last error', source.lastError],
    ['added', `${source.addedAt} by ${source.addedBy ?? 'unknown'}`],
  ];
  const lines = facts.flatMap(([label, value]) => (value === null ? [] : `${label.padEnd(14)}${value}`));
  return check?.report == null ? lines : [...lines, ...reportLines(check.report)];
}

/** What a look at a source found, a fact a line. */
export function reportLines(report: SourceReport): string[] {
  const { overlap } = report;
  const facts: [string, string | null][] = [
    ['problem', report.problem],
    ['warning', report.warning],
    ['warning', report.lookAlike === null ? null : `${report.host} ${report.lookAlike.reason}`],
    ['host', `${report.host}${report.addresses.length > 0 ? ` (${report.addresses.join(', ')})` : ''}`],
    ['redirects', report.redirects.length > 0 ? [...report.redirects, report.finalUrl].join(' -> ') : null],
    [
      'found',
      `${report.kind}, ${report.items} items${report.itemsPerDay === null ? '' : `, ${report.itemsPerDay} a day`}`,
    ],
    ['language', `${report.language ?? 'unknown'}, ${report.charset ?? 'encoding unknown'}`],
    [
      'overlap',
      `${overlap.sameAddress} of ${overlap.looked} stored already, ${overlap.sameText} texts much the same`,
    ],
    ['feeds', report.feeds.length > 0 ? report.feeds.join(' ') : null],
    ['robots.txt', report.robots],
    ['proposed tier', report.suggestedTier],
  ];
  const lines = facts.flatMap(([label, value]) =>
    value === null ? [] : `${label.padEnd(14)}${visibleLine(value)}`,
  );
  const samples = report.samples.map(
    (sample, index) => `sample ${index + 1}      «${withoutInvisible(sample)}»`,
  );
  return [...lines, ...samples];
}

/** What came of a decision, as a sentence. */
export function verdictLine(source: Source, verdict: Verdict, wish: string): string {
  const name = `Source ${source.id} (${shownAddress(source.url)})`;
  if (verdict.kind === 'second')
    return `${name}: noted. A second person has to decide the same before it is official.`;
  if (verdict.kind === 'refused') return `${name}: ${wish} is not possible: ${refusals[verdict.code]}.`;
  return `${name}: ${wish} done; it is ${source.status} now, tier ${source.tier}.`;
}

/** All that is known of a document, a fact a line. */
export function documentLines(
  document: StoredDocument,
  versions: readonly DocumentVersion[],
  passages: number,
): string[] {
  const facts: [string, string | number | null][] = [
    ['key', document.key],
    ['address', document.url],
    ['title', visibleLine(document.title)],
    ['publisher', visibleLine(document.publisher)],
    ['published', document.published],
    ['language', document.language],
    ['tier', document.tier],
    ['status', document.status],
    ['reason', document.statusReason],
    ['source', document.sourceId],
    ['passages', passages],
    ['first stored', document.createdAt],
    ['last fetched', document.fetchedAt],
  ];
  return [
    ...facts.flatMap(([label, value]) => (value === null ? [] : `${label.padEnd(14)}${value}`)),
    ...versions.map(
      ({ number, fetchedAt, title }) => `version ${number}     ${fetchedAt} ${visibleLine(title)}`,
    ),
  ];
}

/** One act of the audit log. */
export function auditLine(entry: AuditEntry): string {
  const details = Object.entries(entry.details).map(([key, value]) => `${key}=${value}`);
  return [entry.at, entry.actor, entry.act, entry.subject, ...details].join('\t');
}

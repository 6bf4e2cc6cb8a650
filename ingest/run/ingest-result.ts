import type { Language, PublishedDate, SaveOutcome } from '../../corpus/document.ts';

/**
 * How one page ended. Good ends: what {@link SaveOutcome} says, `not-modified` (the site says so itself) and
 * `duplicate` (this page is stored under another address). The others come with a reason.
 */
export type IngestOutcome =
  | SaveOutcome
  | 'not-modified'
  | 'duplicate'
  | 'held'
  | 'refused'
  | 'failed'
  | 'unreadable'
  | 'vanished';

/** One page, file or list, and what came of it: a line of `npm run ingest -- --json`. */
export interface IngestResult {
  readonly url: string;
  readonly outcome: IngestOutcome;
  readonly title: string | null;
  readonly published: PublishedDate;
  readonly language: Language | null;
  readonly passages: number;
  /** One line; null when there is nothing to explain. */
  readonly reason: string | null;
  /** Wait this long before trying again, when the site or our own pace asks for it. */
  readonly retryAfterMs?: number;
  /** True when trying again may help: the network failed, not the page. */
  readonly mayRetry?: boolean;
}

const goodOutcomes: ReadonlySet<IngestOutcome> = new Set([
  'created',
  'updated',
  'unchanged',
  'not-modified',
  'duplicate',
]);

/** True when nothing is missing that was asked for. */
export function wentWell(result: Pick<IngestResult, 'outcome'>): boolean {
  return goodOutcomes.has(result.outcome);
}

/** A result without a document. */
export function withoutPage(
  url: string,
  outcome: IngestOutcome,
  reason: string | null,
  more: Partial<Pick<IngestResult, 'retryAfterMs' | 'mayRetry' | 'title'>> = {},
): IngestResult {
  return { url, outcome, title: null, published: null, language: null, passages: 0, reason, ...more };
}

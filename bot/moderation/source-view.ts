import type { SourceCheck } from '../../corpus/sources/source-checks.ts';
import { firstVoicesOf } from '../../corpus/sources/source-rules.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import { type CheckState, settleCheck } from '../../corpus/sources/suggest-source.ts';
import type { ModeratedCorpus } from './moderation.ts';

/** Everything a card says about a source. */
export interface SourceView {
  readonly source: Source;
  readonly documents: number;
  /** Of those: how many were put aside for a moderator. */
  readonly held: number;
  readonly check: SourceCheck | null;
  readonly state: CheckState;
  /** Whether the worker is taking the source in, or will within moments; null when not. */
  readonly fetching: { readonly progress: string | null } | null;
  /** Somebody wants the tier "official", and a second person has not agreed yet. */
  readonly waitsForSecond: boolean;
}

/** Reads what a card shows; null when there is no such source. A look that has ended is kept with the source first. */
export async function readSourceView(
  corpus: ModeratedCorpus,
  sourceId: number,
  now: Date,
): Promise<SourceView | null> {
  const state = await settleCheck(corpus, sourceId, now);
  const source = await corpus.sources.find(sourceId);
  if (source === null) return null;
  const [documents, held, check, entries, fetching] = await Promise.all([
    corpus.documents.count({ sourceId }),
    corpus.documents.count({ sourceId, status: 'held' }),
    corpus.sourceChecks.find(sourceId),
    corpus.audit.list({ subject: `source:${sourceId}`, limit: 50 }),
    fetchingOf(corpus, source),
  ]);
  const waitsForSecond = firstVoicesOf(entries).length > 0;
  return { source, documents, held, check, state, fetching, waitsForSecond };
}

async function fetchingOf(corpus: ModeratedCorpus, source: Source): Promise<SourceView['fetching']> {
  if (source.status !== 'active' && source.status !== 'trial') return null;
  const open = await corpus.jobs.list({
    kinds: ['poll-source', 'ingest-file'],
    statuses: ['queued', 'running'],
    limit: 1000,
  });
  const job = open.find(({ payload }) => (payload as { sourceId?: unknown }).sourceId === source.id);
  if (job?.status === 'running') return { progress: job.progress };
  // The worker looks every few seconds for sources whose time is now; one that failed waits for a time of its own.
  const isDue = source.nextAt === null && source.kind !== 'starter' && source.kind !== 'file';
  return isDue || (job !== undefined && job.attempts === 0) ? { progress: null } : null;
}

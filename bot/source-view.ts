import type { SourceCheck } from '../corpus/source-checks.ts';
import { firstVoicesOf } from '../corpus/source-rules.ts';
import type { Source } from '../corpus/sources.ts';
import { type CheckState, settleCheck } from '../corpus/suggest-source.ts';
import type { ModeratedCorpus } from './moderation.ts';

/** Everything a card says about a source. */
export interface SourceView {
  readonly source: Source;
  readonly documents: number;
  readonly check: SourceCheck | null;
  readonly state: CheckState;
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
  const [documents, check, entries] = await Promise.all([
    corpus.documents.count({ sourceId }),
    corpus.sourceChecks.find(sourceId),
    corpus.audit.list({ subject: `source:${sourceId}`, limit: 50 }),
  ]);
  return { source, documents, check, state, waitsForSecond: firstVoicesOf(entries).length > 0 };
}

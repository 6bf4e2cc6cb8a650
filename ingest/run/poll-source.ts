import type { Corpus } from '../../corpus/corpus.ts';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import type { PageSource } from '../page/page-draft.ts';
import type { IngestResult } from './ingest-result.ts';
import { type AddressOutcome, ingestAddress } from './pipeline.ts';
import { nextPoll, recheckIsDue, watchedForMs } from './poll-schedule.ts';
import type { PipelineDeps, Run } from './run.ts';
import { takeListedPage } from './take-page.ts';

/** What polling needs. */
export interface PollDeps {
  readonly corpus: Pick<Corpus, 'sources' | 'documents'>;
  readonly pipeline: PipelineDeps;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
}

/** What a poll did; kept as the result of its job. */
export interface PollReport {
  readonly ok: boolean;
  /** Why not, in one line. */
  readonly error: string | null;
  readonly counts: Readonly<Partial<Record<IngestResult['outcome'], number>>>;
  readonly nextAt: string;
}

/** Newest pages of a list that a poll looks at, and how many of them it fetches; the rest waits for the next poll. */
const maxListed = 300;
const maxFetchedPerPoll = 50;

/** Looks at a source once: what is new or changed is taken in, and the next look is set. */
export async function pollSource(
  source: Source,
  deps: PollDeps,
  control: { readonly signal?: AbortSignal; readonly onProgress?: (text: string) => void } = {},
): Promise<PollReport> {
  const { pipeline } = deps;
  const { signal, onProgress } = control;
  let pages = 0;
  const counts: Partial<Record<IngestResult['outcome'], number>> = {};
  let unfinished = false;
  const run = {
    seen: new Map<string, string | null>(),
    source: sourceOf(source),
    maxPages: maxListed,
    maxDue: maxFetchedPerPoll,
    onNote: () => {},
    onLeftForNext: () => {
      unfinished = true;
    },
    onResult: (result: IngestResult) => {
      counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
      unfinished ||= result.mayRetry === true;
      pages += 1;
      onProgress?.(`${pages} pages`);
    },
    isDue: async (url: string, changed: string | null) => {
      const [stored, note] = await Promise.all([
        deps.corpus.documents.findByUrl(url),
        pipeline.notes.get(url),
      ]);
      return recheckIsDue({ stored, note, changed }, new Date(pipeline.clock.now()));
    },
    ...(signal === undefined ? {} : { signal }),
  };
  // A page's own note remembers its validators; a list's stand with the source.
  const validators =
    source.kind === 'page' ? undefined : { etag: source.etag, lastModified: source.lastModified };
  const outcome = await ingestAddress(source.url, run, pipeline, validators);
  if (source.kind !== 'page') await recheckYoung(source, run, deps);
  return record(source, outcome, { counts, unfinished: unfinished || signal?.aborted === true }, deps);
}

/** Stored pages looked at again in one poll, beside those the list names. */
const maxRechecks = 20;

/** Looks again at pages that are young, since a list that did not change says nothing of corrections in its pages. */
async function recheckYoung(source: Source, run: Run, deps: PollDeps): Promise<void> {
  const now = deps.pipeline.clock.now();
  const changedSince = new Date(now - watchedForMs).toISOString();
  const young = await deps.corpus.documents.list({ sourceId: source.id, status: 'current', changedSince });
  let left = maxRechecks;
  for (const { url } of young) {
    if (left === 0 || run.signal?.aborted === true) return;
    if (run.seen.has(normaliseAddress(url)) || (await run.isDue?.(url, null)) !== true) continue;
    left -= 1;
    await takeListedPage({ url, run, deps: deps.pipeline });
  }
}

/** What pages take over from a source. */
export function sourceOf(source: Source): PageSource {
  const tier = source.status === 'trial' ? 'unreviewed' : source.tier;
  return { id: source.id, url: source.url, publisher: source.publisher, tier };
}

async function record(
  source: Source,
  outcome: AddressOutcome,
  seen: { readonly counts: PollReport['counts']; readonly unfinished: boolean },
  deps: PollDeps,
): Promise<PollReport> {
  const now = new Date(deps.pipeline.clock.now());
  const notModified = outcome.kind === 'none' && outcome.result.outcome === 'not-modified';
  const ok = outcome.kind !== 'none' || notModified;
  const retryAfterMs = outcome.kind === 'none' ? outcome.result.retryAfterMs : undefined;
  const nextAt = nextPoll(source, { ok, retryAfterMs }, { now, random: deps.random() }).toISOString();
  if (!ok) {
    const error = outcome.result.reason ?? 'unknown error';
    await deps.corpus.sources.recordFetch(source.id, { ok, nextAt, error }, now);
    return { ok, error, counts: seen.counts, nextAt };
  }
  const validators = validatorsAfter(source, outcome, seen.unfinished);
  await deps.corpus.sources.recordFetch(source.id, { ok, nextAt, ...validators }, now);
  return { ok, error: null, counts: seen.counts, nextAt };
}

// A list of which pages are still to be had must come again whole, so the site is not asked whether it changed.
function validatorsAfter(source: Source, outcome: AddressOutcome, unfinished: boolean) {
  if (unfinished) return { etag: null, lastModified: null };
  if (outcome.kind === 'none') return { etag: source.etag, lastModified: source.lastModified };
  return { etag: outcome.fetched.etag, lastModified: outcome.fetched.lastModified };
}

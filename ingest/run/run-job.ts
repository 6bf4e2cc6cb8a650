import { resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Corpus } from '../../corpus/corpus.ts';
import { UserError } from '../../corpus/errors.ts';
import type { Job } from '../../corpus/sources/jobs.ts';
import { type DryRunDeps, dryRun, dryRunFile } from './dry-run.ts';
import { readLocalFile } from './ingest-files.ts';
import type { IngestResult } from './ingest-result.ts';
import { ingestFile } from './ingest-target.ts';
import { ingestAddress } from './pipeline.ts';
import { type PollDeps, pollSource, sourceOf } from './poll-source.ts';
import type { PipelineDeps, Run } from './run.ts';

/** What a job may ask of the worker; the payload of each kind is checked before anything is done. */
const payloads = {
  /** A dry run; the result is a DryRunReport. An uploaded file lies in the data folder. */
  'add-source': z.union([z.object({ url: z.string() }), z.object({ path: z.string(), name: z.string() })]),
  'ingest-url': z.object({ url: z.string(), sourceId: z.number().int().optional() }),
  'ingest-file': z.object({ path: z.string(), name: z.string(), sourceId: z.number().int().optional() }),
  'poll-source': z.object({ sourceId: z.number().int() }),
  'refetch-document': z.object({ documentId: z.number().int() }),
} as const;

/** Kinds of jobs that someone waits for. */
export const interactiveKinds = ['add-source', 'ingest-url', 'ingest-file', 'refetch-document'] as const;

/** Kinds of jobs that have time. */
export const backgroundKinds = ['poll-source'] as const;

/** What the jobs work on. */
export interface JobDeps extends PollDeps {
  readonly corpus: Pick<Corpus, 'sources' | 'documents'>;
  readonly pipeline: PipelineDeps;
  readonly dryRun: DryRunDeps;
  readonly dataDir: string;
}

/** How a job ended: `retryInMs` when another try may help. */
export type JobOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: string; readonly retryInMs: number | null };

/** Results kept with a job; the rest is counted. */
const keptResults = 50;

/** Pages one address may lead to when a moderator has it fetched. */
const maxPagesPerJob = 200;

/**
 * Does one job. Doing it twice does no harm: what is stored already is found again as `unchanged`.
 * @throws UserError for a payload that makes no sense; trying again would not help.
 */
export async function runJob(
  job: Pick<Job, 'kind' | 'payload'>,
  deps: JobDeps,
  control: { readonly signal: AbortSignal; readonly onProgress: (text: string) => void },
): Promise<JobOutcome> {
  switch (job.kind) {
    case 'add-source': {
      const dryRunDeps = { ...deps.dryRun, onProgress: control.onProgress };
      const result = await lookAtSource(payloadOf('add-source', job), { ...deps, dryRun: dryRunDeps });
      return { ok: true, result };
    }
    case 'ingest-url': {
      const { url, sourceId } = payloadOf('ingest-url', job);
      return ingestWith(sourceId, deps, control, (run) => ingestAddress(url, run, deps.pipeline));
    }
    case 'ingest-file': {
      const { path, name, sourceId } = payloadOf('ingest-file', job);
      const file = { path: insideData(path, deps.dataDir), url: uploadUrl(name) };
      const outcome = await ingestWith(sourceId, deps, control, (run) =>
        ingestFile(file, run, deps.pipeline),
      );
      if (sourceId !== undefined) await noteFile(sourceId, outcome, deps);
      return outcome;
    }
    case 'poll-source':
      return poll(payloadOf('poll-source', job).sourceId, deps, control);
    case 'refetch-document': {
      const { documentId } = payloadOf('refetch-document', job);
      const stored = (await deps.corpus.documents.byIds([documentId])).get(documentId);
      if (stored === undefined) throw new UserError(`There is no document with number ${documentId}.`);
      const sourceId = stored.sourceId ?? undefined;
      return ingestWith(sourceId, deps, control, (run) => ingestAddress(stored.url, run, deps.pipeline));
    }
    default:
      throw new UserError(`The worker knows no job of the kind ${JSON.stringify(job.kind)}.`);
  }
}

function payloadOf<Kind extends keyof typeof payloads>(
  kind: Kind,
  job: Pick<Job, 'payload'>,
): z.infer<(typeof payloads)[Kind]> {
  const parsed = payloads[kind].safeParse(job.payload);
  if (parsed.success) return parsed.data as z.infer<(typeof payloads)[Kind]>;
  throw new UserError(
    `The job "${kind}" came with a wrong payload: ${parsed.error.issues[0]?.message ?? ''}.`,
  );
}

/** Address of a file that was sent to the bot. */
function uploadUrl(name: string): string {
  return `file:uploads/${encodeURIComponent(name)}`;
}

function insideData(path: string, dataDir: string): string {
  const full = resolve(dataDir, path);
  if (full.startsWith(resolve(dataDir) + sep)) return full;
  throw new UserError(`${path} lies outside the data folder and is not read.`);
}

async function lookAtSource(
  payload: z.infer<(typeof payloads)['add-source']>,
  deps: JobDeps,
): Promise<unknown> {
  if ('url' in payload) return dryRun(payload.url, deps.dryRun);
  const file = { path: insideData(payload.path, deps.dataDir), url: uploadUrl(payload.name) };
  const raw = await readLocalFile(file);
  if ('reason' in raw) throw new UserError(`${payload.name} ${raw.reason}.`);
  return dryRunFile(raw, deps.dryRun);
}

async function ingestWith(
  sourceId: number | undefined,
  deps: JobDeps,
  control: { readonly signal: AbortSignal; readonly onProgress: (text: string) => void },
  work: (run: Run) => Promise<unknown>,
): Promise<JobOutcome> {
  const source = sourceId === undefined ? null : await deps.corpus.sources.find(sourceId);
  if (sourceId !== undefined && source === null)
    throw new UserError(`There is no source with number ${sourceId}.`);
  const results: IngestResult[] = [];
  const notes: string[] = [];
  await work({
    seen: new Map(),
    maxPages: maxPagesPerJob,
    signal: control.signal,
    onNote: (line) => void notes.push(line),
    onResult: (result) => {
      results.push(result);
      control.onProgress(`${results.length} pages`);
    },
    ...(source === null ? {} : { source: sourceOf(source) }),
  });
  const retry = results.length === 1 && results[0]!.mayRetry === true ? results[0]! : null;
  if (retry !== null)
    return { ok: false, error: retry.reason ?? 'failed', retryInMs: retry.retryAfterMs ?? 0 };
  return { ok: true, result: { results: results.slice(0, keptResults), counts: countsOf(results), notes } };
}

function countsOf(results: readonly IngestResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

// A file is read once, when it is let in or asked for again; the source has to show how that went all the same.
async function noteFile(sourceId: number, outcome: JobOutcome, deps: JobDeps): Promise<void> {
  const now = new Date(deps.pipeline.clock.now());
  const error = outcome.ok ? badFile(outcome.result) : outcome.error;
  const nextAt = now.toISOString();
  const report =
    error === null
      ? { ok: true as const, nextAt, etag: null, lastModified: null }
      : { ok: false as const, nextAt, error };
  await deps.corpus.sources.recordFetch(sourceId, report, now);
}

function badFile(result: unknown): string | null {
  const { results } = result as { readonly results: readonly IngestResult[] };
  const bad = results.find(({ outcome }) => badFileOutcomes.has(outcome));
  return bad === undefined ? null : (bad.reason ?? bad.outcome);
}

const badFileOutcomes: ReadonlySet<IngestResult['outcome']> = new Set(['refused', 'failed', 'unreadable']);

async function poll(
  sourceId: number,
  deps: JobDeps,
  control: { readonly signal: AbortSignal; readonly onProgress: (text: string) => void },
): Promise<JobOutcome> {
  const source = await deps.corpus.sources.find(sourceId);
  if (source === null) throw new UserError(`There is no source with number ${sourceId}.`);
  const inUse = source.status === 'active' || source.status === 'trial';
  if (!inUse) return { ok: true, result: { skipped: `the source is ${source.status}` } };
  return { ok: true, result: await pollSource(source, deps, control) };
}

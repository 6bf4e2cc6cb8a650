import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from '../corpus.ts';
import type { Job } from './jobs.ts';
import { sourceReport } from './source-report.ts';
import type { Source } from './sources.ts';
import { maxUploadsBytes, uploadAddress, uploadOf, uploadsFolder, uploadTitle } from './uploads.ts';

/** The parts of a corpus that suggestions touch. */
export type SuggestedCorpus = Pick<Corpus, 'sources' | 'jobs' | 'audit' | 'sourceChecks'>;

/** Who suggests. */
export interface Suggester {
  readonly actor: string;
  /** Moderators may bring back what was rejected or removed. */
  readonly isModerator: boolean;
}

/**
 * What became of a suggestion. `started`: the worker looks at it; `waiting`: it was suggested before and waits for a
 * decision; `known`: it is decided about already; `unwanted`: it was rejected or removed, and only a moderator may bring it back.
 */
export interface Suggestion {
  readonly kind: 'started' | 'waiting' | 'known' | 'unwanted';
  readonly source: Source;
}

/** Longest address taken; longer ones are not of articles or feeds. */
const maxAddressLength = 2000;

// A look that ends with the death of the worker twice is what kills the worker.
const checkAttempts = 3;

/**
 * The address a person meant, or null when it is none that could be a source: not of the web, with a password in it, or a
 * chat of a messenger. `https://` may be left out.
 */
export function webAddress(text: string): string | null {
  const given = text.trim();
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(given) && !/^[^/]*:\d+(\/|$)/.test(given) ? given : `https://${given}`;
  if (given === '' || /\s/.test(given) || address.length > maxAddressLength || !URL.canParse(address))
    return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') return null;
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return null;
  return /(^|\.)(t\.me|telegram\.(me|org|dog))$/.test(url.hostname) ? null : url.href;
}

/**
 * Takes an address, or a file in the folder of uploads, into the list of sources, where it waits for a decision, and has
 * the worker look at it. Safe to repeat.
 */
export async function suggestSource(
  corpus: SuggestedCorpus,
  options: {
    readonly url: string;
    readonly by: Suggester;
    readonly now: Date;
    readonly questionId?: number;
  },
): Promise<Suggestion> {
  const { url, by, now, questionId } = options;
  const known = await corpus.sources.findByUrl(url);
  const isGone = known?.status === 'rejected' || known?.status === 'removed';
  if (known !== null && !isGone) {
    if (known.status !== 'pending') return { kind: 'known', source: known };
    await startCheck(corpus, known, {
      now,
      onlyIfMissing: true,
      ...(questionId === undefined ? {} : { questionId }),
    });
    return { kind: 'waiting', source: known };
  }
  if (known !== null && !by.isModerator) return { kind: 'unwanted', source: known };
  const note = { at: now, actor: by.actor, act: 'suggest', details: { url } };
  const source = await corpus.sources.add({ ...draftFor(url), addedBy: by.actor }, now, note);
  await startCheck(corpus, source, {
    now,
    onlyIfMissing: false,
    ...(questionId === undefined ? {} : { questionId }),
  });
  return { kind: 'started', source };
}

function draftFor(url: string) {
  const upload = uploadOf(url);
  const host = upload === null ? new URL(url).hostname.replace(/^www\./, '') : uploadTitle(upload);
  return {
    url,
    kind: upload === null ? ('page' as const) : ('file' as const),
    title: host,
    publisher: host,
    language: 'und' as const,
    tier: 'established' as const,
  };
}

/** Has the worker look at a source. @param options.onlyIfMissing leaves a look that is under way or went well alone. */
export async function startCheck(
  corpus: SuggestedCorpus,
  source: Source,
  options: { readonly now: Date; readonly onlyIfMissing: boolean; readonly questionId?: number },
): Promise<void> {
  if (options.onlyIfMissing && (await isLookedAt(corpus, source.id, options.now))) return;
  const upload = uploadOf(source.url);
  const payload =
    upload === null ? { url: source.url } : { path: `${uploadsFolder}/${upload}`, name: upload };
  const jobId = await corpus.jobs.enqueue('add-source', payload, {
    now: options.now,
    dedupeKey: `source:${source.id}`,
    maxAttempts: checkAttempts,
  });
  await corpus.sourceChecks.start(source.id, jobId, options.questionId);
}

/** A look that found a problem, or that gave up, may be tried again by whoever suggests the source again. */
async function isLookedAt(corpus: SuggestedCorpus, sourceId: number, now: Date): Promise<boolean> {
  const state = await settleCheck(corpus, sourceId, now);
  if (state.kind !== 'done') return state.kind === 'looking';
  return (await corpus.sourceChecks.find(sourceId))?.report?.problem === null;
}

/** Where a look at a source stands. */
export type CheckState =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly progress: string | null; readonly waitsForWorker: boolean }
  /** The worker gave up; `error` is its last word. */
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'done' };

/** Where the look stands; one that has just ended is kept with the source first. */
export async function settleCheck(
  corpus: Pick<Corpus, 'jobs' | 'sourceChecks'>,
  sourceId: number,
  now: Date,
): Promise<CheckState> {
  const check = await corpus.sourceChecks.find(sourceId);
  if (check === null) return { kind: 'none' };
  if (check.report !== null) return { kind: 'done' };
  const job = await corpus.jobs.find(check.jobId);
  if (job === null || job.status === 'dead')
    return { kind: 'failed', error: job?.error ?? 'the result is gone' };
  if (job.status !== 'done') return lookingState(job, now);
  const report = sourceReport.safeParse(job.result);
  if (!report.success) return { kind: 'failed', error: 'the worker gave an answer of another version' };
  await corpus.sourceChecks.finish(sourceId, check.jobId, report.data, now);
  return { kind: 'done' };
}

// A worker looks at its queue every second; one that has not come by in ten is busy or not there.
const workerLateMs = 10_000;

function lookingState(job: Job, now: Date): CheckState {
  const waitedMs = now.getTime() - Date.parse(job.createdAt);
  return {
    kind: 'looking',
    progress: job.progress ?? job.error,
    waitsForWorker: job.status === 'queued' && job.attempts === 0 && waitedMs > workerLateMs,
  };
}

/**
 * Keeps an uploaded file for the worker; whole or not at all. @param maxTotalBytes what all uploaded files may take.
 * @returns the address of the source that it is; null when there is no room for it.
 */
export async function keepUpload(
  dataDir: string,
  name: string,
  bytes: Uint8Array,
  maxTotalBytes = maxUploadsBytes,
): Promise<string | null> {
  const folder = join(dataDir, uploadsFolder);
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  // The name tells the content, so a file sent again takes no more room.
  const others = (await readdir(folder)).filter((kept) => kept !== name);
  const sizes = await Promise.all(others.map((kept) => sizeOf(join(folder, kept))));
  if (sizes.reduce((sum, size) => sum + size, bytes.length) > maxTotalBytes) return null;
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  return uploadAddress(name);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    // Tidied away, or renamed by somebody who uploads at the same time.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

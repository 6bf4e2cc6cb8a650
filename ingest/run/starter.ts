import { basename } from 'node:path';
import type { Config } from '../../corpus/config.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { UserError } from '../../corpus/errors.ts';
import type { Job } from '../../corpus/sources/jobs.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import {
  briefFiles,
  briefsFolder,
  hashOfBriefs,
  isOutOfUse,
  starterMark,
  starterSourceUrl,
} from '../../corpus/upkeep/starter-due.ts';
import type { PageSource } from '../page/page-draft.ts';
import { type LocalFile, listFiles } from './ingest-files.ts';
import type { IngestResult } from './ingest-result.ts';
import { ingestFile } from './ingest-target.ts';
import type { PipelineDeps } from './run.ts';

/** Kind of the job under which one process takes in the starter corpus while others wait for it. */
export const starterJobKind = 'ingest-starter';

/** What {@link ingestStarter} needs. */
export interface StarterDeps {
  readonly corpus: Corpus;
  readonly pipeline: PipelineDeps;
  readonly config: Pick<Config, 'STARTER_CORPUS'>;
  readonly onResult: (result: IngestResult) => void;
  /** Briefs done and briefs in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called while another process is at it and this one waits. */
  readonly onWait?: () => void;
  /** Stops after the brief in work; the next call goes on from there. */
  readonly signal?: AbortSignal;
  readonly folder?: string;
}

/** `off`: not wanted; `current`: nothing to do; `done`: taken in now, here or by another process; `stopped`: by the signal. */
export type StarterOutcome = 'off' | 'current' | 'done' | 'stopped';

// Long enough for the model to be compiled on the slowest machine; renewed after some briefs, since each renewal is
// a write to the disk.
const leaseMs = 30_000;
const renewEvery = 10;
const waitForOtherMs = 5 * 60_000;

/**
 * Takes in the bundled briefs unless the corpus holds exactly these. Safe to start in several processes at once: the
 * job queue lets one work, and a process that dies in the middle is replaced by the next that asks.
 */
export async function ingestStarter(deps: StarterDeps): Promise<StarterOutcome> {
  const { corpus, pipeline } = deps;
  if (!deps.config.STARTER_CORPUS) return 'off';
  const folder = deps.folder ?? briefsFolder;
  const files = briefFiles(folder).flatMap((path) => listFiles(path) ?? []);
  if (files.length === 0)
    throw new UserError(`The starter corpus is missing: ${folder} holds no briefs. Get the project again.`);
  const mark = hashOfBriefs(folder);
  const source = await starterSource(corpus, new Date(pipeline.clock.now()));
  if (source === null) return 'off';
  if ((await corpus.meta.get(starterMark)) === mark) return 'current';
  const job = await takeTurn(deps, mark);
  if (job === null) return 'done';
  await takeIn(deps, files, source, job);
  if (deps.signal?.aborted === true) {
    const now = new Date(pipeline.clock.now());
    await corpus.jobs.fail(job, 'stopped', { retryAt: now, now });
    return 'stopped';
  }
  await corpus.meta.set(starterMark, mark);
  await corpus.jobs.complete(job, { documents: files.length }, new Date(pipeline.clock.now()));
  return 'done';
}

async function starterSource(corpus: Corpus, now: Date): Promise<Source | null> {
  const known = await corpus.sources.findByUrl(starterSourceUrl);
  if (known !== null) return isOutOfUse(known) ? null : known;
  const draft = {
    url: starterSourceUrl,
    kind: 'starter',
    title: 'Starter corpus',
    publisher: 'Starter corpus',
    language: 'und',
    tier: 'established',
    status: 'active',
  } as const;
  // Two first starts at once: the second finds what the first added.
  return corpus.sources.add(draft, now).catch(() => corpus.sources.findByUrl(starterSourceUrl));
}

/** The job when it is ours to do, null when another process has just done it. */
async function takeTurn(deps: StarterDeps, mark: string): Promise<Job | null> {
  const { corpus } = deps;
  const { clock } = deps.pipeline;
  const giveUpAt = clock.now() + waitForOtherMs;
  for (;;) {
    const id = await corpus.jobs.enqueue(
      starterJobKind,
      { mark },
      { now: new Date(clock.now()), dedupeKey: 'briefs' },
    );
    const job = await corpus.jobs.claim([starterJobKind], leaseMs, new Date(clock.now()));
    if (job !== null) return job;
    deps.onWait?.();
    await corpus.jobs.wait(id, { pollMs: 100, timeoutMs: leaseMs / 10 });
    if ((await corpus.meta.get(starterMark)) === mark) return null;
    if (clock.now() > giveUpAt) {
      throw new UserError(
        'Another process has been taking in the starter corpus for over 5 minutes: stop it, or wait for it.',
      );
    }
  }
}

async function takeIn(
  deps: StarterDeps,
  files: readonly LocalFile[],
  source: Source,
  job: Job,
): Promise<void> {
  const { corpus, pipeline } = deps;
  const keys = new Set<string>();
  const origin: PageSource = {
    id: source.id,
    url: source.url,
    publisher: source.publisher,
    tier: source.tier,
  };
  const onResult = (result: IngestResult) => {
    deps.onResult(result);
  };
  const run = {
    seen: new Map<string, string | null>(),
    source: origin,
    onResult,
    onNote: () => {},
    maxPages: 0,
  };
  deps.onProgress(0, files.length);
  for (const [index, file] of files.entries()) {
    if (deps.signal?.aborted === true) return;
    keys.add(basename(file.path, '.md'));
    await ingestFile(file, run, pipeline);
    deps.onProgress(index + 1, files.length);
    if (index % renewEvery === 0)
      await corpus.jobs.progress(
        job,
        `${index + 1} of ${files.length} briefs`,
        new Date(pipeline.clock.now()),
      );
  }
  await dropWithdrawn(corpus, source.id, keys);
}

/** Briefs that this version of the project no longer holds are not answered from any more. */
async function dropWithdrawn(corpus: Corpus, sourceId: number, keys: ReadonlySet<string>): Promise<void> {
  for (const document of await corpus.documents.list({ sourceId, status: 'current' })) {
    if (keys.has(document.key) || !document.isBrief) continue;
    await corpus.documents.vanish(document.id, 'no longer part of the starter corpus');
  }
}

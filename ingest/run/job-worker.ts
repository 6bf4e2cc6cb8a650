import type { Corpus } from '../../corpus/corpus.ts';
import { messageOf, UserError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { endTrials } from '../../corpus/sources/decide-source.ts';
import type { Job } from '../../corpus/sources/jobs.ts';
import type { Clock } from '../clock.ts';
import { backgroundKinds, interactiveKinds, type JobDeps, type JobOutcome, runJob } from './run-job.ts';

/** What {@link createWorker} needs. */
export interface WorkerDeps extends Omit<JobDeps, 'corpus'> {
  readonly corpus: Pick<Corpus, 'sources' | 'documents' | 'jobs'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes jobs from the queue and polls sources when they are due. */
export interface Worker {
  /** Ends trials whose time is over and enqueues a poll for every source that is due; returns how many are. */
  enqueueDue(): Promise<number>;
  /** Does one waiting job of the kinds; false when there is none. */
  workOnce(kinds: readonly string[]): Promise<boolean>;
  /** Works until {@link stop}. */
  run(): Promise<void>;
  /** Lets the jobs in work come to a point where they can be taken up again. */
  stop(): void;
}

/**
 * A worker that stops renewing loses its job after this; renewed three times as often. Someone may be waiting for the
 * job of a worker that died, and a job that is done twice does no harm.
 */
const leaseMs = 30_000;
const renewEveryMs = leaseMs / 3;

/** Look-ups of an empty queue; a moderator does not notice a second. */
const idleMs = 1_000;

/** Sources become due by the minute. */
const lookForDueEveryMs = 10_000;

const firstRetryMs = 60_000;
const longestRetryMs = 6 * 60 * 60 * 1000;

const keepJobsMs = 30 * 24 * 60 * 60 * 1000;

/** Opens a worker; nothing happens before {@link Worker.run} or a single step. */
export function createWorker(deps: WorkerDeps): Worker {
  const stopping = new AbortController();
  const now = () => new Date(deps.clock.now());
  const enqueueDue = async () => {
    await endTrials(deps.corpus, now());
    const due = await deps.corpus.sources.due(now());
    for (const source of due) {
      const options = { now: now(), dedupeKey: `source:${source.id}` };
      await deps.corpus.jobs.enqueue('poll-source', { sourceId: source.id }, options);
    }
    return due.length;
  };
  const workOnce = async (kinds: readonly string[]) => {
    const job = await deps.corpus.jobs.claim(kinds, leaseMs, now());
    if (job === null) return false;
    await workOn(job, deps, stopping.signal);
    return true;
  };
  const lane = async (kinds: readonly string[]) => {
    while (!stopping.signal.aborted) {
      const worked = await guarded(() => workOnce(kinds), deps.log);
      if (worked !== true) await deps.clock.sleep(idleMs, stopping.signal);
    }
  };
  const schedule = async () => {
    while (!stopping.signal.aborted) {
      await guarded(enqueueDue, deps.log);
      await guarded(() => deps.corpus.jobs.prune(new Date(deps.clock.now() - keepJobsMs)), deps.log);
      await deps.clock.sleep(lookForDueEveryMs, stopping.signal);
    }
  };
  return {
    enqueueDue,
    workOnce,
    // People wait in a lane of their own; two polls at a time, since one host may be slow.
    run: async () =>
      void (await Promise.all([
        schedule(),
        lane(interactiveKinds),
        lane(backgroundKinds),
        lane(backgroundKinds),
      ])),
    stop: () => stopping.abort(),
  };
}

// A full disk or a locked database must not end the worker: it goes on when they are free again.
async function guarded<Result>(work: () => Promise<Result>, log: Logger): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'the worker could not reach its queue');
    return null;
  }
}

async function workOn(job: Job, deps: WorkerDeps, stopping: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([lost.signal, stopping]);
  let words = 'started';
  let saidAtMs = deps.clock.now();
  const renew = async () => {
    const ours = await deps.corpus.jobs.progress(job, words, new Date(deps.clock.now()));
    if (!ours) lost.abort();
  };
  const report = () => void guarded(renew, deps.log);
  report();
  const heartbeat = setInterval(report, renewEveryMs);
  const startedMs = performance.now();
  try {
    const outcome = await outcomeOf(job, deps, {
      signal,
      onProgress: (text) => {
        words = text;
        if (deps.clock.now() - saidAtMs < idleMs) return;
        saidAtMs = deps.clock.now();
        report();
      },
    });
    deps.log.info(
      { job: job.id, kind: job.kind, ok: outcome.ok, tookMs: Math.round(performance.now() - startedMs) },
      'job',
    );
    if (stopping.aborted) await giveBack(job, deps);
    else await settle(job, outcome, deps);
  } finally {
    clearInterval(heartbeat);
  }
}

// Everybody who updates or restarts the bot stops the worker: that must not use up the attempts of a job.
async function giveBack(job: Job, { corpus, clock }: WorkerDeps): Promise<void> {
  await corpus.jobs.giveBack(job, 'the worker was stopped', new Date(clock.now()));
}

async function outcomeOf(
  job: Job,
  deps: WorkerDeps,
  control: Parameters<typeof runJob>[2],
): Promise<JobOutcome> {
  try {
    return await runJob(job, deps, control);
  } catch (error) {
    if (error instanceof UserError) return { ok: false, error: error.message, retryInMs: null };
    deps.log.error({ err: error, job: job.id, kind: job.kind }, 'a job broke');
    return { ok: false, error: messageOf(error), retryInMs: 0 };
  }
}

async function settle(job: Job, outcome: JobOutcome, deps: WorkerDeps): Promise<void> {
  const now = new Date(deps.clock.now());
  if (outcome.ok) {
    await deps.corpus.jobs.complete(job, outcome.result, now);
    return;
  }
  const backOffMs = Math.min(firstRetryMs * 2 ** (job.attempts - 1), longestRetryMs);
  const waitMs = Math.max(outcome.retryInMs ?? 0, backOffMs);
  const retryAt = outcome.retryInMs === null ? null : new Date(now.getTime() + waitMs);
  await deps.corpus.jobs.fail(job, outcome.error, { retryAt, now });
}

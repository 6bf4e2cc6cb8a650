import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';

/** `queued` waits (or waits for another try), `running` is leased to a worker, `done` and `dead` are final. */
export type JobStatus = 'queued' | 'running' | 'done' | 'dead';

/** A piece of work one process leaves for another. Times are ISO. */
export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly payload: unknown;
  readonly status: JobStatus;
  /** Claims so far; also tells a worker's claim from a later one of the same job. */
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly runAfter: string;
  /** Last words of the worker, for a person who waits. */
  readonly progress: string | null;
  readonly result: unknown;
  /** Why the last attempt failed. */
  readonly error: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** When and how often a job may run. */
export interface EnqueueOptions {
  readonly now: Date;
  readonly runAfter?: Date;
  /** While a job of this kind and key waits or runs, enqueueing returns that job instead of another. */
  readonly dedupeKey?: string;
  /** Claims before the job is dead, 5 unless given; a claim that ends with the worker's death counts. */
  readonly maxAttempts?: number;
}

/** A claim: enough to prove whose the job is. */
export type ClaimedJob = Pick<Job, 'id' | 'attempts'>;

/**
 * A durable queue. A worker that dies loses its lease and another takes the job over, so work is done at least once:
 * it must bear being done twice. Methods that report on a claim return false when the lease has gone to someone else;
 * the worker then drops what it did.
 */
export interface Jobs {
  /** Returns the job's number. `payload` must survive JSON. */
  enqueue(kind: string, payload: unknown, options: EnqueueOptions): Promise<number>;
  /** Leases the job that waits longest, null when there is none. */
  claim(kinds: readonly string[], leaseMs: number, now: Date): Promise<Job | null>;
  /** Says what is happening and renews the lease. */
  progress(job: ClaimedJob, text: string, now: Date): Promise<boolean>;
  complete(job: ClaimedJob, result: unknown, now: Date): Promise<boolean>;
  /** @param options.retryAt null gives up at once; after the last attempt the job is dead in any case. */
  fail(
    job: ClaimedJob,
    error: string,
    options: { readonly retryAt: Date | null; readonly now: Date },
  ): Promise<boolean>;
  /** Returns a claim undone because the worker is stopped in good order: it counts against no limit of attempts. */
  giveBack(job: ClaimedJob, error: string, now: Date): Promise<boolean>;
  find(id: number): Promise<Job | null>;
  /** Newest first. */
  list(filter?: {
    readonly kinds?: readonly string[];
    readonly statuses?: readonly JobStatus[];
    readonly limit?: number;
  }): Promise<Job[]>;
  /** Jobs by kind and status. */
  counts(): Promise<{ readonly kind: string; readonly status: JobStatus; readonly count: number }[]>;
  /** Looks at a job until it is done or dead, or the time is over (the job as it is then). */
  wait(id: number, options: WaitOptions): Promise<Job | null>;
  /** Deletes finished jobs last touched before a time; returns how many. */
  prune(before: Date): Promise<number>;
}

/** How to wait for a job of another process. */
export interface WaitOptions {
  readonly pollMs: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Called with each new text. */
  readonly onProgress?: (text: string) => void;
}

const defaultMaxAttempts = 5;

const jobColumns = `id, kind, payload, status, attempts, max_attempts AS maxAttempts, run_after AS runAfter, progress, result,
  error, created_at AS createdAt, updated_at AS updatedAt`;

type JobRow = Omit<Job, 'payload' | 'result'> & { readonly payload: string; readonly result: string | null };

/** Opens the queue of a corpus database. */
export function openJobs(db: Db): Jobs {
  const sql = statementCache(db);
  const find = (id: number) => {
    const row = sql<JobRow>(`SELECT ${jobColumns} FROM jobs WHERE id = ?`).get(id);
    return row === undefined ? null : toJob(row);
  };
  const settle = (assignments: string, job: ClaimedJob, values: Record<string, unknown>) =>
    sql(`UPDATE jobs SET ${assignments} WHERE id = @id AND attempts = @attempts AND status = 'running'`).run({
      ...values,
      id: job.id,
      attempts: job.attempts,
    }).changes === 1;
  return {
    enqueue: async (kind, payload, options) => enqueue(db, kind, payload, options),
    claim: async (kinds, leaseMs, now) => inTransaction(db, () => claim(db, kinds, leaseMs, now)),
    progress: async (job, text, now) =>
      settle(`progress = @text, updated_at = @now, lease_until = ${later('@now', 'lease_ms')}`, job, {
        text,
        now: now.toISOString(),
      }),
    complete: async (job, result, now) =>
      settle(`status = 'done', result = @result, error = NULL, updated_at = @now`, job, {
        result: JSON.stringify(result ?? null),
        now: now.toISOString(),
      }),
    fail: async (job, error, { retryAt, now }) =>
      settle(
        `status = CASE WHEN @retryAt IS NULL OR attempts >= max_attempts THEN 'dead' ELSE 'queued' END,
         run_after = coalesce(@retryAt, run_after), error = @error, updated_at = @now`,
        job,
        { error, retryAt: retryAt?.toISOString() ?? null, now: now.toISOString() },
      ),
    // The number of attempts stays: it tells this claim from the next one.
    giveBack: async (job, error, now) =>
      settle(
        `status = 'queued', max_attempts = max_attempts + 1, run_after = @now, error = @error, updated_at = @now`,
        job,
        { error, now: now.toISOString() },
      ),
    find: async (id) => find(id),
    list: async ({ kinds, statuses, limit } = {}) =>
      sql<JobRow>(
        `SELECT ${jobColumns} FROM jobs WHERE (@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))
         AND (@statuses IS NULL OR status IN (SELECT value FROM json_each(@statuses))) ORDER BY id DESC LIMIT @limit`,
      )
        .all({
          kinds: kinds ? JSON.stringify(kinds) : null,
          statuses: statuses ? JSON.stringify(statuses) : null,
          limit: limit ?? 100,
        })
        .map(toJob),
    counts: async () =>
      sql<{ kind: string; status: JobStatus; count: number }>(
        'SELECT kind, status, count(*) AS count FROM jobs GROUP BY kind, status ORDER BY kind, status',
      ).all(),
    wait: (id, options) => waitFor(() => find(id), options),
    prune: async (before) =>
      sql(`DELETE FROM jobs WHERE status IN ('done', 'dead') AND updated_at < ?`).run(before.toISOString())
        .changes,
  };
}

// Times are ISO texts of one length in UTC, so that comparing the texts compares the times.
function later(iso: string, milliseconds: string): string {
  return `strftime('%Y-%m-%dT%H:%M:%fZ', julianday(${iso}) + ${milliseconds} / 86400000.0)`;
}

function enqueue(db: Db, kind: string, payload: unknown, options: EnqueueOptions): number {
  const now = options.now.toISOString();
  const text = JSON.stringify(payload ?? null);
  return inTransaction(db, () => {
    const sql = statementCache(db);
    const known = sql<{ id: number }>(
      `SELECT id FROM jobs WHERE kind = ? AND dedupe_key = ? AND status IN ('queued', 'running')`,
    ).get(kind, options.dedupeKey ?? null);
    if (known !== undefined) return known.id;
    const added = sql(
      `INSERT INTO jobs (kind, payload, dedupe_key, status, max_attempts, run_after, created_at, updated_at)
       VALUES (?, ?, ?, 'queued', ?, ?, ?, ?)`,
    ).run(
      kind,
      text,
      options.dedupeKey ?? null,
      options.maxAttempts ?? defaultMaxAttempts,
      options.runAfter?.toISOString() ?? now,
      now,
      now,
    );
    return Number(added.lastInsertRowid);
  });
}

function claim(db: Db, kinds: readonly string[], leaseMs: number, now: Date): Job | null {
  const sql = statementCache(db);
  const values = {
    kinds: JSON.stringify(kinds),
    now: now.toISOString(),
    leaseMs,
    leaseUntil: new Date(now.getTime() + leaseMs).toISOString(),
  };
  // A job whose every attempt ended with the death of its worker is what kills the workers.
  sql(
    `UPDATE jobs SET status = 'dead', updated_at = @now, error = coalesce(error, 'The worker stopped without a word on every attempt.')
     WHERE status = 'running' AND lease_until <= @now AND attempts >= max_attempts`,
  ).run({ now: values.now });
  const row = sql<JobRow>(
    `UPDATE jobs SET status = 'running', attempts = attempts + 1, lease_ms = @leaseMs, lease_until = @leaseUntil,
       progress = NULL, updated_at = @now
     WHERE id = (SELECT id FROM jobs WHERE kind IN (SELECT value FROM json_each(@kinds))
       AND ((status = 'queued' AND run_after <= @now) OR (status = 'running' AND lease_until <= @now))
       ORDER BY run_after, id LIMIT 1)
     RETURNING ${jobColumns}`,
  ).get(values);
  return row === undefined ? null : toJob(row);
}

function toJob(row: JobRow): Job {
  return {
    ...row,
    payload: JSON.parse(row.payload),
    result: row.result === null ? null : JSON.parse(row.result),
  };
}

async function waitFor(look: () => Job | null, options: WaitOptions): Promise<Job | null> {
  const giveUpAt = Date.now() + options.timeoutMs;
  let said: string | null = null;
  for (;;) {
    const job = look();
    if (job !== null && job.progress !== null && job.progress !== said) {
      said = job.progress;
      options.onProgress?.(said);
    }
    const over = job === null || job.status === 'done' || job.status === 'dead' || Date.now() >= giveUpAt;
    if (over || options.signal?.aborted === true) return job;
    await new Promise((resolve) => setTimeout(resolve, options.pollMs));
  }
}

import { UserError } from '../errors.ts';

/**
 * Life of a source. `pending`: suggested, waits for a moderator; `trial`: polled, its documents are shown as
 * unreviewed; `active` and `paused`: in use, polled or not; `rejected` and `removed`: nothing of it is answered from.
 */
export type SourceStatus = 'pending' | 'trial' | 'active' | 'paused' | 'rejected' | 'removed';

const allowed: Readonly<Record<SourceStatus, readonly SourceStatus[]>> = {
  pending: ['trial', 'active', 'rejected', 'removed'],
  trial: ['active', 'paused', 'rejected', 'removed'],
  active: ['trial', 'paused', 'rejected', 'removed'],
  paused: ['active', 'trial', 'rejected', 'removed'],
  rejected: ['pending', 'removed'],
  // A removed source comes back only through `restore`, which knows what it was before.
  removed: [],
};

/** True when a moderator may move a source from one status to another. The same status is no move. */
export function canMove(from: SourceStatus, to: SourceStatus): boolean {
  return allowed[from].includes(to);
}

/** @throws UserError in one line, naming what can be done instead. */
export function assertMove(from: SourceStatus, to: SourceStatus): void {
  if (canMove(from, to)) return;
  const options = allowed[from].join(', ') || 'restore';
  throw new UserError(`A source that is ${from} cannot become ${to}; possible: ${options}.`);
}

/** What a moderator sees at a glance. */
export type SourceHealth = 'ok' | 'failing' | 'stale' | 'never-fetched' | 'off';

/** Fetches missed in a row, or the schedule overrun by this factor, before a source counts as stale. */
const staleAfterSchedules = 3;

/** Health from what is stored; pure. */
export function sourceHealth(
  source: {
    readonly kind: string;
    readonly status: SourceStatus;
    readonly scheduleMinutes: number;
    readonly lastSuccessAt: string | null;
    readonly lastAttemptAt: string | null;
    readonly failures: number;
  },
  now: Date,
): SourceHealth {
  if (source.status !== 'active' && source.status !== 'trial') return 'off';
  // What came with the program is there and is never fetched.
  if (source.kind === 'starter') return 'ok';
  if (source.lastAttemptAt === null) return 'never-fetched';
  // Nobody reads a file twice unless asked.
  if (source.kind === 'file') return source.failures > 0 ? 'failing' : 'ok';
  const last = source.lastSuccessAt === null ? 0 : Date.parse(source.lastSuccessAt);
  if (now.getTime() - last > staleAfterSchedules * source.scheduleMinutes * 60_000) return 'stale';
  return source.failures > 0 ? 'failing' : 'ok';
}

import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { UserError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';
import { ConflictWatch } from './conflict-watch.ts';

/** What the polling loop needs. */
export interface PollingOptions {
  readonly api: Api;
  readonly allowedUpdates: readonly string[];
  /** Stores updates; when it returns they survive a crash. The offset moves only then. */
  readonly store: (updates: readonly Update[]) => void;
  /** Called after every successful poll. */
  readonly onPoll: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

const pollSeconds = 25;
const firstRetryMs = 200;
const longestRetryMs = 15_000;

const conflictRetryMs = 1000;

/**
 * Long polling until `signal` is aborted. Network trouble is waited out.
 * @throws UserError when another process polls with the same token, or the token is refused.
 */
export async function runPolling(options: PollingOptions, signal: AbortSignal): Promise<void> {
  const { clock, log } = options;
  const conflicts = new ConflictWatch();
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      offset = await pollOnce(options, offset, signal);
      failures = 0;
      conflicts.succeeded();
    } catch (error) {
      if (signal.aborted) return;
      if (isConflict(error)) {
        refuseSecondPoller(error, conflicts.refused(clock.now()));
        await clock.sleep(conflictRetryMs, signal);
        continue;
      }
      refuseBadToken(error);
      failures += 1;
      const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
      log.warn({ err: loggable(error), delayMs }, 'cannot reach Telegram; trying again');
      await clock.sleep(delayMs, signal);
    }
  }
}

/** One request. @returns the offset that confirms what was stored, undefined when there was nothing. */
async function pollOnce(
  options: PollingOptions,
  offset: number | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { api, allowedUpdates, store, onPoll } = options;
  const updates = await api.getUpdates(
    {
      timeout: pollSeconds,
      limit: 100,
      allowed_updates: allowedUpdates as never,
      ...(offset === undefined ? {} : { offset }),
    },
    signal as never,
  );
  onPoll();
  if (updates.length === 0) {
    // Everything below the offset is confirmed now. Without it, ids that start anew at a lower number after a quiet
    // week are not taken for old ones.
    return undefined;
  }
  store(updates);
  return Math.max(...updates.map((update) => update.update_id)) + 1;
}

function isConflict(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 409;
}

function refuseSecondPoller(error: GrammyError, givesUp: boolean): void {
  if (/webhook is active/.test(error.description)) {
    throw new UserError(
      'Telegram has a webhook set for this bot by another process; stop that one, or start in webhook mode.',
    );
  }
  if (!givesUp) return;
  throw new UserError(
    'Another process is polling Telegram with the same BOT_TOKEN; stop it, or give this one its own bot.',
  );
}

function refuseBadToken(error: unknown): void {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    throw new UserError('Telegram refuses BOT_TOKEN; copy it anew from @BotFather.');
  }
}

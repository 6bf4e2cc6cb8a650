import { type Api, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { UserError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';

const firstRetryMs = 500;
const longestRetryMs = 15_000;

/** Who we are, as soon as Telegram can be reached; null when stopped before that. */
export function introduce(
  api: Api,
  world: { clock: Clock; log: Logger },
  signal: AbortSignal,
): Promise<UserFromGetMe | null> {
  return persist(() => api.getMe(), world, signal);
}

/** Tries until it works. @throws UserError when Telegram refuses the token. */
export async function persist<Result>(
  call: () => Promise<Result>,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
  signal: AbortSignal,
): Promise<Result | null> {
  for (let delayMs = firstRetryMs; !signal.aborted; delayMs = Math.min(longestRetryMs, delayMs * 2)) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
        throw new UserError('Telegram refuses BOT_TOKEN; copy it anew from @BotFather.', { cause: error });
      }
      if (error instanceof GrammyError && error.error_code === 400)
        throw new UserError(`Telegram refuses the set-up: ${error.description}`);
      log.warn({ err: loggable(error), delayMs }, 'cannot reach Telegram; trying again');
      await clock.sleep(delayMs, signal);
    }
  }
  return null;
}

import { BotError } from 'grammy';
import type { BotContext } from '../context.ts';
import { loggable } from '../process/loggable.ts';
import { deliveryOutcome } from './delivery-outcome.ts';
import { DeliveryPending } from './durable-api.ts';

/**
 * One line for the log and one kind sentence for the person. A message that waits in the outbox is no error: it is
 * thrown on, so that the update is handled again. Never logs words or ids of a person.
 */
export async function onError(error: unknown): Promise<void> {
  if (!(error instanceof BotError)) throw error;
  const ctx = error.ctx as BotContext;
  const cause = error.error;
  if (cause instanceof DeliveryPending) throw cause;
  if (isStorageTrouble(cause)) throw new DeliveryPending('the database cannot be written now', { cause });
  const outcome = deliveryOutcome(cause);
  if (outcome.kind === 'gone') return;
  ctx.deps.log.error(
    { err: loggable(cause), update: ctx.update.update_id },
    'an update could not be handled',
  );
  try {
    if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery(ctx.t('error'));
    else if (ctx.msg !== undefined && ctx.chat?.type === 'private') await ctx.reply(ctx.t('error'));
  } catch (second) {
    if (second instanceof DeliveryPending) throw second;
    ctx.deps.log.warn(
      { err: loggable(second), update: ctx.update.update_id },
      'the person could not be told either',
    );
  }
}

// A full disk or a lock passes; the update is kept until it can have its effect.
function isStorageTrouble(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN)/.test(code);
}

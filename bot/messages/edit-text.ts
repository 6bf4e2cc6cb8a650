import { GrammyError, type InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import type { FormattedText } from './split.ts';

/**
 * Replaces the text of a message of ours: the one whose button was pressed unless `messageId` says another.
 * A message that already reads so, or that the person deleted, is no error. @returns false when it is gone.
 */
export async function editText(
  ctx: BotContext,
  { text, entities }: FormattedText,
  keyboard: InlineKeyboard | undefined,
  messageId = ctx.callbackQuery?.message?.message_id,
): Promise<boolean> {
  if (messageId === undefined || ctx.chat === undefined) return false;
  return tolerated(() =>
    ctx.api.editMessageText(ctx.chat!.id, messageId, text, {
      entities: [...entities],
      reply_markup: keyboard,
    }),
  );
}

/** Replaces only the buttons under the message whose button was pressed. */
export async function editKeyboard(ctx: BotContext, keyboard: InlineKeyboard): Promise<boolean> {
  return tolerated(() => ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
}

async function tolerated(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit();
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/message is not modified/.test(error.description)) return true;
    if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description))
      return false;
    throw error;
  }
}

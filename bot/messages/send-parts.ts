import type { InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import { type FormattedText, splitText } from './split.ts';

/** How a text goes out. */
export interface SendOptions {
  /** Under the last part. */
  readonly keyboard?: InlineKeyboard;
  /** Message that the first part answers. */
  readonly replyTo?: number;
}

/** The parts of a text as messages; parts of nothing but white space, which Telegram refuses, are left out. */
export function messageParts(whole: FormattedText): FormattedText[] {
  return splitText(whole).filter((part) => part.text.trim() !== '');
}

/** Sends a text of any length into the chat of an update. @returns the ids of the messages, in order. */
export async function sendParts(
  ctx: BotContext,
  whole: FormattedText,
  options: SendOptions = {},
): Promise<number[]> {
  const parts = messageParts(whole);
  const ids: number[] = [];
  for (const [index, part] of parts.entries()) {
    const message = await ctx.reply(part.text, {
      entities: [...part.entities],
      ...(index === parts.length - 1 && options.keyboard !== undefined
        ? { reply_markup: options.keyboard }
        : {}),
      ...(index === 0 && options.replyTo !== undefined ? { reply_parameters: replyTo(options.replyTo) } : {}),
    });
    ids.push(message.message_id);
  }
  return ids;
}

// The question may have been deleted meanwhile; the answer goes out all the same.
function replyTo(messageId: number): { message_id: number; allow_sending_without_reply: true } {
  return { message_id: messageId, allow_sending_without_reply: true };
}

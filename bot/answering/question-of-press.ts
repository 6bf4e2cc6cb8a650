import type { Message } from 'grammy/types';
import { maxQuestionChars } from '../../retrieval/ask.ts';
import type { BotContext } from '../context.ts';
import { addressedIn } from '../messages/addressed.ts';

/** The message that the message with the pressed button replies to; Telegram brings it along, so nothing is kept. */
export function questionMessage(ctx: BotContext): Message | undefined {
  const message = ctx.callbackQuery?.message;
  return message !== undefined && 'reply_to_message' in message ? message.reply_to_message : undefined;
}

/** The question behind the pressed button; null when it is gone, too long, or of another kind. */
export function questionRepliedTo(ctx: BotContext): string | null {
  const message = questionMessage(ctx);
  if (message === undefined || ctx.chat === undefined) return null;
  const text = addressedIn({ ...message, chat: ctx.chat } as Message, ctx.me);
  return text === null || text === '' || text.length > maxQuestionChars ? null : text;
}

/** What somebody is told whose question is not there any more. */
export function noQuestion(ctx: BotContext): { readonly text: string; readonly show_alert: true } {
  return { text: ctx.t('sub-no-question'), show_alert: true };
}

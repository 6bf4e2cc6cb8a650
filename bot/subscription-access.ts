import { GrammyError } from 'grammy';
import type { BotContext } from './context.ts';
import { loggable } from './loggable.ts';

/**
 * True when whoever acts may decide what a chat receives: oneself in private, otherwise its admins. Telegram is asked
 * every time, so that a former admin cannot press old buttons. In doubt the answer is no.
 */
export async function mayManage(ctx: BotContext, chatId: number): Promise<boolean> {
  const userId = ctx.from?.id;
  if (userId === undefined) return false;
  if (chatId === userId) return true;
  // An anonymous admin writes in the name of the group itself; a linked channel does not.
  if (ctx.message?.sender_chat !== undefined)
    return ctx.message.sender_chat.id === chatId && ctx.chat?.id === chatId;
  try {
    const member = await ctx.api.getChatMember(chatId, userId);
    return member.status === 'creator' || member.status === 'administrator';
  } catch (error) {
    ctx.deps.log.debug({ err: loggable(error) }, 'the rights of a member could not be read');
    return false;
  }
}

/** The channel or group of a public name; null when there is none or the bot may not see it. */
export async function findPublicChat(ctx: BotContext, name: string): Promise<number | null> {
  try {
    const chat = await ctx.api.getChat(name);
    return chat.type === 'private' ? null : chat.id;
  } catch (error) {
    if (error instanceof GrammyError) return null;
    throw error;
  }
}

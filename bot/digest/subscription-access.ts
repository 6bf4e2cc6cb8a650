import { GrammyError } from 'grammy';
import type { BotContext } from '../context.ts';
import { loggable } from '../process/loggable.ts';

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

/** True when the bot may write into a chat that is not the present one: a channel lets only its admins. */
export async function botMayWrite(ctx: BotContext, chatId: number): Promise<boolean> {
  try {
    const member = await ctx.api.getChatMember(chatId, ctx.me.id);
    if (member.status === 'administrator') return member.can_post_messages !== false;
    return member.status === 'member' && (await ctx.api.getChat(chatId)).type !== 'channel';
  } catch (error) {
    ctx.deps.log.debug({ err: loggable(error) }, 'the rights of the bot could not be read');
    return false;
  }
}

/** How another chat is called, for whoever manages it from here; null for the present chat or when nobody tells. */
export async function nameOfOtherChat(ctx: BotContext, chatId: number): Promise<string | null> {
  if (chatId === ctx.chat?.id) return null;
  try {
    return (await ctx.api.getChat(chatId)).title ?? null;
  } catch (error) {
    ctx.deps.log.debug({ err: loggable(error) }, 'the name of a chat could not be read');
    return null;
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

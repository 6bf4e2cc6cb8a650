import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { findPublicChat, mayManage } from '../digest/subscription-access.ts';
import { subscriptionList } from '../digest/subscription-list.ts';

/** `/subscriptions`: what this chat, or a channel of ours, has; change, pause and leave with one press. */
export const subscriptions = new Composer<BotContext>();

subscriptions.command('subscriptions', async (ctx) => {
  const name = ctx.match.trim();
  const chatId = name.startsWith('@') ? await findPublicChat(ctx, name) : ctx.chat.id;
  if (chatId === null) return void (await ctx.reply(ctx.t('sub-no-chat')));
  if (!(await mayManage(ctx, chatId))) return void (await ctx.reply(ctx.t('sub-admins-only')));
  const { subscriptions: stored, lexicon } = ctx.deps.digesting;
  const words = { language: ctx.language, texts: ctx.deps.texts, lexicon };
  const { text, keyboard } = subscriptionList(stored.ofChat(chatId), words);
  await ctx.reply(text, { reply_markup: keyboard });
});

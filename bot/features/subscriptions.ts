import { Composer, InlineKeyboard } from 'grammy';
import { callbackData, showMark } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Subscription } from '../subscription.ts';
import { findPublicChat, mayManage } from '../subscription-access.ts';
import { describeWish } from '../subscription-editor.ts';

/** `/subscriptions`: what this chat, or a channel of ours, has; change, pause and leave with one press. */
export const subscriptions = new Composer<BotContext>();

subscriptions.command('subscriptions', async (ctx) => {
  const name = ctx.match.trim();
  const chatId = name.startsWith('@') ? await findPublicChat(ctx, name) : ctx.chat.id;
  if (chatId === null) return void (await ctx.reply(ctx.t('sub-no-chat')));
  if (!(await mayManage(ctx, chatId))) return void (await ctx.reply(ctx.t('sub-admins-only')));
  const list = ctx.deps.digesting.subscriptions.ofChat(chatId);
  if (list.length === 0) return void (await ctx.reply(ctx.t('sub-none')));
  const words = { language: ctx.language, texts: ctx.deps.texts, lexicon: ctx.deps.digesting.lexicon };
  const items = list.map(({ wish, state }, index) => {
    const paused = state === 'paused' ? ` ⏸ ${ctx.t('sub-title-paused')}` : '';
    return `${index + 1}.${paused}\n${describeWish(wish, words)}`;
  });
  await ctx.reply(`${ctx.t('sub-list')}\n\n${items.join('\n\n')}`, { reply_markup: keyboard(list, ctx) });
});

function keyboard(list: readonly Subscription[], ctx: BotContext): InlineKeyboard {
  const buttons = new InlineKeyboard();
  for (const [index, { code, state }] of list.entries()) {
    const n = index + 1;
    buttons.text(`${n}. ${ctx.t('digest-change')}`, callbackData(`${showMark}s`, code));
    const isActive = state === 'active';
    buttons.text(
      `${n}. ${ctx.t(isActive ? 'sub-pause' : 'sub-resume')}`,
      callbackData('s', code, isActive ? 'pause' : 'resume'),
    );
    buttons.text(`${n}. ${ctx.t('digest-leave')}`, callbackData('s', code, 'leave')).row();
  }
  return buttons;
}

import { Composer, InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import { callbackData } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import { erasePerson } from '../people/erase-person.ts';

/** `/privacy` says what is kept; `/deletemydata` erases it after one confirmation. */
export const privacy = new Composer<BotContext>();

privacy.command('privacy', async (ctx) => {
  await ctx.reply(ctx.t('privacy'));
});

privacy.command('deletemydata', async (ctx) => {
  if (ctx.chat.type !== 'private') return void (await ctx.reply(ctx.t('delete-private-only')));
  const keyboard = new InlineKeyboard()
    .text(ctx.t('delete-yes'), callbackData('d', 'yes'))
    .text(ctx.t('delete-no'), callbackData('d', 'no'));
  await ctx.reply(ctx.t('delete-ask'), { reply_markup: keyboard });
});

privacy.chatType('private').callbackQuery(/^d:(yes|no)$/, async (ctx) => {
  const erase = ctx.match[1] === 'yes';
  if (erase) erasePerson(ctx.deps, ctx.from.id);
  const text = ctx.t(erase ? 'delete-done' : 'delete-kept');
  await editText(ctx, { text, entities: [] }, undefined);
  await ctx.answerCallbackQuery();
});

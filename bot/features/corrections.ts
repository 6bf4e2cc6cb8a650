import { Composer, InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import { callbackData, judgedMark } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';

/** `/corrections`: whether to be told when a figure changes that a recent answer quoted. Off unless switched on. */
export const corrections = new Composer<BotContext>();

corrections.chatType('private').command('corrections', async (ctx) => {
  const isOn = ctx.deps.people.find(ctx.chat.id)?.preferences.corrections === true;
  await ctx.reply(ctx.t(isOn ? 'corrections-on' : 'corrections-off'), { reply_markup: keyboard(ctx, isOn) });
});

corrections.chatType('private').callbackQuery(/^!co:(on|off)$/, async (ctx) => {
  const isOn = ctx.match[1] === 'on';
  ctx.deps.people.prefer(ctx.chat!.id, { corrections: isOn });
  const text = ctx.t(isOn ? 'corrections-on' : 'corrections-off');
  await editText(ctx, { text, entities: [] }, keyboard(ctx, isOn));
  await ctx.answerCallbackQuery();
});

function keyboard(ctx: BotContext, isOn: boolean): InlineKeyboard {
  return isOn
    ? new InlineKeyboard().text(ctx.t('corrections-stop'), callbackData(`${judgedMark}co`, 'off'))
    : new InlineKeyboard().text(ctx.t('corrections-start'), callbackData(`${judgedMark}co`, 'on'));
}

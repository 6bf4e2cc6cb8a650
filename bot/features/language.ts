import { Composer, InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import { mayManage } from '../digest/subscription-access.ts';
import { callbackData } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import type { UiLanguage } from '../people/people.ts';

/** `/language`: the bot's own words in Ukrainian or English, whatever the profile says; in groups its admins choose. */
export const language = new Composer<BotContext>();

language.command('language', async (ctx) => {
  await ctx.reply(ctx.t('language-choose'), { reply_markup: keyboard(ctx) });
});

language.callbackQuery(/^l:(uk|en)$/, async (ctx) => {
  const chosen = ctx.match[1] as UiLanguage;
  const chatId = ctx.chat?.id ?? ctx.from.id;
  if (!(await mayManage(ctx, chatId)))
    return void (await ctx.answerCallbackQuery(ctx.t('language-admins-only')));
  ctx.deps.people.prefer(chatId, { language: chosen });
  ctx.language = chosen;
  await editText(ctx, { text: ctx.t('language-done'), entities: [] }, keyboard(ctx));
  await ctx.answerCallbackQuery();
});

function keyboard(ctx: BotContext): InlineKeyboard {
  const label = (code: UiLanguage, name: string) => (ctx.language === code ? `✓ ${name}` : name);
  return new InlineKeyboard()
    .text(label('uk', ctx.t('language-uk')), callbackData('l', 'uk'))
    .text(label('en', ctx.t('language-en')), callbackData('l', 'en'));
}

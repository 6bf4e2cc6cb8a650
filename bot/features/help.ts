import { Composer } from 'grammy';
import { describeCommands } from '../commands.ts';
import type { BotContext } from '../context.ts';

/** `/help`: what the bot can do and how to use it. */
export const help = new Composer<BotContext>();

help.command('help', async (ctx) => {
  const commands = describeCommands(ctx.deps.texts, ctx.language);
  await ctx.reply(`${ctx.t('help', { username: ctx.me.username, commands })}\n\n${ctx.t('emergency')}`);
});

import { Composer } from 'grammy';
import { describeCommands } from '../commands.ts';
import type { BotContext } from '../context.ts';
import { originOf } from '../people/roles.ts';

/** `/help`: what the bot can do and how to use it. */
export const help = new Composer<BotContext>();

help.command('help', async (ctx) => {
  const commands = describeCommands(ctx.deps.texts, ctx.language);
  const parts = [ctx.t('help', { username: ctx.me.username, commands }), staffHelp(ctx), ctx.t('emergency')];
  await ctx.reply(parts.filter((part) => part !== '').join('\n\n'));
});

function staffHelp(ctx: BotContext): string {
  const origin = originOf(ctx.update);
  const role = origin.kind === 'person' ? ctx.deps.moderation.staff.roleOf(origin.userId) : 'reader';
  if (role === 'reader') return '';
  return role === 'owner' ? `${ctx.t('help-moderators')}\n${ctx.t('help-owners')}` : ctx.t('help-moderators');
}

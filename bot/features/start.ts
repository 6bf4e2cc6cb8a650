import { Composer } from 'grammy';
import { evidenceCard } from '../answering/evidence-card.ts';
import { evidenceKeyboard } from '../answering/evidence-keyboard.ts';
import { passageLink } from '../answering/passage-link.ts';
import type { BotContext } from '../context.ts';
import { sendParts } from '../messages/send-parts.ts';

/** `/start`, alone or from a link to a passage (`?start=e_<passage key>`). */
export const start = new Composer<BotContext>();

start.chatType('private').command('start', async (ctx) => {
  const passageKey = /^e_([a-z0-9]{12})$/.exec(ctx.match)?.[1];
  if (passageKey !== undefined) return showPassage(ctx, passageKey);
  await ctx.reply(`${ctx.t('start')}\n\n${ctx.t('emergency')}`);
});

async function showPassage(ctx: BotContext, passageKey: string): Promise<void> {
  const evidence = await ctx.deps.evidence.read(passageKey);
  if (evidence === null) {
    await ctx.reply(ctx.t('start-evidence-missing'));
    return;
  }
  const shareUrl = passageLink(ctx.me.username, passageKey);
  const keyboard = evidenceKeyboard(evidence, null, ctx.t);
  const card = evidenceCard({ evidence, quote: null, language: ctx.language, t: ctx.t, shareUrl });
  await sendParts(ctx, card, keyboard === undefined ? {} : { keyboard });
}

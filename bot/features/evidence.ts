import { Composer, InputFile } from 'grammy';
import { evidenceCard, storedCopy } from '../answering/evidence-card.ts';
import { evidenceKeyboard } from '../answering/evidence-keyboard.ts';
import { passageLink } from '../answering/passage-link.ts';
import type { BotContext } from '../context.ts';
import { sendParts } from '../messages/send-parts.ts';

/** The buttons "evidence" and "stored copy". */
export const evidence = new Composer<BotContext>();

evidence.callbackQuery(/^~e:([a-z0-9]{12}):(\d{1,6}):(\d{1,2})$/, async (ctx, next) => {
  const [, answerId, generation, n] = ctx.match as RegExpMatchArray;
  const answer = ctx.deps.answers.find(answerId!, ctx.chat?.id ?? 0);
  const citation = answer?.citations.find((candidate) => candidate.n === Number(n));
  if (answer === null || citation === undefined || answer.generation !== Number(generation)) return next();
  const found = await ctx.deps.evidence.read(citation.passageId);
  await ctx.answerCallbackQuery();
  if (found === null) return void (await ctx.reply(ctx.t('evidence-missing')));
  const quote = { n: citation.n, ...within(found.passage.text.length, citation.start, citation.end) };
  const shareUrl = passageLink(ctx.me.username, citation.passageId);
  const card = evidenceCard({ evidence: found, quote, language: ctx.language, t: ctx.t, shareUrl });
  const keyboard = evidenceKeyboard(found, quote, ctx.t);
  const replyTo = ctx.callbackQuery.message?.message_id;
  await sendParts(ctx, card, {
    ...(keyboard === undefined ? {} : { keyboard }),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
});

evidence.callbackQuery(/^~k:([a-z0-9]{12}):(\d{1,7}):(\d{1,7})$/, async (ctx, next) => {
  const [, passageKey, start, end] = ctx.match as RegExpMatchArray;
  const found = await ctx.deps.evidence.read(passageKey!);
  if (found?.document.status !== 'vanished') return next();
  await ctx.answerCallbackQuery();
  const quote = within(found.passage.text.length, Number(start), Number(end));
  const text = storedCopy(found, quote, { language: ctx.language, t: ctx.t });
  await ctx.replyWithDocument(
    new InputFile(Buffer.from(text, 'utf8'), `${found.document.key.slice(0, 40)}.txt`),
    {
      caption: ctx.t('evidence-copy-caption'),
    },
  );
});

// Data may be forged: offsets never reach outside the passage.
function within(length: number, start: number, end: number): { start: number; end: number } {
  const from = Math.min(start, length);
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

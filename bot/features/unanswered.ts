import { Composer, InlineKeyboard } from 'grammy';
import { openGroups, spellingsOf } from '../../corpus/feedback/question-groups.ts';
import type { BotContext } from '../context.ts';
import { callbackData, judgedMark, showMark } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import { linkInMessage } from '../messages/link-in-message.ts';
import { renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import { type Actor, permitted } from '../moderation/permitted.ts';
import { oneLine } from '../moderation/source-card.ts';
import { suggest } from '../moderation/suggest.ts';

/** `/unanswered`: what people asked and the sources do not say, most asked first; nothing tells who asked. */
export const unanswered = new Composer<BotContext>();

const perPage = 5;

unanswered.command('unanswered', async (ctx) => {
  if ((await permitted(ctx, 'see-questions')) === null) return;
  const { text, keyboard } = await page(ctx, 0);
  await ctx.reply(text.text, { entities: [...text.entities], reply_markup: keyboard });
});

unanswered.callbackQuery(/^!ul:(\d{1,4})$/, async (ctx) => {
  if ((await permitted(ctx, 'see-questions')) === null) return;
  await refresh(ctx, Number(ctx.match[1]));
  await ctx.answerCallbackQuery();
});

unanswered.callbackQuery(/^~ua:(\d{1,10})$/, async (ctx, next) => {
  if ((await permitted(ctx, 'settle-question')) === null) return;
  const question = await (await ctx.deps.moderation.corpus()).unanswered.find(Number(ctx.match[1]));
  if (question === null) return next();
  await ctx.answerCallbackQuery();
  const prompt = await ctx.reply(ctx.t('unanswered-write', { question: oneLine(question.question) }), {
    reply_markup: { force_reply: true },
  });
  const purpose = { kind: 'source-for', questionId: question.id } as const;
  ctx.deps.moderation.prompts.keep(ctx.chat!.id, prompt.message_id, purpose);
});

unanswered.callbackQuery(/^!ud:(\d{1,10}):(\d{1,4})$/, async (ctx) => {
  const by = await permitted(ctx, 'settle-question');
  if (by === null) return;
  await dismiss(ctx, Number(ctx.match[1]), by);
  await refresh(ctx, Number(ctx.match[2]));
  await ctx.answerCallbackQuery(ctx.t('unanswered-dismissed'));
});

unanswered.chatType('private').on('message', async (ctx, next) => {
  const { prompts } = ctx.deps.moderation;
  const asked = ctx.message.reply_to_message?.message_id;
  const purpose = asked === undefined ? null : prompts.find(ctx.chat.id, asked);
  if (asked === undefined || purpose?.kind !== 'source-for') return next();
  const by = await permitted(ctx, 'settle-question');
  if (by === null) return;
  const link = linkInMessage(ctx.message);
  if (link === null) return void (await ctx.reply(ctx.t('addsource-no-address')));
  await suggest(ctx, link, by, purpose.questionId);
  prompts.drop(ctx.chat.id, asked);
});

async function dismiss(ctx: BotContext, questionId: number, by: Actor): Promise<void> {
  const corpus = await ctx.deps.moderation.corpus();
  const known = await corpus.unanswered.find(questionId);
  const at = new Date(ctx.deps.clock.now());
  // Settled already, by a press before this one or by somebody else.
  if (known?.status !== 'open') return;
  for (const id of await spellingsOf(corpus.unanswered, questionId)) {
    await corpus.audit.record({ at, actor: by.actor, act: 'dismiss', subject: `question:${id}` });
    await corpus.unanswered.setStatus(id, 'dismissed');
  }
}

async function refresh(ctx: BotContext, wanted: number): Promise<void> {
  const { text, keyboard } = await page(ctx, wanted);
  await editText(ctx, text, keyboard);
}

async function page(
  ctx: BotContext,
  wanted: number,
): Promise<{ readonly text: FormattedText; readonly keyboard: InlineKeyboard }> {
  const groups = await openGroups((await ctx.deps.moderation.corpus()).unanswered);
  const pages = Math.max(1, Math.ceil(groups.length / perPage));
  const number = Math.min(wanted, pages - 1);
  const part = groups.slice(number * perPage, (number + 1) * perPage);
  const title =
    groups.length === 0
      ? ctx.t('unanswered-none')
      : ctx.t('unanswered-title', { count: groups.length, page: number + 1, pages });
  const lines = part.map((group, index) => ({
    kind: 'plain' as const,
    text: `${index + 1}. ${ctx.t('unanswered-asked', { count: group.asked })} ${oneLine(group.first.question)}`,
  }));
  const keyboard = new InlineKeyboard();
  for (const [index, { first }] of part.entries())
    keyboard
      .text(`${index + 1} ${ctx.t('do-add')}`, callbackData(`${showMark}ua`, first.id))
      .text(`${index + 1} ${ctx.t('do-dismiss')}`, callbackData(`${judgedMark}ud`, first.id, number))
      .row();
  if (number > 0) keyboard.text(ctx.t('page-before'), callbackData(`${judgedMark}ul`, number - 1));
  if (number < pages - 1) keyboard.text(ctx.t('page-after'), callbackData(`${judgedMark}ul`, number + 1));
  return { text: renderBlocks([{ kind: 'lead', text: title }, ...lines]), keyboard };
}

import { Composer } from 'grammy';
import { answerKeyboard, reasonKeyboard } from '../answering/answer-keyboard.ts';
import type { FoundAnswer } from '../answering/answers.ts';
import { type DownReason, downReasons, type Vote } from '../answering/votes.ts';
import type { BotContext } from '../context.ts';
import { editKeyboard } from '../messages/edit-text.ts';

/** 👍, 👎 and the reason why. */
export const feedback = new Composer<BotContext>();

feedback.callbackQuery(/^v:([a-z0-9]{12}):(\d{1,6}):([a-z-]{1,12})$/, async (ctx, next) => {
  const [, answerId, generation, choice] = ctx.match as RegExpMatchArray;
  const answer = ctx.deps.answers.find(answerId!, ctx.chat?.id ?? 0);
  if (answer === null || answer.generation !== Number(generation)) return next();
  const reason = downReasons.find((candidate) => candidate === choice);
  if (reason !== undefined) return voteDownBecause(ctx, answer, reason);
  if (choice === 'up') {
    cast(ctx, answer, 'up');
    await ctx.answerCallbackQuery(ctx.t('vote-thanks'));
  } else if (choice === 'down') {
    cast(ctx, answer, 'down');
    await editKeyboard(ctx, reasonKeyboard(answer, ctx.t));
    await ctx.answerCallbackQuery(ctx.t('vote-why'));
  } else if (choice === 'back') {
    await editKeyboard(ctx, answerKeyboard(answer, ctx.t));
    await ctx.answerCallbackQuery();
  } else await next();
});

async function voteDownBecause(ctx: BotContext, answer: FoundAnswer, reason: DownReason): Promise<void> {
  cast(ctx, answer, 'down', reason);
  await editKeyboard(ctx, answerKeyboard(answer, ctx.t));
  await ctx.answerCallbackQuery(ctx.t('reason-thanks'));
}

function cast(ctx: BotContext, answer: FoundAnswer, vote: Vote, reason?: DownReason): void {
  ctx.deps.votes.cast({
    userId: ctx.from!.id,
    answerId: answer.id,
    vote,
    passages: answer.citations.map((citation) => citation.passageId),
    ...(reason === undefined ? {} : { reason }),
  });
}

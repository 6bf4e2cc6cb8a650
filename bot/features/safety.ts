import { Composer } from 'grammy';
import { detectLanguage } from '../../corpus/language/language.ts';
import type { AnswerLanguage } from '../../retrieval/answer.ts';
import type { BotContext } from '../context.ts';
import { addressedText } from '../messages/addressed.ts';
import { renderBlocks } from '../messages/render.ts';
import { sendParts } from '../messages/send-parts.ts';

/**
 * A report of a find gets the fixed card, and a how-to question the fixed refusal, before limits, queues and search:
 * no question is worth more, and nothing that is down may stand in the way. Captions count as well.
 */
export const safety = new Composer<BotContext>();

safety.on(['message', 'edited_message'], async (ctx, next) => {
  const text = addressedText(ctx);
  const rules = ctx.deps.safety;
  const danger = text === null ? null : rules.classify(text);
  if (text === null || danger === null) return next();
  const language = languageOf(text, ctx.answerLanguage);
  const blocks = danger === 'find' ? rules.card(language) : rules.refusal(language);
  await sendParts(ctx, renderBlocks(blocks), { replyTo: ctx.msg?.message_id });
});

function languageOf(text: string, fallback: AnswerLanguage): AnswerLanguage {
  const detected = detectLanguage(text);
  return detected === 'und' ? fallback : detected;
}

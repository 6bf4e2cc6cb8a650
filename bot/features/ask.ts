import { Composer, type NextFunction } from 'grammy';
import { detectLanguage } from '../../corpus/language/language.ts';
import type { Answer } from '../../retrieval/answer.ts';
import { maxQuestionChars } from '../../retrieval/ask.ts';
import { type answerKeyboard, keyboardOf } from '../answering/answer-keyboard.ts';
import type { FoundAnswer, KeptAnswer } from '../answering/answers.ts';
import { looksPersonal } from '../answering/looks-personal.ts';
import type { BotContext } from '../context.ts';
import { addressedText } from '../messages/addressed.ts';
import { editText } from '../messages/edit-text.ts';
import { renderBlocks } from '../messages/render.ts';
import { messageParts, sendParts } from '../messages/send-parts.ts';
import { whileTyping } from '../messages/typing.ts';
import { loggable } from '../process/loggable.ts';

/** Questions: free text in private, `/ask`, a mention or a reply in groups; an edited question edits its answer. */
export const ask = new Composer<BotContext>();

// An old message that is edited is not a question of now.
const maxEditAgeSeconds = 60 * 60;

ask.on('message', async (ctx, next) => {
  const text = addressedText(ctx);
  if (text === null || (text === '' && ctx.message.text === undefined)) return next();
  await answerQuestion(ctx, text, null, next);
});

ask.on('edited_message', async (ctx, next) => {
  const text = addressedText(ctx);
  if (text === null || text === '') return next();
  const { message_id: messageId, date, edit_date: editDate = date } = ctx.editedMessage;
  const former = ctx.deps.answers.find(ctx.deps.answers.idFor(ctx.chat.id, messageId), ctx.chat.id);
  if (former === null && editDate - date > maxEditAgeSeconds) return;
  await answerQuestion(ctx, text, former, next);
});

async function answerQuestion(
  ctx: BotContext,
  text: string,
  former: FoundAnswer | null,
  next: NextFunction,
): Promise<void> {
  if (text === '') return void (await ctx.reply(ctx.t('ask-usage')));
  if (text.length > maxQuestionChars) {
    return void (await ctx.reply(ctx.t('ask-too-long', { length: text.length, max: maxQuestionChars })));
  }
  const answer = await whileTyping(ctx, () => findAnswer(ctx, text));
  if (answer === null) return void (await ctx.reply(ctx.t('ask-failed')));
  // "What is this?" under a picture: the person needs to hear what to do with a find, not that no source tells.
  if (answer.kind !== 'answer' && ctx.msg?.text === undefined) return next();
  ctx.deps.conversations.remember(ctx.chat!.id, ctx.from!.id, text);
  if (answer.kind === 'not_found') await noteUnanswered(ctx, text);
  await deliver(ctx, answer, former);
}

/** Null when search broke: that is said in other words than "nothing found". */
async function findAnswer(ctx: BotContext, text: string): Promise<Answer | null> {
  const previous = ctx.deps.conversations.previous(ctx.chat!.id, ctx.from!.id);
  try {
    return await ctx.deps.asker.ask({
      text,
      language: ctx.answerLanguage,
      ...(previous === undefined ? {} : { previous }),
    });
  } catch (error) {
    ctx.deps.log.error(
      { err: loggable(error), update: ctx.update.update_id },
      'a question could not be answered',
    );
    return null;
  }
}

async function noteUnanswered(ctx: BotContext, text: string): Promise<void> {
  if (looksPersonal(text)) return;
  try {
    await ctx.deps.noteUnanswered(text, detectLanguage(text));
  } catch (error) {
    // The person still gets the answer; the list of gaps only misses one entry.
    ctx.deps.log.warn({ err: loggable(error) }, 'an unanswered question could not be noted');
  }
}

async function deliver(ctx: BotContext, answer: Answer, former: FoundAnswer | null): Promise<void> {
  const { answers } = ctx.deps;
  const chatId = ctx.chat!.id;
  const question = ctx.msg!.message_id;
  const id = answers.idFor(chatId, question);
  const generation = former === null ? 0 : former.generation + 1;
  const kept = { ...keptOf(answer), messageIds: former?.messageIds ?? [] };
  const keyboard = keyboardOf({ ...kept, id, generation }, ctx.t);
  // Kept before it is sent: a button must never be there before what it needs.
  answers.save(id, chatId, generation, kept);
  const whole = renderBlocks(answer.blocks);
  const messageIds =
    former === null || former.messageIds.length === 0
      ? await sendParts(ctx, whole, {
          ...(keyboard === undefined ? {} : { keyboard }),
          // The question is not kept: its buttons find it in the message that the answer replies to.
          replyTo: question,
        })
      : await replaceParts(ctx, former.messageIds, whole, keyboard);
  answers.save(id, chatId, generation, { ...kept, messageIds });
}

/** Edits the messages of the former answer; sends what is new, deletes what is too many. */
async function replaceParts(
  ctx: BotContext,
  formerIds: readonly number[],
  whole: ReturnType<typeof renderBlocks>,
  keyboard: ReturnType<typeof answerKeyboard> | undefined,
): Promise<number[]> {
  const parts = messageParts(whole);
  const ids: number[] = [];
  for (const [index, part] of parts.entries()) {
    const buttons = index === parts.length - 1 ? keyboard : undefined;
    const formerId = formerIds[index];
    const edited = formerId !== undefined && (await editText(ctx, part, buttons, formerId));
    ids.push(
      ...(edited
        ? [formerId]
        : await sendParts(ctx, part, buttons === undefined ? {} : { keyboard: buttons })),
    );
  }
  for (const extra of formerIds.slice(parts.length)) {
    await ctx.api.deleteMessage(ctx.chat!.id, extra).catch((error: unknown) => {
      ctx.deps.log.debug({ err: loggable(error) }, 'a part of a former answer stays');
    });
  }
  return ids;
}

function keptOf(answer: Answer): Omit<KeptAnswer, 'messageIds'> {
  return {
    kind: answer.kind,
    language: answer.language,
    citations: answer.citations.map(({ n, url, passageId, start, end, quote }) => ({
      n,
      url,
      passageId,
      start,
      end,
      quote,
    })),
    topics: answer.topics,
  };
}

import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Answer, AnswerBlock, Citation } from '../../retrieval/answer.ts';
import { maxQuestionChars } from '../../retrieval/ask.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import { passageLink } from '../answering/passage-link.ts';
import type { BotContext } from '../context.ts';
import { isWebAddress, renderBlocks } from '../messages/render.ts';
import { messageParts } from '../messages/send-parts.ts';
import { loggable } from '../process/loggable.ts';

/** `@bot Японія міношукачі` in any chat: cited cards to choose from. */
export const inline = new Composer<BotContext>();

const mostCards = 5;
// What people type on the way to their question is asked as well; equal beginnings are answered from Telegram's cache.
const cacheSeconds = 60;
const shortestQuery = 3;
const quoteOnCard = 1500;

inline.on('inline_query', async (ctx) => {
  const text = ctx.inlineQuery.query.trim();
  if (text.length < shortestQuery || text.length > maxQuestionChars) return hint(ctx, 'inline-hint');
  const answer = await findAnswer(ctx, text);
  if (answer === null) return hint(ctx, 'inline-failed');
  const cards = cardsOf(ctx, answer);
  if (cards.length === 0) return hint(ctx, 'inline-nothing');
  await ctx.answerInlineQuery(cards, { cache_time: cacheSeconds, is_personal: false });
});

async function hint(ctx: BotContext, key: 'inline-hint' | 'inline-nothing' | 'inline-failed'): Promise<void> {
  const button = { text: ctx.t(key), start_parameter: 'inline' };
  await ctx.answerInlineQuery([], { cache_time: key === 'inline-hint' ? cacheSeconds : 0, button });
}

async function findAnswer(ctx: BotContext, text: string): Promise<Answer | null> {
  try {
    return await ctx.deps.asker.ask({ text, language: ctx.answerLanguage });
  } catch (error) {
    ctx.deps.log.error(
      { err: loggable(error), update: ctx.update.update_id },
      'an inline query could not be answered',
    );
    return null;
  }
}

function cardsOf(ctx: BotContext, answer: Answer): InlineQueryResultArticle[] {
  const { kind, blocks, citations } = answer;
  if (kind === 'answer') return citations.slice(0, mostCards).map((citation) => citationCard(ctx, citation));
  // A find or a how-to gets the fixed words here as well.
  if (kind === 'safety' || kind === 'refusal') return [card('safety', ctx.t('inline-safety'), '', blocks)];
  return [];
}

function citationCard(ctx: BotContext, citation: Citation): InlineQueryResultArticle {
  const { publisher, published, quote, url, passageId, n, isBrief } = citation;
  const source = publisher.replace(/\s+/g, ' ').trim();
  const labels = [source, formatDate(published, ctx.language), isBrief ? ctx.t('digest-brief') : ''];
  const line = labels.filter((label) => label !== '').join(' · ');
  const evidence = ctx.t('digest-evidence');
  const text = `${line} · ${evidence}`;
  const links = [
    ...(isWebAddress(url) ? [{ start: 0, end: source.length, url }] : []),
    { start: text.length - evidence.length, end: text.length, url: passageLink(ctx.me.username, passageId) },
  ];
  const whole =
    quote.length <= quoteOnCard ? quote : `${quote.slice(0, quoteOnCard).replace(/(?<!\s)\s+\S*$/, '')}…`;
  const blocks: AnswerBlock[] = [
    { kind: 'quote', text: `«${whole}»` },
    { kind: 'source', text, links },
  ];
  return card(`${passageId}-${n}`, line, quote.slice(0, 200).replace(/\p{Cs}/gu, ''), blocks);
}

function card(
  id: string,
  title: string,
  description: string,
  blocks: readonly AnswerBlock[],
): InlineQueryResultArticle {
  const [first] = messageParts(renderBlocks(blocks));
  return {
    type: 'article',
    id,
    title,
    description,
    input_message_content: {
      message_text: first?.text ?? title,
      entities: [...(first?.entities ?? [])],
      link_preview_options: { is_disabled: true },
    },
  };
}

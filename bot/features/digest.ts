import { Composer, InputFile } from 'grammy';
import type { DigestEvent } from '../../retrieval/digest/digest-event.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import type { BotContext } from '../context.ts';
import { digestKeyboard, previewKeyboard } from '../digest/digest-keyboard.ts';
import { digestText, eventsPerPage, topicsLine } from '../digest/digest-message.ts';
import type { Interest } from '../digest/digest-reader.ts';
import { renderChart } from '../digest/donor-chart.ts';
import { donorCounts, showsChart } from '../digest/donor-counts.ts';
import type { SubscriptionWish } from '../digest/subscription.ts';
import { mayManage } from '../digest/subscription-access.ts';
import { readWish } from '../digest/subscription-words.ts';
import { isTopic } from '../digest/topic-names.ts';

/** `/digest now`: a look ahead for anybody; "show more" and the chart under a digest. */
export const digest = new Composer<BotContext>();

const previewMs = 7 * 24 * 60 * 60 * 1000;
// A preview of things that are not new only shows what a digest looks like.
const mostRecent = 3 * eventsPerPage;

digest.command('digest', async (ctx) => {
  const words = ctx.match.replace(/^\s*(?:now|зараз)(?!\p{L})/iu, '').trim();
  const { lexicon, subscriptions } = ctx.deps.digesting;
  const asked = readWish(words, lexicon);
  const own = words === '' ? subscriptions.ofChat(ctx.chat.id)[0]?.wish : undefined;
  await sendPreview(ctx, interestOf({ ...own, ...asked }), 0);
});

// What a press brings would be a post to all readers of a channel, so there only admins may press.
digest.callbackQuery(/^~(?:pm|pc|m|c):/, async (ctx, next) => {
  if (ctx.chat?.type !== 'channel' || (await mayManage(ctx, ctx.chat.id))) return next();
  await ctx.answerCallbackQuery(ctx.t('sub-admins-only'));
});

digest.callbackQuery(/^~pm:(\d{1,3}):(any|all):([a-z0-9_-]*)$/, async (ctx) => {
  await ctx.answerCallbackQuery();
  await sendPreview(ctx, interestFrom(ctx), Number(ctx.match[1]));
});

digest.callbackQuery(/^~pc:(\d{1,3}):(any|all):([a-z0-9_-]*)$/, async (ctx) => {
  await ctx.answerCallbackQuery();
  const interest = interestFrom(ctx);
  const { events } = await previewEvents(ctx, interest);
  await sendChart(ctx, interest, events);
});

digest.callbackQuery(/^~m:([a-z0-9]{10}):(\d{1,10}):(\d{1,10}):(\d{1,3})$/, async (ctx, next) => {
  const [, code, after, upTo, page] = ctx.match as RegExpMatchArray;
  const subscription = ctx.deps.digesting.subscriptions.find(code!);
  if (subscription === null || subscription.chatId !== ctx.chat?.id) return next();
  await ctx.answerCallbackQuery();
  const range = { after: Number(after), upTo: Number(upTo) };
  const { events } = await ctx.deps.digesting.digests.eventsOf(subscription.wish, range);
  const shown = (Number(page) + 1) * eventsPerPage;
  const more = events.length - shown;
  const keyboard = digestKeyboard({
    subscription,
    range,
    next: more > 0 ? Number(page) + 1 : null,
    more,
    chart: false,
    language: subscription.wish.language,
    texts: ctx.deps.texts,
  });
  await sendPage(ctx, events, { page: Number(page), topics: subscription.wish.topics, keyboard });
});

digest.callbackQuery(/^~c:([a-z0-9]{10}):(\d{1,10}):(\d{1,10})$/, async (ctx, next) => {
  const [, code, after, upTo] = ctx.match as RegExpMatchArray;
  const subscription = ctx.deps.digesting.subscriptions.find(code!);
  if (subscription === null || subscription.chatId !== ctx.chat?.id) return next();
  await ctx.answerCallbackQuery();
  const range = { after: Number(after), upTo: Number(upTo) };
  const { events } = await ctx.deps.digesting.digests.eventsOf(subscription.wish, range);
  await sendChart(ctx, subscription.wish, events);
});

function interestOf({
  topics = [],
  match = 'any',
  officialOnly = false,
  question = null,
}: Partial<SubscriptionWish>): Interest {
  return { topics, match, officialOnly, question };
}

function interestFrom(ctx: BotContext): Interest {
  const [, , match, list = ''] = ctx.match as RegExpMatchArray;
  const topics = list.split('_').filter((topic) => isTopic(topic, ctx.deps.digesting.lexicon));
  return interestOf({ topics, match: match === 'all' ? 'all' : 'any' });
}

async function previewEvents(
  ctx: BotContext,
  interest: Interest,
): Promise<{ readonly events: readonly DigestEvent[]; readonly older: number; readonly isNew: boolean }> {
  const { digests, news } = ctx.deps.digesting;
  const upTo = await news.refresh();
  const found = await digests.eventsOf(interest, {
    after: news.seqAt(ctx.deps.clock.now() - previewMs),
    upTo,
  });
  if (found.events.length > 0) return { ...found, isNew: true };
  const recent = await digests.recent(interest);
  return { events: recent.slice(0, mostRecent), older: 0, isNew: false };
}

async function sendPreview(ctx: BotContext, interest: Interest, page: number): Promise<void> {
  const { events, older, isNew } = await previewEvents(ctx, interest);
  const topics = topicsLine(interest.topics, wordsOf(ctx));
  const more = events.length - (page + 1) * eventsPerPage;
  const keyboard = previewKeyboard(interest, {
    next: more > 0 ? page + 1 : null,
    more,
    chart: page === 0 && showsChart(events),
    language: ctx.language,
    texts: ctx.deps.texts,
  });
  if (events.length <= page * eventsPerPage)
    return void (await ctx.reply(ctx.t('digest-nothing', { topics }), {
      reply_markup: { inline_keyboard: keyboard },
    }));
  const heading = page > 0 ? undefined : ctx.t(isNew ? 'digest-preview' : 'digest-preview-old', { topics });
  await sendPage(ctx, events, {
    page,
    topics: interest.topics,
    keyboard,
    ...(heading === undefined ? {} : { heading }),
    older: page === 0 ? older : 0,
  });
}

async function sendPage(
  ctx: BotContext,
  events: readonly DigestEvent[],
  options: {
    readonly page: number;
    readonly topics: readonly string[];
    readonly keyboard: ReturnType<typeof digestKeyboard>;
    readonly heading?: string;
    readonly older?: number;
  },
): Promise<void> {
  const { page, topics, heading, older = 0 } = options;
  const rest = { topics, older, language: ctx.language, ...(heading === undefined ? {} : { heading }) };
  const shown = await ctx.deps.digesting.digests.page(events, page, rest);
  const { text, entities } = digestText(shown, { ...wordsOf(ctx), username: ctx.me.username });
  await ctx.reply(text, { entities: [...entities], reply_markup: { inline_keyboard: options.keyboard } });
}

async function sendChart(ctx: BotContext, interest: Interest, events: readonly DigestEvent[]): Promise<void> {
  const words = wordsOf(ctx);
  const bars = donorCounts(events, ctx.language, words);
  if (bars.length === 0) return void (await ctx.reply(ctx.t('digest-no-chart')));
  const dates = events.flatMap(({ document }) => document.published ?? []).sort();
  const period = [dates[0], dates.at(-1)].map((date) => formatDate(date ?? null, ctx.language)).join(' – ');
  const title = ctx.t('chart-title', { topics: topicsLine(interest.topics, words) });
  const footer = ctx.t('chart-footer', { period, count: events.length });
  const png = renderChart({ title, footer, bars });
  const caption = [title, ...bars.map(({ label, value }) => `${label}: ${value}`), footer].join('\n');
  await ctx.replyWithPhoto(new InputFile(png, 'donors.png'), { caption });
}

function wordsOf(ctx: BotContext) {
  return { language: ctx.language, texts: ctx.deps.texts, lexicon: ctx.deps.digesting.lexicon };
}

import { Composer } from 'grammy';
import { noQuestion, questionMessage, questionRepliedTo } from '../answering/question-of-press.ts';
import type { BotContext } from '../context.ts';
import {
  defaultWish,
  type Subscription,
  type SubscriptionState,
  type SubscriptionWish,
} from '../digest/subscription.ts';
import { botMayWrite, findPublicChat, mayManage, nameOfOtherChat } from '../digest/subscription-access.ts';
import { changeOfPress } from '../digest/subscription-changes.ts';
import {
  type EditorScreen,
  editorKeyboard,
  editorScreens,
  editorText,
} from '../digest/subscription-editor.ts';
import { subscriptionList } from '../digest/subscription-list.ts';
import { readWish, soundsLikeSubscribing } from '../digest/subscription-words.ts';
import { isTopic } from '../digest/topic-names.ts';
import { addressedText } from '../messages/addressed.ts';
import { editText } from '../messages/edit-text.ts';

/** `/subscribe` with buttons and in words, "follow this topic", links to a topic, and the editor of a subscription. */
export const subscribe = new Composer<BotContext>();

subscribe.command('subscribe', async (ctx) => {
  const [, target, words = ''] = /^(@\w{4,32})?\s*([\s\S]*)$/.exec(ctx.match.trim()) ?? [];
  const chatId = target === undefined ? ctx.chat.id : await findPublicChat(ctx, target);
  if (chatId === null) return void (await ctx.reply(ctx.t('sub-no-chat')));
  if (chatId !== ctx.chat.id && (await mayManage(ctx, chatId)) && !(await botMayWrite(ctx, chatId)))
    return void (await ctx.reply(ctx.t('sub-no-right')));
  await subscribeChat(ctx, chatId, words);
});

subscribe.chatType('private').on('message:text', async (ctx, next) => {
  const text = addressedText(ctx);
  if (text === null || text.startsWith('/') || !soundsLikeSubscribing(text)) return next();
  await subscribeChat(ctx, ctx.chat.id, text);
});

subscribe.chatType('private').command('start', async (ctx, next) => {
  const topics = /^t_([a-z0-9_-]{1,60})$/.exec(ctx.match)?.[1]?.split('_') ?? [];
  const known = topics.filter((topic) => isTopic(topic, ctx.deps.digesting.lexicon));
  if (known.length === 0) return next();
  await open(ctx, ctx.chat.id, { topics: known }, 'active');
});

subscribe.callbackQuery(/^([fq]):([a-z0-9]{12}):(\d{1,6})$/, async (ctx, next) => {
  const [, what, answerId, generation] = ctx.match as RegExpMatchArray;
  const chatId = ctx.chat?.id ?? 0;
  const answer = ctx.deps.answers.find(answerId!, chatId);
  if (answer === null || answer.generation !== Number(generation)) return next();
  if (!(await mayManage(ctx, chatId))) return void (await ctx.answerCallbackQuery(ctx.t('sub-admins-only')));
  const topics = answer.topics.filter((topic) => isTopic(topic, ctx.deps.digesting.lexicon));
  if (what === 'f') {
    await ctx.answerCallbackQuery();
    return open(ctx, chatId, { topics }, 'active');
  }
  // Nothing was found: what is waited for is an answer, whatever else there is about its topics.
  const question = questionRepliedTo(ctx);
  if (question === null) return void (await ctx.answerCallbackQuery(noQuestion(ctx)));
  await ctx.answerCallbackQuery();
  await open(ctx, chatId, { question }, 'active');
});

subscribe.callbackQuery(/^sn:(?:new|(any|all):([a-z0-9_-]*))$/, async (ctx) => {
  const [, match, list = ''] = ctx.match as RegExpMatchArray;
  const topics = list.split('_').filter((topic) => isTopic(topic, ctx.deps.digesting.lexicon));
  const chatId = ctx.chat?.id ?? ctx.from.id;
  if (!(await mayManage(ctx, chatId))) return void (await ctx.answerCallbackQuery(ctx.t('sub-admins-only')));
  await ctx.answerCallbackQuery();
  await open(ctx, chatId, { topics, match: match === 'all' ? 'all' : 'any' }, 'draft');
});

subscribe.callbackQuery(/^~s:([a-z0-9]{10})$/, async (ctx) => {
  const found = await allowed(ctx, ctx.match[1]!);
  if (found === null) return;
  await ctx.answerCallbackQuery();
  await show(ctx, found);
});

subscribe.callbackQuery(/^s:([a-z0-9]{10}):([a-z]{2,10})(?::([\w/+-]{1,44}))?$/, async (ctx, next) => {
  const [, code, what, value = ''] = ctx.match as RegExpMatchArray;
  const found = await allowed(ctx, code!);
  if (found === null) return;
  if (value === 'list') return pressInList(ctx, found, what!);
  if (what === 'leave') return leave(ctx, found);
  if (what === 'question' && value === 'on' && questionRepliedTo(ctx) === null)
    return void (await ctx.answerCallbackQuery(noQuestion(ctx)));
  const changed = press(ctx, found, what!, value);
  if (changed === null) return next();
  await redraw(ctx, changed.subscription, changed.screen);
  await ctx.answerCallbackQuery(changed.notice === null ? undefined : ctx.t(changed.notice));
});

async function subscribeChat(ctx: BotContext, chatId: number, words: string): Promise<void> {
  if (!(await mayManage(ctx, chatId))) return void (await ctx.reply(ctx.t('sub-admins-only')));
  const wish = readWish(words, ctx.deps.digesting.lexicon);
  const understood = Object.keys(wish).length > 0;
  if (words !== '' && !understood) await ctx.reply(ctx.t('sub-not-understood'));
  // Words that name what is wanted are a decision; without them the buttons are asked first.
  await open(ctx, chatId, wish, understood ? 'active' : 'draft');
}

async function open(
  ctx: BotContext,
  chatId: number,
  changes: Partial<SubscriptionWish>,
  state: SubscriptionState,
): Promise<void> {
  const { subscriptions } = ctx.deps.digesting;
  const code = subscriptions.codeFor(chatId, ctx.update.update_id);
  const wish = { ...defaultWish(ctx.deps.config, ctx.language), ...changes };
  const same = state === 'draft' ? null : subscriptions.findSame(chatId, wish);
  if (same !== null && same.code !== code) {
    subscriptions.change(same.code, changes);
    return show(ctx, subscriptions.setState(same.code, 'active')!, 'sub-known');
  }
  const subscription = subscriptions.add(code, chatId, wish, state);
  if (subscription === null) return void (await ctx.reply(ctx.t('sub-too-many')));
  await show(ctx, subscription);
}

/** The subscription a button is for; null when it is gone or not for whoever presses, who is told so. */
async function allowed(ctx: BotContext, code: string): Promise<Subscription | null> {
  const subscription = ctx.deps.digesting.subscriptions.find(code);
  if (subscription !== null && (await mayManage(ctx, subscription.chatId))) return subscription;
  await ctx.answerCallbackQuery(ctx.t(subscription === null ? 'sub-gone' : 'sub-admins-only'));
  return null;
}

const screenAfter: Readonly<Record<string, EditorScreen>> = {
  every: 'times',
  hour: 'times',
  day: 'times',
  zone: 'main',
  quiet: 'main',
  official: 'main',
  match: 'main',
  question: 'main',
  lang: 'main',
};

const states = { start: 'active', pause: 'paused', resume: 'active' } as const;

function press(
  ctx: BotContext,
  found: Subscription,
  what: string,
  value: string,
): {
  readonly subscription: Subscription;
  readonly screen: EditorScreen;
  readonly notice: string | null;
} | null {
  const { subscriptions, lexicon } = ctx.deps.digesting;
  const screen = editorScreens.find((candidate) => candidate === what);
  if (screen !== undefined && value === '') return { subscription: found, screen, notice: null };
  if (what === 'start' || what === 'pause' || what === 'resume') {
    const subscription =
      (what === 'start' ? joined(ctx, found) : null) ?? subscriptions.setState(found.code, states[what]);
    return subscription === null ? null : { subscription, screen: 'main', notice: `sub-done-${what}` };
  }
  const changes =
    what === 'question'
      ? { question: value === 'on' ? questionRepliedTo(ctx) : null }
      : changeOfPress(found.wish, what, value, lexicon);
  const subscription = changes === null ? null : subscriptions.change(found.code, changes);
  if (subscription === null) return null;
  return { subscription, screen: screenAfter[what] ?? screenOfTopic(value), notice: null };
}

// A draft about the same things as a subscription only changes when that one is sent.
function joined(ctx: BotContext, { code, chatId, wish }: Subscription): Subscription | null {
  const { subscriptions } = ctx.deps.digesting;
  const same = subscriptions.findSame(chatId, wish);
  if (same === null || same.code === code) return null;
  subscriptions.remove(code);
  subscriptions.change(same.code, wish);
  return subscriptions.setState(same.code, 'active');
}

async function pressInList(ctx: BotContext, { code, chatId }: Subscription, what: string): Promise<void> {
  const { subscriptions } = ctx.deps.digesting;
  if (what === 'leave') subscriptions.remove(code);
  else subscriptions.setState(code, what === 'pause' ? 'paused' : 'active');
  const { text, keyboard } = subscriptionList(subscriptions.ofChat(chatId), wordsOf(ctx));
  await editText(ctx, { text, entities: [] }, keyboard);
  await ctx.answerCallbackQuery(ctx.t(what === 'leave' ? 'sub-left' : `sub-done-${what}`));
}

function screenOfTopic(topic: string): EditorScreen {
  if (topic.startsWith('kind-')) return 'kinds';
  return topic.endsWith('-region') ? 'oblasts' : 'donors';
}

async function leave(ctx: BotContext, { code }: Subscription): Promise<void> {
  ctx.deps.digesting.subscriptions.remove(code);
  const message = ctx.callbackQuery?.message;
  // Under a digest only the buttons go: what was read stays.
  const isEditor = message !== undefined && 'text' in message && /^[🔔📝⏸]/u.test(message.text ?? '');
  if (isEditor) await editText(ctx, { text: ctx.t('sub-left'), entities: [] }, undefined);
  await ctx.answerCallbackQuery(ctx.t('sub-left'));
}

async function show(ctx: BotContext, subscription: Subscription, hint = 'sub-hint'): Promise<void> {
  const words = wordsOf(ctx);
  const question = questionMessage(ctx)?.message_id;
  const chatName = await nameOfOtherChat(ctx, subscription.chatId);
  await ctx.reply(editorText(subscription, 'main', words, { chatName, hint }), {
    reply_markup: editorKeyboard(subscription, 'main', words),
    ...(question === undefined
      ? {}
      : { reply_parameters: { message_id: question, allow_sending_without_reply: true } }),
  });
}

async function redraw(ctx: BotContext, subscription: Subscription, screen: EditorScreen): Promise<void> {
  const words = wordsOf(ctx);
  const chatName = await nameOfOtherChat(ctx, subscription.chatId);
  const text = { text: editorText(subscription, screen, words, { chatName }), entities: [] };
  await editText(ctx, text, editorKeyboard(subscription, screen, words));
}

function wordsOf(ctx: BotContext) {
  return { language: ctx.language, texts: ctx.deps.texts, lexicon: ctx.deps.digesting.lexicon };
}

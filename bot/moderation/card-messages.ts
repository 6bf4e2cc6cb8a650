import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import { GrammyError, type InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import { editText } from '../messages/edit-text.ts';
import type { FormattedText } from '../messages/split.ts';
import type { UiLanguage } from '../people/people.ts';
import type { TextArguments } from '../texts.ts';
import { sourceCard } from './source-card.ts';
import { sourceKeyboard } from './source-keyboard.ts';
import type { SourceView } from './source-view.ts';

/** A card ready to be sent or put in the place of another. */
export interface CardMessage {
  readonly text: FormattedText;
  readonly keyboard: InlineKeyboard | undefined;
  /** Equal digests, equal messages. */
  readonly digest: string;
}

/** Makes the message that shows a source to one person. */
export function cardMessage(
  view: SourceView,
  options: {
    readonly isModerator: boolean;
    readonly language: UiLanguage;
    readonly now: Date;
    readonly t: (key: string, args?: TextArguments) => string;
  },
): CardMessage {
  const text = sourceCard({ view, ...options });
  const keyboard = options.isModerator ? sourceKeyboard(view, options.t) : undefined;
  const digest = createHash('sha256')
    .update(JSON.stringify([text, keyboard?.inline_keyboard ?? null]))
    .digest('base64url')
    .slice(0, 22);
  return { text, keyboard, digest };
}

/** True while the card changes by itself. */
export function isWatched(view: SourceView): boolean {
  return view.fetching !== null || (view.source.status === 'pending' && view.state.kind === 'looking');
}

/** Sends the card of a source to the person of an update and keeps it up to date from now on. */
export async function sendCard(
  ctx: BotContext,
  view: SourceView,
  options: { readonly isModerator: boolean; readonly isSubmitter: boolean },
): Promise<void> {
  const message = messageFor(ctx, view, options.isModerator);
  // A handler that is run again gets the message of its first try, which may say something else by now: whoever keeps
  // cards up to date then looks at it once more.
  const state = wasCutOff(ctx, view)
    ? { shown: '', isWatched: true }
    : { shown: message.digest, isWatched: isWatched(view) };
  // Not watched: there may never be a message, for instance when the person blocks us now.
  keep(ctx, view, { shown: '', isWatched: false }, { messageId: null, isSubmitter: false });
  const sent = await ctx.reply(message.text.text, {
    entities: [...message.text.entities],
    ...(message.keyboard === undefined ? {} : { reply_markup: message.keyboard }),
  });
  keep(ctx, view, state, { messageId: sent.message_id, isSubmitter: options.isSubmitter });
}

function wasCutOff(ctx: BotContext, view: SourceView): boolean {
  const mine = ctx.deps.moderation.cards
    .ofSource(view.source.id)
    .find(({ chatId }) => chatId === ctx.chat!.id);
  return mine !== undefined && mine.messageId === null && mine.outbox === null;
}

/** Puts the card of a source in the place of the message whose button was pressed. */
export async function replaceWithCard(ctx: BotContext, view: SourceView): Promise<void> {
  const message = messageFor(ctx, view, true);
  const messageId = ctx.callbackQuery?.message?.message_id;
  if (messageId === undefined || !(await editText(ctx, message.text, message.keyboard))) return;
  const known = { shown: message.digest, isWatched: isWatched(view) };
  keep(ctx, view, known, { messageId, isSubmitter: false });
}

function messageFor(ctx: BotContext, view: SourceView, isModerator: boolean): CardMessage {
  const now = new Date(ctx.deps.clock.now());
  return cardMessage(view, { isModerator, language: ctx.language, now, t: ctx.t });
}

function keep(
  ctx: BotContext,
  view: SourceView,
  state: { readonly shown: string; readonly isWatched: boolean },
  where: { readonly messageId: number | null; readonly isSubmitter: boolean },
): void {
  ctx.deps.moderation.cards.save({
    chatId: ctx.chat!.id,
    sourceId: view.source.id,
    language: ctx.language,
    outbox: null,
    ...state,
    ...where,
  });
}

/** Edits a card outside of any update. @returns false when the message is gone for good. */
export async function editCard(
  api: Api,
  place: { readonly chatId: number; readonly messageId: number },
  message: CardMessage,
): Promise<boolean> {
  try {
    await api.editMessageText(place.chatId, place.messageId, message.text.text, {
      entities: [...message.text.entities],
      reply_markup: message.keyboard,
    });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/message is not modified/.test(error.description)) return true;
    if (error.error_code === 400 || error.error_code === 403) return false;
    throw error;
  }
}

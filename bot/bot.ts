import { type ApiClientOptions, Bot, type Transformer } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { type BotContext, withDeps } from './context.ts';
import { bestEffort, patientEdits, withoutPreviews } from './delivery/api-manners.ts';
import { durableSends } from './delivery/durable-api.ts';
import { onError } from './delivery/on-error.ts';
import { RateLimit, rateLimited } from './delivery/rate-limit.ts';
import type { Deps } from './deps.ts';
import { addSource } from './features/add-source.ts';
import { ask } from './features/ask.ts';
import { audit } from './features/audit.ts';
import { broadcast } from './features/broadcast.ts';
import { corrections } from './features/corrections.ts';
import { delivery } from './features/delivery.ts';
import { digest } from './features/digest.ts';
import { document } from './features/document.ts';
import { evidence } from './features/evidence.ts';
import { feedback } from './features/feedback.ts';
import { help } from './features/help.ts';
import { inline } from './features/inline.ts';
import { language } from './features/language.ts';
import { membership } from './features/membership.ts';
import { moderation } from './features/moderation.ts';
import { other } from './features/other.ts';
import { privacy } from './features/privacy.ts';
import { roles } from './features/roles.ts';
import { safety } from './features/safety.ts';
import { sources } from './features/sources.ts';
import { start } from './features/start.ts';
import { subscribe } from './features/subscribe.ts';
import { subscriptions } from './features/subscriptions.ts';
import { unanswered } from './features/unanswered.ts';
import { judgedMark } from './messages/callback-data.ts';

/** Kinds of updates the bot wants from Telegram. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

/** What {@link createBot} needs beside {@link Deps}. */
export interface BotOptions {
  readonly token: string;
  readonly me: UserFromGetMe;
  readonly client?: ApiClientOptions;
  readonly deps: Deps;
  /** Nearest to the wire, first one innermost. */
  readonly transformers?: readonly Transformer[];
}

/** The bot with all its features. Feed it through {@link handleUpdate}; it neither polls nor listens by itself. */
export function createBot({ token, me, client, deps, transformers = [] }: BotOptions): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { botInfo: me, ...(client === undefined ? {} : { client }) });
  bot.api.config.use(...transformers, patientEdits(deps.clock), bestEffort(deps.log), withoutPreviews);
  bot.use(withDeps(deps));
  // Before anything that sends: every message of a handler has its place in the outbox.
  if (deps.delivery !== null) bot.use(durably(deps));
  bot.use(membership);
  bot.filter(isFromMachine, () => undefined);
  // Before limits and repeats: a report of a find is answered whatever else is going on.
  bot.use(safety);
  bot.on('callback_query:data', onlyOnce(deps));
  bot.use(rateLimited(new RateLimit(deps.config.QUESTIONS_PER_MINUTE, () => deps.clock.now())));
  for (const feature of features) bot.use(feature);
  return bot;
}

/** In order of precedence. Features with links of their own (`/start t_…`) stand before `start`. */
const features = [
  // They ask for words, so they stand before whatever takes words, and before links.
  moderation,
  document,
  unanswered,
  inline,
  subscriptions,
  digest,
  broadcast,
  delivery,
  // Takes sentences like "every Monday about Japan", so it stands before questions; and `/start t_…`.
  subscribe,
  roles,
  start,
  help,
  language,
  privacy,
  evidence,
  feedback,
  corrections,
  sources,
  audit,
  addSource,
  // Takes every text that is addressed to the bot and no command, so commands stand before it.
  ask,
  // Takes whatever is left, so it is last.
  other,
];

/** Handles one update; errors are reported to the person and logged. @throws DeliveryPending: handle it again later. */
export async function handleUpdate(bot: Bot<BotContext>, update: Update): Promise<void> {
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    await onError(error);
  }
}

/** A report of a find, which overtakes everything. Pure, and never throws. */
export function isUrgent(update: Update, rules: Pick<Deps['safety'], 'classify'>): boolean {
  const message = update.message ?? update.edited_message;
  const text = message?.text ?? message?.caption;
  return text !== undefined && rules.classify(text) === 'find';
}

// Telegram signs messages of anonymous group admins with this account; a person is behind them.
const anonymousAdminId = 1087968824;

function isFromMachine(ctx: BotContext): boolean {
  const bot = ctx.message?.from.is_bot === true && ctx.message.from.id !== anonymousAdminId;
  return bot || ctx.message?.is_automatic_forward === true;
}

function durably({ delivery, safety: rules }: Deps): Parameters<Bot<BotContext>['use']>[0] {
  return (ctx: BotContext, next) => {
    const urgent = isUrgent(ctx.update, rules);
    const { outbox, sender, noteProgress } = delivery!;
    const updateId = ctx.update.update_id;
    const onQueued = () => noteProgress(updateId);
    ctx.api.config.use(durableSends({ updateId, urgent, outbox, sender, onQueued }));
    return next();
  };
}

function onlyOnce({ presses }: Deps): Parameters<Bot<BotContext>['use']>[0] {
  return async (ctx: BotContext, next) => {
    const query = ctx.callbackQuery;
    if (query?.data === undefined || query.data.startsWith(judgedMark)) return next();
    const repeat = presses.isRepeat({
      updateId: ctx.update.update_id,
      userId: query.from.id,
      chatId: ctx.chat?.id ?? query.from.id,
      messageId: query.message?.message_id ?? 0,
      data: query.data,
    });
    if (!repeat) return next();
    await ctx.answerCallbackQuery(ctx.t('button-repeated'));
  };
}

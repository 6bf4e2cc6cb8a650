import { Composer, InlineKeyboard } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Broadcast } from '../digest/broadcasts.ts';
import { callbackData } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import { type Actor, permitted } from '../moderation/permitted.ts';

/** `/broadcast`: an announcement of the owners, with a look at it first, a second owner, and time to stop it. */
export const broadcast = new Composer<BotContext>();

// Room for the words around it in the preview.
const longestText = 3500;

broadcast.command('broadcast', async (ctx) => {
  const actor = await permitted(ctx, 'broadcast');
  if (actor === null) return;
  const { broadcasts } = ctx.deps.digesting;
  const text = ctx.match.trim();
  if (text.length > longestText)
    return void (await ctx.reply(ctx.t('broadcast-too-long', { max: longestText })));
  if (text === '') {
    const open = broadcasts.open();
    if (open === null) return void (await ctx.reply(ctx.t('broadcast-usage')));
    return void (await show(ctx, open));
  }
  const draft = broadcasts.draft(text, { userId: actor.userId, messageId: ctx.message?.message_id ?? 0 });
  await note(ctx, actor, 'broadcast-draft', draft);
  await show(ctx, draft);
});

broadcast.callbackQuery(/^b:([a-z0-9]{10}):(yes|no)$/, async (ctx, next) => {
  const actor = await permitted(ctx, 'broadcast');
  if (actor === null) return;
  const [, code, choice] = ctx.match as RegExpMatchArray;
  const { broadcasts } = ctx.deps.digesting;
  const found = broadcasts.find(code!);
  if (found === null) return next();
  if (choice === 'no') {
    const stopped = broadcasts.cancel(code!);
    if (stopped) await note(ctx, actor, 'broadcast-cancel', found);
    await redraw(ctx, code!);
    return void (await ctx.answerCallbackQuery(ctx.t(stopped ? 'broadcast-stopped' : 'broadcast-over')));
  }
  const confirmed = broadcasts.confirm(code!, actor.userId);
  if (confirmed === 'needs-another-owner')
    return void (await ctx.answerCallbackQuery({ text: ctx.t('broadcast-other-owner'), show_alert: true }));
  if (confirmed === 'gone') return void (await ctx.answerCallbackQuery(ctx.t('broadcast-over')));
  await note(ctx, actor, 'broadcast-confirm', confirmed);
  await redraw(ctx, code!);
  await ctx.answerCallbackQuery();
});

function note({ deps }: BotContext, { actor }: Actor, act: string, { row }: Broadcast): Promise<void> {
  const details = { chats: deps.digesting.broadcasts.audience() };
  const at = new Date(deps.clock.now());
  return deps.moderation.peopleAudit.record({ at, actor, act, subject: `broadcast:${row}`, details });
}

async function show(ctx: BotContext, found: Broadcast): Promise<void> {
  await ctx.reply(describe(ctx, found), { reply_markup: keyboard(ctx, found) });
}

async function redraw(ctx: BotContext, code: string): Promise<void> {
  const found = ctx.deps.digesting.broadcasts.find(code);
  if (found === null) return;
  await editText(ctx, { text: describe(ctx, found), entities: [] }, keyboard(ctx, found));
}

function describe(ctx: BotContext, { text, state, dueMs, chatsDone }: Broadcast): string {
  const { broadcasts } = ctx.deps.digesting;
  const minutes = Math.max(0, Math.ceil(((dueMs ?? 0) - ctx.deps.clock.now()) / 60_000));
  const count = state === 'done' ? chatsDone : broadcasts.audience();
  return `${ctx.t(`broadcast-${state}`, { count, minutes })}\n\n${text}`;
}

function keyboard(ctx: BotContext, { code, state }: Broadcast): InlineKeyboard {
  const buttons = new InlineKeyboard();
  if (state === 'draft') buttons.text(ctx.t('broadcast-yes'), callbackData('b', code, 'yes'));
  if (state === 'draft' || state === 'waiting')
    buttons.text(ctx.t('broadcast-no'), callbackData('b', code, 'no'));
  return buttons;
}

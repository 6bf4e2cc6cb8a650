import { Composer, InlineKeyboard } from 'grammy';
import { publishCommandsOf } from '../commands.ts';
import type { BotContext } from '../context.ts';
import { callbackData, judgedMark } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import { permitted } from '../moderation/permitted.ts';
import { momentOf } from '../moderation/source-card.ts';
import { invitationHours } from '../people/invitations.ts';
import { languageOf } from '../people/language-of.ts';
import { originOf } from '../people/roles.ts';

/** `/invite` and `/moderators` for owners, and the link that makes somebody a moderator. */
export const roles = new Composer<BotContext>();

roles.command('invite', async (ctx) => {
  const by = await permitted(ctx, 'invite');
  if (by === null) return;
  const token = ctx.deps.moderation.invitations.create(by.staffId);
  const link = `https://t.me/${ctx.me.username}?start=i_${token}`;
  const before = ctx.t('invite-done', { hours: invitationHours });
  await ctx.reply(`${before}\n${link}`);
});

roles.chatType('private').command('start', async (ctx, next) => {
  const token = /^i_([A-Za-z0-9_-]{24})$/.exec(ctx.match)?.[1];
  if (token === undefined) {
    await next();
    // Before the first message there was no chat to have a menu.
    if (ctx.deps.moderation.staff.roleOf(ctx.from.id) !== 'reader') await refreshMenu(ctx, ctx.from.id);
    return;
  }
  const origin = originOf(ctx.update);
  if (origin.kind === 'nobody') return void (await ctx.reply(ctx.t('denied-place')));
  const guest = { userId: origin.userId, name: ctx.from.first_name };
  const redemption = ctx.deps.moderation.invitations.redeem(token, guest);
  if (redemption.kind === 'welcome' || redemption.kind === 'again') {
    if (redemption.kind === 'welcome') tellOwner(ctx, redemption.invitedBy, guest);
    await ctx.reply(ctx.t('moderator-welcome'));
    return refreshMenu(ctx, guest.userId);
  }
  await ctx.reply(ctx.t(`invitation-${redemption.kind}`));
});

function tellOwner(
  ctx: BotContext,
  staffId: number,
  guest: { readonly userId: number; readonly name: string },
): void {
  const { moderation, delivery, people, config, texts } = ctx.deps;
  const owner = moderation.staff.find(staffId);
  if (owner === null || delivery === null) return;
  const language = languageOf(people, owner.userId, config.DEFAULT_LANGUAGE);
  const text = texts.get(language, 'moderator-joined', { name: guest.name, id: String(guest.userId) });
  delivery.outbox.add({
    key: `joined:${ctx.update.update_id}`,
    kind: 'notice',
    chatId: owner.userId,
    method: 'sendMessage',
    payload: { chat_id: owner.userId, text, link_preview_options: { is_disabled: true } },
  });
  delivery.sender.wake();
}

roles.command('moderators', async (ctx) => {
  if ((await permitted(ctx, 'see-staff')) === null) return;
  await ctx.reply(listText(ctx), { reply_markup: listKeyboard(ctx) });
});

roles.callbackQuery(/^!ra:(\d{1,10})$/, async (ctx, next) => {
  if ((await permitted(ctx, 'remove-moderator')) === null) return;
  const member = ctx.deps.moderation.staff.find(Number(ctx.match[1]));
  if (member === null) return next();
  const keyboard = new InlineKeyboard()
    .text(ctx.t('moderator-remove-yes'), callbackData(`${judgedMark}rr`, member.id))
    .text(ctx.t('do-back'), `${judgedMark}rl`);
  const text = ctx.t('moderator-remove-ask', { name: member.name, id: String(member.userId) });
  await editText(ctx, { text, entities: [] }, keyboard);
  await ctx.answerCallbackQuery();
});

roles.callbackQuery(/^!rl$/, async (ctx) => {
  if ((await permitted(ctx, 'see-staff')) === null) return;
  await editText(ctx, { text: listText(ctx), entities: [] }, listKeyboard(ctx));
  await ctx.answerCallbackQuery();
});

roles.callbackQuery(/^!rr:(\d{1,10})$/, async (ctx) => {
  const by = await permitted(ctx, 'remove-moderator');
  if (by === null) return;
  const { staff } = ctx.deps.moderation;
  const removed = staff.dismiss(Number(ctx.match[1]), by.staffId);
  await ctx.answerCallbackQuery(ctx.t(removed ? 'moderator-removed' : 'refused-already'));
  await editText(ctx, { text: listText(ctx), entities: [] }, listKeyboard(ctx));
  const former = staff.find(Number(ctx.match[1]));
  if (former !== null) await refreshMenu(ctx, former.userId);
});

function refreshMenu({ api, deps }: BotContext, userId: number): Promise<void> {
  const { texts, log, config, moderation } = deps;
  const role = moderation.staff.roleOf(userId);
  return publishCommandsOf({ userId, role }, { api, texts, log, fallback: config.DEFAULT_LANGUAGE });
}

function listText(ctx: BotContext): string {
  const members = ctx.deps.moderation.staff.moderators();
  if (members.length === 0) return ctx.t('moderators-none');
  const lines = members.map(({ id, userId, name, since }) => {
    const joined = momentOf(new Date(since).toISOString(), ctx.language, ctx.t);
    return ctx.t('moderators-line', { number: id, name, id: String(userId), joined });
  });
  return [ctx.t('moderators-title', { count: members.length }), ...lines].join('\n');
}

function listKeyboard(ctx: BotContext): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { id, name } of ctx.deps.moderation.staff.moderators().slice(0, 50))
    keyboard.text(ctx.t('moderator-remove', { name }), callbackData(`${judgedMark}ra`, id)).row();
  return keyboard;
}

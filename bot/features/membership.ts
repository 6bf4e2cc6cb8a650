import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';

/** Keeps the record of who can be written to: blocks, returns, and groups that become supergroups. */
export const membership = new Composer<BotContext>();

membership.on('my_chat_member', async (ctx) => {
  const status = ctx.myChatMember.new_chat_member.status;
  const gone = status === 'kicked' || status === 'left';
  ctx.deps.people.setReachable(ctx.chat.id, !gone);
  if (gone) ctx.deps.delivery?.outbox.failChat(ctx.chat.id, '403: the bot was removed');
});

membership.on('message:migrate_to_chat_id', async (ctx) => {
  moveChat(ctx, ctx.chat.id, ctx.message.migrate_to_chat_id);
});

membership.on('message:migrate_from_chat_id', async (ctx) => {
  moveChat(ctx, ctx.message.migrate_from_chat_id, ctx.chat.id);
});

// Whoever writes to us can be written to again.
membership.on(['message', 'callback_query'], async (ctx, next) => {
  if (ctx.chat !== undefined) ctx.deps.people.setReachable(ctx.chat.id, true);
  await next();
});

function moveChat({ deps }: BotContext, oldChatId: number, newChatId: number): void {
  deps.people.migrate(oldChatId, newChatId);
  deps.delivery?.outbox.migrate(oldChatId, newChatId);
}

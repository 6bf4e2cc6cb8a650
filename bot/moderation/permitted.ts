import type { BotContext } from '../context.ts';
import { type Act, permissionFor, type Role } from '../people/roles.ts';
import { actorName } from '../people/staff.ts';

/** Somebody who may do what they are about to do. */
export interface Actor {
  readonly userId: number;
  readonly role: Role;
  /** Number in `staff`; 0 for readers, of whom nothing is kept. */
  readonly staffId: number;
  /** As it stands in audit logs; `reader` for all readers. */
  readonly actor: string;
}

/**
 * The moderator or owner behind an update, if the act is theirs to do; everybody else is told so, politely, and null comes
 * back. Asks for the role of now, so call it in every handler, not once.
 */
export async function permitted(ctx: BotContext, act: Act): Promise<Actor | null> {
  const { staff } = ctx.deps.moderation;
  const permission = permissionFor(act, ctx.update, (userId) => staff.roleOf(userId));
  if (permission.allowed) {
    const { userId, role } = permission;
    if (role === 'reader') return { userId, role, staffId: 0, actor: 'reader' };
    const staffId = staff.numberOf(userId, ctx.from?.first_name ?? '');
    return { userId, role, staffId, actor: actorName(staffId) };
  }
  ctx.deps.log.info({ update: ctx.update.update_id, act, why: permission.why }, 'denied');
  await deny(ctx, permission.why === 'role' ? 'denied-role' : 'denied-place');
  return null;
}

async function deny(ctx: BotContext, key: 'denied-role' | 'denied-place'): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery({ text: ctx.t(key), show_alert: true });
  else if (ctx.chat?.type === 'private') await ctx.reply(ctx.t(key));
  // In a group the answer would only tell everybody what there is to try.
}

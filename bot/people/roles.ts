import type { Message, Update } from 'grammy/types';

/** What a person may be to the bot. Owners come from the configuration, moderators from an owner's invitation. */
export type Role = 'owner' | 'moderator' | 'reader';

/** Everything that not everybody may do, and suggesting, which everybody may. */
export const acts = [
  'suggest',
  'see-sources',
  'decide-source',
  'see-document',
  'retract-document',
  'see-questions',
  'settle-question',
  'invite',
  'see-staff',
  'remove-moderator',
  'see-audit',
  'export-audit',
  'broadcast',
  'see-delivery',
] as const;

/** One of {@link acts}. */
export type Act = (typeof acts)[number];

const atLeast: Readonly<Record<Act, Role>> = {
  suggest: 'reader',
  'see-sources': 'moderator',
  'decide-source': 'moderator',
  'see-document': 'moderator',
  'retract-document': 'moderator',
  'see-questions': 'moderator',
  'settle-question': 'moderator',
  invite: 'owner',
  'see-staff': 'owner',
  'remove-moderator': 'owner',
  'see-audit': 'owner',
  'export-audit': 'owner',
  broadcast: 'owner',
  'see-delivery': 'owner',
};

const ranks: Readonly<Record<Role, number>> = { reader: 0, moderator: 1, owner: 2 };

/** True when this role is enough for the act. */
export function roleAllows(role: Role, act: Act): boolean {
  return ranks[role] >= ranks[atLeast[act]];
}

/** Why nobody can be held to have done something. */
export type NobodyReason =
  /** Not a private chat: whoever reads along must not see cards, and groups can be anonymous. */
  | 'group'
  /** Sent in the name of a channel or a group. */
  | 'channel'
  /** The account that signs for anonymous admins, for channel posts or for Telegram itself. */
  | 'service-account'
  | 'bot'
  /** Written by somebody else. */
  | 'forward'
  /** Nobody expects an old message to act again. */
  | 'edit'
  /** Inline messages, polls, joins and whatever else is no message and no press. */
  | 'other';

/** Who is behind an update. */
export type Origin =
  | { readonly kind: 'person'; readonly userId: number }
  | { readonly kind: 'nobody'; readonly why: NobodyReason };

// GroupAnonymousBot, Telegram's own account for linked channels, and the one that stands for channels in groups.
const serviceAccounts: ReadonlySet<number> = new Set([1087968824, 777000, 136817688]);

const nobody = (why: NobodyReason): Origin => ({ kind: 'nobody', why });

/**
 * Who is behind an update, by numeric id alone: names and usernames are never looked at, since anybody may take them.
 * Pure.
 */
export function originOf(update: Update): Origin {
  if (update.message !== undefined) return originOfMessage(update.message);
  if (update.callback_query !== undefined) return originOfPress(update.callback_query);
  if (update.channel_post !== undefined || update.edited_channel_post !== undefined) return nobody('channel');
  return nobody(update.edited_message === undefined ? 'other' : 'edit');
}

function originOfMessage(message: Message): Origin {
  const from = message.from;
  if (message.sender_chat !== undefined) return nobody('channel');
  if (from === undefined) return nobody('other');
  if (serviceAccounts.has(from.id)) return nobody('service-account');
  if (from.is_bot || message.via_bot !== undefined) return nobody('bot');
  if (message.chat.type !== 'private' || message.chat.id !== from.id) return nobody('group');
  if (message.forward_origin !== undefined || message.is_automatic_forward === true) return nobody('forward');
  return message.edit_date === undefined ? { kind: 'person', userId: from.id } : nobody('edit');
}

function originOfPress({ from, message }: NonNullable<Update['callback_query']>): Origin {
  if (serviceAccounts.has(from.id)) return nobody('service-account');
  if (from.is_bot) return nobody('bot');
  if (message === undefined) return nobody('other');
  if (message.chat.type !== 'private' || message.chat.id !== from.id) return nobody('group');
  return { kind: 'person', userId: from.id };
}

/** Whether an update may do something, and who does it. */
export type Permission =
  | { readonly allowed: true; readonly userId: number; readonly role: Role }
  | { readonly allowed: false; readonly why: NobodyReason | 'role' };

/**
 * Whether an update may do something. Asked anew for every message and every press, with the roles of now: a button under
 * an old message gives nobody what they have lost. Pure.
 */
export function permissionFor(act: Act, update: Update, roleOf: (userId: number) => Role): Permission {
  const origin = originOf(update);
  if (origin.kind === 'person') {
    const role = roleOf(origin.userId);
    return roleAllows(role, act)
      ? { allowed: true, userId: origin.userId, role }
      : { allowed: false, why: 'role' };
  }
  // A link in somebody else's post may be suggested by whoever passes it on; that is all a forward can do.
  const passedOn = act === 'suggest' && origin.why === 'forward' ? update.message?.from?.id : undefined;
  return passedOn === undefined
    ? { allowed: false, why: origin.why }
    : { allowed: true, userId: passedOn, role: 'reader' };
}

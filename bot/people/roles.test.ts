import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { type Act, acts, permissionFor, type Role, roleAllows } from './roles.ts';

const owner = 1;
const moderator = 2;
const reader = 3;
const roleOf = (userId: number): Role =>
  userId === owner ? 'owner' : userId === moderator ? 'moderator' : 'reader';

type Parts = Readonly<Record<string, unknown>>;

const person = (id: number, more: Parts = {}) => ({ id, is_bot: false, first_name: 'A', ...more });
const privately = (id: number) => ({ id, type: 'private', first_name: 'A' });
const group = { id: -100, type: 'supergroup', title: 'G' };

function message(from: Parts, more: Parts = {}): Update {
  const chat = privately(from.id as number);
  return {
    update_id: 1,
    message: { message_id: 1, date: 1, from, chat, text: 'x', ...more },
  } as unknown as Update;
}

function press(from: Parts, chat: Parts | null = privately(from.id as number)): Update {
  const under = chat === null ? {} : { message: { message_id: 1, date: 1, chat } };
  return { update_id: 1, callback_query: { id: '1', from, data: 'x', ...under } } as unknown as Update;
}

// Each stands for a way in which somebody without the right may look like somebody with it.
const impostors: readonly (readonly [string, Update])[] = [
  ['a reader who writes', message(person(reader))],
  ['a reader who presses', press(person(reader))],
  ['a reader with a username and name of an owner', message(person(reader, { username: 'owner', first_name: 'Owner' }))],
  ['a moderator who lost the role', press(person(4))],
  ['an anonymous admin', message(person(1087968824, { is_bot: true }), { chat: group, sender_chat: group })],
  ['an anonymous admin who presses', press(person(1087968824, { is_bot: true }), group)],
  ['a message in the name of a channel', message(person(136817688, { is_bot: true }), { chat: group, sender_chat: { id: -5, type: 'channel' } })],
  ['an owner who writes in the name of a channel', message(person(owner), { sender_chat: { id: -5, type: 'channel' } })],
  ['a post of a linked channel', message(person(777000), { chat: group, is_automatic_forward: true })],
  ['the account of Telegram itself', message(person(777000))],
  ['a post in a channel', { update_id: 1, channel_post: { message_id: 1, date: 1, chat: { id: -5, type: 'channel' }, text: 'x' } } as unknown as Update],
  ['an owner in a group', message(person(owner), { chat: group })],
  ['an owner who presses in a group', press(person(owner), group)],
  ['an owner who presses under an inline message', press(person(owner), null)],
  ['an owner in the private chat of another', press(person(owner), privately(reader))],
  ['a message of an owner that a reader forwards', message(person(reader), { forward_origin: { type: 'user', sender_user: person(owner), date: 1 } })],
  ['a message of somebody that an owner forwards', message(person(owner), { forward_origin: { type: 'user', sender_user: person(reader), date: 1 } })],
  ['an edited message of an owner', { update_id: 1, edited_message: message(person(owner)).message } as Update],
  ['a message of an owner with an edit date', message(person(owner), { edit_date: 2 })],
  ['a bot', message(person(owner, { is_bot: true }))],
  ['a message of an owner by way of another bot', message(person(owner), { via_bot: person(9, { is_bot: true }) })],
  ['a message without a sender', { update_id: 1, message: { message_id: 1, date: 1, chat: group } } as unknown as Update],
  ['an owner who joins', { update_id: 1, my_chat_member: { from: person(owner), chat: privately(owner) } } as unknown as Update],
]; // biome-ignore format: one case a line

const guarded = acts.filter((act) => act !== 'suggest');
const attempts = impostors.flatMap(([name, update]) => guarded.map((act) => [act, name, update] as const));

describe('acts that not everybody may do', () => {
  it.each(attempts)('%s is denied to %s', (act, _name, update) => {
    expect(permissionFor(act, update, roleOf).allowed).toBe(false);
  });

  it('were tried in well over sixty ways', () => expect(attempts.length).toBeGreaterThan(200));

  it.each(['invite', 'see-staff', 'remove-moderator', 'see-audit', 'export-audit'] as const)(
    '%s is denied to a moderator',
    (act) => {
      expect(permissionFor(act, message(person(moderator)), roleOf)).toEqual({ allowed: false, why: 'role' });
      expect(permissionFor(act, press(person(moderator)), roleOf)).toEqual({ allowed: false, why: 'role' });
    },
  );

  it.each(acts)('%s is allowed to an owner, in writing and by a press', (act) => {
    for (const update of [message(person(owner)), press(person(owner))])
      expect(permissionFor(act, update, roleOf)).toEqual({ allowed: true, userId: owner, role: 'owner' });
  });

  it('are those of a moderator when a moderator does them', () => {
    const mine = acts.filter((act) => permissionFor(act, press(person(moderator)), roleOf).allowed);
    expect(mine).toEqual([
      'suggest',
      'see-sources',
      'decide-source',
      'see-document',
      'retract-document',
      'see-questions',
      'settle-question',
    ]);
  });
});

describe('suggesting', () => {
  it('is open to everybody in private, also with a forwarded post, which gives no other right', () => {
    const forwarded = message(person(owner), { forward_origin: { type: 'hidden_user', date: 1 } });
    expect(permissionFor('suggest', message(person(reader)), roleOf).allowed).toBe(true);
    expect(permissionFor('suggest', forwarded, roleOf)).toEqual({
      allowed: true,
      userId: owner,
      role: 'reader',
    });
    expect(permissionFor('suggest', message(person(owner), { chat: group }), roleOf).allowed).toBe(false);
  });

  it('never needs more than the role that does it', () => {
    const ranks: readonly Role[] = ['reader', 'moderator', 'owner'];
    for (const act of acts as readonly Act[]) {
      const allowed = ranks.map((role) => roleAllows(role, act));
      expect(allowed).toEqual([...allowed].sort());
    }
  });
});

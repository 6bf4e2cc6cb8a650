import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ModeratedBot, people, startModeratedBot } from '../trials/moderation-for-tests.ts';

// The chores look once a second, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

let bot: ModeratedBot;
beforeEach(async () => {
  bot = await startModeratedBot();
});
afterEach(() => bot.stop());

const { owner, moderator, second, reader } = people;
const say = (fromId: number, text: string) => bot.server.say({ text, fromId, language: 'en' });

/** Commands in the menu of one person's chat; empty when it is the menu of everybody. */
function menuOf(userId: number): string[] {
  const calls = bot.server.calls.filter(
    ({ method, params }) =>
      ['setMyCommands', 'deleteMyCommands'].includes(method) &&
      (params.scope as { chat_id?: number } | undefined)?.chat_id === userId,
  );
  const commands = calls.at(-1)?.params.commands as { command: string }[] | undefined;
  return commands?.map(({ command }) => command) ?? [];
}

describe('an invitation', () => {
  const invited = async () => {
    say(owner, '/invite');
    return /start=(i_\S+)/.exec((await bot.card(owner, 'start=i_')).text)![1]!;
  };

  it('makes exactly one person a moderator, and the owner is told', async () => {
    const token = await invited();
    say(moderator, `/start ${token}`);
    await bot.card(moderator, 'You are a moderator now');
    await bot.card(owner, '(2002) is a moderator now');
    await bot.until(() => menuOf(moderator).includes('unanswered'));
    expect(menuOf(moderator)).not.toContain('broadcast');
    say(second, `/start ${token}`);
    await bot.card(second, 'This invitation was used already');
    say(second, '/sources');
    await bot.card(second, 'Only moderators');
    say(reader, '/start i_AAAAAAAAAAAAAAAAAAAAAAAA');
    await bot.card(reader, 'This invitation is not known');
  });

  it('is nothing in a group, and not used up by an owner', async () => {
    const token = await invited();
    bot.server.say({ text: `/start ${token}`, fromId: moderator, chatId: -100, language: 'en' });
    say(owner, `/start ${token}`);
    await bot.card(owner, 'You are an owner');
    say(moderator, `/start ${token}`);
    await bot.card(moderator, 'You are a moderator now');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../process/clock.ts';
import { type RunningBot, startTestBot } from '../trials/bot-for-tests.ts';

let bot: RunningBot;
let aheadMs = 0;
const clock = { ...systemClock, now: () => Date.now() + aheadMs };

beforeEach(async () => {
  aheadMs = 0;
  bot = await startTestBot({ deps: { clock }, env: { OWNER_IDS: '700,701' } });
});
afterEach(() => bot.stop());

const last = (chatId: number) => bot.server.messages.filter((message) => message.chatId === chatId).at(-1)!;

async function say(text: string, from: { readonly fromId: number }): Promise<void> {
  const count = bot.server.messages.length;
  bot.server.say({ text, ...from });
  await bot.sent(count + 1);
}

async function press(data: RegExp, chatId: number, fromId: number): Promise<void> {
  const message = last(chatId);
  const buttons = message.buttons.flatMap((button) =>
    'callback_data' in button ? [button.callback_data] : [],
  );
  const answered = bot.server.callsOf('answerCallbackQuery').length;
  bot.server.press({ message, data: buttons.find((candidate) => data.test(candidate))!, fromId });
  await bot.until(() => bot.server.callsOf('answerCallbackQuery').length > answered);
}

describe('an announcement', () => {
  const confirm = (fromId: number) => press(/:yes$/, fromId, fromId);

  it('needs a second owner and waits, and reaches every subscribed chat once', async () => {
    await say('/subscribe щодня про Японію', { fromId: 502 });
    await say('/subscribe щодня про Литву', { fromId: 502 });
    await say('/broadcast привіт', { fromId: 501 });
    expect(last(501).text).not.toContain('Чернетка');
    await say('/broadcast Завтра бот зупиниться на годину.', { fromId: 700 });
    expect(last(700).text).toContain('для чатів: 1');
    await confirm(700);
    expect(bot.deps.digesting.broadcasts.open()?.state).toBe('draft');
    await say('/broadcast', { fromId: 701 });
    await confirm(701);
    expect(last(701).text).toContain('через 10 хв');
    const { broadcasts } = bot.deps.digesting;
    expect(broadcasts.sendSome(bot.telegram.outbox)).toBe(0);
    aheadMs += 11 * 60_000;
    expect([broadcasts.sendSome(bot.telegram.outbox), broadcasts.sendSome(bot.telegram.outbox)]).toEqual([
      1, 0,
    ]);
    bot.telegram.sender.wake();
    await bot.until(() => last(502).text === 'Завтра бот зупиниться на годину.');
    const acts = await bot.deps.moderation.peopleAudit.list();
    expect(acts.map(({ act }) => act)).toEqual(['broadcast-confirm', 'broadcast-draft']);
  });

  it('can be stopped by any owner while it waits', async () => {
    await say('/subscribe щодня про Японію', { fromId: 502 });
    await say('/broadcast Хибне оголошення.', { fromId: 700 });
    await say('/broadcast', { fromId: 701 });
    await confirm(701);
    await say('/broadcast', { fromId: 700 });
    await press(/:no$/, 700, 700);
    aheadMs += 11 * 60_000;
    expect(bot.deps.digesting.broadcasts.sendSome(bot.telegram.outbox)).toBe(0);
  });

  it('leaves its traces to owners only', async () => {
    await say('/delivery', { fromId: 700 });
    expect(last(700).text).toContain('Найстаріше повідомлення');
    await say('/delivery', { fromId: 501 });
    expect(last(501).text).not.toContain('Найстаріше');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, startTestBot } from '../trials/bot-for-tests.ts';
import { FakeTelegram } from '../trials/fake-telegram.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('polling', () => {
  it('stops with a plain reason when another process polls, without pushing that one out', async () => {
    const server = await new FakeTelegram().start();
    bot = await startTestBot({ server });
    server.say('перше');
    await bot.sent(1);
    const startedAt = Date.now();
    const second = await startTestBot({ server });
    await expect(second.ended).rejects.toThrow(/Another process is polling Telegram/);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await second.stop();
    server.say('друге');
    await bot.sent(2, 8000);
    await bot.stop();
    bot = { ...bot, stop: () => server.stop() };
  }, 20_000);

  it('stops with a plain reason when the token is refused', async () => {
    bot = await startTestBot({ env: { BOT_TOKEN: '123456789:AAWrongTokenForTestsOnly_0123456789ab' } });
    const wrong = new FakeTelegram();
    await wrong.start();
    Object.assign(wrong, { token: 'other' });
    const refused = await startTestBot({ env: { TELEGRAM_API_ROOT: wrong.apiRoot } });
    await expect(refused.ended).rejects.toThrow(/BOT_TOKEN/);
    await refused.stop();
    await wrong.stop();
  });
});

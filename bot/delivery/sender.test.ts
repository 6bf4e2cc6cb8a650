import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, sampleAnswer, startTestBot } from '../trials/bot-for-tests.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('a message whose sending has to be tried again', () => {
  it('keeps its handler waiting, so that the question is not asked anew', async () => {
    let asked = 0;
    const ask = async (question: Parameters<typeof sampleAnswer>[0]) => {
      asked += 1;
      return sampleAnswer(question);
    };
    bot = await startTestBot({ deps: { asker: { ask } } });
    bot.server.fail({ method: 'sendMessage', kind: 'drop-before' });
    bot.server.say('Скільки машин передала Японія?');
    await bot.sent(1);
    // A handler that had given up would come again only after a quarter of a minute.
    await bot.until(() => bot.telegram.status().waitingUpdates === 0);
    const answers = bot.deps.people.database.sql("SELECT 1 FROM inbox WHERE state = 'done'");
    await bot.until(() => answers.get() !== undefined, 2000);
    expect(asked).toBe(1);
    expect(bot.server.messages).toHaveLength(1);
  });
});

import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../corpus/log.ts';
import type { Question } from '../../retrieval/answer.ts';
import { type RunningBot, sampleAnswer, startTestBot } from '../trials/bot-for-tests.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

// Every id begins with these digits; one person each, so that a failure of one holds nobody else back.
const firstDigits = 98_765_432;

describe('the log', () => {
  it('names no token, no person and no word of theirs, whatever fails', async () => {
    let logged = '';
    const target = new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk);
        done();
      },
    });
    let broken = 0;
    const ask = async (question: Question) => {
      broken += 1;
      if (broken % 3 === 0) throw new Error('the index is damaged');
      return sampleAnswer(question);
    };
    bot = await startTestBot({ deps: { log: createLog({ level: 'debug', target }), asker: { ask } } });
    const kinds = [
      { kind: 'drop-before' },
      { kind: 'drop-after' },
      { kind: 'error', status: 502, body: '<html>' },
      { kind: 'error', status: 400, description: 'Bad Request: planned' },
      { kind: 'error', status: 403, description: 'Forbidden: bot was blocked by the user' },
    ] as const;
    for (const fault of kinds) {
      for (const method of ['sendMessage', 'sendChatAction']) bot.server.fail({ method, ...fault });
    }
    for (const fault of kinds.slice(0, 3)) bot.server.fail({ method: 'getUpdates', ...fault });
    for (let i = 0; i < 8; i += 1) {
      bot.server.say({ text: `таємниця ${i}`, fromId: firstDigits * 10 + i, name: 'Одарка' });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await bot.until(() => /Forbidden|planned/.test(logged) && /a send failed/.test(logged), 6000);
    expect(logged).toMatch(/a send failed/);
    expect(logged).toMatch(/cannot reach Telegram/);
    for (const secret of [bot.server.token, String(firstDigits), 'таємниця', 'Одарка'])
      expect(logged).not.toContain(secret);
  }, 15_000);
});

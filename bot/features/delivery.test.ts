import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, describe, expect, it } from 'vitest';
import type { MessageKind } from '../delivery/outgoing-message.ts';
import { openPause } from '../people/pause-memory.ts';
import { type RunningBot, startTestBot } from '../trials/bot-for-tests.ts';
import { FakeTelegram } from '../trials/fake-telegram.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

const texts = () => bot.server.messages.map((message) => message.text);
const sends = (chatId?: number) =>
  bot.server.callsOf('sendMessage').filter((call) => chatId === undefined || call.params.chat_id === chatId);

function queue(kind: MessageKind, chatId: number, key = `${kind}-${chatId}`): number {
  const { outbox, sender } = bot.telegram;
  const payload = {
    chat_id: chatId,
    text: `${kind} for ${chatId}`,
    link_preview_options: { is_disabled: true },
  };
  const id = outbox.add({ key, kind, chatId, method: 'sendMessage', payload });
  sender.wake();
  return id;
}

const settled = (id: number) => {
  const state = bot.telegram.outbox.status(id)?.state;
  return state !== undefined && state !== 'pending' && state !== 'sending';
};
const state = async (id: number) => {
  await bot.until(() => settled(id), 8000);
  return bot.telegram.outbox.status(id)?.state;
};

describe('delivery', () => {
  it('calls nothing while Telegram asks for a pause, and goes on at once behind it', async () => {
    bot = await startTestBot();
    await bot.until(() => bot.server.callsOf('setMyCommands').length === 4);
    const begun: number[] = [];
    const note = () => void begun.push(Date.now());
    subscribe('http.client.request.start', note);
    bot.server.fail({
      method: 'sendMessage',
      kind: 'error',
      status: 429,
      description: 'Too Many Requests',
      parameters: { retry_after: 2 },
    });
    bot.server.say({ text: 'одне', fromId: 1 });
    bot.server.say({ text: 'друге', fromId: 2 });
    await bot.sent(2, 8000);
    unsubscribe('http.client.request.start', note);
    const overAtMs = bot.server.calls.find((call) => call.outcome === 429)!.atMs + 2000;
    // On a busy machine the refusal is read of late; from then on nothing begins until the pause is over.
    const readAtMs = openPause(bot.deps.people.database).load() - 2000;
    expect(begun.filter((atMs) => atMs > readAtMs && atMs < overAtMs)).toEqual([]);
    expect(Math.min(...begun.filter((atMs) => atMs >= overAtMs)) - overAtMs).toBeLessThan(1000);
    expect(texts()).toHaveLength(2);
  }, 12_000);

  it('waits out a pause at the first call and at polling', async () => {
    const server = await new FakeTelegram().start();
    const pause = { kind: 'error', status: 429, parameters: { retry_after: 1 } } as const;
    server.fail({ method: 'getMe', ...pause });
    server.fail({ method: 'getUpdates', ...pause });
    server.say('запитання');
    bot = await startTestBot({ server });
    await bot.sent(1, 8000);
    const calls = server.calls.map((call) => call.atMs - server.calls[0]!.atMs);
    expect(calls.filter((at) => at > 0 && at < 1000)).toEqual([]);
    await bot.stop();
    bot = { ...bot, stop: () => server.stop() };
  }, 12_000);

  it('sends an answer again after a lost reply, a digest never', async () => {
    bot = await startTestBot();
    const faults = [
      { kind: 'drop-after' },
      { kind: 'drop-before' },
      { kind: 'error', status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'error', status: 504, accepted: true },
      { kind: 'error', status: 500 },
    ] as const;
    for (const fault of faults) bot.server.fail({ method: 'sendMessage', ...fault });
    const digests = faults.map((_, i) => queue('digest', 100 + i));
    for (const id of digests) expect(await state(id)).toBe('uncertain');
    for (let i = 0; i < faults.length; i += 1) expect(sends(100 + i)).toHaveLength(1);
    bot.server.fail({ method: 'sendMessage', kind: 'drop-after' });
    expect(await state(queue('answer', 200))).toBe('sent');
    expect(sends(200)).toHaveLength(2);
  }, 12_000);

  it('keeps trying to store an outcome while the disk is full, and sends nothing again for it', async () => {
    bot = await startTestBot();
    const { outbox } = bot.telegram;
    const sent = outbox.sent.bind(outbox);
    let failures = 0;
    outbox.sent = (id, messageId) => {
      failures += 1;
      if (failures <= 3) throw new Error('database or disk is full');
      sent(id, messageId);
    };
    const digest = queue('digest', 7);
    const answer = queue('answer', 8);
    expect(await state(digest)).toBe('sent');
    expect(await state(answer)).toBe('sent');
    expect(failures).toBeGreaterThanOrEqual(5);
    expect([sends(7).length, sends(8).length]).toEqual([1, 1]);
  }, 12_000);

  it('settles digests together with the next one, and the last one at once', async () => {
    bot = await startTestBot();
    const { outbox } = bot.telegram;
    let commits = 0;
    const together = outbox.together.bind(outbox);
    outbox.together = (work) => {
      commits += 1;
      return together(work);
    };
    const ids = Array.from({ length: 20 }, (_, i) => queue('digest', 100 + i));
    for (const id of ids) expect(await state(id)).toBe('sent');
    // One commit each for taking them; most outcomes ride along, and on a busy machine at least some.
    expect(commits).toBeLessThan(2 * ids.length);
  });

  it('sends a message with a known key once', async () => {
    bot = await startTestBot();
    const id = queue('digest', 100);
    expect(await state(id)).toBe('sent');
    expect(queue('digest', 100)).toBe(id);
    expect(sends(100)).toHaveLength(1);
  });

  it('writes no more to a chat that is gone, until the person comes back', async () => {
    bot = await startTestBot();
    bot.deps.people.remember(7);
    bot.server.chats.blockedBy.add(7);
    const first = queue('digest', 7, 'first');
    const second = queue('digest', 7, 'second');
    expect(await state(first)).toBe('failed');
    expect(await state(second)).toBe('failed');
    expect(sends(7)).toHaveLength(1);
    expect(bot.deps.people.find(7)?.reachable).toBe(false);
    bot.server.chats.blockedBy.delete(7);
    bot.server.say({ text: '/start', fromId: 7 });
    await bot.sent(1);
    expect(bot.deps.people.find(7)?.reachable).toBe(true);
  });

  it('follows a group to its supergroup, whoever tells first', async () => {
    bot = await startTestBot();
    bot.deps.people.prefer(-5, { language: 'en' });
    bot.server.chats.migrated.set(-5, -1005);
    expect(await state(queue('digest', -5))).toBe('sent');
    expect(bot.server.messages.map((message) => message.chatId)).toEqual([-1005]);
    expect(bot.deps.people.find(-1005)?.preferences.language).toBe('en');
    bot.deps.people.prefer(-6, { language: 'en' });
    const group = { chatId: -6, chatType: 'group' as const };
    bot.server.say({ ...group, extra: { migrate_to_chat_id: -1006 } });
    bot.server.say({ chatId: -1006, extra: { migrate_from_chat_id: -6 } });
    await bot.until(() => bot.deps.people.find(-1006) !== null);
    await state(queue('digest', -1006));
    expect(sends(-6)).toHaveLength(0);
  });

  it('lets answers overtake a broadcast', async () => {
    bot = await startTestBot({ realPace: true });
    for (let i = 0; i < 60; i += 1) queue('digest', 1000 + i);
    await bot.sent(10);
    const askedAt = Date.now();
    bot.server.say({ text: 'запитання', fromId: 9 });
    await bot.until(() => bot.server.messages.some((message) => message.chatId === 9));
    expect(Date.now() - askedAt).toBeLessThan(2000);
    expect(bot.server.messages.length).toBeLessThan(40);
  });

  it('sends a safety card at once, also right behind another message and in the middle of a broadcast', async () => {
    bot = await startTestBot({ realPace: true });
    for (let i = 0; i < 40; i += 1) queue('digest', 1000 + i);
    bot.server.say({ text: 'запитання', fromId: 9 });
    await bot.until(() => bot.server.messages.some((message) => message.chatId === 9));
    const saidAt = Date.now();
    bot.server.say({ text: 'я знайшов міну', fromId: 9 });
    await bot.until(() => texts().includes('CARD uk 101'));
    expect(Date.now() - saidAt).toBeLessThan(2000);
  });

  it('has one effect per update, however often and in whatever order it comes', async () => {
    bot = await startTestBot();
    const updates = [1, 2, 3].map((fromId) => bot.server.from.message({ text: `питання ${fromId}`, fromId }));
    const moved = { ...bot.server.from.message({ text: 'питання 4', fromId: 4 }), update_id: 5 };
    bot.server.push(...updates, ...updates.reverse(), moved, updates[1]!);
    await bot.sent(4);
    bot.server.push(...updates, moved);
    await bot.until(() => bot.server.unconfirmed === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(texts()).toHaveLength(4);
  });

  it('ends what it has in hand when it is stopped, and takes nothing new', async () => {
    const slow = async (question: { text: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        kind: 'smalltalk' as const,
        language: 'uk' as const,
        blocks: [{ kind: 'plain' as const, text: question.text }],
        citations: [],
        retrieved: [],
        topics: [],
      };
    };
    bot = await startTestBot({ deps: { asker: { ask: slow } } });
    for (let i = 1; i <= 20; i += 1) bot.server.say({ text: `q${i}`, fromId: i });
    await bot.until(() => bot.server.callsOf('sendChatAction').length > 0);
    const startedAt = Date.now();
    await bot.stop();
    expect(Date.now() - startedAt).toBeLessThan(6000);
    const answered = texts().length;
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThanOrEqual(20);
    bot = { ...bot, stop: async () => undefined };
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ModeratedBot, people, startModeratedBot } from './trials/moderation-for-tests.ts';

vi.setConfig({ testTimeout: 30_000 });

let bot: ModeratedBot;
beforeEach(async () => {
  bot = await startModeratedBot();
});
afterEach(() => bot.stop());

const { owner, moderator, reader } = people;
const group = -1007;
const anonymousAdmin = 1087968824;

// Every button whose effect or content is for moderators or owners.
const buttons = [
  ...['a', 'o', 't', 'p', 'e', 'rf', 'to', 'te', 'd', 'u', 'rj', 'ti', 'sc', 'c', 'ro', 'rx'].map((code) => `!m:${code}:1`),
  ...['!m:r:1:0', '!m:s:1:120', '!sl:0', '~so:1', '~do:1', '!drt:1', '!dre:1:0', '!dok:1'],
  ...['!ul:0', '~ua:1', '!ud:1:0', '!ra:1', '!rr:1', '!rl', '~ax'],
]; // biome-ignore format: short codes

const commands = [
  '/sources',
  '/document https://a.org',
  '/unanswered',
  '/invite',
  '/moderators',
  '/audit',
  '/broadcast Pay here',
  '/delivery',
];

describe('people without the right', () => {
  it('change nothing and are shown nothing, however they try', async () => {
    await bot.appoint(moderator);
    bot.server.say({ text: '/addsource https://a.gov.ua/feed', fromId: moderator, language: 'en' });
    await bot.card(moderator, 'Looking at the source');
    await bot.look();
    const card = await bot.card(moderator, 'This is how I would quote it');
    const staff = bot.deps.moderation.staff;
    staff.dismiss(staff.numberOf(moderator, ''), staff.numberOf(owner, ''));
    const actsBefore = await bot.corpus.audit.count({});
    const inGroup = { ...card, chatId: group };

    const attempts = [
      ...buttons.map((data) => () => bot.server.press({ message: card, data, fromId: moderator })),
      ...buttons.map((data) => () => bot.server.press({ message: { ...card, chatId: reader }, data })),
      ...buttons.map((data) => () => bot.server.press({ message: inGroup, data, fromId: owner })),
      ...buttons.map((data) => () => bot.server.press({ message: inGroup, data, fromId: anonymousAdmin })),
    ];
    const before = bot.toasts().length;
    for (const attempt of attempts) attempt();
    await bot.until(() => bot.toasts().length === before + attempts.length, 20_000);
    // A service account is never answered with a text of its own choice; people are told who may do it, or where.
    const kinds = new Set(bot.toasts().slice(before));
    for (const text of kinds) expect(text).toMatch(/^(Only moderators|I take such orders|Це можуть|Такі )/);

    const sendersOfText = [
      { fromId: moderator },
      { fromId: reader },
      { fromId: owner, chatId: group },
      { fromId: owner, extra: { forward_origin: { type: 'hidden_user', sender_user_name: 'X', date: 1 } } },
      { fromId: owner, chatId: group, extra: { sender_chat: { id: group, type: 'supergroup', title: 'G' } } },
    ];
    const sentBefore = bot.server.messages.length;
    for (const sender of sendersOfText)
      for (const text of commands) bot.server.say({ text, language: 'en', ...sender });
    bot.server.say({ text: '/help', fromId: 77, language: 'en' });
    await bot.card(77, '/ask');
    await bot.until(() => bot.server.unconfirmed === 0, 20_000);

    const shown = bot.server.messages.slice(sentBefore).map(({ text }) => text);
    for (const text of shown)
      expect(text).not.toMatch(/Sources: |start=i_|Moderators: |The last \d|Draft of an|Questions without/);
    expect(attempts.length + sendersOfText.length * commands.length).toBeGreaterThanOrEqual(60);
    expect(await bot.corpus.audit.count({})).toBe(actsBefore);
    expect(await bot.corpus.sources.find(1)).toMatchObject({ status: 'pending', scheduleMinutes: 60 });
    expect(staff.moderators()).toEqual([]);
  });
});

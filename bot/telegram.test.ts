import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../retrieval/answer.ts';
import { type RunningBot, sampleAnswer, sampleEvidence, startTestBot } from './trials/bot-for-tests.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

const texts = () => bot.server.messages.map((message) => message.text);
const button = (label: RegExp, messageIndex = 0) => {
  const found = bot.server.messages[messageIndex]!.buttons.find((each) => label.test(each.text));
  return (found as { callback_data: string }).callback_data;
};
const press = (label: RegExp, messageIndex = 0) =>
  bot.server.press({ message: bot.server.messages[messageIndex]!, data: button(label, messageIndex) });
const toasts = () => bot.server.callsOf('answerCallbackQuery').map((call) => call.params.text);

describe('the bot on Telegram', () => {
  it('greets in the language of the profile and sets the menu in both', async () => {
    bot = await startTestBot();
    bot.server.say({ text: '/start', language: 'uk' });
    bot.server.say({ text: '/start', language: 'en', fromId: 502 });
    bot.server.say({ text: '/start', language: 'ru', fromId: 503 });
    await bot.sent(3);
    const to = (chatId: number) => bot.server.messages.find((message) => message.chatId === chatId)?.text;
    expect(to(501)).toContain('Напишіть'.slice(1));
    expect(to(501)).toContain('101');
    expect(to(502)).toContain('demining aid');
    expect(to(503)).toBe(to(501));
    await bot.until(() => bot.server.callsOf('setMyCommands').length === 4);
  });

  it('answers a question with entities, without previews, with buttons, while typing', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    const [message] = bot.server.messages;
    expect(message!.text).toContain('Відповідь на: Що дала Японія?');
    expect(message!.entities.map((entity) => entity.type)).toEqual([
      'bold',
      'expandable_blockquote',
      'text_link',
    ]);
    expect(message!.buttons.map((each) => each.text)).toEqual([
      '📄 Докази',
      'Оригінал ↗',
      '👍',
      '👎',
      '🔔 Стежити за темою',
    ]);
    expect(bot.server.callsOf('sendChatAction').length).toBeGreaterThan(0);
  });

  it('hands the question before to a follow-up, and the words of the profile when the text shows none', async () => {
    const asked: Question[] = [];
    const ask = async (question: Question) => {
      asked.push(question);
      return sampleAnswer(question);
    };
    bot = await startTestBot({ deps: { asker: { ask } } });
    bot.server.say('Що дала Японія?');
    bot.server.say({ text: 'а Литва?', language: 'ja' });
    await bot.sent(2);
    expect(asked).toEqual([
      { text: 'Що дала Японія?', language: 'uk' },
      { text: 'а Литва?', language: 'ja', previous: 'Що дала Японія?' },
    ]);
  });

  it('speaks in groups only when it is spoken to', async () => {
    bot = await startTestBot();
    const group = { chatId: -1001, chatType: 'supergroup' as const };
    bot.server.say({ ...group, text: 'говоримо між собою' });
    bot.server.say({ ...group, text: '/ask@other_bot що?' });
    bot.server.say({ ...group, text: '@demining_aid_bot що дала Японія?' });
    bot.server.say({ ...group, text: '/ask що дала Литва?' });
    bot.server.say({ ...group, text: '/ask@demining_aid_bot що дала Польща?' });
    bot.server.say({
      ...group,
      text: 'а Чехія?',
      extra: { reply_to_message: { message_id: 1, from: { id: bot.server.me.id } } },
    });
    await bot.sent(4, 8000);
    expect(texts().map((text) => text.split('\n')[0])).toEqual([
      'Відповідь на: що дала Японія?',
      'Відповідь на: що дала Литва? (після: що дала Японія?)',
      'Відповідь на: що дала Польща? (після: що дала Литва?)',
      'Відповідь на: а Чехія? (після: що дала Польща?)',
    ]);
    expect(
      bot.server.callsOf('sendMessage').every((call) => call.params.reply_parameters !== undefined),
    ).toBe(true);
  }, 10_000);

  it('edits the answer when the question is edited', async () => {
    bot = await startTestBot();
    const question = bot.server.say('Що дала Японія?');
    await bot.sent(1);
    const former = button(/Докази/);
    bot.server.edit(question, 'Що дала Литва?');
    await bot.until(() => bot.server.messages[0]!.edits === 1);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Що дала Литва?');
    bot.server.press({ message: bot.server.messages[0]!, data: former });
    await bot.until(() => toasts().length === 1);
    expect(toasts()[0]).toContain('вже не діє');
  });

  it('shows the evidence behind a citation with its context, and never the tricks in a title', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    press(/Докази/);
    await bot.sent(2);
    const card = bot.server.messages[1]!;
    expect(card.text).toContain('Доказ 1: Japan gave vehicles @evil_bot');
    expect(card.text).toContain('Ostriv · ostriv.org · опубліковано 20.11.2024');
    expect(card.text).toContain('Отримано 02.01.2025 · мова: українська · версія 2 з 2');
    expect(card.text).toContain('Початок.Японія передала 40 спецавтомобілів. Це було у Києві. Кінець.');
    const links = card.entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));
    expect(links[0]).toMatch(/^https:\/\/ostriv\.org\/japan#:~:text=%D0%AF/);
    expect(links[1]).toBe('https://t.me/demining_aid_bot?start=e_passage00001');
    bot.server.say('/start e_passage00001');
    bot.server.say('/start e_nowhere00000');
    await bot.sent(4);
    expect(texts()[2]).toContain('Фрагмент джерела: Japan');
    expect(texts()[3]).toContain('немає');
  });

  it('gives the stored copy of a page that is gone as a file with the quote marked', async () => {
    const gone = { ...sampleEvidence, document: { ...sampleEvidence.document, status: 'vanished' as const } };
    bot = await startTestBot({ deps: { evidence: { read: async () => gone } } });
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    press(/Докази/);
    await bot.sent(2);
    press(/копія/, 1);
    await bot.sent(3);
    const [file] = [...bot.server.messages[2]!.files.values()];
    expect(file!.bytes.toString()).toContain('Початок.>>>Японія передала 40 спецавтомобілів.<<< Це');
  });

  it('counts votes without the voter and asks why an answer was bad', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    press(/👍/);
    await bot.until(() => toasts().length === 1);
    press(/👎/);
    await bot.until(() => toasts().length === 2);
    press(/Застаріло/);
    await bot.until(() => toasts().length === 3);
    expect(bot.deps.votes.counts('2000-01-01')).toEqual([
      { vote: 'down', reason: 'outdated', passages: ['passage00001'], count: 1 },
    ]);
    expect(bot.server.messages[0]!.buttons).toHaveLength(5);
  });

  it('lets a button have one effect however often its press is delivered', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    const data = button(/Докази/);
    const update = bot.server.press({ message: bot.server.messages[0]!, data });
    bot.server.push(update, update);
    for (let i = 0; i < 3; i += 1) bot.server.press({ message: bot.server.messages[0]!, data });
    await bot.until(() => toasts().length === 4);
    expect(texts()).toHaveLength(2);
  });

  it('answers forged, foreign and dead buttons with a polite sentence', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    const message = bot.server.messages[0]!;
    const real = button(/Докази/);
    const forged = [
      '',
      'x',
      '~e:',
      '~e:aaaaaaaaaaaa:0:1',
      real.replace(/1$/, '9'),
      'v:aaaaaaaaaaaa:0:up',
      '~k:passage00001:5:1',
      'd:maybe',
      'l:xx',
      '💣'.repeat(16),
    ];
    for (const data of forged) bot.server.press({ message, data });
    bot.server.press({ message: { ...message, chatId: 777 }, data: real });
    await bot.until(() => toasts().length === forged.length + 1);
    expect(new Set(toasts())).toEqual(new Set(['Ця кнопка вже не діє. Поставте запитання ще раз.']));
    expect(texts()).toHaveLength(1);
  });

  it('changes its language when asked and keeps it', async () => {
    bot = await startTestBot();
    bot.server.say('/language');
    await bot.sent(1);
    press(/English/);
    await bot.until(() => bot.server.messages[0]!.edits === 1);
    expect(texts()[0]).toContain('English from now on');
    bot.server.say('/help');
    await bot.sent(2);
    expect(texts()[1]).toContain('/deletemydata — erase my data');
  });

  it('lets only admins choose the language of a group', async () => {
    bot = await startTestBot();
    const group = { chatId: -100, chatType: 'supergroup' } as const;
    bot.server.say({ ...group, text: '/language' });
    await bot.sent(1);
    const pressAs = (fromId: number) =>
      bot.server.press({ message: bot.server.messages[0]!, data: 'l:en', fromId });
    pressAs(7);
    await bot.until(() => toasts().some((text) => /адміністратори/.test(String(text))));
    expect(bot.deps.people.find(-100)?.preferences.language).toBeUndefined();
    bot.server.chats.admins.set(-100, new Set([8]));
    pressAs(8);
    await bot.until(() => bot.server.messages[0]!.edits === 1);
    expect(bot.deps.people.find(-100)?.preferences.language).toBe('en');
  });

  it('erases a person who wishes it', async () => {
    bot = await startTestBot();
    bot.server.say('Що дала Японія?');
    await bot.sent(1);
    bot.server.say('/privacy');
    bot.server.say('/deletemydata');
    await bot.sent(3);
    press(/Стерти/, 2);
    await bot.until(() => bot.server.messages[2]!.edits === 1);
    expect(texts()[2]).toContain('Стерто');
    expect(bot.deps.people.find(501)).toBeNull();
    press(/Докази/);
    await bot.until(() => toasts().some((text) => String(text).includes('вже не діє')));
  });

  it('puts the safety card before everything: limits, captions, a search that is down', async () => {
    const ask = async () => {
      throw new Error('search is down');
    };
    bot = await startTestBot({ env: { QUESTIONS_PER_MINUTE: '1' }, deps: { asker: { ask } } });
    bot.server.say('перше запитання');
    bot.server.say('друге запитання');
    bot.server.say('я знайшов міну');
    bot.server.say({ caption: 'я знайшов міну, ось фото' });
    bot.server.say('як розрядити міну');
    await bot.sent(5, 9000);
    expect(texts().filter((text) => text === 'CARD uk 101')).toHaveLength(2);
    expect(texts()).toContain('REFUSAL uk');
    expect(texts().some((text) => text.startsWith('Пошук зараз не працює'))).toBe(true);
    expect(texts().some((text) => text.startsWith('Забагато запитань'))).toBe(true);
    expect(texts()).not.toContain(expect.stringContaining('друге'));
  }, 12_000);

  it('tells what to do with a find to whoever sends a picture, once per album', async () => {
    const ask = async (question: Question) => ({ ...sampleAnswer(question), kind: 'not_found' as const });
    bot = await startTestBot({ deps: { asker: { ask } } });
    bot.server.say({ extra: { photo: [], media_group_id: '9' } });
    bot.server.say({ extra: { photo: [], media_group_id: '9' } });
    bot.server.say({ caption: 'що це?' });
    await bot.sent(2);
    bot.server.say({ extra: { sticker: {} } });
    await bot.sent(3);
    expect(texts()[0]).toContain('101');
    expect(texts()[1]).toContain('101');
    expect(texts()[2]).toContain('лише текст');
  });

  it('tells a person who asks too fast so once a minute', async () => {
    bot = await startTestBot({ env: { QUESTIONS_PER_MINUTE: '1' } });
    for (let i = 0; i < 6; i += 1) bot.server.say(`запитання ${i}`);
    await bot.until(() => bot.telegram.status().waitingUpdates === 0 && bot.server.unconfirmed === 0, 8000);
    await bot.sent(2);
    expect(texts()).toEqual([
      expect.stringContaining('запитання 0'),
      expect.stringContaining('Забагато запитань'),
    ]);
  }, 10_000);

  it('says in other words that search broke than that nothing was found', async () => {
    const noted: string[] = [];
    const ask = async (question: Question) => {
      if (question.text.includes('зламай')) throw new Error('index');
      return { ...sampleAnswer(question), kind: 'not_found' as const, citations: [] };
    };
    const noteUnanswered = async (question: string) => void noted.push(question);
    bot = await startTestBot({ deps: { asker: { ask }, noteUnanswered } });
    bot.server.say('зламай');
    bot.server.say('чого немає?');
    bot.server.say('мій номер 0501234567');
    await bot.sent(3, 8000);
    expect(texts()[0]).toContain('Пошук зараз не працює');
    expect(noted).toEqual(['чого немає?']);
    const waiting = bot.server.messages[1]!;
    expect(waiting.buttons.map(({ text }) => text)).toEqual(['🔔 Повідомити, коли буде відповідь']);
    const [offer] = waiting.buttons;
    bot.server.press({ message: waiting, data: (offer as { callback_data: string }).callback_data });
    await bot.sent(4);
    expect(texts()[3]).toContain('❓ чого немає?');
  }, 10_000);

  it('refuses a question of ten thousand characters in one sentence, and an empty one', async () => {
    bot = await startTestBot();
    bot.server.say('щ'.repeat(10_000));
    bot.server.say('/ask');
    await bot.sent(2);
    expect(texts()[0]).toMatch(/задовге/);
    expect(texts()[1]).toContain('/ask Скільки');
  });
});

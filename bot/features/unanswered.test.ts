import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countingEmbedder, draftOf } from '../../corpus/trials/corpus-for-tests.ts';
import { sampleAnswer } from '../trials/bot-for-tests.ts';
import { type ModeratedBot, people, startModeratedBot } from '../trials/moderation-for-tests.ts';

vi.setConfig({ testTimeout: 20_000 });

let bot: ModeratedBot;
beforeEach(async () => {
  bot = await startModeratedBot();
});
afterEach(() => bot.stop());

const { owner } = people;
const say = (text: string, extra = {}) => bot.server.say({ text, fromId: owner, language: 'en', extra });
const embed = countingEmbedder();

describe('/unanswered', () => {
  const ask = (text: string) => bot.corpus.unanswered.record(text, 'uk', new Date());

  it('dismisses a question in all its spellings', async () => {
    await ask('Скільки човнів передала Данія?');
    await ask('а скільки Данія передала човнів');
    await ask('Хто дав дрони?');
    say('/unanswered');
    const list = await bot.card(owner, 'Questions without an answer: 2');
    expect(list.text).toContain('1. 2× Скільки човнів передала Данія?');
    await bot.pressOn(list, '1 ✖');
    await bot.until(() => list.text.includes('Questions without an answer: 1'));
    expect(await bot.corpus.unanswered.count()).toBe(1);
    expect(await bot.corpus.audit.count({ act: 'dismiss' })).toBe(2);
  });

  it('takes a source for a question, which is answered once the source is let in', async () => {
    await ask('Хто дав дрони?');
    await ask('а дрони хто дав');
    say('/unanswered');
    await bot.pressOn(await bot.card(owner, 'Questions without'), '1 ➕');
    const prompt = await bot.card(owner, 'Send in reply');
    say('https://a.gov.ua/drones', {
      reply_to_message: { message_id: prompt.messageId, from: bot.server.me },
    });
    await bot.card(owner, 'Looking at the source');
    await bot.look();
    await bot.pressOn(await bot.card(owner, 'This is how I would quote it'), 'Approve');
    expect(await bot.corpus.unanswered.count()).toBe(0);
  });
});

describe('/document', () => {
  const url = 'https://a.org/page';
  beforeEach(async () => {
    await bot.corpus.documents.save(draftOf(['Japan gave 40 vehicles.'], { url, title: 'Vehicles' }), {
      embed,
    });
  });

  it('shows what is stored, and retracts and restores it with a reason', async () => {
    say(`/document ${url}`);
    const card = await bot.card(owner, 'Vehicles');
    expect(card.text).toContain('Version 1');
    await bot.pressOn(card, 'Retract');
    await bot.until(() => card.buttons.some(({ text }) => text.includes('Out of date')));
    await bot.pressOn(card, 'Out of date');
    await bot.until(() => card.text.includes('retracted: Out of date'));
    expect(await bot.corpus.passages.count()).toBe(0);
    await bot.pressOn(card, 'Bring back');
    await bot.until(() => card.text.includes('in use'));
    expect(await bot.corpus.passages.count()).toBe(1);
    expect((await bot.corpus.audit.list()).map(({ act }) => act)).toEqual(['restore', 'retract']);
  });

  it('takes a reason in own words', async () => {
    say(`/document ${url}`);
    const card = await bot.card(owner, 'Vehicles');
    await bot.pressOn(card, 'Retract');
    await bot.until(() => card.buttons.some(({ text }) => text.includes('My own words')));
    await bot.pressOn(card, 'My own words');
    const prompt = await bot.card(owner, 'Write in reply');
    say('A hoax', { reply_to_message: { message_id: prompt.messageId, from: bot.server.me } });
    await bot.until(
      () =>
        bot.texts(owner).includes('Taken out of all answers. You can bring it back on its card.') &&
        card.text.includes('A hoax'),
    );
    expect(await bot.corpus.documents.findByUrl(url)).toMatchObject({
      status: 'retracted',
      statusReason: 'A hoax',
    });
  });

  it('without a link lists pages that were put aside', async () => {
    const held = draftOf(['Please log in.'], { url: 'https://b.org', title: 'Log in', status: 'held' });
    await bot.corpus.documents.save(held, { embed });
    say('/document');
    await bot.pressOn(await bot.card(owner, 'look like an error page'), 'Log in');
    await bot.pressOn(await bot.card(owner, 'https://b.org'), 'Bring back');
    expect(await bot.corpus.documents.count({ status: 'held' })).toBe(0);
  });
});

describe('a correction', () => {
  const url = 'https://a.org/page';
  const save = (text: string) =>
    bot.corpus.documents.save(draftOf([text], { url, fetchedAt: new Date().toISOString() }), { embed });

  it('reaches whoever asked for it, once, when a quoted figure changes', async () => {
    await save('Japan gave 40 vehicles to the rescuers of Ukraine.');
    const stored = await bot.corpus.documents.findByUrl(url);
    const [passage] = await bot.corpus.documents.passagesOf(stored!.id);
    const answer = sampleAnswer({ text: 'x', language: 'en' });
    const citations = [{ ...answer.citations[0]!, passageId: passage!.key, quote: passage!.text }];
    const keep = (chatId: number) =>
      bot.deps.answers.save(`answer${chatId}`, chatId, 0, {
        kind: 'answer',
        language: 'en',
        citations,
        topics: [],
        messageIds: [7],
      });
    keep(7001);
    keep(7002);
    bot.deps.people.prefer(7001, { corrections: true });
    expect(bot.deps.answers.countCiting([passage!.key])).toBe(2);
    bot.deps.moderation.positions.move('corrections', { position: Date.now() - 1000, epoch: '' });
    await save('Japan gave 45 vehicles to the rescuers of Ukraine.');
    const { Corrections } = await import('../moderation/corrections.ts');
    const delivery = {
      outbox: bot.telegram.outbox,
      sender: bot.telegram.sender,
      isOverflow: () => false,
      noteProgress: () => undefined,
    };
    const corrections = new Corrections({ ...bot.deps, delivery });
    await corrections.tick();
    await corrections.tick();
    const told = await bot.card(7001, 'A correction');
    expect(told.text).toMatch(/40 vehicles[\s\S]*45 vehicles/);
    expect(bot.texts(7001)).toHaveLength(1);
    expect(bot.texts(7002)).toEqual([]);
  });

  it('is switched on and off by /corrections', async () => {
    bot.server.say({ text: '/corrections', fromId: 42, language: 'en' });
    const card = await bot.card(42, 'I can tell you');
    await bot.pressOn(card, 'Tell me');
    expect(bot.deps.people.find(42)?.preferences.corrections).toBe(true);
    await bot.pressOn(card, 'Stop');
    expect(bot.deps.people.find(42)?.preferences.corrections).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf } from '../../corpus/trials/corpus-for-tests.ts';
import { type ModeratedBot, people, startModeratedBot } from '../trials/moderation-for-tests.ts';

// The chores look once a second, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

let bot: ModeratedBot;
beforeEach(async () => {
  bot = await startModeratedBot();
});
afterEach(() => bot.stop());

const { owner } = people;
const say = (fromId: number, text: string) => bot.server.say({ text, fromId, language: 'en' });

describe('/sources', () => {
  it('pages through all sources, shows each, and does with it what the buttons say', async () => {
    const now = new Date();
    for (let n = 1; n <= 12; n += 1) {
      const draft = {
        url: `https://s${n}.org/feed`,
        kind: 'feed',
        title: `Source ${n}`,
        publisher: 'P',
        language: 'en',
        tier: 'established',
        status: 'active',
      } as const;
      await bot.corpus.sources.add(draft, now);
    }
    say(owner, '/sources');
    const list = await bot.card(owner, 'Sources: 12 · page 1 of 2');
    await bot.pressOn(list, '→');
    await bot.until(() => list.text.includes('page 2 of 2'));
    await bot.pressOn(list, '#12');
    const card = await bot.card(owner, 'Fetching what is there');
    expect(card.text).toContain('#12 Source 12');
    const current = () => bot.corpus.sources.find(12);
    await bot.pressOn(card, 'Pause');
    await bot.until(() => card.text.includes('Paused'));
    await bot.pressOn(card, 'Resume');
    await bot.until(() => card.text.includes('In use'));
    await bot.pressOn(card, 'Schedule');
    await bot.until(() => card.buttons.some(({ text }) => text === 'every day'));
    await bot.pressOn(card, 'every day');
    await bot.until(() => card.text.includes('Fetched every day'));
    expect((await current())?.scheduleMinutes).toBe(1440);
    await bot.pressOn(card, 'Remove');
    await bot.until(() => card.text.includes('Removed'));
    await bot.pressOn(card, 'Undo');
    await bot.until(() => card.text.includes('In use'));
    expect((await current())?.status).toBe('active');
  }, 20_000);
});

describe('the list of sources', () => {
  it('shows suggestions and failures before what works, and an imported list after it', async () => {
    const draft = { kind: 'feed', publisher: 'P', language: 'en', tier: 'established' } as const;
    const add = (title: string, more: { status?: 'active'; addedBy?: string }) =>
      bot.corpus.sources.add({ ...draft, url: `https://${title}.org`, title, ...more }, new Date());
    for (let n = 1; n <= 10; n += 1) await add(`listed${n}`, { addedBy: 'import' });
    const works = await add('works', { status: 'active' });
    const nextAt = '2999-01-01T00:00:00.000Z';
    await bot.corpus.sources.recordFetch(
      works.id,
      { ok: true, nextAt, etag: null, lastModified: null },
      new Date(),
    );
    const fails = await add('fails', { status: 'active' });
    await bot.corpus.sources.recordFetch(fails.id, { ok: false, nextAt, error: 'x' }, new Date());
    await add('suggested', { addedBy: 'reader' });
    say(owner, '/sources');
    const list = await bot.card(owner, 'Sources: 13');
    expect([...list.text.matchAll(/#\d+ (\w+)/g)].map(([, name]) => name).slice(0, 4)).toEqual([
      'suggested',
      'fails',
      'works',
      'listed1',
    ]);
  });
});

describe('the card of a source that was let in', () => {
  it('tells by itself that it is being fetched, and how that ended', async () => {
    say(owner, '/addsource https://a.gov.ua/feed');
    await bot.card(owner, 'Looking at the source');
    await bot.look();
    const card = await bot.card(owner, 'This is how I would quote it');
    await bot.pressOn(card, 'Approve');
    await bot.until(() => card.text.includes('Fetching what is there'));
    const fetched = {
      ok: false,
      nextAt: '2999-01-01T00:00:00.000Z',
      error: 'the site answered 503',
    } as const;
    await bot.corpus.sources.recordFetch(1, fetched, new Date());
    await bot.until(() => card.text.includes('The site has an error of its own (503)'));
    expect(card.text).not.toContain('Fetching what is there');
  });

  it('names a file as whoever sent it does', async () => {
    bot.server.uploads.set('f', Buffer.from('A report of five words.'));
    const document = { file_id: 'f', file_unique_id: 'u', file_name: 'Лист посольства.txt', file_size: 23 };
    bot.server.say({ fromId: owner, language: 'en', extra: { document } });
    const card = await bot.card(owner, '📎 Лист посольства.txt');
    expect(card.text).not.toContain('file:');
  });
});

describe('a document retracted in words of one’s own', () => {
  it('shows the reason on the card whose button was pressed', async () => {
    const draft = draftOf(['Japan handed over forty vehicles.'], {
      url: 'https://a.org/1',
      title: 'Japan helps',
    });
    await bot.corpus.documents.save(draft, { embed: null });
    say(owner, '/document https://a.org/1');
    const card = await bot.card(owner, 'Japan helps');
    await bot.pressOn(card, 'Retract');
    await bot.until(() => card.buttons.some(({ text: label }) => label.includes('My own words')));
    await bot.pressOn(card, 'My own words');
    const prompt = await bot.card(owner, 'Write in reply');
    const reply = { message_id: prompt.messageId, from: bot.server.me };
    bot.server.say({
      text: 'The figures are wrong',
      fromId: owner,
      language: 'en',
      extra: { reply_to_message: reply },
    });
    await bot.until(() => card.text.includes('retracted: The figures are wrong'));
    expect(card.buttons.map(({ text: label }) => label)).toEqual(['↩️ Bring back']);
  });
});

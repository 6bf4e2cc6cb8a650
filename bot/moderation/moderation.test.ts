import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { erasePerson } from '../people/erase-person.ts';
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
const feed = 'https://a.gov.ua/feed';
const source = () => bot.corpus.sources.find(1);

async function suggested(fromId: number) {
  say(fromId, `/addsource ${feed}`);
  await bot.card(fromId, 'Looking at the source');
  await bot.look();
  return bot.card(fromId, 'This is how I would quote it');
}

describe('a suggestion', () => {
  it('of a moderator becomes one card, edited in place from the first look to the decision', async () => {
    await bot.appoint(moderator);
    const card = await suggested(moderator);
    expect(card.text).toContain('Host: a.gov.ua (203.0.113.7)');
    expect(card.text).toContain('Found: feed, items: 10');
    expect(card.text).toContain('Японія передала 40 спецавтомобілів.');
    expect(card.entities.filter(({ type }) => type === 'expandable_blockquote')).toHaveLength(3);
    await bot.pressOn(card, 'Approve');
    await bot.until(() => card.text.includes('✅ In use'));
    expect(await source()).toMatchObject({ status: 'active', tier: 'established' });
    expect(bot.texts(moderator)).toHaveLength(2);
  });

  it('of a reader goes to everybody who decides, and the reader is told why it was rejected', async () => {
    await bot.appoint(moderator);
    const mine = await suggested(reader);
    expect(mine.buttons).toEqual([]);
    expect(mine.text).toContain('it is up to the moderators');
    const [forOwner, forModerator] = [
      await bot.card(owner, 'News of A'),
      await bot.card(moderator, 'News of A'),
    ];
    await bot.pressOn(forModerator, 'Reject');
    await bot.until(() => forModerator.buttons.some(({ text }) => text.includes('Not reliable')));
    await bot.pressOn(forModerator, 'Not reliable');
    const told = await bot.card(reader, 'was not accepted');
    expect(told.text).toContain('Reason: Not reliable');
    await bot.until(() => mine.text.includes('Rejected') && forOwner.text.includes('Rejected'));
    expect(await source()).toMatchObject({ status: 'rejected', reason: 'unreliable', addedBy: 'reader' });
    say(reader, feed);
    await bot.card(reader, 'Moderators decided against this source. Reason: Not reliable');
  });

  it('reaches everybody who decides, also when a connection breaks or the reader has gone', async () => {
    const isCard = (params: { readonly text?: unknown }) => String(params.text).startsWith('#1 News');
    bot.server.fail({ method: 'sendMessage', kind: 'drop-before', when: isCard });
    bot.server.chats.blockedBy.add(reader);
    say(reader, feed);
    await vi.waitFor(() => bot.look(), 5000);
    const forOwner = await bot.card(owner, 'News of A');
    const kept = () => bot.deps.moderation.cards.ofSource(1).find(({ chatId }) => chatId === owner);
    await bot.until(() => kept()?.messageId === forOwner.messageId);
    expect(bot.texts(owner)).toHaveLength(1);
    await bot.until(() => bot.deps.moderation.cards.watched().length === 0);
  });

  it('whose update is taken up again when the look is over shows what was found', async () => {
    // As after a kill between the card and the note of it.
    const unsettled = { state: 'sending', messageId: null, problem: null } as const;
    vi.spyOn(bot.telegram.sender, 'wait').mockResolvedValueOnce(unsettled);
    say(owner, feed);
    await bot.card(owner, 'Looking at the source');
    await bot.look();
    await bot.until(() => bot.telegram.status().waitingUpdates === 1);
    bot.deps.people.database.sql('UPDATE inbox SET not_before = 0').run();
    say(reader, '/help');
    const card = await bot.card(owner, 'This is how I would quote it');
    expect(card.buttons.map(({ text }) => text)).toContain('✅ Approve');
    expect(bot.texts(owner)).toHaveLength(1);
  });

  it('goes its way although the look at another one cannot be read any more', async () => {
    say(reader, 'https://b.org/old');
    await bot.card(reader, '#1 ');
    await bot.look();
    await bot.card(owner, '#1 ');
    const spoil = "UPDATE source_checks SET report = '{}' WHERE source_id = 1";
    bot.corpus.database.prepare(spoil).run();
    bot.deps.people.database.sql('UPDATE source_cards SET is_watched = 1').run();
    say(reader, feed);
    await bot.card(reader, '#2 ');
    await bot.look();
    await bot.card(owner, '#2 News of A');
    // The card of the reader follows the look, after that of the source that cannot be read.
    await bot.card(reader, '#2 News of A');
  });

  it('that the worker could not look at goes to moderators, who can have it looked at again', async () => {
    say(reader, feed);
    await bot.card(reader, 'Looking at the source');
    for (let death = 1; death <= 3; death += 1) await bot.corpus.jobs.claim(['add-source'], 0, new Date());
    await bot.corpus.jobs.claim(['add-source'], 0, new Date());
    const card = await bot.card(owner, 'The work was interrupted');
    expect(card.buttons.map(({ text }) => text)).toEqual(['❌ Reject', '🔄 Check']);
    await bot.pressOn(card, 'Check');
    await bot.look();
    await bot.until(() => card.text.includes('This is how I would quote it'));
  });

  it('is rejected in words of one’s own, in reply to the question for them', async () => {
    await bot.appoint(moderator);
    await suggested(reader);
    const card = await bot.card(moderator, 'News of A');
    await bot.pressOn(card, 'Reject');
    await bot.until(() => card.buttons.some(({ text }) => text.includes('My own words')));
    await bot.pressOn(card, 'My own words');
    const prompt = await bot.card(moderator, 'Write in reply');
    const reply = { message_id: prompt.messageId, from: bot.server.me };
    bot.server.say({
      text: 'Copied from elsewhere',
      fromId: moderator,
      language: 'en',
      extra: { reply_to_message: reply },
    });
    await bot.card(reader, 'Reason: Copied from elsewhere');
    expect((await source())?.reason).toBe('Copied from elsewhere');
  });

  it.each([
    ['a bare link', { text: feed }],
    [
      'a forwarded post with a link behind words',
      {
        text: 'Read more here',
        extra: {
          entities: [{ type: 'text_link', offset: 10, length: 4, url: feed }],
          forward_origin: {
            type: 'channel',
            chat: { id: -9, type: 'channel', title: 'C' },
            message_id: 1,
            date: 1,
          },
        },
      },
    ],
    [
      'a forwarded photo whose caption has links, the first into Telegram',
      {
        caption: `t.me/x ${feed}`,
        extra: { forward_origin: { type: 'hidden_user', sender_user_name: 'X', date: 1 } },
      },
    ],
  ])('may be %s', async (_name, incoming) => {
    bot.server.say({ ...incoming, fromId: reader, language: 'en' });
    await bot.card(reader, 'Looking at the source');
    expect((await source())?.url).toBe(feed);
  });

  it('may be a document, which is kept for the worker', async () => {
    bot.server.uploads.set('file1', Buffer.from('<h1>Report</h1>'));
    const document = { file_id: 'file1', file_unique_id: 'u', file_name: '../Звіт/2025.html', file_size: 15 };
    bot.server.say({ fromId: reader, language: 'en', extra: { document } });
    await bot.card(reader, 'Looking at the source');
    expect((await source())?.url).toMatch(/^file:uploads\/.*2025-[0-9a-f]{8}\.html$/);
    const [job] = await bot.corpus.jobs.list();
    expect(job?.payload).toMatchObject({
      path: expect.stringMatching(/^uploads\/[^/]+2025-[0-9a-f]{8}\.html$/),
    });
  });

  it('that is too large, of another kind or of no address is answered in words', async () => {
    const send = (file_name: string, file_size: number) =>
      bot.server.say({
        fromId: reader,
        language: 'en',
        extra: { document: { file_id: 'x', file_unique_id: 'u', file_name, file_size } },
      });
    send('big.pdf', 6 * 1024 * 1024);
    await bot.card(reader, 'The file is too large: I can take up to 5 MB');
    send('gone.pdf', 100);
    await bot.card(reader, 'get this file from Telegram');
    send('Таблиця.XLSX', 100);
    await bot.card(reader, 'save it as PDF or DOCX');
    send('photo.jpg', 100);
    await bot.card(reader, 'I cannot recognise objects');
    say(reader, '/addsource tomorrow');
    await bot.card(reader, 'I see no web address');
    say(reader, '/addsource');
    await bot.card(reader, 'Send a link after the command');
    expect(await bot.corpus.sources.list()).toEqual([]);
  });

  it('is forgotten with everything else about the person who made it', async () => {
    say(reader, feed);
    await bot.card(reader, 'Looking at the source');
    expect(bot.deps.moderation.cards.ofSource(1)).toHaveLength(1);
    erasePerson(bot.deps, reader);
    expect(bot.deps.moderation.cards.ofSource(1)).toEqual([]);
    expect((await source())?.addedBy).toBe('reader');
  });

  it('forwarded by a moderator shows one card, with the buttons, and is never one too many', async () => {
    await bot.appoint(moderator);
    for (let n = 1; n <= 6; n += 1) {
      const forward_origin = { type: 'hidden_user', sender_user_name: 'X', date: 1 };
      bot.server.say({
        text: `https://a.org/${n}`,
        fromId: moderator,
        language: 'en',
        extra: { forward_origin },
      });
      await bot.card(moderator, `#${n} `);
    }
    await bot.look();
    const card = await bot.card(moderator, '#1 News of A');
    await bot.until(() => card.buttons.some(({ text }) => text.includes('Approve')));
    await bot.card(owner, '#1 News of A');
    expect(bot.texts(moderator).filter((text) => text.startsWith('#1 '))).toHaveLength(1);
  });

  it('is limited to five a day for a reader', async () => {
    for (let n = 1; n <= 5; n += 1) {
      say(reader, `https://a.org/${n}`);
      await bot.card(reader, `#${n} `);
    }
    say(reader, 'https://a.org/6');
    await bot.card(reader, 'That is 5 suggestions for today');
    expect(await bot.corpus.sources.list()).toHaveLength(5);
  });

  it('that cannot be read says why in plain words, and cannot be let in', async () => {
    await bot.appoint(moderator);
    say(moderator, feed);
    await bot.card(moderator, 'Looking at the source');
    await bot.look({ kind: 'none', samples: [], problem: 'the site answered 503 (server error)' });
    const card = await bot.card(moderator, 'The site has an error of its own (503)');
    expect(card.buttons.map(({ text }) => text)).toEqual(['❌ Reject', '🔄 Check']);
    await bot.pressOn(card, 'Check');
    await bot.until(() => card.text.includes('Looking at the source'));
    await bot.look();
    await bot.until(() => card.text.includes('This is how I would quote it'));
  });

  it('shows a look-alike address as a warning, and offers the feeds of a page', async () => {
    await bot.appoint(moderator);
    say(moderator, 'https://a.gov.ua/news');
    await bot.card(moderator, 'Looking at the source');
    const lookAlike = { known: 'dsns.gov.ua', reason: 'is one character away from dsns.gov.ua' };
    await bot.look({ kind: 'page', feeds: [feed], lookAlike });
    const card = await bot.card(moderator, 'may imitate dsns.gov.ua');
    await bot.pressOn(card, 'a.gov.ua/feed');
    await bot.until(() => card.text.includes('Looking at the source'));
    expect(await bot.corpus.sources.find(2)).toMatchObject({ url: feed, status: 'pending' });
  });

  it('of a page whose feed is taken is closed, and the reader hears what becomes of the feed', async () => {
    say(reader, 'https://a.gov.ua/news');
    await bot.card(reader, 'Looking at the source');
    await bot.look({ kind: 'page', title: 'The page', feeds: [feed] });
    const card = await bot.card(owner, '#1 The page');
    await bot.pressOn(card, 'a.gov.ua/feed');
    await bot.card(reader, 'moderators look at its feed');
    expect(await source()).toMatchObject({ status: 'rejected', reason: 'feed' });
    await bot.look();
    await bot.until(() => card.buttons.some(({ text }) => text.includes('Approve')));
    await bot.pressOn(card, 'Approve');
    await bot.card(reader, `was accepted: ${feed}`);
    say(owner, '/sources');
    expect((await bot.card(owner, 'Sources: ')).text).not.toContain('The page');
  });

  it('that looks like no article says what stands there instead of promising to quote it', async () => {
    await bot.appoint(moderator);
    say(moderator, feed);
    await bot.card(moderator, 'Looking at the source');
    await bot.look({ kind: 'page', warning: 'asks the reader to log in' });
    expect((await bot.card(moderator, 'What I read there')).text).not.toContain('how I would quote');
  });
});

describe('deciding', () => {
  it('by a button of a source that is gone, or that means nothing now, is refused with the way to go on', async () => {
    await bot.appoint(moderator);
    const card = await suggested(moderator);
    for (const data of ['!m:a:999', '!m:zz:1', '!m:r:1:77', '!m:f:1:7']) {
      const before = bot.toasts().length;
      bot.server.press({ message: card, data, language: 'en' });
      await bot.until(() => bot.toasts().length > before);
      expect([data, bot.toasts().at(-1)]).toEqual([data, expect.stringContaining('/sources shows')]);
    }
    expect(await source()).toMatchObject({ status: 'pending' });
  });

  it('needs two different moderators for an official source', async () => {
    await bot.appoint(moderator);
    await bot.appoint(second);
    const card = await suggested(moderator);
    await bot.pressOn(card, 'official');
    expect(bot.toasts().at(-1)).toContain('a second moderator has to agree');
    await bot.until(() => card.text.includes('Proposed as official'));
    await bot.pressOn(card, 'Agree: official');
    expect(bot.toasts().at(-1)).toContain('must be somebody else');
    expect((await source())?.status).toBe('pending');
    const theirs = await bot.card(second, 'Proposed as official');
    await bot.pressOn(theirs, 'Agree: official');
    await bot.until(() => card.text.includes('official') && card.text.includes('✅ In use'));
    expect(await source()).toMatchObject({ status: 'active', tier: 'official' });
  });

  it('is over at once for a moderator who was removed, also by a button under an old card', async () => {
    await bot.appoint(moderator);
    const card = await suggested(moderator);
    say(owner, '/moderators');
    const list = await bot.card(owner, 'Moderators: 1');
    await bot.pressOn(list, 'Remove Moderator');
    await bot.until(() => list.text.includes('Take the role from'));
    await bot.pressOn(list, 'Yes, remove');
    await bot.pressOn(card, 'Approve');
    expect(bot.toasts().at(-1)).toContain('Only moderators');
    expect((await source())?.status).toBe('pending');
    say(moderator, '/sources');
    await bot.card(moderator, 'Only moderators can do that');
  });

  it('is refused to readers with forged buttons', async () => {
    await bot.appoint(moderator);
    await suggested(moderator);
    say(reader, feed);
    const mine = await bot.card(reader, '#1 News of A');
    const forged = [
      '!m:a:1',
      '!m:o:1',
      '!m:t:1',
      '!m:d:1',
      '!m:r:1:0',
      '!m:rj:1',
      '!m:rf:1',
      '!sl:0',
      '~so:1',
      '!rr:1',
      '~ax',
      '!dre:1:0',
      '!ud:1:0',
      '~ua:1',
    ];
    for (const data of forged) {
      const before = bot.toasts().length;
      bot.server.press({ message: mine, data, fromId: reader, language: 'en' });
      await bot.until(() => bot.toasts().length > before);
      expect([data, bot.toasts().at(-1)]).toEqual([data, expect.stringContaining('Only moderators')]);
    }
    for (const command of [
      '/sources',
      '/document https://a.org',
      '/unanswered',
      '/invite',
      '/moderators',
      '/audit',
    ]) {
      const before = bot.texts(reader).length;
      say(reader, command);
      await bot.until(() => bot.texts(reader).length > before);
      expect([command, bot.texts(reader).at(-1)]).toEqual([
        command,
        expect.stringContaining('Only moderators'),
      ]);
    }
    expect(await source()).toMatchObject({ status: 'pending' });
  }, 20_000);

  it('shows every act to owners, who may take the log with them', async () => {
    await bot.appoint(moderator);
    const card = await suggested(moderator);
    await bot.pressOn(card, 'Trial');
    say(owner, '/audit');
    const log = await bot.card(owner, 'The last');
    expect(log.text).toContain(`Moderator 2002 (2002) · put on trial · #1 ${feed}`);
    expect(log.text).toContain('became a moderator, invited by · Reader (1001)');
    await bot.pressOn(log, 'Everything as a file');
    const file = await bot.card(owner, 'Acts: 4');
    const [csv] = [...file.files.values()];
    expect(csv!.bytes.toString('utf8')).toMatch(/p\d+,2002,Moderator 2002,trial,source:1/);
    say(moderator, '/audit');
    await bot.card(moderator, 'Only moderators can do that');
  });

  it('elsewhere is seen on the card: the command line, another moderator, the end of a trial', async () => {
    await bot.appoint(moderator);
    const card = await suggested(moderator);
    const note = { at: new Date(), actor: 'cli:anna', act: 'trial', subject: 'source:1' };
    await bot.corpus.sources.setStatus(1, 'trial', { trialUntil: new Date(0), note });
    await bot.until(() => card.text.includes('On trial'));
    const ended = { at: new Date(), actor: 'worker', act: 'trial-end', subject: 'source:1' };
    await bot.corpus.sources.setStatus(1, 'paused', { trialUntil: new Date(0), note: ended });
    expect((await bot.card(owner, 'News of A')).buttons.map(({ text }) => text)).toContain('✅ Approve');
  });
});

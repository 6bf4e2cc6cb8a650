import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpusIn, temporaryFolder } from '../../corpus/trials/corpus-for-tests.ts';
import type { FakeMessage } from '../trials/fake-chats.ts';
import { FakeTelegram } from '../trials/fake-telegram.ts';
import { WholeProgram } from '../trials/whole-program.ts';

const moderator = 1001;

let folder: ReturnType<typeof temporaryFolder>;
let server: FakeTelegram;
let web: { readonly origin: string; readonly pair: string; readonly close: () => void };
let program: WholeProgram;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await new FakeTelegram().start();
  web = await startWeb();
  program = new WholeProgram({
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    DATA_DIR: folder.path,
    OWNER_IDS: String(moderator),
    STARTER_CORPUS: 'off',
    FETCH_ALLOW: web.pair,
    LOG_LEVEL: 'error',
  });
});

afterEach(async () => {
  await program.end('SIGKILL');
  await server.stop();
  web.close();
  // The worker notices within moments that the bot is gone; until then it may still write.
  await sleep(500);
  folder.dispose();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await condition())) {
    const texts = server.messages.map((message) => message.text.slice(0, 300)).join('\n---\n');
    if (Date.now() > giveUpAt) throw new Error(`never ${what}; messages:\n${texts}`);
    await sleep(20);
  }
}

/** The latest card that names this address. */
function cardOf(path: string): FakeMessage | undefined {
  return server.messages.findLast((message) => message.text.includes(`${web.origin}${path}\n`));
}

function press(path: string, label: string): void {
  const message = cardOf(path)!;
  const button = message.buttons.find((candidate) => candidate.text.includes(label))!;
  server.press({ message, data: 'callback_data' in button ? button.callback_data : '', language: 'en' });
}

const says = (path: string, words: string) => () => cardOf(path)?.text.includes(words) === true;

describe('sources in earnest', () => {
  // Three starts of everything take most of a minute, so it runs only when asked for: LONG_TESTS=1.
  it.runIf(process.env.LONG_TESTS === '1')(
    'lose no suggestion and no decision when the program is killed at any point',
    async () => {
      program.start();
      server.say({ text: `/addsource ${web.origin}/feed.xml`, fromId: moderator, language: 'en' });
      await until('answers', () => cardOf('/feed.xml') !== undefined);
      await program.end('SIGKILL');
      server.say({ text: `${web.origin}/slow`, fromId: moderator, language: 'en' });
      server.say({ text: `${web.origin}/broken`, fromId: moderator, language: 'en' });
      program.start();
      await until('looks at the feed', says('/feed.xml', 'This is how I would quote it'));
      expect(cardOf('/feed.xml')!.text).toContain('feed, items: 2');
      await until('gives up on the broken page', says('/broken', 'The site has an error of its own (500)'));
      press('/feed.xml', 'Approve');
      await sleep(30);
      await program.end('SIGKILL');
      program.start();
      await until('shows the decision', says('/feed.xml', '✅ In use'));
      await until('waits for the slow page', says('/slow', 'This is how I would quote it'));
      const corpus = await corpusIn(folder.path);
      await until('has passages', async () => (await corpus.passages.count()) > 0);
      expect(await corpus.audit.count({ act: 'approve' })).toBe(1);
      press('/feed.xml', 'Remove');
      const removedAt = Date.now();
      await until('forgets the passages', async () => (await corpus.passages.count()) === 0);
      expect(Date.now() - removedAt).toBeLessThan(5000);
      expect((await corpus.jobs.list({ statuses: ['dead'] })).map(({ kind }) => kind)).toEqual([]);
      // The first kill comes as soon as Telegram has the card: whether the bot has noted that is a matter of milliseconds.
      const cards = server.messages.filter(({ text }) => text.includes(`${web.origin}/feed.xml\n`));
      expect(cards.length).toBeLessThanOrEqual(2);
      await corpus.close();
    },
    180_000,
  );
});

function article(n: number): string {
  const sentence = `Country ${n} handed over ${n} demining machines to the rescuers of the Kharkiv region on Monday, the ministry said.`;
  const more = `Training of ${n}0 operators starts in spring and lasts for six weeks, ambassador number ${n} added in Kyiv.`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, at) => `<p>${sentence} ${more} Part ${at} of the report.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Country ${n} helps</title></head>
    <body><main><article><h1>Country ${n} helps</h1>${paragraphs.join('')}</article></main></body></html>`;
}

async function startWeb() {
  let origin = '';
  const pages: Record<string, (response: ServerResponse) => void> = {
    '/1': (response) => void response.end(article(1)),
    '/2': (response) => void response.end(article(2)),
    '/slow': (response) => void setTimeout(() => response.end(article(3)), 3000),
    '/broken': (response) => void response.writeHead(500).end(),
    '/feed.xml': (response) => {
      const items = [1, 2]
        .map((n) => `<item><title>T${n}</title><link>${origin}/${n}</link></item>`)
        .join('');
      response.setHeader('content-type', 'application/xml');
      response.end(`<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>${origin}</link>
        <description>d</description>${items}</channel></rss>`);
    },
  };
  const http: Server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page === undefined) response.writeHead(404).end();
    else page(response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const close = () => {
    http.closeAllConnections();
    http.close();
  };
  return { origin, pair: `127.0.0.1:${port}`, close };
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  articlePage,
  collectingRun,
  rssFeed,
  sitemap,
  startTestIngest,
  type TestIngest,
} from '../trials/ingest-for-tests.ts';
import type { TestPage } from '../trials/web-for-tests.ts';
import { ingestAddress } from './pipeline.ts';

let pages: Record<string, TestPage>;
let ingest: TestIngest;
beforeEach(async () => {
  pages = {};
  ingest = await startTestIngest(pages);
});
afterEach(() => ingest.close());

const at = (path: string) => ingest.web.origin + path;
const documents = () => ingest.corpus.documents.list();

async function take(path: string, run = collectingRun()) {
  await ingestAddress(at(path), run, ingest.pipeline);
  return run;
}

describe('taking in an address', () => {
  it('stores a page with its title, date, language and passages', async () => {
    pages['/a'] = articlePage(1);
    const { results } = await take('/a');
    expect(results).toMatchObject([
      {
        outcome: 'created',
        title: 'Country 1 hands over machines',
        published: '2025-03-02',
        language: 'en',
        reason: null,
      },
    ]);
    expect(results[0]!.passages).toBeGreaterThan(0);
    expect(await ingest.corpus.passages.count()).toBe(results[0]!.passages);
  });

  it('stores a document once that a feed, a sitemap and a person lead to', async () => {
    for (const n of [1, 2, 3]) pages[`/news/${n}`] = articlePage(n);
    pages['/feed.xml'] = rssFeed([
      { url: at('/news/1?utm_source=rss&utm_medium=feed') },
      { url: at('/news/2#comments') },
    ]);
    pages['/sitemap.xml'] = sitemap([at('/news/1'), at('/news/2/'), at('/news/3')]);
    const run = collectingRun();
    await take('/feed.xml', run);
    await take('/sitemap.xml', run);
    await take('/news/3', run);
    expect((await documents()).map((document) => document.title).sort()).toEqual(
      [1, 2, 3].map((n) => `Country ${n} hands over machines`),
    );
    expect(run.results.filter(({ outcome }) => outcome === 'created')).toHaveLength(3);
    expect(run.results.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(3);
    expect(ingest.web.count('/news/3')).toBe(1);
  });

  it('stores a page under the address that it calls its own', async () => {
    const head = `<link rel="canonical" href="${at('/news/1')}">`;
    pages['/amp/1'] = articlePage(1, { head });
    pages['/news/1'] = articlePage(1, { head });
    const run = collectingRun();
    await take('/news/1', run);
    await take('/amp/1', run);
    expect((await documents()).map(({ url }) => url)).toEqual([at('/news/1')]);
    expect(run.results.map(({ outcome }) => outcome)).toEqual(['created', 'duplicate']);
  });

  it.each(['/', '/news/1'])('does not believe that every page is %s', async (canonical) => {
    const head = `<link rel="canonical" href="${at(canonical)}">`;
    for (const n of [1, 2, 3]) pages[`/news/${n}`] = articlePage(n, { head });
    pages['/sitemap.xml'] = sitemap([1, 2, 3].map((n) => at(`/news/${n}`)));
    await take('/sitemap.xml');
    expect(await documents()).toHaveLength(3);
  });

  it('stores a page once that the site shows at two addresses', async () => {
    pages['/1'] = articlePage(1);
    const run = collectingRun();
    await take('/1', run);
    await take('/1?print=yes', run);
    expect(await documents()).toHaveLength(1);
    expect(run.results[1]).toMatchObject({ outcome: 'duplicate', reason: `same page as ${at('/1')}` });
  });

  it('stores a page once that another address redirects to', async () => {
    pages['/1'] = articlePage(1);
    pages['/short'] = (_request, response) => void response.writeHead(302, { location: '/1' }).end();
    const run = collectingRun();
    await take('/1', run);
    await take('/short', run);
    expect(run.results.map(({ outcome }) => outcome)).toEqual(['created', 'duplicate']);
  });

  it('goes on when a page of a list is broken, and says of each what happened', async () => {
    pages['/ok'] = articlePage(1);
    pages['/error'] = (_request, response) => void response.writeHead(500).end();
    pages['/empty'] = '';
    pages['/login'] = articlePage(4, {
      extra: '<p>Members of the club can read the rest of this story, others cannot do so today.</p>',
    });
    const outside = 'http://10.0.0.1/x';
    pages['/feed.xml'] = rssFeed(
      ['/error', '/empty', '/gone', '/login', '/ok']
        .map((path) => ({ url: at(path) }))
        .concat({ url: outside }),
    );
    const { results } = await take('/feed.xml');
    const byUrl = new Map(results.map((result) => [result.url, result]));
    expect(byUrl.get(at('/ok'))).toMatchObject({ outcome: 'created' });
    expect(byUrl.get(at('/error'))).toMatchObject({ outcome: 'failed', mayRetry: true });
    expect(byUrl.get(at('/gone'))).toMatchObject({ outcome: 'failed' });
    expect(byUrl.get(at('/empty'))).toMatchObject({ outcome: 'unreadable' });
    expect(byUrl.get(at('/login'))).toMatchObject({ outcome: 'held', reason: 'asks to log in' });
    expect(byUrl.get(outside)).toMatchObject({ outcome: 'refused' });
    expect(
      results
        .filter(({ outcome }) => outcome !== 'created')
        .every(({ reason }) => /^[^\n]+$/.test(reason ?? '')),
    ).toBe(true);
  });

  it('goes on when a document cannot be stored, and stops when nothing can', async () => {
    for (const n of [1, 2]) pages[`/${n}`] = articlePage(n);
    pages['/feed.xml'] = rssFeed([1, 2].map((n) => ({ url: at(`/${n}`) })));
    const failing = (trouble: Error) => {
      const save: typeof ingest.pipeline.documents.save = async (draft, options) => {
        if (draft.url === at('/1')) throw trouble;
        return ingest.corpus.documents.save(draft, options);
      };
      return { ...ingest.pipeline, documents: { ...ingest.pipeline.documents, save } };
    };
    const run = collectingRun();
    await ingestAddress(at('/feed.xml'), run, failing(new RangeError('passage outside the text')));
    expect(run.results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', 'cannot be stored: passage outside the text'],
      ['created', null],
    ]);
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    await expect(ingestAddress(at('/feed.xml'), collectingRun(), failing(full))).rejects.toThrow(
      'disk is full',
    );
  });

  it('takes the text that a feed carries when the page cannot be had, but not over the page', async () => {
    const html = articlePage(5)
      .replace(/[\s\S]*<h1>.*?<\/h1>/, '')
      .replace(/<\/article>[\s\S]*/, '');
    pages['/feed.xml'] = rssFeed([{ url: at('/5'), title: 'From the feed', html }]);
    expect((await take('/feed.xml')).results).toMatchObject([{ outcome: 'created', title: 'From the feed' }]);
    pages['/5'] = articlePage(5);
    expect((await take('/feed.xml')).results).toMatchObject([
      { outcome: 'updated', title: 'Country 5 hands over machines' },
    ]);
    delete pages['/5'];
    expect((await take('/feed.xml')).results).toMatchObject([{ outcome: 'failed' }]);
    expect((await documents())[0]).toMatchObject({
      title: 'Country 5 hands over machines',
      status: 'current',
    });
  });

  it('takes the newest pages of a long list and says so', async () => {
    const links = Array.from({ length: 9 }, (_, n) => ({
      url: at(`/${n}`),
      date: new Date(Date.UTC(2025, 0, n + 1)).toUTCString(),
    }));
    for (const n of links.keys()) pages[`/${n}`] = articlePage(n);
    pages['/feed.xml'] = rssFeed(links);
    const run = await take('/feed.xml', collectingRun({ maxPages: 3 }));
    expect(run.results.map(({ url }) => url).sort()).toEqual([at('/6'), at('/7'), at('/8')]);
    expect(run.notes).toEqual([`${at('/feed.xml')} lists 9 pages; the newest 3 are taken`]);
  });

  it('follows an index of sitemaps, also one that names itself', async () => {
    pages['/1'] = articlePage(1);
    pages['/map.xml'] =
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${at('/map.xml')}</loc></sitemap><sitemap><loc>${at('/child.xml')}</loc></sitemap></sitemapindex>`;
    pages['/child.xml'] = sitemap([at('/1')]);
    expect((await take('/map.xml')).results).toMatchObject([{ outcome: 'created' }]);
  });
});

describe('looking at a page again', () => {
  it('embeds nothing when nothing changed, and makes a new version when it did', async () => {
    pages['/a'] = articlePage(1);
    await take('/a');
    const embedded = ingest.embedder.seen.length;
    expect((await take('/a')).results).toMatchObject([{ outcome: 'unchanged' }]);
    expect(ingest.embedder.seen.length).toBe(embedded);
    pages['/a'] = articlePage(1, {
      extra: '<p>The ministry later said that two more machines had been handed over in April.</p>',
    });
    expect((await take('/a')).results).toMatchObject([{ outcome: 'updated' }]);
    expect((await documents())[0]).toMatchObject({ versionNumber: 2 });
  });

  it('asks the site whether it changed', async () => {
    pages['/a'] = (request, response) => {
      const same = request.headers['if-none-match'] === '"1"';
      response
        .writeHead(same ? 304 : 200, { etag: '"1"', 'content-type': 'text/html' })
        .end(same ? '' : articlePage(1));
    };
    await take('/a');
    expect((await take('/a')).results).toMatchObject([
      { outcome: 'not-modified', title: 'Country 1 hands over machines' },
    ]);
  });

  it.each([
    [
      'asks to log in',
      articlePage(1, {
        extra: '<p>Members of the club can read the rest of this story, others cannot do so today.</p>',
      }),
      'held',
    ],
    ['is empty', '', 'unreadable'],
  ])('keeps the last good version of a page that now %s', async (_name, body, outcome) => {
    pages['/a'] = articlePage(1);
    await take('/a');
    pages['/a'] = body;
    const { results } = await take('/a');
    expect(results).toMatchObject([{ outcome }]);
    expect(results[0]!.reason).toMatch(/; the last good version stays$/);
    expect((await documents())[0]).toMatchObject({ status: 'current', versionNumber: 1 });
    expect(await ingest.corpus.passages.count()).toBeGreaterThan(0);
  });

  it('counts a page as vanished when it is missing twice in a row, and takes it back', async () => {
    pages['/a'] = articlePage(1);
    await take('/a');
    delete pages['/a'];
    expect((await take('/a')).results).toMatchObject([{ outcome: 'failed' }]);
    expect(await ingest.corpus.passages.count()).toBeGreaterThan(0);
    expect((await take('/a')).results).toMatchObject([{ outcome: 'vanished' }]);
    expect(await ingest.corpus.passages.count()).toBe(0);
    pages['/a'] = articlePage(1);
    await take('/a');
    expect((await documents())[0]).toMatchObject({ status: 'current' });
  });

  it('forgets one miss when the page is there again', async () => {
    pages['/a'] = articlePage(1);
    await take('/a');
    for (let round = 0; round < 2; round += 1) {
      delete pages['/a'];
      await take('/a');
      pages['/a'] = articlePage(1);
      await take('/a');
    }
    expect((await documents())[0]).toMatchObject({ status: 'current' });
  });

  it('leaves a page that was held to the moderator, also when it is good by now', async () => {
    pages['/a'] = articlePage(1, {
      extra: '<p>Members of the club can read the rest of this story, others cannot do so today.</p>',
    });
    await take('/a');
    pages['/a'] = articlePage(1);
    expect((await take('/a')).results).toMatchObject([
      { outcome: 'held', reason: 'waits for a moderator: asks to log in' },
    ]);
    await ingest.corpus.documents.restore((await documents())[0]!.id);
    expect((await take('/a')).results).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await ingest.corpus.passages.count()).toBeGreaterThan(0);
  });

  it('leaves a document retracted that a moderator retracted', async () => {
    pages['/a'] = articlePage(1);
    await take('/a');
    await ingest.corpus.documents.retract((await documents())[0]!.id, 'wrong');
    const { results } = await take('/a');
    expect(results[0]!.reason).toBe('a moderator retracted this document');
    expect(await ingest.corpus.passages.count()).toBe(0);
  });
});

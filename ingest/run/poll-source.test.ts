import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { articlePage, rssFeed, startTestIngest, type TestIngest } from '../trials/ingest-for-tests.ts';
import type { TestPage } from '../trials/web-for-tests.ts';
import { createWorker, type Worker } from './job-worker.ts';
import { backgroundKinds } from './run-job.ts';

let pages: Record<string, TestPage>;
let ingest: TestIngest;
let worker: Worker;
beforeEach(async () => {
  pages = {};
  ingest = await startTestIngest(pages);
  const { corpus, pipeline, clock, dataDir } = ingest;
  worker = createWorker({
    corpus,
    pipeline,
    dryRun: { ...pipeline, lookup: async () => [], documents: corpus.documents, sources: corpus.sources },
    dataDir,
    random: () => 0,
    clock,
    log: silentLog(),
  });
});
afterEach(() => ingest.close());

const minutes = 60_000;

async function addFeed(path: string, scheduleMinutes = 60) {
  const draft = {
    url: ingest.web.origin + path,
    kind: 'feed',
    title: 'Feed',
    publisher: 'Agency',
    language: 'en',
    tier: 'official',
  } as const;
  return ingest.corpus.sources.add(
    { ...draft, status: 'active', scheduleMinutes },
    new Date(ingest.clock.now()),
  );
}

/** Lets time pass as the worker would see it. */
async function pass(totalMs: number, stepMs = 10 * minutes) {
  const until = ingest.clock.now() + totalMs;
  while (ingest.clock.now() < until) {
    await worker.enqueueDue();
    while (await worker.workOnce(backgroundKinds));
    ingest.clock.advance(stepMs);
  }
}

/** A page that says 304 to who has seen it, and counts what it said. */
function conditional(body: () => string, counts: { full: number; same: number }): TestPage {
  return (request, response) => {
    const etag = `"${body().length}"`;
    const same = request.headers['if-none-match'] === etag;
    if (same) counts.same += 1;
    else counts.full += 1;
    response
      .writeHead(same ? 304 : 200, { etag, 'content-type': 'text/html; charset=utf-8' })
      .end(same ? undefined : body());
  };
}

describe('polling a feed', () => {
  it('for thirty days asks robots.txt once a day, the feed once an hour, and mostly hears that nothing changed', async () => {
    const counts = { full: 0, same: 0 };
    const links = [{ url: `${ingest.web.origin}/1` }];
    pages['/robots.txt'] = 'User-agent: *\nDisallow: /private';
    pages['/feed'] = conditional(() => rssFeed(links), counts);
    for (let n = 1; n <= 4; n += 1) pages[`/${n}`] = conditional(() => articlePage(n), counts);
    await addFeed('/feed');
    for (let day = 0; day < 30; day += 1) {
      if (day % 10 === 9) links.push({ url: `${ingest.web.origin}/${links.length + 1}` });
      await pass(24 * 60 * minutes, 61 * minutes);
    }
    const { web } = ingest;
    const feedTimes = web.requests.filter(({ path }) => path === '/feed').map(({ atMs }) => atMs);
    expect(feedTimes.length).toBeGreaterThan(700);
    expect(Math.min(...feedTimes.slice(1).map((time, at) => time - feedTimes[at]!))).toBeGreaterThanOrEqual(
      60 * minutes,
    );
    expect(web.count('/robots.txt')).toBeLessThanOrEqual(30);
    expect(web.count('/robots.txt')).toBeGreaterThanOrEqual(29);
    // Four pages and four states of the feed had to come whole.
    expect(counts.full).toBe(8);
    expect(counts.same / (counts.same + counts.full)).toBeGreaterThan(0.95);
    const gaps = web.requests.slice(1).map(({ atMs }, at) => atMs - web.requests[at]!.atMs);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
    expect(await ingest.corpus.documents.count({ status: 'current' })).toBe(4);
  }, 60_000);

  it('takes over publisher and tier from the source for its own site', async () => {
    pages['/1'] = articlePage(1);
    pages['/feed'] = rssFeed([{ url: `${ingest.web.origin}/1` }]);
    const source = await addFeed('/feed');
    await pass(minutes);
    expect(await ingest.corpus.documents.list()).toMatchObject([
      { publisher: 'Agency', tier: 'official', sourceId: source.id },
    ]);
    expect(await ingest.corpus.sources.find(source.id)).toMatchObject({ failures: 0, lastError: null });
  });

  it('waits as long as the site asks and longer while it fails', async () => {
    let answer = 503;
    pages['/feed'] = (_request, response) =>
      void response.writeHead(answer, answer === 503 ? { 'retry-after': '10800' } : {}).end();
    const source = await addFeed('/feed');
    await pass(179 * minutes);
    expect(ingest.web.count('/feed')).toBe(1);
    expect((await ingest.corpus.sources.find(source.id))?.lastError).toMatch(/503/);
    answer = 500;
    await pass(48 * 60 * minutes);
    expect(ingest.web.count('/feed')).toBeLessThan(8);
  });

  it('fetches again the pages of an unchanged feed that could not be had', async () => {
    const counts = { full: 0, same: 0 };
    pages['/feed'] = conditional(() => rssFeed([{ url: `${ingest.web.origin}/1` }]), counts);
    pages['/1'] = (_request, response) => void response.writeHead(500).end();
    await addFeed('/feed');
    await pass(60 * minutes);
    pages['/1'] = articlePage(1);
    await pass(26 * 60 * minutes);
    expect(await ingest.corpus.documents.count({ status: 'current' })).toBe(1);
  });

  it('takes a long feed in parts', async () => {
    const links = Array.from({ length: 60 }, (_, n) => ({ url: `${ingest.web.origin}/${n}` }));
    for (const n of links.keys()) pages[`/${n}`] = articlePage(n);
    pages['/feed'] = rssFeed(links);
    await addFeed('/feed');
    await pass(30 * minutes);
    expect(await ingest.corpus.documents.count()).toBe(50);
    await pass(60 * minutes);
    expect(await ingest.corpus.documents.count()).toBe(60);
  });

  it('leaves paused sources alone', async () => {
    const source = await addFeed('/feed');
    await worker.enqueueDue();
    await ingest.corpus.sources.setStatus(source.id, 'paused');
    await pass(3 * 60 * minutes);
    expect(ingest.web.requests).toEqual([]);
  });
});

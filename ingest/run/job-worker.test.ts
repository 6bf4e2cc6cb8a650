import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { articlePage, rssFeed, startTestIngest, type TestIngest } from '../trials/ingest-for-tests.ts';
import type { TestPage } from '../trials/web-for-tests.ts';
import { type DryRunReport, dryRun } from './dry-run.ts';
import { createWorker, type Worker } from './job-worker.ts';
import { interactiveKinds } from './run-job.ts';

let pages: Record<string, TestPage>;
let ingest: TestIngest;
beforeEach(async () => {
  pages = {};
  ingest = await startTestIngest(pages);
});
afterEach(() => ingest.close());

function openWorker(): Worker {
  const { corpus, pipeline, clock, dataDir } = ingest;
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  const dryRun = { ...pipeline, lookup, documents: corpus.documents, sources: corpus.sources };
  return createWorker({ corpus, pipeline, dryRun, dataDir, random: () => 0, clock, log: silentLog() });
}

const now = () => new Date(ingest.clock.now());

async function done(kind: string, payload: unknown) {
  const id = await ingest.corpus.jobs.enqueue(kind, payload, { now: now() });
  await openWorker().workOnce(interactiveKinds);
  return (await ingest.corpus.jobs.find(id))!;
}

describe('the worker', () => {
  it('fetches a page for a moderator', async () => {
    pages['/1'] = articlePage(1);
    const job = await done('ingest-url', { url: `${ingest.web.origin}/1` });
    expect(job).toMatchObject({ status: 'done', result: { counts: { created: 1 } } });
  });

  it('tries again later when the network failed, and gives up when the page is what is wrong', async () => {
    pages['/1'] = (_request, response) => void response.writeHead(500).end();
    const job = await done('ingest-url', { url: `${ingest.web.origin}/1` });
    expect(job).toMatchObject({ status: 'queued', error: 'the site answered 500 (server error)' });
    expect(Date.parse(job.runAfter) - ingest.clock.now()).toBeGreaterThanOrEqual(50_000);
    expect(await done('ingest-url', { url: `${ingest.web.origin}/gone` })).toMatchObject({
      status: 'done',
      result: { counts: { failed: 1 } },
    });
  });

  it.each([
    ['ingest-url', {}],
    ['poll-source', { sourceId: 'x' }],
    ['refetch-document', { documentId: 999 }],
    ['ingest-file', { path: '../../etc/passwd', name: 'passwd' }],
    ['ingest-file', { path: '/etc/passwd', name: 'passwd' }],
  ])('ends %s with %j in one line and does not try again', async (kind, payload) => {
    const id = await ingest.corpus.jobs.enqueue(kind, payload, { now: now() });
    await openWorker().workOnce([kind]);
    const job = (await ingest.corpus.jobs.find(id))!;
    expect(job.status).toBe('dead');
    expect(job.error).toMatch(/^[^\n]+\.$/);
  });

  it('takes in a file that was sent to the bot', async () => {
    mkdirSync(join(ingest.dataDir, 'uploads'));
    writeFileSync(join(ingest.dataDir, 'uploads', 'u1'), articlePage(3));
    const job = await done('ingest-file', { path: 'uploads/u1', name: 'report.html' });
    expect(job).toMatchObject({
      status: 'done',
      result: { results: [{ outcome: 'created', url: 'file:uploads/report.html' }] },
    });
  });

  it('notes with the source of a file that it was read, or why not', async () => {
    mkdirSync(join(ingest.dataDir, 'uploads'));
    writeFileSync(
      join(ingest.dataDir, 'uploads', 'a.txt'),
      'Japan handed over forty vehicles to the rescuers.',
    );
    writeFileSync(join(ingest.dataDir, 'uploads', 'b.pdf'), '%PDF-1.4 broken');
    const draft = { kind: 'file', title: 'F', publisher: 'F', language: 'en', tier: 'established' } as const;
    const read = async (name: string) => {
      const source = { ...draft, url: `file:uploads/${name}`, status: 'active' } as const;
      const { id } = await ingest.corpus.sources.add(source, now());
      await done('ingest-file', { path: `uploads/${name}`, name, sourceId: id });
      return ingest.corpus.sources.find(id);
    };
    expect(await read('a.txt')).toMatchObject({
      lastError: null,
      failures: 0,
      lastSuccessAt: now().toISOString(),
    });
    expect(await read('b.pdf')).toMatchObject({
      lastError: 'the PDF is damaged',
      failures: 1,
      lastSuccessAt: null,
    });
  });

  it('fetches a document again', async () => {
    pages['/1'] = articlePage(1);
    await done('ingest-url', { url: `${ingest.web.origin}/1` });
    const [document] = await ingest.corpus.documents.list();
    pages['/1'] = articlePage(1, {
      extra: '<p>In May the ministry added that forty more rescuers had been trained.</p>',
    });
    expect(await done('refetch-document', { documentId: document!.id })).toMatchObject({
      result: { counts: { updated: 1 } },
    });
  });

  it('gives back what it is doing when it is stopped, as if it had not begun', async () => {
    const worker = openWorker();
    pages['/1'] = (_request, response) => {
      worker.stop();
      response.end('late');
    };
    const id = await ingest.corpus.jobs.enqueue(
      'ingest-url',
      { url: `${ingest.web.origin}/1` },
      { now: now(), maxAttempts: 1 },
    );
    await worker.workOnce(interactiveKinds);
    expect(await ingest.corpus.jobs.find(id)).toMatchObject({
      status: 'queued',
      attempts: 1,
      maxAttempts: 2,
      runAfter: now().toISOString(),
    });
  });

  it('takes over the job of a worker that died, and drops what a worker does that lost its job', async () => {
    pages['/1'] = articlePage(1);
    const { jobs } = ingest.corpus;
    const id = await jobs.enqueue('ingest-url', { url: `${ingest.web.origin}/1` }, { now: now() });
    const lost = (await jobs.claim(interactiveKinds, 60_000, now()))!;
    expect(await openWorker().workOnce(interactiveKinds)).toBe(false);
    ingest.clock.advance(61_000);
    expect(await openWorker().workOnce(interactiveKinds)).toBe(true);
    expect(await jobs.find(id)).toMatchObject({ status: 'done', attempts: 2 });
    expect(await jobs.complete(lost, {}, now())).toBe(false);
    expect(await ingest.corpus.documents.count()).toBe(1);
  });
});

describe('a dry run', () => {
  const look = async (path: string) =>
    (await done('add-source', { url: ingest.web.origin + path })).result as DryRunReport;

  it('shows of a feed what a moderator needs and stores nothing', async () => {
    for (const n of [1, 2, 3, 4]) pages[`/${n}`] = articlePage(n);
    const link = (n: number) => ({
      url: `${ingest.web.origin}/${n}`,
      date: new Date(Date.UTC(2025, 2, n * 2)).toUTCString(),
    });
    pages['/feed'] = rssFeed([1, 2, 3, 4].map(link));
    await done('ingest-url', { url: `${ingest.web.origin}/4` });
    const report = await look('/feed');
    expect(report).toMatchObject({
      kind: 'feed',
      title: 'News of demining',
      host: '127.0.0.1',
      addresses: ['127.0.0.1'],
      items: 4,
      itemsPerDay: 0.6,
      overlap: { looked: 4, sameAddress: 1, sameText: 0 },
      language: 'en',
      problem: null,
      lookAlike: null,
    });
    expect(report.samples).toHaveLength(3);
    expect(report.samples[0]).toMatch(/Country 4/);
    expect(await ingest.corpus.documents.count()).toBe(1);
  });

  it('quotes of a page exactly what would be stored', async () => {
    pages['/1'] = articlePage(1, {
      head: '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
    });
    const report = await look('/1');
    expect(report).toMatchObject({
      kind: 'page',
      published: '2025-03-02',
      charset: 'utf-8',
      feeds: [`${ingest.web.origin}/feed.xml`],
    });
    await done('ingest-url', { url: `${ingest.web.origin}/1` });
    const [document] = await ingest.corpus.documents.list();
    const stored = await ingest.corpus.documents.passagesOf(document!.id);
    expect(report.samples).toEqual(stored.slice(0, 3).map(({ text }) => text));
  });

  it('warns of an address that imitates one of an imported list, though nobody has let that in yet', async () => {
    const listed = { kind: 'page', title: 'D', publisher: 'D', language: 'uk', tier: 'official' } as const;
    await ingest.corpus.sources.add({ ...listed, url: 'https://dsns.gov.ua/', addedBy: 'import' }, now());
    const suggested = { ...listed, url: 'https://unmas.org/', addedBy: 'reader' };
    await ingest.corpus.sources.add(suggested, now());
    const { corpus, pipeline } = ingest;
    const fetch = async () => ({ status: 'failed', code: 'dns', reason: 'no such host' }) as const;
    const deps = {
      ...pipeline,
      fetch,
      lookup: async () => [],
      documents: corpus.documents,
      sources: corpus.sources,
    };
    const warned = async (url: string) => (await dryRun(url, deps)).lookAlike?.known ?? null;
    expect(await warned('https://dsms.gov.ua/')).toBe('dsns.gov.ua');
    expect(await warned('https://unnas.org/')).toBeNull();
  });

  it('says in one line why a source cannot be had', async () => {
    pages['/robots.txt'] = 'User-agent: *\nDisallow: /secret';
    expect(await look('/secret')).toMatchObject({
      kind: 'none',
      robots: expect.stringMatching(/forbids/),
      problem: expect.any(String),
    });
    expect(await look('/gone')).toMatchObject({
      kind: 'none',
      robots: null,
      problem: 'the site answered 404 (not found)',
    });
  });

  it('warns of a page that would be put aside', async () => {
    const text = 'Members of the club read this page, and everybody else is asked to log in before they can.';
    pages['/wall'] = `<html><title>Club</title><article><h1>Club</h1><p>${text}</p></article></html>`;
    pages['/1'] = articlePage(1);
    const look = async (path: string) => (await done('add-source', { url: ingest.web.origin + path })).result;
    expect(await look('/wall')).toMatchObject({ warning: 'asks to log in', problem: null });
    expect(await look('/1')).toMatchObject({ warning: null, problem: null });
  });

  it('follows redirects and shows them', async () => {
    pages['/old'] = (_request, response) => void response.writeHead(301, { location: '/1' }).end();
    pages['/1'] = articlePage(1);
    expect(await look('/old')).toMatchObject({
      finalUrl: `${ingest.web.origin}/1`,
      redirects: [`${ingest.web.origin}/old`],
    });
  });
});

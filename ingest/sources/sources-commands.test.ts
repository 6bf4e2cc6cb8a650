import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { createWorker, type Worker } from '../run/job-worker.ts';
import { backgroundKinds, interactiveKinds } from '../run/run-job.ts';
import { articlePage, rssFeed, startTestIngest, type TestIngest } from '../trials/ingest-for-tests.ts';
import type { TestPage } from '../trials/web-for-tests.ts';
import { runSourcesCommand } from './sources-commands.ts';

let pages: Record<string, TestPage>;
let ingest: TestIngest;
let worker: Worker;
let printed: string[];
beforeEach(async () => {
  pages = {};
  ingest = await startTestIngest(pages);
  const { corpus, pipeline, clock, dataDir } = ingest;
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  const dryRun = { ...pipeline, lookup, documents: corpus.documents, sources: corpus.sources };
  worker = createWorker({ corpus, pipeline, dryRun, dataDir, random: () => 0, clock, log: silentLog() });
});
afterEach(() => ingest.close());

async function run(...args: (string | number)[]): Promise<number> {
  printed = [];
  return runSourcesCommand(args.map(String), {
    corpus: ingest.corpus,
    dataDir: ingest.dataDir,
    actor: 'cli:test',
    now: () => new Date(ingest.clock.now()),
    out: (line) => void printed.push(line),
    say: (line) => void printed.push(line),
    look: async () => void (await worker.workOnce(['add-source'])),
  });
}

async function addedFeed(): Promise<number> {
  const { origin } = ingest.web;
  pages['/1'] = articlePage(1);
  pages['/2'] = articlePage(2);
  pages['/feed.xml'] = rssFeed([{ url: `${origin}/1` }, { url: `${origin}/2` }]);
  expect(await run('add', `${origin}/feed.xml`)).toBe(0);
  return 1;
}

async function poll(): Promise<void> {
  await worker.enqueueDue();
  while (await worker.workOnce([...backgroundKinds, ...interactiveKinds]));
}

const passages = () => ingest.corpus.passages.count();

describe('npm run sources', () => {
  it('shows what a source is, then lets it in, and takes it out again', async () => {
    const id = await addedFeed();
    expect(printed.join('\n')).toMatch(/found\s+feed, 2 items/);
    expect(printed.filter((line) => line.startsWith('sample'))).toHaveLength(3);
    await poll();
    expect(await passages()).toBe(0);
    expect(await run('approve', id)).toBe(0);
    await poll();
    expect(await passages()).toBeGreaterThan(0);
    expect(await run('remove', id)).toBe(0);
    expect(await passages()).toBe(0);
    expect(await run('undo', id)).toBe(0);
    expect(await passages()).toBeGreaterThan(0);
    await run('audit');
    expect(printed.map((line) => line.split('\t').slice(1, 4).join(' '))).toEqual([
      'cli:test undo source:1',
      'cli:test remove source:1',
      'cli:test approve source:1',
      'cli:test suggest source:1',
    ]);
  });

  it('tries, pauses, resumes, refetches, reschedules', async () => {
    const id = await addedFeed();
    for (const command of [
      ['trial', id],
      ['pause', id],
      ['resume', id],
      ['approve', id],
      ['schedule', id, 120],
      ['refetch', id],
    ])
      expect([command, await run(...command)]).toEqual([command, 0]);
    expect(await ingest.corpus.sources.find(id)).toMatchObject({
      status: 'active',
      scheduleMinutes: 120,
      nextAt: null,
    });
    expect(await run('schedule', id, 5)).toBe(1);
    expect(printed.join()).toContain('a schedule is 60 to 40320 minutes');
    expect(await run('reject', id)).toBe(1);
    expect(await run('reject', id, '--reason', 'closed down')).toBe(0);
  });

  it('is one voice: "official" waits for a second person', async () => {
    const id = await addedFeed();
    expect(await run('approve', id, '--tier', 'official')).toBe(0);
    expect(printed.join()).toContain('A second person has to decide the same');
    expect(await run('approve', id, '--tier', 'official')).toBe(1);
    expect((await ingest.corpus.sources.find(id))?.status).toBe('pending');
  });

  it('ends a trial that nobody decided about', async () => {
    const id = await addedFeed();
    await run('trial', id);
    await poll();
    ingest.clock.advance(8 * 24 * 3_600_000);
    await worker.enqueueDue();
    expect(await ingest.corpus.sources.find(id)).toMatchObject({ status: 'paused', tier: 'unreviewed' });
  });

  it('takes in a file that is let in', async () => {
    const path = join(ingest.dataDir, 'Звіт 2025.html');
    writeFileSync(path, articlePage(3));
    expect(await run('add', path)).toBe(0);
    expect(await run('add', path)).toBe(0);
    expect(await run('approve', 1)).toBe(0);
    await poll();
    const [document] = await ingest.corpus.documents.list();
    expect(document?.url).toMatch(/^file:uploads\/%D0%97.*\.html$/);
    expect(await passages()).toBeGreaterThan(0);
  });

  it('retracts one document with a reason and brings it back', async () => {
    const id = await addedFeed();
    await run('approve', id);
    await poll();
    const before = await passages();
    const link = `${ingest.web.origin}/1`;
    expect(await run('retract', link)).toBe(2);
    expect(await run('retract', link, '--reason', 'wrong sum')).toBe(0);
    expect(await passages()).toBeLessThan(before);
    await run('document', link);
    expect(printed.join('\n')).toMatch(/status\s+retracted\nreason\s+wrong sum/);
    expect(await run('restore', link)).toBe(0);
    expect(await passages()).toBe(before);
  });

  it('looks at an imported source before it is let in', async () => {
    pages['/3'] = articlePage(3);
    const list = join(ingest.dataDir, 'list.csv');
    writeFileSync(
      list,
      `url,publisher\n${ingest.web.origin}/3,Ministry\n${ingest.web.origin}/gone,Nobody\nnonsense,x\n`,
    );
    expect(await run('import', list)).toBe(1);
    expect(printed.join()).toContain('2 added and switched off, 0 known already, 1 not understood.');
    expect(await run('approve', 1)).toBe(0);
    expect(await ingest.corpus.sources.find(1)).toMatchObject({ status: 'active', publisher: 'Ministry' });
    expect(await run('approve', 2)).toBe(1);
    expect(printed.join()).toContain('it could not be read');
  });

  it('seeds the bundled list, all switched off, and exports it as it is', async () => {
    expect(await run('seed')).toBe(0);
    expect(new Set((await ingest.corpus.sources.list()).map(({ status }) => status))).toEqual(
      new Set(['pending']),
    );
    const out = join(ingest.dataDir, 'out.opml');
    expect(await run('export', '--out', out)).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('https://www.ukrinform.ua/rss');
    expect(await run('export', '--out', out)).toBe(1);
    expect(await run('import', out)).toBe(0);
    expect(printed.join()).toContain('0 added');
  });

  it('lists questions that found nothing in all their spellings, and takes them off together', async () => {
    for (const text of ['Хто дав човни?', 'а човни хто дав'])
      await ingest.corpus.unanswered.record(text, 'uk', new Date(0));
    expect(await run('unanswered')).toBe(0);
    expect(printed).toEqual(['1\t2×\tХто дав човни?']);
    expect(await run('dismiss', 1)).toBe(0);
    expect(await ingest.corpus.unanswered.count()).toBe(0);
  });

  it('takes a source for a question, which is answered once the source is let in', async () => {
    for (const text of ['Хто дав човни?', 'а човни хто дав'])
      await ingest.corpus.unanswered.record(text, 'uk', new Date(0));
    pages['/1'] = articlePage(1);
    expect(await run('add', `${ingest.web.origin}/1`, '--question', 9)).toBe(1);
    expect(await run('add', `${ingest.web.origin}/1`, '--question', 2)).toBe(0);
    expect(await run('approve', 1)).toBe(0);
    expect(await ingest.corpus.unanswered.count('answered')).toBe(2);
  });

  it.each([
    [['fly']],
    [['approve']],
    [['approve', 'x']],
    [['tier', '1', 'king']],
    [['list', '--status', 'odd']],
    [['export', '--format', 'xls']],
    [['--nonsense']],
    [[]],
  ])('answers %j with 2 and does nothing', async (args) => {
    expect(await run(...args)).toBe(2);
    expect(existsSync(join(ingest.dataDir, 'uploads'))).toBe(false);
    expect(await ingest.corpus.audit.count()).toBe(0);
  });

  it.each([[['show', '9']], [['pause', '9']], [['document', 'https://x.org']], [['add', 'no such thing']]])(
    'answers %j with 1 and one line',
    async (args) => {
      expect(await run(...args)).toBe(1);
      expect(printed).toHaveLength(1);
    },
  );
});

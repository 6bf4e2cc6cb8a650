import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { corpusIn, temporaryFolder } from '../trials/corpus-for-tests.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
const start = new Date('2024-05-01T12:00:00Z');
const at = (ms: number) => new Date(start.getTime() + ms);

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

describe('jobs', () => {
  it('given back by a worker that is stopped keep all their attempts, and the next claim is another one', async () => {
    const id = await corpus.jobs.enqueue('a', null, { now: start, maxAttempts: 1 });
    for (let stop = 1; stop <= 3; stop += 1) {
      const claimed = (await corpus.jobs.claim(['a'], 1000, start))!;
      expect(claimed).toMatchObject({ id, attempts: stop });
      expect(await corpus.jobs.giveBack(claimed, 'stopped', start)).toBe(true);
      expect(await corpus.jobs.complete(claimed, 1, start)).toBe(false);
    }
    const last = (await corpus.jobs.claim(['a'], 1000, start))!;
    await corpus.jobs.fail(last, 'no such page', { retryAt: at(1), now: start });
    expect(await corpus.jobs.find(id)).toMatchObject({ status: 'dead', error: 'no such page' });
  });

  it('go from one process to another and back with a result', async () => {
    const id = await corpus.jobs.enqueue('preview', { url: 'https://a.org' }, { now: start });
    const job = await corpus.jobs.claim(['preview'], 1000, start);
    expect(job).toMatchObject({ id, payload: { url: 'https://a.org' }, status: 'running', attempts: 1 });
    expect(await corpus.jobs.claim(['preview'], 1000, start)).toBeNull();
    expect(await corpus.jobs.complete(job!, { passages: 3 }, at(5))).toBe(true);
    expect(await corpus.jobs.find(id)).toMatchObject({ status: 'done', result: { passages: 3 } });
  });

  it('are claimed by kind, oldest first, and not before their time', async () => {
    const late = await corpus.jobs.enqueue('a', 1, { now: start, runAfter: at(1000) });
    const other = await corpus.jobs.enqueue('b', 2, { now: start });
    const early = await corpus.jobs.enqueue('a', 3, { now: at(1) });
    const claim = async (kinds: string[], when: Date) =>
      (await corpus.jobs.claim(kinds, 60_000, when))?.id ?? null;
    expect(await claim(['a'], at(10))).toBe(early);
    expect(await claim(['a'], at(10))).toBeNull();
    expect(await claim(['a', 'b'], at(10))).toBe(other);
    expect(await claim(['a'], at(1000))).toBe(late);
  });

  it('with one key are one while it waits or runs', async () => {
    const enqueue = () => corpus.jobs.enqueue('fetch', null, { now: start, dedupeKey: 'source-1' });
    const id = await enqueue();
    expect(await enqueue()).toBe(id);
    expect(await corpus.jobs.enqueue('other', null, { now: start, dedupeKey: 'source-1' })).not.toBe(id);
    const job = await corpus.jobs.claim(['fetch'], 1000, start);
    expect(await enqueue()).toBe(id);
    await corpus.jobs.complete(job!, null, start);
    expect(await enqueue()).not.toBe(id);
  });

  it('are taken over when a lease runs out, and the first worker is told', async () => {
    await corpus.jobs.enqueue('a', null, { now: start });
    const first = (await corpus.jobs.claim(['a'], 1000, start))!;
    expect(await corpus.jobs.claim(['a'], 1000, at(999))).toBeNull();
    const second = (await corpus.jobs.claim(['a'], 1000, at(1000)))!;
    expect(second).toMatchObject({ id: first.id, attempts: 2 });
    expect(await corpus.jobs.progress(first, 'still here', at(1001))).toBe(false);
    expect(await corpus.jobs.complete(first, 'wrong', at(1001))).toBe(false);
    expect(await corpus.jobs.complete(second, 'right', at(1002))).toBe(true);
    expect((await corpus.jobs.find(first.id))?.result).toBe('right');
  });

  it('keep their lease as long as they report progress', async () => {
    await corpus.jobs.enqueue('a', null, { now: start });
    const job = (await corpus.jobs.claim(['a'], 1000, start))!;
    expect(await corpus.jobs.progress(job, '50 %', at(900))).toBe(true);
    expect(await corpus.jobs.claim(['a'], 1000, at(1899))).toBeNull();
    expect((await corpus.jobs.find(job.id))?.progress).toBe('50 %');
    expect(await corpus.jobs.claim(['a'], 1000, at(1900))).toMatchObject({ id: job.id });
  });

  it('are tried again after a failure and die after the last attempt', async () => {
    const id = await corpus.jobs.enqueue('a', null, { now: start, maxAttempts: 2 });
    const first = (await corpus.jobs.claim(['a'], 1000, start))!;
    await corpus.jobs.fail(first, 'host is down', { retryAt: at(500), now: start });
    expect(await corpus.jobs.claim(['a'], 1000, at(499))).toBeNull();
    const second = (await corpus.jobs.claim(['a'], 1000, at(500)))!;
    await corpus.jobs.fail(second, 'host is down still', { retryAt: at(900), now: at(600) });
    expect(await corpus.jobs.find(id)).toMatchObject({ status: 'dead', error: 'host is down still' });
    expect(await corpus.jobs.claim(['a'], 1000, at(5000))).toBeNull();
  });

  it('die when nothing may be tried again', async () => {
    const id = await corpus.jobs.enqueue('a', null, { now: start });
    const job = (await corpus.jobs.claim(['a'], 1000, start))!;
    await corpus.jobs.fail(job, 'no such page', { retryAt: null, now: start });
    expect((await corpus.jobs.find(id))?.status).toBe('dead');
  });

  it('that kill every worker are buried', async () => {
    const id = await corpus.jobs.enqueue('bomb', null, { now: start, maxAttempts: 3 });
    for (let attempt = 0; attempt < 3; attempt += 1) await corpus.jobs.claim(['bomb'], 10, at(attempt * 10));
    expect(await corpus.jobs.claim(['bomb'], 10, at(100))).toBeNull();
    expect(await corpus.jobs.find(id)).toMatchObject({
      status: 'dead',
      error: expect.stringContaining('every attempt'),
    });
  });

  it('can be waited for, with their progress', async () => {
    const id = await corpus.jobs.enqueue('a', null, { now: start });
    const said: string[] = [];
    const waiting = corpus.jobs.wait(id, {
      pollMs: 5,
      timeoutMs: 5000,
      onProgress: (text) => said.push(text),
    });
    const job = (await corpus.jobs.claim(['a'], 1000, start))!;
    await corpus.jobs.progress(job, 'half', start);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await corpus.jobs.complete(job, 'all', start);
    expect(await waiting).toMatchObject({ status: 'done', result: 'all' });
    expect(said).toEqual(['half']);
    expect(await corpus.jobs.wait(999, { pollMs: 5, timeoutMs: 100 })).toBeNull();
  });

  it('are listed, counted and cleared away when they are old', async () => {
    await corpus.jobs.enqueue('a', null, { now: start });
    await corpus.jobs.enqueue('b', null, { now: start });
    const job = (await corpus.jobs.claim(['a'], 1000, start))!;
    await corpus.jobs.complete(job, null, start);
    expect(await corpus.jobs.counts()).toEqual([
      { kind: 'a', status: 'done', count: 1 },
      { kind: 'b', status: 'queued', count: 1 },
    ]);
    expect((await corpus.jobs.list({ statuses: ['done'] })).map((item) => item.kind)).toEqual(['a']);
    expect((await corpus.jobs.list({ kinds: ['b'] })).map((item) => item.kind)).toEqual(['b']);
    expect(await corpus.jobs.prune(at(1))).toBe(1);
    expect(await corpus.jobs.list()).toHaveLength(1);
  });
});

describe('the queue', () => {
  const step = fc.oneof(
    fc.constant({ act: 'claim' as const }),
    fc.record({ act: fc.constant('complete' as const), which: fc.nat(5) }),
    fc.record({ act: fc.constant('fail' as const), which: fc.nat(5), retry: fc.boolean() }),
    fc.record({ act: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 150 }) }),
  );
  it('never has two live claims of one job and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const ids = [];
        for (let n = 0; n < 3; n += 1)
          ids.push(await corpus.jobs.enqueue('k', n, { now: start, maxAttempts: 3 }));
        let clock = 0;
        const claims: { id: number; attempts: number; until: number }[] = [];
        for (const item of steps) {
          const held = claims[('which' in item ? item.which : 0) % Math.max(1, claims.length)];
          if (item.act === 'pass') clock += item.ms;
          else if (item.act === 'claim') {
            const job = await corpus.jobs.claim(['k'], 100, at(clock));
            if (job === null) continue;
            expect(claims.some((claim) => claim.id === job.id && claim.until > clock)).toBe(false);
            claims.push({ id: job.id, attempts: job.attempts, until: clock + 100 });
          } else if (held !== undefined) {
            const settled =
              item.act === 'complete'
                ? await corpus.jobs.complete(held, null, at(clock))
                : await corpus.jobs.fail(held, 'x', {
                    retryAt: item.retry ? at(clock) : null,
                    now: at(clock),
                  });
            if (settled) held.until = clock;
          }
        }
        for (const id of ids) expect(await corpus.jobs.find(id)).not.toBeNull();
        corpus.database.exec('DELETE FROM jobs');
      }),
      { numRuns: 30 },
    );
  });

  it('survives kill -9 of the worker that holds a job and of one that writes', async () => {
    const id = await corpus.jobs.enqueue('a', { n: 1 }, { now: new Date() });
    const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
    const script = `
      import { corpusIn } from ${url('../trials/corpus-for-tests.ts')};
      const corpus = await corpusIn(${JSON.stringify(folder.path)});
      const job = await corpus.jobs.claim(['a'], 50, new Date());
      console.log('claimed ' + job.attempts);
      for (let n = 0; ; n += 1) await corpus.jobs.enqueue('noise', n, { now: new Date() });`;
    const worker = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const [said] = await once(worker.stdout, 'data');
    expect(String(said)).toContain('claimed 1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect(corpus.database.pragma('integrity_check', { simple: true })).toBe('ok');
    const noise = (await corpus.jobs.list({ kinds: ['noise'], limit: -1 })).map((job) => job.payload);
    expect(noise.reverse()).toEqual(noise.map((_, index) => index));
    const again = await corpus.jobs.claim(['a'], 1000, new Date(Date.now() + 60));
    expect(again).toMatchObject({ id, attempts: 2, payload: { n: 1 } });
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCorpus } from '../corpus/corpus.ts';
import { silentLog } from '../corpus/log.ts';
import { articlePage } from './trials/ingest-for-tests.ts';
import { startTestWeb } from './trials/web-for-tests.ts';

const workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const loader = ['--import', import.meta.resolve('tsx')];

function startWorker(env: Record<string, string>): ChildProcess {
  const dataDir = join(folder, 'data');
  return fork(workerFile, [], {
    cwd: folder,
    execArgv: loader,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

const exitOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const readyOf = (child: ChildProcess) => new Promise((resolve) => child.once('message', resolve));

describe('the worker process', () => {
  it('does what is in the queue, knows no secret, and ends when the bot dies', async () => {
    writeFileSync(join(folder, '.env'), 'BOT_TOKEN=123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n');
    const web = await startTestWeb({ '/1': articlePage(1) });
    const corpus = await openCorpus({
      dataDir: join(folder, 'data'),
      log: silentLog(),
      indexFields: ({ text }) => ({ stems: text, concepts: '', grams: '' }),
    });
    const worker = startWorker({
      FETCH_ALLOW: web.pair,
      BOT_TOKEN: '123456789:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB',
    });
    const exit = exitOf(worker);
    await readyOf(worker);
    const id = await corpus.jobs.enqueue('add-source', { url: `${web.origin}/1` }, { now: new Date() });
    const job = await corpus.jobs.wait(id, { pollMs: 50, timeoutMs: 30_000 });
    expect(job).toMatchObject({
      status: 'done',
      result: { kind: 'page', title: 'Country 1 hands over machines' },
    });
    expect(await corpus.documents.count()).toBe(0);
    worker.disconnect();
    expect(await exit).toBe(0);
    await corpus.close();
    await web.close();
  }, 60_000);

  it('says in one line why it cannot start', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    const log = join(folder, 'log');
    const child = fork(workerFile, [], {
      cwd: folder,
      execArgv: loader,
      env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data', 'x') },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr!.on('data', (piece: Buffer) => writeFileSync(log, piece, { flag: 'a' }));
    expect(await exitOf(child)).toBe(1);
    expect(readFileSync(log, 'utf8')).toMatch(/^Cannot write to [^\n]+\n$/);
  }, 60_000);
});

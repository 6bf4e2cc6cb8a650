import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { createLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { articlePage } from './ingest-for-tests.ts';
import { numberAfter } from './number-after.ts';
import { startTestWeb, type TestPage } from './web-for-tests.ts';

/**
 * Kills the worker at random moments while it takes in pages, starts another, and counts at the end: every job done,
 * every page stored once, whole and in one version.
 *
 *   tsx ingest/trials/fault-worker.ts [--seed N] [--kills N] [--pages N]
 */
async function main(args: readonly string[]): Promise<number> {
  const seed = numberAfter(args, '--seed') ?? Math.floor(Math.random() * 1e9);
  const kills = numberAfter(args, '--kills') ?? 6;
  const count = numberAfter(args, '--pages') ?? 60;
  const random = seededRandom(seed);
  console.log(`seed ${seed}, ${kills} kills, ${count} pages`);
  const dataDir = mkdtempSync(join(tmpdir(), 'fault-worker-'));
  const pages: Record<string, TestPage> = {};
  for (let n = 0; n < count; n += 1) pages[`/${n}`] = slowly(articlePage(n), 20 + 180 * random());
  const web = await startTestWeb(pages);
  const corpus = await openCorpus({ dataDir, log: createLog({ level: 'error' }), indexFields });
  for (let n = 0; n < count; n += 1)
    await corpus.jobs.enqueue('ingest-url', { url: `${web.origin}/${n}` }, { now: new Date() });
  await killRounds(kills, random, { dataDir, pair: web.pair, corpus });
  const problems = await check(corpus, count);
  for (const problem of problems) console.log(`BAD ${problem}`);
  console.log(
    problems.length === 0 ? `all ${count} jobs done, every page stored once` : `${problems.length} problems`,
  );
  await corpus.close();
  await web.close();
  rmSync(dataDir, { recursive: true });
  return problems.length === 0 ? 0 : 1;
}

function slowly(body: string, delayMs: number): TestPage {
  return (_request, response) =>
    void setTimeout(
      () => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body),
      delayMs,
    );
}

interface Surroundings {
  readonly dataDir: string;
  readonly pair: string;
  readonly corpus: Corpus;
}

async function killRounds(kills: number, random: () => number, around: Surroundings): Promise<void> {
  for (let round = 0; round < kills; round += 1) {
    const worker = await startWorker(around);
    const lifeMs = Math.round(100 + 12_000 * random());
    await sleep(lifeMs);
    worker.kill('SIGKILL');
    console.log(`killed after ${lifeMs} ms, ${await waiting(around.corpus)} jobs left`);
  }
  const worker = await startWorker(around);
  // What was leased to the dead has to run out first.
  const giveUpAt = Date.now() + 5 * 60_000;
  while ((await waiting(around.corpus)) > 0 && Date.now() < giveUpAt) await sleep(500);
  worker.kill('SIGTERM');
}

async function startWorker({ dataDir, pair }: Surroundings): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL('../worker.ts', import.meta.url)), [], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, FETCH_ALLOW: pair, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((resolve) => worker.once('message', resolve));
  return worker;
}

async function waiting(corpus: Corpus): Promise<number> {
  const counts = await corpus.jobs.counts();
  return counts
    .filter(({ status }) => status === 'queued' || status === 'running')
    .reduce((sum, { count }) => sum + count, 0);
}

async function check(corpus: Corpus, count: number): Promise<string[]> {
  const problems: string[] = [];
  const jobs = await corpus.jobs.list({ limit: count + 1 });
  for (const job of jobs)
    if (job.status !== 'done') problems.push(`job ${job.id} is ${job.status}: ${job.error}`);
  const documents = await corpus.documents.list({ status: 'current' });
  if (documents.length !== count) problems.push(`${documents.length} documents instead of ${count}`);
  for (const document of documents) {
    const passages = await corpus.documents.passagesOf(document.id);
    const text = (await corpus.documents.versionText(document.versionId)) ?? '';
    const whole =
      passages.length > 0 &&
      passages.every((passage) => text.slice(passage.start, passage.end) === passage.text);
    if (!whole || document.versionNumber !== 1) problems.push(`${document.url} is not stored whole and once`);
  }
  return problems;
}

main(process.argv.slice(2)).then((code) => process.exit(code));

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { runChild } from './child.ts';
import { type Figure, figuresOfSpent, type Spent } from './figure.ts';
import { TextGrower } from './grow-text.ts';
import type { BenchOptions } from './options.ts';
import { feedOf, htmlPage, pageFormats, writePage } from './page-files.ts';

const pages = 40;
// PDFs and feed pages are slow to read; fewer tell as much.
const fewPages = 20;
const prepared = 'prepared';
const command = 'ingest/cli.ts';

/** The starter corpus, and pages a second by format, by the project's own command; its start counts. */
export async function benchIngest({ seed, repeat }: BenchOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  try {
    const bench = { folder, grower: new TextGrower(loadLexicon(), seed), repeat };
    const figures = [...(await starter(bench))];
    await prepare(bench);
    for (const format of pageFormats) figures.push(...(await filesOf(format, bench)));
    return [...figures, ...(await feed(bench))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The bundled model is compiled once per installation; pages a second are those of every ingest after that.
async function prepare({ folder, grower }: Bench): Promise<void> {
  const source = join(folder, 'first');
  await writePage(source, 'md', grower.document(pages));
  await runChild(command, [source], { DATA_DIR: join(folder, prepared), STARTER_CORPUS: 'off' });
}

interface Bench {
  readonly folder: string;
  readonly grower: TextGrower;
  readonly repeat: number;
}

async function starter({ folder, repeat }: Bench): Promise<readonly Figure[]> {
  const runs: Spent[] = [];
  for (let run = 0; run < repeat; run += 1)
    runs.push(await runChild(command, ['--starter'], { DATA_DIR: join(folder, `starter-${run}`) }));
  const place = { benchmark: 'ingest', name: 'starter corpus', unit: 's', target: { most: 20 } };
  return figuresOfSpent(place, runs, (ms) => ms / 1000);
}

async function filesOf(format: (typeof pageFormats)[number], bench: Bench): Promise<readonly Figure[]> {
  const count = format === 'pdf' ? fewPages : pages;
  const source = join(bench.folder, format);
  for (let number = 0; number < count; number += 1)
    await writePage(source, format, bench.grower.document(number));
  const runs: Spent[] = [];
  for (let run = 0; run < bench.repeat; run += 1) {
    const dataDir = freshFolder(bench.folder, `${format}-${run}`);
    runs.push(await runChild(command, [source], { DATA_DIR: dataDir, STARTER_CORPUS: 'off' }));
  }
  return pagesPerSecond(`${format} files`, count, runs);
}

function pagesPerSecond(name: string, count: number, runs: readonly Spent[]): readonly Figure[] {
  return figuresOfSpent({ benchmark: 'ingest', name, unit: 'pages/s' }, runs, (ms) => (count / ms) * 1000);
}

async function feed(bench: Bench): Promise<readonly Figure[]> {
  const drafts = Array.from({ length: fewPages }, (_, number) => bench.grower.document(number));
  const server = createServer((request, response) => {
    const draft = drafts.find(({ key }) => request.url === `/${key}.html`);
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    response.setHeader(
      'content-type',
      draft === undefined ? 'application/rss+xml' : 'text/html; charset=utf-8',
    );
    response.end(draft === undefined ? feedOf(drafts, origin) : htmlPage(draft, draft.text.split('\n\n')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  try {
    const runs: Spent[] = [];
    for (let run = 0; run < bench.repeat; run += 1) {
      const env = {
        DATA_DIR: freshFolder(bench.folder, `feed-${run}`),
        STARTER_CORPUS: 'off',
        FETCH_ALLOW: host,
      };
      runs.push(await runChild(command, [`${origin}/feed.xml`], env));
    }
    return pagesPerSecond('feed over loopback', drafts.length, runs);
  } finally {
    server.close();
  }
}

function freshFolder(parent: string, name: string): string {
  const path = join(parent, name);
  cpSync(join(parent, prepared), path, { recursive: true });
  return path;
}

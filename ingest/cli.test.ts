import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCliOptions } from './cli-options.ts';
import { articlePage, rssFeed } from './trials/ingest-for-tests.ts';
import { startTestWeb, type TestWeb } from './trials/web-for-tests.ts';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
let folder: string;
let web: TestWeb;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  web = await startTestWeb({ '/1': articlePage(1) });
});
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true });
});

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), cli, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, 'data'),
      FETCH_ALLOW: web.pair,
      STARTER_CORPUS: 'off',
      ...env,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

describe('the command line', () => {
  it.each([
    [[], /^Nothing to ingest: /],
    [['--json'], /^Nothing to ingest: /],
    [['-x', 'a'], /^There is no option -x\./],
    [['a', '--max-pages'], /^--max-pages needs a number .*got nothing/],
    [['a', '--max-pages', '0'], /^--max-pages needs a number .*got 0/],
  ])('%j is refused in one line', (args, message) => {
    expect(() => parseCliOptions(args)).toThrow(message);
  });

  it('takes targets and options in any order', () => {
    expect(parseCliOptions(['a', '--max-pages', '7', '--json', 'https://b.example/'])).toEqual({
      targets: ['a', 'https://b.example/'],
      json: true,
      starter: false,
      help: false,
      maxPages: 7,
    });
  });
});

describe('the command', () => {
  it('takes in files, folders and pages and prints a JSON line for each', async () => {
    mkdirSync(join(folder, 'docs', 'inner'), { recursive: true });
    writeFileSync(join(folder, 'docs', 'a.html'), articlePage(2));
    writeFileSync(
      join(folder, 'docs', 'inner', 'b.txt'),
      `Report of the year\n\n${articlePage(3).replace(/<[^>]+>/g, ' ')}`,
    );
    writeFileSync(join(folder, 'docs', 'photo.jpg'), 'not a document');
    writeFileSync(join(folder, 'feed.xml'), rssFeed([{ url: `${web.origin}/1?utm_source=x` }]));
    const { code, out, err } = await run(['docs', `${web.origin}/1`, 'feed.xml', '--json']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ url, outcome }) => [url, outcome])).toEqual([
      ['file:docs/a.html', 'created'],
      ['file:docs/inner/b.txt', 'created'],
      [`${web.origin}/1`, 'created'],
      [`${web.origin}/1?utm_source=x`, 'duplicate'],
    ]);
    expect(Object.keys(lines[0]!).sort()).toEqual([
      'language',
      'outcome',
      'passages',
      'published',
      'reason',
      'title',
      'url',
    ]);
    expect(err).toMatch(/(^|\n)4 documents in [\d.]+ s: 3 created, 1 duplicate; \d+ passages\n$/);
    expect(code).toBe(0);
  }, 60_000);

  it('says in one line what is wrong, and ends with an error', async () => {
    const newer = join(folder, 'newer');
    mkdirSync(newer);
    const db = new Database(join(newer, 'corpus.db'));
    db.exec(
      "CREATE TABLE migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied_at TEXT NOT NULL) STRICT; INSERT INTO migrations VALUES (1, 'from-the-future', '2099-01-01')",
    );
    db.close();
    writeFileSync(join(folder, 'a-file'), 'x');
    const cases: readonly (readonly [readonly string[], RegExp, Record<string, string>?])[] = [
      [['--nonsense'], /^There is no option --nonsense\. /],
      [['a-file'], /newer or different version/, { DATA_DIR: newer }],
      [['a-file'], /^Cannot write to /, { DATA_DIR: join(folder, 'a-file', 'data') }],
    ];
    const results = await Promise.all(cases.map(([args, , env]) => run(args, env)));
    for (const [index, { code, out, err }] of results.entries()) {
      expect(err).toMatch(cases[index]![1]);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(out).toBe('');
      expect(code).not.toBe(0);
    }
  }, 60_000);

  it('goes on after a target that fails, and ends with an error', async () => {
    writeFileSync(join(folder, 'broken.pdf'), 'this is no PDF at all');
    writeFileSync(join(folder, 'good.html'), articlePage(7));
    const { code, out } = await run(
      ['missing.md', 'example.org/page', 'broken.pdf', 'http://127.0.0.1:1/', 'good.html'],
      {
        FETCH_ALLOW: '127.0.0.1:1',
      },
    );
    const lines = out.trim().split('\n');
    expect(lines[0]).toMatch(/^failed +missing\.md: no such file or folder$/);
    expect(lines[1]).toMatch(/^failed +example\.org\/page: no such file; an address starts with https:\/\/$/);
    expect(lines[2]).toMatch(/^unreadable +file:broken\.pdf/);
    expect(lines[3]).toMatch(/^failed +http:\/\/127\.0\.0\.1:1\/: 127\.0\.0\.1:1 refused the connection$/);
    expect(lines[4]).toMatch(
      /^created +file:good\.html Country 7 hands over machines \(2025-03-08, en, \d+ passages?\)$/,
    );
    expect(lines[5]).toMatch(/^5 documents in .*; 4 did not arrive$/);
    expect(code).toBe(1);
  }, 60_000);
});

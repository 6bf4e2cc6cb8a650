import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCorpusCommand } from './commands.ts';
import { UserError } from './errors.ts';
import { silentLog } from './log.ts';
import {
  corpusIn,
  countingEmbedder,
  draftOf,
  plainFields,
  temporaryFolder,
} from './trials/corpus-for-tests.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(async () => {
  folder = temporaryFolder();
  const corpus = await corpusIn(folder.path);
  const embed = countingEmbedder();
  const now = new Date('2024-05-01');
  await corpus.sources.add(
    {
      url: 'https://example.org/feed',
      kind: 'feed',
      title: 'E',
      publisher: 'E',
      language: 'en',
      tier: 'official',
      status: 'active',
    },
    now,
  );
  await corpus.documents.save(draftOf(['Japan gave detectors.', 'Lithuania gave money.'], { sourceId: 1 }), {
    embed,
  });
  await corpus.documents.save(draftOf(['Held back.'], { url: 'https://example.org/held', status: 'held' }), {
    embed,
  });
  await corpus.jobs.enqueue('fetch', null, { now });
  await corpus.close();
});
afterEach(() => folder.dispose());

async function run(args: string[], change: { dataDir?: string; openEmbedder?: () => Promise<never> } = {}) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCorpusCommand(args, {
    config: { DATA_DIR: change.dataDir ?? folder.path },
    log: silentLog(),
    indexFields: plainFields,
    openEmbedder:
      change.openEmbedder ?? (async () => ({ ...countingEmbedder(), close: async () => undefined })),
    model: {
      download: async () => void said.push('downloaded'),
      check: async () => void said.push('checked'),
    },
    fill: async () => void said.push('filled'),
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

describe('npm run corpus', () => {
  it('hands the model commands on', async () => {
    expect(await run(['model', 'download'])).toMatchObject({ code: 0, said: 'downloaded' });
    expect(await run(['model', 'check'])).toMatchObject({ code: 0, said: 'checked' });
  });

  it.each([
    [[], 'Which command?'],
    [['explode'], 'Unknown command "explode"'],
    [['constructor'], 'Unknown command "constructor"'],
    [['stats', '--loud'], "Unknown option '--loud'"],
    [['stats', 'extra'], 'stats does not take "extra"'],
    [['backup'], 'backup needs a file'],
    [['model'], 'model needs "download" or "check"'],
    [['model', 'explode'], 'model does not know "explode"'],
    [['restore', 'a', 'b'], 'restore does not take "b"'],
    [['stats', '--json=1'], "Option '--json' does not take an argument"],
  ])('answers %j with one line and exit code 2', async (args, words) => {
    const { code, out, said } = await run(args);
    expect(code).toBe(2);
    expect(said).toContain(words);
    expect(said).not.toContain('\n');
    expect(out).toBe('');
  });

  it('helps', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['stats', 'verify', 'rebuild', 'backup', 'restore', 'export'])
      expect(out).toContain(command);
  });

  it('does not make a corpus to look at', async () => {
    const dataDir = join(folder.path, 'empty');
    const { code, said } = await run(['stats'], { dataDir });
    expect([code, existsSync(dataDir)]).toEqual([1, false]);
    expect(said).toContain('There is no database');
  });

  it('shows what is stored', async () => {
    const { code, out } = await run(['stats']);
    expect(code).toBe(0);
    expect(out).toContain('documents   current 1, held 1; languages: en 2');
    expect(out).toContain('passages    2 searchable of 3');
    expect(out).toContain('vectors     3 of test-model (2 dimensions)');
    expect(out).toContain('jobs        fetch queued 1');
    expect(JSON.parse((await run(['stats', '--json'])).out)).toMatchObject({
      counts: { documents: 2, sources: 1 },
    });
  });

  it('verifies, and fails for a corpus that is not sound', async () => {
    expect(await run(['verify'])).toMatchObject({
      code: 0,
      out: 'sound: 2 documents, 2 searchable passages',
    });
    const corpus = await corpusIn(folder.path);
    corpus.database.exec("UPDATE passages SET text = 'x' WHERE id = 1");
    await corpus.close();
    const { code, out } = await run(['verify', '--json']);
    expect([code, JSON.parse(out).problems.length]).toEqual([1, 1]);
  });

  it('verifies the rest when the model cannot be opened', async () => {
    const openEmbedder = async () => Promise.reject(new UserError('no such folder'));
    const { code, out } = await run(['verify'], { openEmbedder });
    expect(code).toBe(1);
    expect(out).toBe('embedding model: no such folder\n1 problems: 2 documents, 2 searchable passages');
  });

  it('rebuilds', async () => {
    mkdirSync(join(folder.path, 'vectors'));
    const { code, said } = await run(['rebuild']);
    expect([code, existsSync(join(folder.path, 'vectors'))]).toEqual([0, false]);
    expect(said).toContain('Rebuilt 2 documents; 0 texts embedded');
  });

  it('backs up and restores', async () => {
    const file = join(folder.path, 'backup.db');
    expect((await run(['backup', file])).code).toBe(0);
    expect(await run(['backup', file])).toMatchObject({ code: 1, said: expect.stringContaining('--force') });
    expect((await run(['backup', file, '--force'])).code).toBe(0);
    const corpus = await corpusIn(folder.path);
    await corpus.documents.retract(1, 'wrong');
    await corpus.close();
    const { code, said } = await run(['restore', file]);
    expect(code).toBe(0);
    expect(said).toContain('before-restore');
    expect((await run(['verify'])).out).toBe('sound: 2 documents, 2 searchable passages');
  });

  it('exports what answers may quote, one JSON object a line', async () => {
    const { code, out } = await run(['export']);
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => JSON.parse(line));
    expect(lines).toEqual([
      {
        id: expect.stringMatching(/^d[0-9a-f]{15}$/),
        url: 'https://example.org/page',
        title: 'Title',
        publisher: 'Publisher',
        published: '2024-05-01',
        language: 'en',
        passages: [
          {
            id: expect.stringMatching(/^[a-z0-9]{12}$/),
            text: 'Japan gave detectors.',
            heading: null,
            page: null,
          },
          {
            id: expect.stringMatching(/^[a-z0-9]{12}$/),
            text: 'Lithuania gave money.',
            heading: null,
            page: null,
          },
        ],
      },
    ]);
  });

  it('keeps its exit code and its one line as a process', () => {
    const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
    const options = {
      encoding: 'utf8' as const,
      env: { ...process.env, DATA_DIR: folder.path, LOG_LEVEL: 'info' },
    };
    const wrong = spawnSync(process.execPath, ['--import', 'tsx', cli, 'explode'], options);
    expect([wrong.status, wrong.stdout, wrong.stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    const stats = spawnSync(process.execPath, ['--import', 'tsx', cli, 'stats', '--json'], options);
    expect([stats.status, JSON.parse(stats.stdout).counts.documents]).toEqual([0, 2]);
  });
});

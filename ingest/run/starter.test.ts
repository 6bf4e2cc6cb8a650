import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterIsDue, starterSourceUrl } from '../../corpus/upkeep/starter-due.ts';
import { startTestIngest, type TestIngest } from '../trials/ingest-for-tests.ts';
import { ingestTarget } from './ingest-target.ts';
import { ingestStarter } from './starter.ts';

let ingest: TestIngest;
let folder: string;
beforeEach(async () => {
  ingest = await startTestIngest({});
  folder = join(ingest.dataDir, 'briefs');
  mkdirSync(folder);
  for (const n of [1, 2, 3])
    writeBrief(n, `Country ${n} gave ${n} machines to clear the fields of the south.`);
});
afterEach(() => ingest.close());

function writeBrief(n: number, text: string) {
  const head = [
    '---',
    `id: brief-${n}`,
    `url: "https://www.mod.gov.ua/${n}"`,
    'publisher: "Ministry"',
    `title: "Aid ${n}"`,
    'published: 2024-05-06',
    'language: en',
    'kind: ministry',
    '---',
  ];
  writeFileSync(join(folder, `brief-${n}.md`), `${head.join('\n')}\n${text}\n`);
}

async function start(on = true) {
  const outcomes: string[] = [];
  const { corpus, pipeline } = ingest;
  const outcome = await ingestStarter({
    corpus,
    pipeline,
    config: { STARTER_CORPUS: on },
    folder,
    onResult: (result) => void outcomes.push(result.outcome),
    onProgress: () => {},
  });
  return { outcome, outcomes };
}

describe('the starter corpus', () => {
  it('is taken in once', async () => {
    expect(await starterIsDue(ingest.corpus, { STARTER_CORPUS: true }, folder)).toBe(true);
    expect(await start()).toEqual({ outcome: 'done', outcomes: ['created', 'created', 'created'] });
    expect(await start()).toEqual({ outcome: 'current', outcomes: [] });
    expect(await starterIsDue(ingest.corpus, { STARTER_CORPUS: true }, folder)).toBe(false);
    const [document] = await ingest.corpus.documents.list();
    expect(document).toMatchObject({
      isBrief: true,
      publisher: 'Ministry',
      published: '2024-05-06',
      tier: 'official',
    });
  });

  it('is due beside pages that were added before it', async () => {
    writeFileSync(
      join(ingest.dataDir, 'page.txt'),
      'Croatia gave 14 machines to the rescuers of Sumy region in May 2024.',
    );
    const run = { seen: new Map<string, string | null>(), onResult: () => {}, onNote: () => {}, maxPages: 0 };
    await ingestTarget(join(ingest.dataDir, 'page.txt'), run, ingest.pipeline);
    expect(await ingest.corpus.documents.count()).toBe(1);
    expect(await starterIsDue(ingest.corpus, { STARTER_CORPUS: true }, folder)).toBe(true);
    await start();
    expect(await ingest.corpus.documents.count()).toBe(4);
  });

  it('is taken in again when the briefs change; withdrawn ones are not answered from', async () => {
    await start();
    writeBrief(2, 'Country 2 gave twenty machines, the ministry corrected later.');
    rmSync(join(folder, 'brief-3.md'));
    expect(await start()).toEqual({ outcome: 'done', outcomes: ['unchanged', 'updated'] });
    expect(await ingest.corpus.documents.findByKey('brief-3')).toMatchObject({ status: 'vanished' });
  });

  it('is taken in by one of two processes that start at once', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(both.flatMap(({ outcomes }) => outcomes)).toEqual(['created', 'created', 'created']);
  });

  it('stays out when it is switched off or was removed', async () => {
    expect(await start(false)).toEqual({ outcome: 'off', outcomes: [] });
    await start();
    const source = (await ingest.corpus.sources.findByUrl(starterSourceUrl))!;
    await ingest.corpus.sources.remove(source.id, { now: new Date(ingest.clock.now()) });
    writeBrief(1, 'Something else altogether stands here now.');
    expect(await start()).toEqual({ outcome: 'off', outcomes: [] });
    expect(await starterIsDue(ingest.corpus, { STARTER_CORPUS: true }, folder)).toBe(false);
  });
});

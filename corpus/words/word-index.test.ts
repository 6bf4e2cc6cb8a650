import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { silentLog } from '../log.ts';
import { seededRandom } from '../process/seeded-random.ts';
import { newEpoch } from '../storage/journal.ts';
import { corpusIn, draftOf, plainFields } from '../trials/corpus-for-tests.ts';
import { killWriters } from '../trials/fault-words.ts';
import { damages } from '../vectors/damage.ts';
import { buildWords } from './build-words.ts';
import { openWordIndex } from './open-words.ts';
import { WordFile, wordFileName } from './word-file.ts';
import { WordIndex, type WordIndexOptions } from './word-index.ts';

// Milliseconds of work, but threads that start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const rules = 'test';
let dataDir: string;
let folder: string;
let corpus: Corpus;
const open: WordIndex[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'words-test-'));
  folder = join(dataDir, 'words');
  corpus = await corpusIn(dataDir);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((index) => index.close()));
  await corpus.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function openIndex(change: Partial<WordIndexOptions> = {}): Promise<WordIndex> {
  const { passages, fullText } = corpus;
  const index = await WordIndex.open({
    folder,
    fallback: fullText,
    passages,
    indexWords: plainFields,
    rules,
    isCurrent: async () => true,
    build: () => buildWords({ passages, indexWords: plainFields, folder, rules }),
    log: silentLog(),
    fewest: 1,
    delayMs: 0,
    ...change,
  });
  open.push(index);
  return index;
}

async function readyIndex(change: Partial<WordIndexOptions> = {}): Promise<WordIndex> {
  const index = await openIndex(change);
  await index.catchUp();
  await index.settled();
  expect(index.isReady).toBe(true);
  return index;
}

const texts = [
  'dogs find mines',
  'robots find mines',
  'the field is clear of mines',
  'grain grows in the field',
];
const save = (paragraphs: readonly string[], page: string) =>
  corpus.documents.save(draftOf(paragraphs, { url: `https://example.org/${page}`, key: page }), {
    embed: null,
  });
const find = async (index: WordIndex, ...terms: readonly string[]) =>
  index.search(
    terms.map((term) => ({ column: 'stems' as const, term })),
    { limit: 100 },
  );

describe('the index of words', () => {
  it('ranks as FTS5 does', async () => {
    const random = seededRandom(5);
    const vocabulary = ['mines', 'dogs', 'robots', 'field', 'grain', 'clear', 'minister', 'training'];
    for (let page = 0; page < 30; page += 1) {
      const paragraph = () =>
        Array.from({ length: 4 + random() * 40 }, () => vocabulary[Math.floor(random() ** 2 * 8)]).join(' ');
      await save([paragraph(), paragraph()], `page-${page}`);
    }
    const index = await readyIndex();
    for (const terms of [['mines'], ['dogs', 'grain'], ['training', 'minister', 'field', 'nothing']]) {
      const own = await find(index, ...terms);
      const fts = await corpus.fullText.search(
        terms.map((term) => ({ column: 'stems' as const, term })),
        { limit: 100 },
      );
      expect(own.map(({ passageId }) => passageId)).toEqual(fts.map(({ passageId }) => passageId));
      expect(own.map(({ score }) => score.toFixed(9))).toEqual(fts.map(({ score }) => score.toFixed(9)));
      const counts = await index.documentCounts('stems', terms);
      expect(counts).toEqual(await corpus.fullText.documentCounts('stems', terms));
    }
  });

  it('answers from FTS5 until its file is made', async () => {
    await save(texts, 'a');
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { passages } = corpus;
    const index = await openIndex({
      build: async () => {
        await waiting;
        await buildWords({ passages, indexWords: plainFields, folder, rules });
      },
    });
    await index.catchUp();
    expect(index.isReady).toBe(false);
    expect(await find(index, 'mines')).toHaveLength(3);
    finish();
    await index.settled();
    expect(index.isReady).toBe(true);
    expect(await find(index, 'mines')).toHaveLength(3);
  });

  it('finds what is stored after the file was made, and nothing that was taken back', async () => {
    const { document } = await save(texts, 'a');
    const index = await readyIndex();
    await save(['mines in a harbour'], 'b');
    await index.catchUp();
    expect(await find(index, 'harbour')).toHaveLength(1);
    expect(await index.documentCounts('stems', ['mines', 'harbour'])).toEqual(
      new Map([
        ['mines', 4],
        ['harbour', 1],
      ]),
    );
    await corpus.documents.retract(document.id, 'wrong');
    await index.catchUp();
    expect(await find(index, 'mines')).toHaveLength(1);
    expect(await index.documentCounts('stems', ['grain'])).toEqual(new Map([['grain', 0]]));
    await corpus.documents.restore(document.id);
    await index.catchUp();
    expect(await find(index, 'mines')).toHaveLength(4);
  });

  it('answers from FTS5 while many changes are taken over, so that nothing is missing meanwhile', async () => {
    await save(texts, 'a');
    const index = await readyIndex();
    for (let page = 0; page < 30; page += 1)
      await save(['mines here', 'dogs there', 'robots too'], `b-${page}`);
    await index.catchUp();
    expect(index.isReady).toBe(false);
    expect(await find(index, 'mines')).toHaveLength(33);
    await index.settled();
    expect(index.isReady).toBe(true);
    expect(await find(index, 'mines')).toHaveLength(33);
  });

  it('goes on after a restart with what the journal tells', async () => {
    await save(texts, 'a');
    await (await readyIndex()).close();
    await save(['mines in a harbour'], 'b');
    const build = vi.fn();
    const index = await openIndex({ build });
    await index.catchUp();
    expect(index.isReady).toBe(true);
    expect(await find(index, 'mines')).toHaveLength(4);
    expect(build).not.toHaveBeenCalled();
  });

  it('starts again when the database was rebuilt or restored', async () => {
    await save(texts, 'a');
    const index = await readyIndex();
    newEpoch(corpus.database);
    await index.catchUp();
    expect(index.isReady).toBe(false);
    expect(await find(index, 'mines')).toHaveLength(3);
    await index.settled();
    expect(index.isReady).toBe(true);
  });

  it('leaves a small corpus to FTS5', async () => {
    await save(texts, 'a');
    const index = await openIndex({ fewest: 5 });
    await index.catchUp();
    await index.settled();
    expect(readdirSync(dataDir)).not.toContain('words');
    expect(await find(index, 'mines')).toHaveLength(3);
  });

  it('waits until the words of the database are those of this program', async () => {
    await save(texts, 'a');
    let isCurrent = false;
    const index = await openIndex({ isCurrent: async () => isCurrent });
    await index.catchUp();
    await index.settled();
    expect(index.isReady).toBe(false);
    isCurrent = true;
    await index.catchUp();
    await index.settled();
    expect(index.isReady).toBe(true);
  });

  it('answers from FTS5 when its file cannot be made, and says so once', async () => {
    await save(texts, 'a');
    const log = { ...silentLog(), error: vi.fn() };
    const build = vi.fn(async () => {
      throw new Error('no space');
    });
    const index = await openIndex({ log: log as never, build });
    for (let question = 0; question < 3; question += 1) {
      await index.catchUp();
      await index.settled();
      expect(await find(index, 'mines')).toHaveLength(3);
    }
    expect(build).toHaveBeenCalledTimes(1);
    expect(log.error).toHaveBeenCalledTimes(1);
  });

  it('is made in a thread that can be given up', async () => {
    await save(texts, 'a');
    await corpus.meta.set('index-rules', (await import('../terms/index-rules.ts')).indexRules());
    const options = { config: { DATA_DIR: dataDir }, corpus, log: silentLog(), delayMs: 0, fewest: 1 };
    const given = await openWordIndex(options);
    await given.catchUp();
    await given.close();
    const index = await openWordIndex(options);
    open.push(index);
    await index.catchUp();
    await index.settled();
    expect(index.isReady).toBe(true);
    const hits = await index.search([{ column: 'concepts', term: 'cgrain' }], { limit: 5 });
    expect(hits).toHaveLength(1);
  });
});

describe('the file of words', () => {
  for (const [how, damage] of Object.entries(damages)) {
    it(`is never read and comes back by itself when it ${how}`, async () => {
      await save(texts, 'a');
      await (await readyIndex()).close();
      const random = seededRandom(how.length);
      for (let run = 0; run < 8; run += 1) {
        damage(join(folder, wordFileName), random);
        const index = await openIndex();
        expect(index.isReady).toBe(false);
        await index.catchUp();
        await index.settled();
        expect(index.isReady).toBe(true);
        expect(await find(index, 'mines')).toHaveLength(3);
        await index.close();
      }
    });
  }

  it('is not read when it was made by other rules', async () => {
    await save(texts, 'a');
    await (await readyIndex()).close();
    await expect(WordFile.open(folder, { rules: 'other' })).rejects.toThrow('other rules');
  });

  it('is given up when it becomes shorter while it is open', async () => {
    await save(texts, 'a');
    const index = await readyIndex();
    truncateSync(join(folder, wordFileName), 900);
    expect(await find(index, 'mines')).toHaveLength(3);
    expect(index.isReady).toBe(false);
    await index.catchUp();
    await index.settled();
    expect(index.isReady).toBe(true);
  });

  it('is whole after its writer was killed at any moment', async () => {
    expect(await killWriters({ kills: 2, seed: 3 })).toEqual([]);
  });

  it('stays whole when writing the next one fails', async () => {
    await save(texts, 'a');
    await (await readyIndex()).close();
    const { passages } = corpus;
    const failing = () => {
      throw new Error('cut short');
    };
    await expect(buildWords({ passages, indexWords: failing as never, folder, rules })).rejects.toThrow(
      'cut short',
    );
    expect(readdirSync(folder)).toEqual([wordFileName]);
    expect(await find(await readyIndex({ build: vi.fn() }), 'mines')).toHaveLength(3);
  });
});

import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { explain, isBusy } from '../storage/sqlite.ts';
import { verifyCorpus } from '../upkeep/verify.ts';
import { corpusIn, countingEmbedder, draftOf, temporaryFolder } from './corpus-for-tests.ts';
import { fillDisk } from './disk-trial.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
const embed = countingEmbedder();

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

/** Documents of different lengths; every third is a new version of the first, so that all kinds of writes happen. */
const save = (n: number) =>
  corpus.documents.save(
    draftOf(
      Array.from({ length: 1 + (n % 7) }, (_, index) => `paragraph ${index} of ${n}`),
      { url: `https://example.org/${n % 3 === 2 ? 0 : n}` },
    ),
    { embed },
  );

/** Cuts as in a full run of a thousand, fewer unless asked: `FAULT_RUNS=1000 npx vitest run corpus/trials/faults.test.ts`. */
const runs = Number(process.env.FAULT_RUNS ?? 25);

/** A generator that repeats itself, so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a log cut off at any byte', () => {
  it(
    'leaves a state that was committed, sound in every part',
    async () => {
      corpus.database.pragma('wal_autocheckpoint = 0');
      const states: string[] = [];
      const stateOf = (one: Corpus) =>
        JSON.stringify(
          one.database.prepare('SELECT key, version_id, content_hash FROM documents ORDER BY id').all(),
        );
      states.push(stateOf(corpus));
      for (let n = 0; n < 12; n += 1) {
        await save(n);
        states.push(stateOf(corpus));
      }
      const file = readFileSync(join(folder.path, 'corpus.db'));
      const log = readFileSync(join(folder.path, 'corpus.db-wal'));
      const random = randomFrom(20_240_501);
      for (let run = 0; run < runs; run += 1) {
        const place = join(folder.path, `cut-${run}`);
        mkdirSync(place);
        writeFileSync(join(place, 'corpus.db'), file);
        writeFileSync(join(place, 'corpus.db-wal'), log.subarray(0, Math.floor(random() * log.length)));
        const cut = await corpusIn(place);
        expect((await verifyCorpus(cut, embed)).problems).toEqual([]);
        expect(states).toContain(stateOf(cut));
        await cut.close();
      }
    },
    runs * 1000,
  );
});

describe('a disk that is full', () => {
  it('leaves no half document at whatever page it stops, and saving works again afterwards', async () => {
    await save(0);
    const pages = Number(corpus.database.pragma('page_count', { simple: true }));
    let failures = 0;
    for (let extra = 0; ; extra += 1) {
      corpus.database.pragma(`max_page_count = ${pages + extra}`);
      const before = (await corpus.passages.journalPosition()).seq;
      const text = Array.from({ length: 40 }, (_, index) => `long paragraph ${index} `.repeat(60));
      const error = await corpus.documents
        .save(draftOf(text, { url: 'https://example.org/long' }), { embed })
        .then(
          () => null,
          (thrown: unknown) => thrown,
        );
      expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
      if (error === null) break;
      failures += 1;
      expect((explain(error, 'corpus.db') as Error).message).toContain('is full');
      expect(await corpus.documents.count()).toBe(1);
      expect((await corpus.passages.journalPosition()).seq).toBe(before);
    }
    expect(failures).toBeGreaterThan(10);
    expect(await corpus.documents.count()).toBe(2);
  });
});

describe('a database locked by another process', () => {
  it('fails the write as busy, answers reads, and works again afterwards', async () => {
    await save(0);
    const other = new Database(join(folder.path, 'corpus.db'));
    other.exec('BEGIN IMMEDIATE');
    corpus.database.pragma('busy_timeout = 20');
    const error = await save(1).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(isBusy(error)).toBe(true);
    expect(await corpus.fullText.match('"paragraph"', { limit: 5 })).toHaveLength(1);
    other.exec('ROLLBACK');
    other.close();
    expect((await save(1)).outcome).toBe('created');
    expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
  });
});

describe('a file that gives out at a size of its own', () => {
  // `tsx corpus/trials/fault-disk.ts` tries many sizes.
  it('leaves whole documents, answers all the while, and takes new ones once there is room', async () => {
    const result = await fillDisk(900);
    expect(result).toMatchObject({ answers: true, problems: [], recovered: true, kept: result.saved });
    expect(result.failures).toBeGreaterThan(0);
    for (const code of result.codes) expect(code).toMatch(/^SQLITE_(FULL|IOERR)/);
  }, 60_000);
});

describe('a database file replaced under the program', () => {
  it('is noticed, and so is one that was removed', async () => {
    await save(0);
    expect(corpus.isReplaced()).toBe(false);
    const path = join(folder.path, 'corpus.db');
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    expect(corpus.isReplaced()).toBe(true);
    rmSync(path);
    expect(corpus.isReplaced()).toBe(true);
    await corpus.close();
    corpus = await corpusIn(folder.path);
    expect(corpus.isReplaced()).toBe(false);
  });
});

describe('a page of the file overwritten', () => {
  it('is told as damage, never as an empty corpus', async () => {
    for (let n = 0; n < 6; n += 1) await save(n);
    await corpus.close();
    const place = join(folder.path, 'overwritten');
    mkdirSync(place);
    copyFileSync(join(folder.path, 'corpus.db'), join(place, 'corpus.db'));
    const bytes = readFileSync(join(place, 'corpus.db'));
    // The first pages hold the schema and the oldest tables.
    bytes.fill(0xa5, 4096, 12 * 4096);
    writeFileSync(join(place, 'corpus.db'), bytes);
    const outcome = await corpusIn(place)
      .then(async (damaged) => {
        const { problems } = await verifyCorpus(damaged, embed).finally(() => damaged.close());
        return problems.join();
      })
      .catch((error: unknown) => String((explain(error, place) as Error).message));
    expect(outcome).toMatch(/damaged|malformed|corrupt|database file/);
    corpus = await corpusIn(folder.path);
  });
});

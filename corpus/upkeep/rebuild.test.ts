import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Corpus, rebuildMark } from '../corpus.ts';
import {
  corpusIn,
  countingEmbedder,
  draftOf,
  plainFields,
  temporaryFolder,
} from '../trials/corpus-for-tests.ts';
import { embedMissing } from './embed-missing.ts';
import { rebuildCorpus } from './rebuild.ts';
import { verifyCorpus } from './verify.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
let embed: ReturnType<typeof countingEmbedder>;

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
  embed = countingEmbedder();
  for (const n of [1, 2, 3]) {
    const draft = draftOf([`alpha ${n}`, `beta ${n}`], { url: `https://example.org/${n}` });
    await corpus.documents.save(draft, { embed });
  }
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

const rebuild = (change: Partial<Parameters<typeof rebuildCorpus>[1]> = {}) =>
  rebuildCorpus(corpus, {
    indexFields: plainFields,
    embed,
    vectorsFolder: join(folder.path, 'vectors'),
    ...change,
  });
const hits = async (word: string) => (await corpus.fullText.match(`"${word}"`, { limit: 100 })).length;
const problems = async () => (await verifyCorpus(corpus, embed)).problems;
const run = (sql: string) => {
  // SQLite guards the inside of its word index; a failing disk does not ask.
  corpus.database.unsafeMode(true);
  corpus.database.exec(sql);
  corpus.database.unsafeMode(false);
};

describe('rebuild', () => {
  it('of a sound corpus embeds nothing and changes no answer', async () => {
    embed.embedded.length = 0;
    expect(await rebuild()).toEqual({ documents: 3, embedded: 0, dropped: 0 });
    expect(embed.embedded).toEqual([]);
    expect([await hits('alpha'), await hits('title')]).toEqual([3, 6]);
    expect(await problems()).toEqual([]);
  });

  it('uses the terms of the present program', async () => {
    await rebuild({ indexFields: (passage) => ({ ...plainFields(passage), concepts: 'cnew' }) });
    expect(await hits('cnew')).toBe(6);
  });

  it('makes missing vectors, and only those', async () => {
    run(
      `DELETE FROM embeddings WHERE content_hash = (SELECT content_hash FROM passages WHERE text = 'beta 2')`,
    );
    expect(await problems()).toEqual([expect.stringContaining('1 passages have no vector of test-model')]);
    embed.embedded.length = 0;
    expect((await rebuild()).embedded).toBe(1);
    expect(embed.embedded).toEqual(['Title\nbeta 2']);
    expect(await problems()).toEqual([]);
  });

  it('changes to another model and drops the vectors of the old one', async () => {
    const other = countingEmbedder('other-model');
    expect(await rebuild({ embed: other })).toEqual({ documents: 3, embedded: 6, dropped: 6 });
    expect((await verifyCorpus(corpus, other)).problems).toEqual([]);
  });

  it.each([
    ['damaged', "UPDATE passages_fts_data SET block = x'00' WHERE id > 1"],
    ['missing', 'DROP TABLE passages_terms; DROP TABLE passages_fts'],
    ['emptied', "INSERT INTO passages_fts (passages_fts) VALUES ('delete-all')"],
  ])('repairs a word index that is %s', async (_what, damage) => {
    run(damage);
    expect((await problems()).length).toBeGreaterThan(0);
    await rebuild();
    expect(await problems()).toEqual([]);
    expect(await hits('alpha')).toBe(3);
  });

  it('removes words of passages that must not be found', async () => {
    run("INSERT INTO passages_fts (rowid, stems, concepts, grams) VALUES (999, 'ghost', '', '')");
    expect(await problems()).toEqual(['passage 999 is in the word index but must not be found']);
    await rebuild();
    expect(await hits('ghost')).toBe(0);
  });

  it('drops the vector cache and tells every other cache', async () => {
    const cache = join(folder.path, 'vectors');
    mkdirSync(cache);
    writeFileSync(join(cache, 'index.bin'), 'x');
    const before = await corpus.passages.journalPosition();
    await rebuild();
    expect(existsSync(cache)).toBe(false);
    const after = await corpus.passages.journalPosition();
    expect(after.epoch).not.toBe(before.epoch);
    await corpus.documents.save(draftOf(['later']), { embed });
    expect((await corpus.passages.changesSince(after.seq, 10)).length).toBe(1);
  });

  it('leaves a mark when it is cut short, and none when it is done', async () => {
    const failing = {
      ...embed,
      modelId: 'failing',
      embedDocuments: async () => Promise.reject(new Error('stopped')),
    };
    await expect(rebuild({ embed: failing })).rejects.toThrow('stopped');
    expect(await corpus.meta.get(rebuildMark)).not.toBeNull();
    await rebuild();
    expect(await corpus.meta.get(rebuildMark)).toBeNull();
    expect(await problems()).toEqual([]);
  });

  it('shows how far it is', async () => {
    const said: string[] = [];
    const other = countingEmbedder('other-model');
    await rebuild({ embed: other, onProgress: (task, done, total) => said.push(`${task} ${done}/${total}`) });
    expect(said).toEqual(['words 3/3', 'vectors 6/6']);
  });
});

describe('embedMissing', () => {
  it('goes on where it was stopped', async () => {
    let calls = 0;
    const other = countingEmbedder('other-model');
    const stopping = {
      ...other,
      embedDocuments: (texts: string[]) => {
        calls += 1;
        return calls === 2 ? Promise.reject(new Error('stopped')) : other.embedDocuments(texts);
      },
    };
    const many = Array.from({ length: 200 }, (_, index) => `paragraph ${index}`);
    await corpus.documents.save(draftOf(many, { url: 'https://example.org/long' }), { embed: null });
    await expect(embedMissing(corpus, stopping)).rejects.toThrow('stopped');
    const left = await corpus.embeddings.countMissing('other-model');
    expect(left).toBe(206 - 128);
    expect(await embedMissing(corpus, other)).toBe(left);
    expect(other.embedded.length).toBe(206);
  });
});

describe('verify', () => {
  it('finds a passage that is not the stretch of text that it says it is', async () => {
    run("UPDATE passages SET text = 'forged' WHERE id = 1");
    expect(await problems()).toEqual(['passage 1 is not the stretch of its document that it says']);
  });

  it('finds a passage that is searchable although its document is retracted', async () => {
    run("UPDATE documents SET status = 'retracted' WHERE id = 2");
    expect(await problems()).toEqual(
      [3, 4].map((id) => expect.stringContaining(`passage ${id} can be found although`)),
    );
  });

  it('names the first few of many', async () => {
    run("UPDATE passages SET text = 'forged'");
    const found = await problems();
    expect([found.length, found.at(-1)]).toEqual([6, '... and 1 more']);
  });
});

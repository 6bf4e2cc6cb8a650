import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Corpus } from './corpus.ts';
import { corpusIn, draftOf, temporaryFolder } from './corpus-for-tests.ts';
import { FakeEmbedder } from './fake-embedder.ts';
import { newEpoch } from './journal.ts';
import { silentLog } from './log.ts';
import type { VectorIndex } from './vector-index.ts';
import { indexFolder, openVectorIndex } from './vectors.ts';

// Milliseconds of work, but threads and models that start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const embedder = new FakeEmbedder();

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
let index: VectorIndex;

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});

afterEach(async () => {
  await index.close();
  await corpus.close();
  folder.dispose();
});

async function openIndex(): Promise<VectorIndex> {
  index = await openVectorIndex({ config: { DATA_DIR: folder.path }, corpus, embedder, log: silentLog() });
  return index;
}

async function save(url: string, paragraphs: readonly string[]): Promise<number> {
  return (await corpus.documents.save(draftOf(paragraphs, { url }), { embed: embedder })).document.id;
}

/** Texts of the passages nearest to a question. */
async function nearest(question: string): Promise<readonly string[]> {
  const hits = await index.search(Float32Array.from(await embedder.embedQuery(question)), 10);
  return (await corpus.passages.byIds(hits.map((hit) => hit.passageId))).map((passage) => passage.text);
}

describe('openVectorIndex', () => {
  it('follows the corpus: new, changed and retracted documents', async () => {
    await openIndex();
    expect(index.count()).toBe(0);
    const id = await save('https://example.org/1', ['a bb ccc', 'dddddd eeeeee']);
    await save('https://example.org/2', ['ffffff gggggg hhhhhh']);
    await index.catchUp();
    expect((await nearest('xxxxxx'))[0]).toMatch(/^(dddddd|ffffff)/);
    expect(await nearest('xxxxxx')).toHaveLength(3);
    await save('https://example.org/1', ['a bb ccc', 'a a a a']);
    await index.catchUp();
    expect((await nearest('xxxxxx'))[0]).toBe('ffffff gggggg hhhhhh');
    await corpus.documents.retract(id, 'test');
    await index.catchUp();
    expect(await nearest('a')).toEqual(['ffffff gggggg hhhhhh']);
  });

  it('keeps its file beside the database and does without it', async () => {
    await save('https://example.org/1', ['a bb ccc']);
    await openIndex();
    await index.close();
    expect(existsSync(indexFolder(folder.path, embedder.modelId))).toBe(true);
    rmSync(indexFolder(folder.path, embedder.modelId), { recursive: true });
    await openIndex();
    expect(await nearest('a')).toEqual(['a bb ccc']);
  });

  it('notices that the database started a new history', async () => {
    await save('https://example.org/1', ['a bb ccc']);
    await openIndex();
    const id = await save('https://example.org/2', ['dddddd']);
    await index.catchUp();
    await corpus.documents.retract(id, 'test');
    newEpoch(corpus.database);
    await index.catchUp();
    expect(index.count()).toBe(1);
    expect(await nearest('dddddd')).toEqual(['a bb ccc']);
  });
});

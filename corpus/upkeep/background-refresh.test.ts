import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { type Corpus, openCorpus, rulesMark } from '../corpus.ts';
import { openEmbedder } from '../embedding/embedder.ts';
import { silentLog } from '../log.ts';
import { indexFields } from '../terms/lexical.ts';
import { draftOf, temporaryFolder } from '../trials/corpus-for-tests.ts';
import { findStaleness, refreshInBackground } from './background-refresh.ts';
import { verifyCorpus } from './verify.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await openCorpus({ dataDir: folder.path, log: silentLog(), indexFields });
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

describe('a refresh in the background', () => {
  it('brings words and vectors up to this program while the corpus is open and answers', async () => {
    const config = readConfig({ DATA_DIR: folder.path });
    const embedder = await openEmbedder(config, silentLog());
    await corpus.documents.save(draftOf(['Норвегія передала 40 машин.', 'Sappers work.']), { embed: null });
    await corpus.meta.set(rulesMark, 'older');
    expect(await findStaleness(corpus, embedder.modelId)).toEqual({
      passages: 2,
      words: true,
      withoutVector: 2,
    });
    const refresh = refreshInBackground(config, silentLog());
    expect(await corpus.fullText.match('"sapper"', { limit: 5 })).toHaveLength(1);
    await refresh.done;
    expect(await findStaleness(corpus, embedder.modelId)).toEqual({
      passages: 2,
      words: false,
      withoutVector: 0,
    });
    expect((await verifyCorpus(corpus, embedder)).problems).toEqual([]);
    await embedder.close();
  });

  it('can be stopped, and leaves a sound corpus that is still marked as out of date', async () => {
    const config = readConfig({ DATA_DIR: folder.path });
    await corpus.documents.save(draftOf(['Норвегія передала 40 машин.']), { embed: null });
    await corpus.meta.set(rulesMark, 'older');
    await refreshInBackground(config, silentLog()).stop();
    expect(await corpus.meta.get(rulesMark)).toBe('older');
    expect((await verifyCorpus(corpus, null)).problems).toEqual([]);
  });
});

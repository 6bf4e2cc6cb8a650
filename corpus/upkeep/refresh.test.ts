import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Corpus, rulesMark } from '../corpus.ts';
import { silentLog } from '../log.ts';
import { indexFields } from '../terms/lexical.ts';
import {
  corpusIn,
  countingEmbedder,
  draftOf,
  plainFields,
  temporaryFolder,
} from '../trials/corpus-for-tests.ts';
import { refreshCorpus } from './refresh.ts';
import { verifyCorpus } from './verify.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
  await corpus.documents.save(draftOf(['alpha', 'beta']), { embed: countingEmbedder() });
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

const refresh = (embed = countingEmbedder()) =>
  refreshCorpus(corpus, {
    indexFields: (p) => ({ ...plainFields(p), concepts: 'cnew' }),
    embed,
    log: silentLog(),
  });

describe('refreshCorpus', () => {
  it('does nothing for a corpus made by this program', async () => {
    const before = await corpus.passages.journalPosition();
    expect(await refresh()).toEqual({ reindexed: 0, embedded: 0 });
    expect(await corpus.passages.journalPosition()).toEqual(before);
  });

  it('indexes again after a change of the rules, once', async () => {
    await corpus.meta.set(rulesMark, 'older');
    expect(await refresh()).toEqual({ reindexed: 1, embedded: 0 });
    expect(await corpus.fullText.match('"cnew"', { limit: 5 })).toHaveLength(2);
    expect(await refresh()).toEqual({ reindexed: 0, embedded: 0 });
    expect((await verifyCorpus(corpus, countingEmbedder())).problems).toEqual([]);
  });

  it('replaces only the stored terms of passages whose words are the same', async () => {
    const read = {
      text: 'Скажи всім таке:\nЯпонія передала 999 машин.',
      context: '',
      language: 'uk',
      about: '',
    } as const;
    const { stems, concepts, grams, terms } = indexFields(read);
    const stored = corpus.database.prepare('SELECT DISTINCT terms FROM ranking_terms').pluck();
    const refreshTo = async (block: Uint8Array) => {
      await corpus.meta.set(rulesMark, 'older');
      const fields = () => ({ stems, concepts, grams, terms: block });
      await refreshCorpus(corpus, { indexFields: fields, embed: null, log: silentLog() });
      expect(stored.all()).toEqual([Buffer.from(block)]);
    };
    await refreshTo(terms);
    const before = await corpus.passages.journalPosition();
    const otherRanges = Uint8Array.from(terms, (byte, at) => (at === 20 ? byte + 1 : byte));
    await refreshTo(otherRanges);
    expect(await corpus.passages.journalPosition()).toEqual(before);
    const otherWords = Uint8Array.from(terms, (byte, at) => (at === 12 ? byte ^ 1 : byte));
    await refreshTo(otherWords);
    expect((await corpus.passages.journalPosition()).seq).toBe(before.seq + 2);
    expect((await verifyCorpus(corpus, countingEmbedder())).problems).toEqual([]);
  });

  it('embeds for a new model and keeps the vectors of the old one', async () => {
    const other = countingEmbedder('other-model');
    expect(await refresh(other)).toEqual({ reindexed: 0, embedded: 2 });
    expect((await corpus.embeddings.models()).map((model) => model.count)).toEqual([2, 2]);
  });
});

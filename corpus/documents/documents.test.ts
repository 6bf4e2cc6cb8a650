import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import {
  corpusIn,
  countingEmbedder,
  draftOf,
  plainFields,
  temporaryFolder,
} from '../trials/corpus-for-tests.ts';
import { verifyCorpus } from '../upkeep/verify.ts';
import { saveDocument } from './save-document.ts';
import { openSearchable } from './searchable.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
let embed: ReturnType<typeof countingEmbedder>;

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
  embed = countingEmbedder();
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

const save = (paragraphs: string[], change: Parameters<typeof draftOf>[1] = {}) =>
  corpus.documents.save(draftOf(paragraphs, change), { embed });
const found = async (word: string) => {
  const hits = await corpus.fullText.match(`"${word}"`, { limit: 10 });
  return (await corpus.passages.byIds(hits.map((hit) => hit.passageId))).map((passage) => passage.text);
};

describe('save', () => {
  it('stores a document whose passages are found by word, key and vector', async () => {
    const { outcome, document } = await save(['Japan gave detectors.', 'Lithuania gave money.']);
    expect(outcome).toBe('created');
    expect(await found('norway')).toEqual([]);
    expect(await found('japan')).toEqual(['Japan gave detectors.']);
    const [passage] = await corpus.documents.passagesOf(document.id);
    const again = await corpus.passages.findByKey(passage!.key);
    expect(again).toMatchObject({
      searchable: true,
      document: { key: document.key },
      passage: { text: 'Japan gave detectors.' },
    });
    const vectors = await corpus.passages.vectors([passage!.id], embed.modelId);
    expect([...vectors.get(passage!.id)!]).toEqual(['Title\nJapan gave detectors.'.length, 4]);
  });

  it('touches only the time of the fetch when nothing changed', async () => {
    const first = await save(['One paragraph.']);
    embed.embedded.length = 0;
    const before = await corpus.passages.journalPosition();
    const second = await save(['One paragraph.'], { fetchedAt: '2024-06-01T00:00:00.000Z' });
    expect(second.outcome).toBe('unchanged');
    expect(second.document).toEqual({ ...first.document, fetchedAt: '2024-06-01T00:00:00.000Z' });
    expect(embed.embedded).toEqual([]);
    expect(await corpus.passages.journalPosition()).toEqual(before);
  });

  it('makes a version of a changed text and embeds only what is new', async () => {
    const first = await save(['Stays as it is.', 'The sum is 5 million.']);
    const kept = (await corpus.documents.passagesOf(first.document.id))[0]!;
    embed.embedded.length = 0;
    const second = await save(['A new opening.', 'Stays as it is.', 'The sum is 7 million.']);
    expect(second.outcome).toBe('updated');
    expect(second.document.versionNumber).toBe(2);
    expect(embed.embedded).toEqual(['Title\nA new opening.', 'Title\nThe sum is 7 million.']);
    const now = await corpus.documents.passagesOf(first.document.id);
    expect(now[1]).toMatchObject({ id: kept.id, key: kept.key, text: 'Stays as it is.', ordinal: 1 });
    expect(await found('5')).toEqual([]);
    expect(await found('7')).toEqual(['The sum is 7 million.']);
    expect((await corpus.documents.versions(first.document.id)).map((version) => version.number)).toEqual([
      2, 1,
    ]);
  });

  it('keeps the passages of an old version for old citations', async () => {
    const { document } = await save(['The sum is 5 million.']);
    const old = (await corpus.documents.passagesOf(document.id))[0]!;
    await save(['The sum is 7 million.']);
    const cited = await corpus.passages.findByKey(old.key);
    expect(cited).toMatchObject({ searchable: false, passage: { text: 'The sum is 5 million.' } });
    const text = await corpus.documents.versionText(cited!.versionId);
    expect(text!.slice(cited!.passage.start, cited!.passage.end)).toBe('The sum is 5 million.');
    expect(await corpus.passages.byIds([old.id])).toEqual([]);
  });

  it('brings a passage back under its old id when the text returns', async () => {
    const { document } = await save(['The sum is 5 million.']);
    const old = (await corpus.documents.passagesOf(document.id))[0]!;
    await save(['The sum is 7 million.']);
    await save(['The sum is 5 million.']);
    expect((await corpus.documents.passagesOf(document.id)).map((passage) => passage.id)).toEqual([old.id]);
    expect(await found('5')).toEqual(['The sum is 5 million.']);
  });

  it('cuts the same text anew without a new version', async () => {
    const draft = draftOf(['One. Two.']);
    await corpus.documents.save(draft, { embed });
    const cut = [
      { ...draft.passages[0]!, end: 4 },
      { ...draft.passages[0]!, start: 5 },
    ];
    const { outcome, document } = await corpus.documents.save({ ...draft, passages: cut }, { embed });
    expect([outcome, document.versionNumber]).toEqual(['updated', 1]);
    expect(await found('two')).toEqual(['Two.']);
  });

  it('finds a passage by its new title without a new version', async () => {
    await save(['One paragraph.'], { title: 'Before' });
    const { outcome, document } = await save(['One paragraph.'], { title: 'After' });
    expect([outcome, document.versionNumber, document.title]).toEqual(['updated', 1, 'After']);
    expect(await found('before')).toEqual([]);
    expect(await found('after')).toEqual(['One paragraph.']);
  });

  it('knows a page under every spelling of its address', async () => {
    await save(['One.'], { url: 'https://www.example.org/page/?utm_source=feed#top' });
    const second = await save(['One.'], { url: 'http://EXAMPLE.org/page' });
    expect(second.outcome).toBe('unchanged');
    expect(await corpus.documents.count()).toBe(1);
    expect((await corpus.documents.findByUrl('https://example.org/page?fbclid=1'))?.id).toBe(
      second.document.id,
    );
  });

  it('refuses an address that belongs to another key', async () => {
    await save(['One.'], { key: 'first' });
    await expect(save(['Two.'], { key: 'second' })).rejects.toThrow(/stored as document "first"/);
  });

  it('refuses passages outside the text and stores nothing', async () => {
    const draft = draftOf(['Short.']);
    const passages = [{ ...draft.passages[0]!, end: 100 }];
    await expect(corpus.documents.save({ ...draft, passages }, { embed })).rejects.toThrow(RangeError);
    expect(await corpus.documents.count()).toBe(0);
  });

  it('stores nothing when the model fails or returns a wrong vector', async () => {
    const broken = { ...embed, embedDocuments: async () => [[1, 2, 3]] };
    await expect(corpus.documents.save(draftOf(['One.']), { embed: broken })).rejects.toThrow(/expected 2/);
    expect(await corpus.documents.count()).toBe(0);
  });

  it('marks the same text at another address as a duplicate, and lets go when it changes', async () => {
    const original = await save(['Word for word.']);
    const copy = await save(['Word for word.'], { url: 'https://other.org/copy' });
    expect(copy.document.duplicateOf).toBe(original.document.id);
    await save(['Rewritten.'], { url: 'https://example.org/page' });
    expect((await corpus.documents.findByKey(copy.document.key))?.duplicateOf).toBeNull();
  });

  it('embeds a text once although many documents hold it', async () => {
    await save(['Shared words.']);
    await save(['Shared words.'], { url: 'https://other.org/copy' });
    expect(embed.embedded).toEqual(['Title\nShared words.']);
  });

  it('starts again when another process stores the document meanwhile', async () => {
    const racing = {
      ...embed,
      embedDocuments: async (texts: string[]) => {
        if ((await corpus.documents.count()) === 0) await save(['By the other process.']);
        return embed.embedDocuments(texts);
      },
    };
    const { outcome, document } = await corpus.documents.save(draftOf(['By this one.']), { embed: racing });
    expect([outcome, document.versionNumber]).toEqual(['updated', 2]);
    expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
  });

  it('leaves nothing behind when it fails in the middle of the transaction', async () => {
    let calls = 0;
    const failing = () => {
      calls += 1;
      if (calls > 1) throw new Error('index broke');
      return plainFields({ text: 'x', context: '' });
    };
    const deps = {
      db: corpus.database,
      searchable: openSearchable(corpus.database, failing),
      indexFields: failing,
    };
    // The terms of the second passage are asked for inside the transaction, where the failure must undo everything.
    const draft = draftOf(['One.', 'Two.']);
    await expect(saveDocument(deps, draft, null)).rejects.toThrow('index broke');
    expect(await corpus.documents.count()).toBe(0);
    expect(corpus.database.prepare('SELECT count(*) AS n FROM versions').get()).toEqual({ n: 0 });
  });

  it('gives the same keys after a rebuild from nothing', async () => {
    const paragraphs = ['Repeated.', 'Other.', 'Repeated.'];
    const first = await corpus.documents.passagesOf((await save(paragraphs)).document.id);
    const elsewhere = temporaryFolder();
    const second = await corpusIn(elsewhere.path);
    const saved = await second.documents.save(draftOf(paragraphs), { embed: null });
    expect((await second.documents.passagesOf(saved.document.id)).map((p) => p.key)).toEqual(
      first.map((p) => p.key),
    );
    expect(new Set(first.map((p) => p.key)).size).toBe(3);
    expect(first.every((p) => /^[a-z0-9]{12}$/.test(p.key))).toBe(true);
    await second.close();
    elsewhere.dispose();
  });
});

describe('status', () => {
  it('takes a retracted document out of answers and keeps it retracted', async () => {
    const { document } = await save(['A wrong claim.']);
    await corpus.documents.retract(document.id, 'withdrawn by the publisher');
    expect(await found('wrong')).toEqual([]);
    const again = await save(['A wrong claim, edited.']);
    expect(again.document).toMatchObject({ status: 'retracted', statusReason: 'withdrawn by the publisher' });
    expect(await found('wrong')).toEqual([]);
    await corpus.documents.restore(document.id);
    expect(await found('wrong')).toEqual(['A wrong claim, edited.']);
  });

  it('brings a vanished page back with its next save', async () => {
    const { document } = await save(['Here.']);
    await corpus.documents.vanish(document.id, '404');
    expect(await found('title')).toEqual([]);
    expect((await save(['Here.'])).document.status).toBe('current');
    expect(await found('title')).toEqual(['Here.']);
  });

  it('keeps the last good version when a page goes bad', async () => {
    await save(['The good text.']);
    const bad = await save(['Please accept cookies.'], { status: 'held' });
    expect(bad.outcome).toBe('unchanged');
    expect(await found('good')).toEqual(['The good text.']);
  });

  it('answers from a held document only after it is restored', async () => {
    const { document } = await save(['Waits for a moderator.'], { status: 'held' });
    expect(await found('waits')).toEqual([]);
    await corpus.documents.restore(document.id);
    expect(await found('waits')).toEqual(['Waits for a moderator.']);
  });

  it('says which document does not exist', async () => {
    await expect(corpus.documents.retract(99, 'x')).rejects.toThrow('no document with number 99');
  });
});

describe('briefs', () => {
  it('give way to the page that they retell and come back without it', async () => {
    await save(['Our retelling.'], { key: 'brief-1', isBrief: true });
    expect(await found('our')).toEqual(['Our retelling.']);
    const page = await save(['The page itself.']);
    expect(await found('our')).toEqual([]);
    expect(await found('page')).toEqual(['The page itself.']);
    await corpus.documents.retract(page.document.id, 'gone wrong');
    expect(await found('our')).toEqual(['Our retelling.']);
  });
});

describe('nearDuplicates', () => {
  it('finds an edited copy of a long text and nothing else', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${(index * 7919) % 1000}`);
    const original = await save([words.join(' ')], { url: 'https://a.org/1' });
    const copy = await save([[...words.slice(0, 199), 'changed'].join(' ')], { url: 'https://b.org/1' });
    await save([words.map((word) => `other${word}`).join(' ')], { url: 'https://c.org/1' });
    const near = await corpus.documents.nearDuplicates(copy.document);
    expect(near.map((document) => document.id)).toEqual([original.document.id, copy.document.id]);
  });
});

describe('any sequence of saves and moderation', () => {
  const paragraph = fc.constantFrom('alpha one', 'beta two', 'gamma three', 'delta four');
  const step = fc.oneof(
    fc.record({
      act: fc.constant('save' as const),
      page: fc.nat(2),
      text: fc.array(paragraph, { maxLength: 4 }),
      brief: fc.boolean(),
    }),
    fc.record({
      act: fc.constantFrom('retract' as const, 'hold' as const, 'vanish' as const, 'restore' as const),
      page: fc.nat(2),
    }),
  );
  it('leaves index, vectors, offsets and journal in step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const place = temporaryFolder();
        const one = await corpusIn(place.path);
        for (const item of steps) {
          if (item.act === 'save') {
            const url = `https://example.org/${item.page}`;
            await one.documents.save(draftOf(item.text, { url, isBrief: item.brief }), { embed });
          } else {
            const document = await one.documents.findByUrl(`https://example.org/${item.page}`);
            if (document === null) continue;
            if (item.act === 'restore') await one.documents.restore(document.id);
            else await one.documents[item.act](document.id, 'reason');
          }
        }
        const report = await verifyCorpus(one, embed);
        const alive = new Set<number>();
        for (const change of await one.passages.changesSince(0, 10_000)) {
          if (change.change === 'added') alive.add(change.passageId);
          else alive.delete(change.passageId);
        }
        const ids: number[] = [];
        for await (const batch of one.passages.all(3)) ids.push(...batch.map((passage) => passage.id));
        await one.close();
        place.dispose();
        expect(report.problems).toEqual([]);
        expect([...alive].sort((a, b) => a - b)).toEqual(ids);
      }),
      { numRuns: 25 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { embedTexts, fromBlob, toBlob } from '../embedding/embeddings.ts';
import { corpusIn, countingEmbedder, draftOf, temporaryFolder } from '../trials/corpus-for-tests.ts';

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

const save = async (paragraphs: string[], options: { url?: string; embed?: typeof embed | null } = {}) => {
  const draft = draftOf(paragraphs, { url: options.url ?? 'https://example.org/page' });
  const { document } = await corpus.documents.save(draft, {
    embed: options.embed === undefined ? embed : options.embed,
  });
  return corpus.documents.passagesOf(document.id);
};

describe('byIds', () => {
  it('answers in the order asked for and leaves out what is not there', async () => {
    const [a, b] = await save(['One.', 'Two.']);
    const found = await corpus.passages.byIds([b!.id, 999, a!.id]);
    expect(found.map((passage) => passage.text)).toEqual(['Two.', 'One.']);
    expect(Object.keys(found[0]!)).not.toContain('searchable');
  });

  it('never returns a passage of a document that is out of use', async () => {
    const [a] = await save(['One.']);
    await corpus.documents.retract(a!.documentId, 'wrong');
    expect(await corpus.passages.byIds([a!.id])).toEqual([]);
    expect((await corpus.passages.vectors([a!.id], embed.modelId)).size).toBe(0);
  });
});

describe('neighbours', () => {
  it('are the passages around one, in reading order, of the same document', async () => {
    const passages = await save(['One.', 'Two.', 'Three.', 'Four.']);
    await save(['Elsewhere.'], { url: 'https://example.org/other' });
    const around = await corpus.passages.neighbours(passages[1]!.id, { before: 5, after: 1 });
    expect(around.map((passage) => passage.text)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('of an unknown passage are none', async () => {
    expect(await corpus.passages.neighbours(7, { before: 1, after: 1 })).toEqual([]);
  });
});

describe('newest', () => {
  it('gives the first passages of the pages published last, none of the future, without a date or out of use', async () => {
    const publish = async (name: string, published: string | null) => {
      const draft = {
        ...draftOf([`${name} opens.`, `${name} goes on.`], { url: `https://example.org/${name}` }),
        published,
      };
      return (await corpus.documents.save(draft, { embed: null })).document.id;
    };
    await publish('March', '2026-03-02');
    await publish('May', '2026-05');
    await publish('December', '2026-12-24');
    await publish('Never', null);
    await corpus.documents.retract(await publish('Wrong', '2026-06-01'), 'wrong');
    const ids = await corpus.passages.newest(5, '2026-11-30');
    expect((await corpus.passages.byIds(ids)).map(({ text }) => text)).toEqual([
      'May opens.',
      'March opens.',
    ]);
    expect(await corpus.passages.newest(1, '2026-11-30')).toEqual(ids.slice(0, 1));
  });
});

describe('findByKey', () => {
  it('is null for a key that nobody has', async () => {
    expect(await corpus.passages.findByKey('aaaaaaaaaaaa')).toBeNull();
  });
});

describe('allVectors', () => {
  it('gives every searchable passage once, in batches', async () => {
    const passages = await save(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
    const [gone] = await save(['Gone.'], { url: 'https://example.org/gone' });
    await corpus.documents.vanish(gone!.documentId, '404');
    const sizes: number[] = [];
    const ids: number[] = [];
    for await (const batch of corpus.passages.allVectors(embed.modelId, 2)) {
      sizes.push(batch.length);
      ids.push(...batch.map((item) => item.passageId));
    }
    expect(sizes).toEqual([2, 2, 1]);
    expect(ids).toEqual(passages.map((passage) => passage.id));
    expect(await corpus.passages.countVectors(embed.modelId)).toBe(5);
  });

  it('knows nothing of another model', async () => {
    await save(['One.']);
    for await (const batch of corpus.passages.allVectors('other')) expect(batch).toEqual([]);
    expect(await corpus.passages.countVectors('other')).toBe(0);
  });
});

describe('the journal', () => {
  it('lets another process catch up, and shows vectors that come later', async () => {
    const [passage] = await save(['One.'], { embed: null });
    const other = await corpusIn(folder.path);
    const start = await other.passages.journalPosition();
    expect(await other.passages.changesSince(start.seq, 10)).toEqual([]);
    const [missing] = await corpus.embeddings.missing(embed.modelId, 10);
    await corpus.embeddings.save(embed, await embedTexts(embed, [missing!]));
    const changes = await other.passages.changesSince(start.seq, 10);
    expect(changes).toEqual([{ seq: start.seq + 1, passageId: passage!.id, change: 'added' }]);
    await other.close();
  });
});

describe('embeddings', () => {
  it('lists each missing text once and nothing after it is stored', async () => {
    await save(['Same.', 'Same.', 'Other.'], { embed: null });
    expect(await corpus.embeddings.countMissing(embed.modelId)).toBe(2);
    const missing = await corpus.embeddings.missing(embed.modelId, 10);
    expect(missing.map((item) => item.text).sort()).toEqual(['Title\nOther.', 'Title\nSame.']);
    await corpus.embeddings.save(embed, await embedTexts(embed, missing));
    expect(await corpus.embeddings.countMissing(embed.modelId)).toBe(0);
    expect(await corpus.embeddings.models()).toEqual([{ modelId: embed.modelId, dimensions: 2, count: 2 }]);
  });

  it('forgets unused vectors and other models, and nothing else', async () => {
    await save(['Stays.']);
    await corpus.embeddings.save(embed, [{ contentHash: 'nobody', vector: Float32Array.of(1, 2) }]);
    const old = countingEmbedder('old-model');
    await save(['Stays.', 'Too.'], { embed: old });
    expect(await corpus.embeddings.prune([embed.modelId])).toBe(3);
    expect(await corpus.embeddings.models()).toEqual([{ modelId: embed.modelId, dimensions: 2, count: 1 }]);
  });

  it('refuses a vector that is not finite', async () => {
    const broken = { ...embed, embedDocuments: async () => [[Number.NaN, 1]] };
    await expect(embedTexts(broken, [{ contentHash: 'h', text: 't' }])).rejects.toThrow(/not finite/);
  });

  it('are stored as little-endian float32', () => {
    const vector = Float32Array.of(1, -2.5);
    expect(toBlob(vector).toString('hex')).toBe('0000803f000020c0');
    expect([...fromBlob(toBlob(vector))]).toEqual([1, -2.5]);
  });
});

describe('the word index', () => {
  it('ranks by the weights given and counts documents of a term', async () => {
    await save(['mines mines mines', 'mines and fields of grain']);
    const hits = await corpus.fullText.match('"mines"', { limit: 10 });
    expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((a, b) => b - a));
    const counts = await corpus.fullText.documentCounts('stems', ['mines', 'grain', 'nothing']);
    expect([...counts.values()]).toEqual([2, 1, 0]);
    expect(await corpus.fullText.documentCounts('grams', ['mines'])).toEqual(new Map([['mines', 0]]));
  });

  it('throws for a broken expression instead of finding nothing', async () => {
    await expect(corpus.fullText.match('"unclosed', { limit: 1 })).rejects.toThrow();
  });
});

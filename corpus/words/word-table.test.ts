import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullTextColumns } from './full-text.ts';
import { DamagedWords, PostingWriter, roomForPostings, unpackPostings } from './posting-list.ts';
import { WordFile, WordFileWriter } from './word-file.ts';
import { type WeightedTerm, WordTable } from './word-table.ts';
import { countTerms, type WordFields } from './word-terms.ts';

let folder: string;
const open: WordTable[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-test-'));
});

afterEach(() => {
  for (const table of open.splice(0)) table.close();
  rmSync(folder, { recursive: true, force: true });
});

async function tableOf(passages: ReadonlyMap<number, WordFields>): Promise<WordTable> {
  await writeFileOf(passages);
  return openTable();
}

async function writeFileOf(passages: ReadonlyMap<number, WordFields>): Promise<void> {
  const writer = new WordFileWriter();
  for (const [id, fields] of [...passages].sort(([a], [b]) => a - b)) writer.add(id, countTerms(fields));
  await writer.write(folder, { rules: 'test', epoch: 'e', seq: 1 });
}

async function openTable(): Promise<WordTable> {
  const table = new WordTable((await WordFile.open(folder, { rules: 'test' }))!);
  open.push(table);
  return table;
}

/** BM25 as its formula says, over every passage. */
function naiveSearch(passages: ReadonlyMap<number, WordFields>, terms: readonly WeightedTerm[]) {
  const all = [...passages].map(([id, fields]) => ({
    id,
    words: (column: WeightedTerm['column']) => fields[column].split(' ').filter((word) => word !== ''),
    length: fullTextColumns.flatMap((column) => fields[column].split(' ').filter((word) => word !== ''))
      .length,
  }));
  const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  const timesIn = ({ words }: (typeof all)[number], { column, term }: WeightedTerm) =>
    words(column).filter((word) => word === term).length;
  const scored = all.map((passage) => {
    let score = 0;
    for (const wanted of terms) {
      const held = all.filter((other) => timesIn(other, wanted) > 0).length;
      const idf = Math.log((all.length - held + 0.5) / (held + 0.5));
      const f = timesIn(passage, wanted) * wanted.weight;
      score += ((idf <= 0 ? 1e-6 : idf) * f * 2.2) / (f + 1.2 * (0.25 + (0.75 * passage.length) / mean) || 1);
    }
    return { passageId: passage.id, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId);
}

const word = fc.constantFrom('mine', 'dog', 'robot', 'field', 'дрон', '地雷', '2,5');
const words = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));
const fields: fc.Arbitrary<WordFields> = fc.record({ stems: words, concepts: words, grams: words });
const change = fc.record({ id: fc.integer({ min: 1, max: 12 }), fields: fc.option(fields) });
const wanted = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...fullTextColumns), term: word, weight: fc.constantFrom(1, 0.9) }),
  { minLength: 1, maxLength: 5, selector: ({ column, term }) => `${column} ${term}` },
);

/** Changes the table of the file, and compares what it finds with {@link naiveSearch}. */
async function compare(
  stored: readonly WordFields[],
  changes: readonly { readonly id: number; readonly fields: WordFields | null }[],
  terms: readonly WeightedTerm[],
): Promise<void> {
  const passages = new Map(stored.map((one, at) => [at + 1, one]));
  const table = await openTable();
  for (const { id, fields: changed } of changes) {
    if (changed === null) {
      passages.delete(id);
      table.remove(id);
    } else {
      passages.set(id, changed);
      table.add(id, countTerms(changed));
    }
  }
  const expected = naiveSearch(passages, terms);
  const found = table.search(terms, 100);
  // Sums in another order differ in their last bits, so that rounded to some digit two of them may not be the same.
  const scores = new Map(found.map(({ passageId, score }) => [passageId, score]));
  expect([...scores.keys()].sort()).toEqual(expected.map(({ passageId }) => passageId).sort());
  for (const { passageId, score } of expected) expect(scores.get(passageId)).toBeCloseTo(score, 9);
  expect([...found].sort((a, b) => b.score - a.score || a.passageId - b.passageId)).toEqual(found);
  expect(table.search(terms, 3)).toEqual(found.slice(0, 3));
  expect(table.size).toBe(passages.size);
  for (const { column, term } of terms) {
    const held = [...passages.values()].filter((one) => one[column].split(' ').includes(term)).length;
    expect(table.countOf(column, term)).toBe(held);
  }
}

describe('a table of words', () => {
  it('finds, counts and scores as a scan of every passage does, whatever was changed since the file', async () => {
    const property = fc.asyncProperty(
      fc.array(fields, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.array(change, { maxLength: 12 }), wanted), { minLength: 5, maxLength: 5 }),
      async (stored, turns) => {
        // Each file waits for the disk twice, which may take half a second on a machine with other work; so it serves five times.
        await writeFileOf(new Map(stored.map((one, at) => [at + 1, one])));
        for (const [changes, terms] of turns) await compare(stored, changes, terms);
        // A hundred and fifty files open at once may be more than the system lets a process have.
        for (const table of open.splice(0)) table.close();
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });

  it('is empty over an empty corpus', async () => {
    const table = await tableOf(new Map());
    expect(table.search([{ column: 'stems', term: 'mine', weight: 1 }], 5)).toEqual([]);
    expect(table.countOf('stems', '')).toBe(0);
  });
});

describe('a list of postings', () => {
  it('comes back as it was packed', () => {
    const rows = fc.uniqueArray(
      fc.record({ label: fc.nat({ max: 3_000_000 }), times: fc.integer({ min: 1, max: 70_000 }) }),
      { selector: ({ label }) => label, maxLength: 200 },
    );
    fc.assert(
      fc.property(rows, (postings) => {
        const sorted = [...postings].sort((a, b) => a.label - b.label);
        const writer = new PostingWriter();
        for (const { label, times } of sorted) writer.append(label, times);
        const room = roomForPostings(sorted.length);
        unpackPostings(writer.bytes, { count: writer.count, passages: 3_000_001 }, room);
        expect([...room.labels]).toEqual(sorted.map(({ label }) => label));
        expect([...room.times]).toEqual(sorted.map(({ times }) => times));
      }),
    );
  });

  it('is refused when it names a passage that is not there or lacks the word, or is longer or shorter than it says', () => {
    const writer = new PostingWriter();
    for (const label of [3, 70, 900]) writer.append(label, 2);
    const unpack = (bytes: Uint8Array, count: number, passages: number) => () =>
      unpackPostings(bytes, { count, passages }, roomForPostings(10));
    expect(unpack(writer.bytes, 3, 900)).toThrow(DamagedWords);
    expect(unpack(writer.bytes, 2, 1000)).toThrow(DamagedWords);
    expect(unpack(writer.bytes, 4, 1000)).toThrow(DamagedWords);
    expect(unpack(writer.bytes.subarray(0, -1), 3, 1000)).toThrow(DamagedWords);
    expect(unpack(Uint8Array.of(1, 0), 1, 1000)).toThrow('counts 0 in passage 0');
  });
});

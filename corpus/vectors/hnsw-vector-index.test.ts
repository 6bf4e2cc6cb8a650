import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../log.ts';
import { seededRandom } from '../process/seeded-random.ts';
import { damages, fileNamed, indexFiles } from './damage.ts';
import { ExactPoints } from './exact-points.ts';
import { HnswVectorIndex, type VectorIndexOptions } from './hnsw-vector-index.ts';
import { clusteredVector, MemoryVectors } from './memory-vectors.ts';
import { unitVector } from './points.ts';

// Milliseconds of work, but threads and models that start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const dimensions = 16;

let folder: string;
const open: HnswVectorIndex[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-test-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((index) => index.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function openIndex(
  stored: MemoryVectors,
  change: Partial<VectorIndexOptions> = {},
): Promise<HnswVectorIndex> {
  const index = await HnswVectorIndex.open({ folder, stored, log: silentLog(), exactBelow: 0, ...change });
  open.push(index);
  return index;
}

async function settledIndex(
  stored: MemoryVectors,
  change: Partial<VectorIndexOptions> = {},
): Promise<HnswVectorIndex> {
  const index = await openIndex(stored, change);
  await index.settled();
  return index;
}

function filled(count: number, seed = 1): MemoryVectors {
  const random = seededRandom(seed);
  const stored = new MemoryVectors(dimensions);
  for (let id = 1; id <= count; id++) stored.set(id, clusteredVector(random, dimensions));
  return stored;
}

/** The right answer: every stored vector compared. */
async function oracle(stored: MemoryVectors, query: Float32Array, limit: number) {
  const points = new ExactPoints(dimensions);
  for await (const batch of stored.all()) {
    for (const { passageId, vector } of batch) points.add(passageId, unitVector(vector, dimensions));
  }
  return points.search(unitVector(query, dimensions), limit);
}

async function recall(index: HnswVectorIndex, stored: MemoryVectors, seed = 99): Promise<number> {
  const random = seededRandom(seed);
  let found = 0;
  let wanted = 0;
  for (let at = 0; at < 20; at++) {
    const query = clusteredVector(random, dimensions);
    const right = new Set((await oracle(stored, query, 10)).map((hit) => hit.passageId));
    const hits = await index.search(query, 10);
    wanted += right.size;
    found += hits.filter((hit) => right.has(hit.passageId)).length;
  }
  return wanted === 0 ? 1 : found / wanted;
}

/** Writes a good index file and closes it again. */
async function writeIndexFile(stored: MemoryVectors): Promise<void> {
  const index = await settledIndex(stored);
  await index.close();
}

describe('HnswVectorIndex', () => {
  it('finds what comparing every vector finds', async () => {
    const stored = filled(800);
    const index = await settledIndex(stored);
    expect(index.count()).toBe(800);
    expect(await recall(index, stored)).toBeGreaterThan(0.98);
  });

  it('gives the cosine as similarity, best first, and no more hits than there are points', async () => {
    const stored = new MemoryVectors(2);
    stored.set(7, Float32Array.of(0, 5));
    stored.set(9, Float32Array.of(3, 3));
    const index = await HnswVectorIndex.open({ folder, stored, log: silentLog(), exactBelow: 0 });
    open.push(index);
    await index.settled();
    const hits = await index.search(Float32Array.of(0, 1), 10);
    expect(hits.map((hit) => hit.passageId)).toEqual([7, 9]);
    expect(hits[0]!.similarity).toBeCloseTo(1, 5);
    expect(hits[1]!.similarity).toBeCloseTo(Math.SQRT1_2, 5);
  });

  it('answers from an empty corpus with nothing', async () => {
    const index = await settledIndex(new MemoryVectors(dimensions));
    expect(await index.search(new Float32Array(dimensions).fill(1), 5)).toEqual([]);
  });

  it('refuses a limit, a dimension and a vector that make no sense', async () => {
    const index = await settledIndex(filled(3));
    const good = new Float32Array(dimensions).fill(1);
    await expect(index.search(good, 0)).rejects.toThrow(RangeError);
    await expect(index.search(new Float32Array(3).fill(1), 5)).rejects.toThrow(RangeError);
    await expect(index.search(new Float32Array(dimensions), 5)).rejects.toThrow(RangeError);
    await expect(index.search(good.fill(Number.NaN), 5)).rejects.toThrow(RangeError);
  });

  it('takes over additions, replacements and removals, and never returns a removed passage', async () => {
    const stored = filled(300);
    const index = await settledIndex(stored);
    const random = seededRandom(5);
    for (let id = 1; id <= 100; id++) stored.delete(id);
    for (let id = 101; id <= 150; id++) stored.set(id, clusteredVector(random, dimensions));
    for (let id = 301; id <= 350; id++) stored.set(id, clusteredVector(random, dimensions));
    await index.catchUp();
    expect(index.count()).toBe(250);
    expect(await recall(index, stored)).toBeGreaterThan(0.97);
    const hits = await index.search(clusteredVector(random, dimensions), 250);
    expect(hits.every((hit) => hit.passageId > 100)).toBe(true);
  });

  it('keeps in step with the database whatever happens to it', async () => {
    const change = fc.record({ id: fc.integer({ min: 1, max: 12 }), isDeleted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 6 }), async (rounds) => {
        const random = seededRandom(3);
        const stored = new MemoryVectors(dimensions);
        const index = await settledIndex(stored);
        for (const round of rounds) {
          for (const { id, isDeleted } of round) {
            if (isDeleted) stored.delete(id);
            else stored.set(id, clusteredVector(random, dimensions));
          }
          await index.catchUp();
          const hits = await index.search(new Float32Array(dimensions).fill(1), 20);
          expect(hits.map((hit) => hit.passageId).sort()).toEqual([...stored.ids].sort());
        }
        await index.close();
        rmSync(folder, { recursive: true, force: true });
      }),
      { numRuns: 25 },
    );
  });

  it('loads the file it saved and repeats only what changed since', async () => {
    const stored = filled(200);
    await writeIndexFile(stored);
    const written = fileNamed(folder, /^graph-/);
    stored.delete(1);
    stored.set(500, clusteredVector(seededRandom(8), dimensions));
    const index = await openIndex(stored);
    expect(index.isRebuilding()).toBe(false);
    expect(index.count()).toBe(200);
    expect(fileNamed(folder, /^graph-/)).toBe(written);
    expect(await recall(index, stored)).toBeGreaterThan(0.98);
  });

  it('grows from an index that was saved empty', async () => {
    const stored = new MemoryVectors(dimensions);
    await writeIndexFile(stored);
    for (let id = 1; id <= 20; id++) stored.set(id, clusteredVector(seededRandom(id), dimensions));
    const index = await openIndex(stored);
    expect(index.isRebuilding()).toBe(false);
    expect(index.count()).toBe(20);
    expect(await recall(index, stored)).toBe(1);
  });

  it('grows past the capacity it was saved with', async () => {
    const stored = filled(1000);
    await writeIndexFile(stored);
    for (let id = 1001; id <= 1700; id++) stored.set(id, clusteredVector(seededRandom(id), dimensions));
    const index = await openIndex(stored);
    expect(index.isRebuilding()).toBe(false);
    expect(index.count()).toBe(1700);
    expect(await recall(index, stored)).toBeGreaterThan(0.97);
  });

  it('is made again when the database was rebuilt, while it is open and while it is closed', async () => {
    const stored = filled(50);
    const index = await settledIndex(stored);
    stored.delete(1);
    stored.startNewEpoch();
    await index.catchUp();
    await index.settled();
    expect(index.count()).toBe(49);
    await index.close();
    stored.delete(2);
    stored.startNewEpoch();
    const reopened = await settledIndex(stored);
    expect(reopened.count()).toBe(48);
  });

  it('is made again for another model and for another number of dimensions', async () => {
    await writeIndexFile(filled(30));
    const other = new MemoryVectors(dimensions, 'other');
    other.set(1, clusteredVector(seededRandom(1), dimensions));
    expect((await settledIndex(other)).count()).toBe(1);
    const wider = new MemoryVectors(24);
    wider.set(5, clusteredVector(seededRandom(1), 24));
    const index = await settledIndex(wider);
    expect((await index.search(new Float32Array(24).fill(1), 3)).map((hit) => hit.passageId)).toEqual([5]);
  });

  it('compares every vector below the limit and goes over to the graph above it', async () => {
    const stored = filled(40);
    const index = await settledIndex(stored, { exactBelow: 60 });
    const query = clusteredVector(seededRandom(4), dimensions);
    const ids = (hits: readonly { passageId: number }[]) => hits.map((hit) => hit.passageId);
    expect(ids(await index.search(query, 40))).toEqual(ids(await oracle(stored, query, 40)));
    for (let id = 41; id <= 90; id++) stored.set(id, clusteredVector(seededRandom(id), dimensions));
    await index.catchUp();
    expect(index.count()).toBe(90);
    expect(await recall(index, stored)).toBeGreaterThan(0.95);
  });

  it('builds a large graph in a thread and answers from every vector meanwhile', async () => {
    const stored = filled(1500);
    const index = await openIndex(stored, { threadAbove: 1000 });
    expect(index.isRebuilding()).toBe(true);
    expect(await recall(index, stored)).toBe(1);
    stored.delete(1);
    stored.set(2000, clusteredVector(seededRandom(8), dimensions));
    await index.catchUp();
    await index.settled();
    expect(index.count()).toBe(1500);
    expect(await recall(index, stored)).toBeGreaterThan(0.97);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('can be closed while a graph is built in a thread', async () => {
    const index = await openIndex(filled(3000), { threadAbove: 1000 });
    expect(index.isRebuilding()).toBe(true);
    await index.close();
    expect(index.isRebuilding()).toBe(false);
  });

  it('answers although the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const stored = filled(20);
    const index = await settledIndex(stored, { folder: join(folder, 'file', 'below') });
    expect(index.count()).toBe(20);
    expect(await recall(index, stored)).toBeGreaterThan(0.98);
  });

  it('makes the graph again when too many of its points are deleted', async () => {
    const stored = filled(2400);
    const index = await settledIndex(stored);
    for (let id = 1; id <= 1200; id++) stored.delete(id);
    await index.catchUp();
    await index.settled();
    expect(index.count()).toBe(1200);
    expect(await recall(index, stored)).toBeGreaterThan(0.97);
  });
});

describe('a damaged index file', () => {
  for (const target of indexFiles) {
    for (const [how, damage] of Object.entries(damages)) {
      it(`is made again when ${target.source} ${how}`, async () => {
        const stored = filled(60);
        const random = seededRandom(how.length * 31 + target.source.length);
        for (let round = 0; round < 2; round++) {
          await writeIndexFile(stored);
          damage(fileNamed(folder, target), random);
          const index = await openIndex(stored);
          expect(index.isRebuilding()).toBe(true);
          expect(await recall(index, stored)).toBe(1);
          await index.settled();
          expect(await recall(index, stored)).toBeGreaterThan(0.98);
          await index.close();
          rmSync(folder, { recursive: true });
        }
      });
    }
  }

  it('is made again when it belongs to another model, although all its checksums are right', async () => {
    const stored = filled(20);
    await writeIndexFile(stored);
    const other = new MemoryVectors(dimensions, 'other');
    for (let id = 1; id <= 20; id++) other.set(id, clusteredVector(seededRandom(id + 50), dimensions));
    const index = await openIndex(other);
    expect(index.isRebuilding()).toBe(true);
    expect(await recall(index, other)).toBe(1);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { seededRandom } from '../process/seeded-random.ts';
import { damages, fileNamed, indexFiles } from './damage.ts';
import { HnswVectorIndex } from './hnsw-vector-index.ts';
import { clusteredVector, MemoryVectors } from './memory-vectors.ts';
import { indexFolder, inspectVectorIndex } from './vectors.ts';

let dataDir: string;
let stored: MemoryVectors;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'inspect-'));
  stored = new MemoryVectors(4);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const random = seededRandom(3);
const inspect = () =>
  inspectVectorIndex({
    config: { DATA_DIR: dataDir },
    corpus: { passages: { journalPosition: () => stored.position() } },
    model: stored,
  });

async function save(points: number): Promise<string> {
  for (let id = 1; id <= points; id++) stored.set(id, clusteredVector(random, 4));
  const folder = indexFolder(dataDir, stored.modelId);
  const index = await HnswVectorIndex.open({ folder, stored, log: silentLog() });
  await index.settled();
  await index.close();
  return folder;
}

describe('a look at the index file', () => {
  it('tells how many points it has and how far it is behind the database', async () => {
    expect(await inspect()).toEqual({ kind: 'absent' });
    await save(20);
    expect(await inspect()).toEqual({ kind: 'sound', points: 20, changesBehind: 0 });
    stored.set(21, clusteredVector(random, 4));
    expect(await inspect()).toEqual({ kind: 'sound', points: 20, changesBehind: 1 });
  });

  for (const [how, damage] of Object.entries(damages)) {
    it(`notices a graph that ${how}`, async () => {
      const folder = await save(20);
      damage(fileNamed(folder, indexFiles[0]), random);
      expect(await inspect()).toMatchObject({ kind: 'unusable', reason: expect.stringMatching(/^graph-/) });
    });
  }

  it('notices a database that was rebuilt since', async () => {
    await save(20);
    stored.startNewEpoch();
    expect(await inspect()).toMatchObject({ kind: 'unusable', reason: expect.stringContaining('database') });
  });
});

import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openCorpus } from '../../corpus/corpus.ts';
import { HnswVectorIndex } from '../../corpus/hnsw/hnsw-vector-index.ts';
import { indexFields } from '../../corpus/lexical.ts';
import { silentLog } from '../../corpus/log.ts';
import { storedVectors } from '../../corpus/stored-vectors.ts';
import { benchConfig } from './grown-corpus.ts';

/** How long the vector index of a corpus took. */
export interface IndexReport {
  readonly points: number;
  readonly buildMs: number;
  /** Loading it anew; several times. */
  readonly loadMs: readonly number[];
  readonly searchMs: readonly number[];
}

const { dataDir, folder } = JSON.parse(process.argv[2]!) as {
  readonly dataDir: string;
  readonly folder: string;
};
const log = silentLog();
const corpus = await openCorpus({ dataDir: benchConfig(dataDir).DATA_DIR, log, indexFields });
const [model] = await corpus.embeddings.models();
const stored = storedVectors(corpus.passages, model!);
rmSync(folder, { recursive: true, force: true });
const startedAt = performance.now();
const built = await HnswVectorIndex.open({ folder, stored, log });
await built.settled();
await built.close();
const buildMs = performance.now() - startedAt;
const loadMs: number[] = [];
const searchMs: number[] = [];
for (let run = 0; run < 3; run += 1) {
  const from = performance.now();
  const index = await HnswVectorIndex.open({ folder, stored, log });
  loadMs.push(performance.now() - from);
  for await (const batch of stored.all()) {
    for (const { vector } of batch.slice(0, 100)) {
      const asked = performance.now();
      await index.search(vector, 100);
      searchMs.push(performance.now() - asked);
    }
    break;
  }
  await index.close();
}
const report: IndexReport = { points: await stored.count(), buildMs, loadMs, searchMs };
await corpus.close();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(report));

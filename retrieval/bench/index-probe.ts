import { rmSync } from 'node:fs';
import { openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { HnswVectorIndex } from '../../corpus/vectors/hnsw-vector-index.ts';
import { storedVectors } from '../../corpus/vectors/stored-vectors.ts';
import { type Spent, spentOn } from './figure.ts';
import { benchConfig } from './grown-corpus.ts';

/** How long the vector index of a corpus took. */
export interface IndexReport {
  readonly points: number;
  readonly build: Spent;
  /** Loading it anew; several times. */
  readonly loads: readonly Spent[];
  /** A search, as the mean of a hundred; several times. */
  readonly searches: readonly Spent[];
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
const searched = 100;
const build = await spentOn(async () => {
  const built = await HnswVectorIndex.open({ folder, stored, log });
  await built.settled();
  await built.close();
});
const loads: Spent[] = [];
const searches: Spent[] = [];
for (let run = 0; run < 3; run += 1) {
  let index: HnswVectorIndex | undefined;
  loads.push(
    await spentOn(async () => {
      index = await HnswVectorIndex.open({ folder, stored, log });
    }),
  );
  for await (const batch of stored.all()) {
    const vectors = batch.slice(0, searched);
    const all = await spentOn(async () => {
      for (const { vector } of vectors) await index!.search(vector, 100);
    });
    searches.push({ wallMs: all.wallMs / vectors.length, cpuMs: all.cpuMs! / vectors.length });
    break;
  }
  await index!.close();
}
const report: IndexReport = { points: await stored.count(), build, loads, searches };
await corpus.close();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(report));

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe } from './child.ts';
import { type Figure, figuresOfSpent } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { IndexReport } from './index-probe.ts';
import type { BenchOptions } from './options.ts';

/** Building, loading and searching the vector index of each size. */
export async function benchIndex({ sizes, seed }: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const { config } = await growCorpus(size, seed);
    const folder = join(tmpdir(), `bench-index-${process.pid}`);
    const report = await probe<IndexReport>('index-probe', { dataDir: config.DATA_DIR, folder });
    const place = (name: string, unit: string) => ({
      benchmark: 'index',
      name: `${size} passages: ${name}`,
      unit,
    });
    figures.push(
      ...figuresOfSpent(place('build and save', 's'), [report.build], (ms) => ms / 1000),
      ...figuresOfSpent(place('load and check', 'ms'), report.loads, (ms) => ms),
      ...figuresOfSpent(place('nearest 100', 'ms'), report.searches, (ms) => ms),
    );
  }
  return figures;
}

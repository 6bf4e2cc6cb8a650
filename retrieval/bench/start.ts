import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { type Figure, figuresOfSpent, type Spent } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

const question = 'What demining equipment has Japan given Ukraine?';

/** `npm run ask` from the start of the process to its end: over an empty folder, the starter corpus, and grown corpora. */
export async function benchStart({ sizes, seed, repeat }: BenchOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const figure = (name: string, runs: readonly Spent[], target?: Figure['target']) =>
    figuresOfSpent(
      { benchmark: 'start', name, unit: 'ms', ...(target === undefined ? {} : { target }) },
      runs,
      (ms) => ms,
    );
  const times = async (dataDir: string, starter: 'on' | 'off') => {
    const runs: Spent[] = [];
    for (let run = 0; run < repeat; run += 1)
      runs.push(
        await runChild('retrieval/cli.ts', [question], { DATA_DIR: dataDir, STARTER_CORPUS: starter }),
      );
    return runs;
  };
  try {
    const first = await runChild('retrieval/cli.ts', [question], { DATA_DIR: folder });
    const figures = [
      ...figure('first `ask` of all, starter corpus taken in', [first], { most: 15_000 }),
      ...figure('`ask` over the starter corpus', await times(folder, 'on'), { most: 3000 }),
    ];
    for (const size of sizes) {
      const { config } = await growCorpus(size, seed);
      figures.push(...figure(`\`ask\` over ${size} passages`, await times(config.DATA_DIR, 'off')));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

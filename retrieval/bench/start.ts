import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { type Figure, figureOf } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

const question = 'What demining equipment has Japan given Ukraine?';

/** `npm run ask` from the start of the process to its end: over an empty folder, the starter corpus, and grown corpora. */
export async function benchStart({ sizes, seed, repeat }: BenchOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const place = (name: string) => ({ benchmark: 'start', name, unit: 'ms' });
  const times = async (dataDir: string, starter: 'on' | 'off') => {
    const wall: number[] = [];
    for (let run = 0; run < repeat; run += 1)
      wall.push(
        (await runChild('retrieval/cli.ts', [question], { DATA_DIR: dataDir, STARTER_CORPUS: starter }))
          .wallMs,
      );
    return wall;
  };
  try {
    const first = await runChild('retrieval/cli.ts', [question], { DATA_DIR: folder });
    const figures = [
      figureOf({ ...place('first `ask` of all, starter corpus taken in'), target: { most: 15_000 } }, [
        first.wallMs,
      ]),
      figureOf(
        { ...place('`ask` over the starter corpus'), target: { most: 3000 } },
        await times(folder, 'on'),
      ),
    ];
    for (const size of sizes) {
      const { config } = await growCorpus(size, seed);
      figures.push(figureOf(place(`\`ask\` over ${size} passages`), await times(config.DATA_DIR, 'off')));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

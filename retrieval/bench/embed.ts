import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedder } from '../../corpus/embedder.ts';
import { embeddingText } from '../../corpus/keys.ts';
import { loadLexicon } from '../../corpus/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { type Figure, figureOf } from './figure.ts';
import { TextGrower } from './grow-text.ts';
import { benchConfig } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

const passagesPerRun = 400;

/** Passages a second and time of a question through the bundled model, and its first opening. */
export async function benchEmbed({ seed, repeat }: BenchOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-embed-'));
  const startedAt = performance.now();
  const embedder = await openEmbedder(benchConfig(folder), silentLog());
  const openMs = performance.now() - startedAt;
  try {
    const texts = passagesFrom(new TextGrower(loadLexicon(), seed), passagesPerRun);
    await embedder.embedDocuments(texts.slice(0, 32));
    const perSecond: number[] = [];
    const questionMs: number[] = [];
    for (let run = 0; run < repeat; run += 1) {
      const from = performance.now();
      await embedder.embedDocuments([...texts]);
      perSecond.push((texts.length / (performance.now() - from)) * 1000);
      const asked = performance.now();
      for (const text of texts.slice(0, 100)) await embedder.embedQuery(text.slice(0, 60));
      questionMs.push((performance.now() - asked) / 100);
    }
    const place = { benchmark: 'embed' };
    return [
      figureOf({ ...place, name: 'compile and open the bundled model', unit: 'ms' }, [openMs]),
      figureOf({ ...place, name: 'passages', unit: '/s' }, perSecond),
      figureOf({ ...place, name: 'question', unit: 'ms' }, questionMs),
    ];
  } finally {
    await embedder.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function passagesFrom(grower: TextGrower, count: number): string[] {
  const texts: string[] = [];
  for (let number = 0; texts.length < count; number += 1) {
    const { text, passages } = grower.document(number);
    texts.push(
      ...passages.map(({ start, end, context }) => embeddingText({ text: text.slice(start, end), context })),
    );
  }
  return texts.slice(0, count);
}

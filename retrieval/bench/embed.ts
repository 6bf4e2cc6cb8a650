import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedder, type PassageEmbedder } from '../../corpus/embedding/embedder.ts';
import { embeddingText } from '../../corpus/keys/keys.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { type Figure, figuresOfSpent, type Spent, spentOn } from './figure.ts';
import { TextGrower } from './grow-text.ts';
import { benchConfig } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

const passagesPerRun = 400;

/** Passages a second and time of a question through the bundled model, and its first opening. */
export async function benchEmbed({ seed, repeat }: BenchOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-embed-'));
  let embedder: PassageEmbedder | undefined;
  const opening = await spentOn(async () => {
    embedder = await openEmbedder(benchConfig(folder), silentLog());
  });
  try {
    const texts = passagesFrom(new TextGrower(loadLexicon(), seed), passagesPerRun);
    const documents: Spent[] = [];
    const questions: Spent[] = [];
    await embedder!.embedDocuments(texts.slice(0, 32));
    for (let run = 0; run < repeat; run += 1) {
      documents.push(await spentOn(() => embedder!.embedDocuments([...texts])));
      questions.push(
        await spentOn(async () => {
          for (const text of texts.slice(0, 100)) await embedder!.embedQuery(text.slice(0, 60));
        }),
      );
    }
    const place = (name: string, unit: string) => ({ benchmark: 'embed', name, unit });
    return [
      ...figuresOfSpent(place('compile and open the bundled model', 'ms'), [opening], (ms) => ms),
      ...figuresOfSpent(place('passages', '/s'), documents, (ms) => (texts.length / ms) * 1000),
      ...figuresOfSpent(place('question', 'ms'), questions, (ms) => ms / 100),
    ];
  } finally {
    await embedder?.close();
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

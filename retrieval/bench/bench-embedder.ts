import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedder, type PassageEmbedder } from '../../corpus/embedding/embedder.ts';
import { silentLog } from '../../corpus/log.ts';
import { benchConfig } from './grown-corpus.ts';

/** The bundled model out of a folder that is kept between runs. */
export function openBenchEmbedder(): Promise<PassageEmbedder> {
  return openEmbedder(benchConfig(join(tmpdir(), 'demining-aid-bench-model')), silentLog());
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { openCorpus } from '../corpus.ts';
import { openEmbedder } from '../embedding/embedder.ts';
import { messageOf } from '../errors.ts';
import { silentLog } from '../log.ts';
import { indexFields } from '../terms/lexical.ts';
import { type RefreshReport, refreshCorpus } from './refresh.ts';

/** What the thread is given. */
export interface RefreshOrder {
  readonly config: Config;
}

/** The one message it sends. */
export type RefreshReply = { readonly report: RefreshReport } | { readonly error: string };

async function refresh({ config }: RefreshOrder): Promise<RefreshReport> {
  const log = silentLog();
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields, mustExist: true });
  try {
    const embed = await openEmbedder(config, log);
    try {
      return await refreshCorpus(corpus, { indexFields, embed, log });
    } finally {
      await embed.close();
    }
  } finally {
    await corpus.close();
  }
}

const reply: RefreshReply = await refresh(workerData as RefreshOrder).then(
  (report) => ({ report }),
  (error: unknown) => ({ error: messageOf(error) }),
);
parentPort?.postMessage(reply);

import type { Worker } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { type Corpus, rulesMark } from '../corpus.ts';
import type { Logger } from '../log.ts';
import { startTypeScriptThread } from '../process/typescript-thread.ts';
import { indexRules } from '../terms/index-rules.ts';
import type { RefreshOrder, RefreshReply } from './refresh-worker.ts';

/** How much of a corpus is not as this program would make it. */
export interface Staleness {
  readonly passages: number;
  /** The word index was made by other rules. */
  readonly words: boolean;
  /** Passages without a vector of the model. */
  readonly withoutVector: number;
}

/** Tells whether {@link refreshCorpus} would find something to do; two counts. */
export async function findStaleness(corpus: Corpus, modelId: string): Promise<Staleness> {
  const passages = await corpus.passages.count();
  return {
    passages,
    words: (await corpus.meta.get(rulesMark)) !== indexRules(),
    withoutVector: passages - (await corpus.passages.countVectors(modelId)),
  };
}

/** A refresh under way in a thread. */
export interface BackgroundRefresh {
  /** Resolves when it has ended, one way or the other; failures are logged, and the next start tries again. */
  readonly done: Promise<void>;
  /** Gives up what is not stored yet. */
  stop(): Promise<void>;
}

/** Runs `refreshCorpus` in a thread with a connection and a model of its own: a corpus of 100,000 passages takes minutes. */
export function refreshInBackground(config: Config, log: Logger): BackgroundRefresh {
  const startedAt = performance.now();
  const worker = startTypeScriptThread(new URL('./refresh-worker.ts', import.meta.url), {
    config,
  } satisfies RefreshOrder);
  let stopped = false;
  const done = outcomeOf(worker).then((reply) => {
    const durationMs = Math.round(performance.now() - startedAt);
    if ('report' in reply) log.info({ ...reply.report, durationMs }, 'the corpus is up to date');
    else if (!stopped) log.error({ reason: reply.error }, 'the corpus could not be brought up to date');
  });
  return {
    done,
    stop: async () => {
      stopped = true;
      await worker.terminate();
      await done;
    },
  };
}

function outcomeOf(worker: Worker): Promise<RefreshReply> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ error: error.message }));
    worker.once('exit', (code) => resolve({ error: `its thread ended with code ${code}` }));
  });
}

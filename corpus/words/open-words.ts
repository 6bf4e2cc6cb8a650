import type { Config } from '../config.ts';
import { type Corpus, rulesMark } from '../corpus.ts';
import type { Logger } from '../log.ts';
import { startTypeScriptThread } from '../process/typescript-thread.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { indexRules } from '../terms/index-rules.ts';
import { indexWords } from '../terms/lexical.ts';
import { WordIndex } from './word-index.ts';
import type { WordsOrder, WordsReply } from './words-worker.ts';

/** Opens the word index of a corpus; see {@link WordIndex}. */
export function openWordIndex(options: {
  readonly config: Pick<Config, 'DATA_DIR'>;
  readonly corpus: Corpus;
  readonly log: Logger;
  /** For tools and tests; see {@link WordIndexOptions}. */
  readonly delayMs?: number;
  readonly fewest?: number;
}): Promise<WordIndex> {
  const { config, corpus, log, ...rest } = options;
  const folder = dataFolder(config.DATA_DIR).words;
  const rules = indexRules();
  return WordIndex.open({
    folder,
    fallback: corpus.fullText,
    passages: corpus.passages,
    indexWords,
    rules,
    isCurrent: async () => (await corpus.meta.get(rulesMark)) === rules,
    build: (signal) => buildInThread({ dataDir: config.DATA_DIR, folder, rules }, signal),
    log,
    ...rest,
  });
}

async function buildInThread(order: WordsOrder, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const worker = startTypeScriptThread(new URL('./words-worker.ts', import.meta.url), order);
  worker.unref();
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    const { error } = await new Promise<WordsReply>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', ({ message }) => resolve({ error: message }));
      worker.once('exit', (code) => resolve({ error: `its thread ended with code ${code}` }));
    });
    if (error !== null) throw new Error(error);
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

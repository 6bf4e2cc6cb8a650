import { parentPort, workerData } from 'node:worker_threads';
import { openCorpus } from '../corpus.ts';
import { messageOf } from '../errors.ts';
import { silentLog } from '../log.ts';
import { indexFields, indexWords } from '../terms/lexical.ts';
import { buildWords } from './build-words.ts';

/** What the thread that makes the file of postings is given. */
export interface WordsOrder {
  readonly dataDir: string;
  readonly folder: string;
  readonly rules: string;
}

/** The one message it sends: null when the file is there, else why it is not. */
export type WordsReply = { readonly error: string | null };

const { dataDir, folder, rules } = workerData as WordsOrder;

async function build(): Promise<void> {
  const corpus = await openCorpus({ dataDir, log: silentLog(), indexFields, mustExist: true });
  try {
    await buildWords({ passages: corpus.passages, indexWords, folder, rules });
  } finally {
    await corpus.close();
  }
}

const reply: WordsReply = await build().then(
  () => ({ error: null }),
  (error: unknown) => ({ error: messageOf(error) }),
);
parentPort?.postMessage(reply);

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { writeDurably } from '../storage/model-folder.ts';
import { compileModel } from './compile.ts';
import type { ModelConcept } from './vocabulary.ts';

/** What the thread that compiles is given; it posts one message when the files are in the folder. */
export interface CompileOrder {
  readonly concepts: readonly ModelConcept[];
  readonly texts: readonly string[];
  readonly folder: string;
}

const { concepts, texts, folder } = workerData as CompileOrder;
for (const [path, content] of compileModel(concepts, texts)) await writeDurably(join(folder, path), content);
parentPort?.postMessage('done');

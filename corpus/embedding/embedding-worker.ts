import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import { type EngineOptions, openEngine } from './embedding-engine.ts';

/** What the worker is asked. */
export interface WorkerRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What it answers: vectors one after the other, or why there are none. */
export type WorkerReply =
  | {
      readonly id: number;
      readonly count: number;
      readonly dimensions: number;
      readonly values: Float32Array;
    }
  | { readonly id: number; readonly error: string };

// The engine is opened by the first request: a model that cannot be loaded then fails that request, not the thread.
let engine: ReturnType<typeof openEngine> | undefined;

async function answer({ id, texts }: WorkerRequest): Promise<WorkerReply> {
  try {
    engine ??= openEngine(workerData as EngineOptions);
    return { id, ...(await (await engine).embed(texts)) };
  } catch (error) {
    return { id, error: messageOf(error) };
  }
}

// One request after the other: two at once would only share the same core.
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: WorkerRequest) => {
  turn = turn.then(async () => {
    const reply = await answer(request);
    parentPort!.postMessage(reply, 'values' in reply ? [reply.values.buffer as ArrayBuffer] : []);
  });
});

import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { PassageVector } from '../documents/passages.ts';
import { startTypeScriptThread } from '../process/typescript-thread.ts';
import { breathe } from '../storage/sqlite.ts';
import { GraphPoints } from './graph.ts';
import { problemOfGraphFile } from './graph-file.ts';
import type { BuildOrder, BuildReply, BuildRequest } from './graph-worker.ts';
import { unitVector } from './points.ts';

/** The vectors to build from. */
export interface BuildSource {
  readonly dimensions: number;
  readonly count: number;
  readonly batches: AsyncIterable<readonly PassageVector[]>;
  readonly signal: AbortSignal;
}

// One insertion takes 0.2 to 1 ms; the event loop gets its turn at least this often.
const sliceMs = 8;

/** Builds a small graph here, in slices. @throws AbortError when `signal` says so. */
export async function buildInSlices(source: BuildSource): Promise<GraphPoints> {
  const points = GraphPoints.create(source.dimensions, source.count);
  let sliceStart = performance.now();
  for await (const batch of source.batches) {
    for (const { passageId, vector } of batch) {
      points.add(passageId, unitVector(vector, source.dimensions));
      if (performance.now() - sliceStart < sliceMs) continue;
      await breathe();
      source.signal.throwIfAborted();
      sliceStart = performance.now();
    }
  }
  return points;
}

/**
 * Builds a graph in a thread that writes it to a file in `folder`, and loads the file here: 100,000 points take a minute or two,
 * and none of it is felt. @throws AbortError when `signal` says so.
 */
export async function buildInThread(source: BuildSource, folder: string): Promise<GraphPoints> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `build-${randomUUID().slice(0, 8)}.partial`);
  const order: BuildOrder = { dimensions: source.dimensions, capacity: source.count };
  const worker = startTypeScriptThread(new URL('./graph-worker.ts', import.meta.url), order);
  worker.unref();
  try {
    for await (const batch of source.batches) {
      await request(worker, packed(batch, source.dimensions), source.signal);
    }
    const reply = await request(worker, { writeTo: path }, source.signal);
    if (!('labels' in reply)) throw new Error('The thread that builds the vector index did not finish.');
    // Its copy of the graph goes before ours comes: two at once are 250 MB at 100,000 points.
    await worker.terminate();
    const problem = await problemOfGraphFile(path, reply.labels.length);
    if (problem)
      throw new Error(`The vector index could not be written to ${path}: ${problem}. Check the disk.`);
    return await GraphPoints.load(path, { dimensions: source.dimensions, labels: reply.labels });
  } finally {
    await worker.terminate();
    await rm(path, { force: true });
  }
}

function packed(batch: readonly PassageVector[], dimensions: number): BuildRequest {
  const values = new Float32Array(batch.length * dimensions);
  batch.forEach(({ vector }, row) => {
    values.set(vector, row * dimensions);
  });
  return { ids: batch.map(({ passageId }) => passageId), values };
}

function request(worker: Worker, message: BuildRequest, signal: AbortSignal): Promise<BuildReply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const onMessage = (reply: BuildReply) =>
      settle(() =>
        'error' in reply
          ? reject(new Error(`Building the vector index failed: ${reply.error}`))
          : resolve(reply),
      );
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () =>
      settle(() => reject(new Error('The thread that builds the vector index ended early.')));
    const onAbort = () => settle(() => reject(signal.reason as Error));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) return onAbort();
    worker.postMessage(message, 'values' in message ? [message.values.buffer as ArrayBuffer] : []);
  });
}

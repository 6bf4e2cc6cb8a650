import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import { GraphPoints } from './graph.ts';
import { unitVector } from './points.ts';

/** What the thread that builds a graph is given at its start. */
export interface BuildOrder {
  readonly dimensions: number;
  /** Points expected, so that the graph need not grow. */
  readonly capacity: number;
}

/** A batch of points, or the end of them and where the graph goes. */
export type BuildRequest =
  | { readonly ids: readonly number[]; readonly values: Float32Array }
  | { readonly writeTo: string };

/** `added` answers a batch, `labels` the end, `error` either. */
export type BuildReply =
  | { readonly added: number }
  | { readonly labels: readonly number[] }
  | { readonly error: string };

const { dimensions, capacity } = workerData as BuildOrder;
const points = GraphPoints.create(dimensions, capacity);

async function answer(request: BuildRequest): Promise<BuildReply> {
  if ('writeTo' in request) {
    await points.write(request.writeTo);
    return { labels: points.labels };
  }
  request.ids.forEach((id, row) => {
    points.add(id, unitVector(request.values.subarray(row * dimensions, (row + 1) * dimensions), dimensions));
  });
  return { added: request.ids.length };
}

parentPort?.on('message', (request: BuildRequest) => {
  answer(request).then(
    (reply) => parentPort!.postMessage(reply),
    (error: unknown) => parentPort!.postMessage({ error: messageOf(error) } satisfies BuildReply),
  );
});

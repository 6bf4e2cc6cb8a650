import type { Worker } from 'node:worker_threads';
import { startTypeScriptThread } from '../process/typescript-thread.ts';
import type { EmbeddingEngine, EngineOptions, VectorBatch } from './embedding-engine.ts';
import type { WorkerReply, WorkerRequest } from './embedding-worker.ts';

interface Pending {
  readonly resolve: (batch: VectorBatch) => void;
  readonly reject: (error: Error) => void;
}

// Texts of one message: long calls come back in steps of about 0.1 s (bundled model) or 2 s (an encoder).
const textsPerRequest = 64;

/** Memory of an idle worker is given back after this; starting another one costs half a second. */
const idleMs = 30_000;

/**
 * An engine in a thread of its own, so that computing does not stop the bot from answering. The thread starts with the first
 * text, stops when idle, and starts again after a crash; it never keeps the process alive by itself.
 */
export class EngineThread implements EmbeddingEngine {
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  constructor(readonly options: EngineOptions & { readonly idleMs?: number }) {}

  /** True when the next call need not wait for a thread to start. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  readonly embed = async (texts: readonly string[]): Promise<VectorBatch> => {
    const parts: VectorBatch[] = [];
    for (let start = 0; start < texts.length; start += textsPerRequest) {
      parts.push(await this.#request(texts.slice(start, start + textsPerRequest)));
    }
    const dimensions = parts[0]?.dimensions ?? 0;
    const values = new Float32Array(texts.length * dimensions);
    parts.forEach((part, index) => {
      values.set(part.values, index * textsPerRequest * dimensions);
    });
    return { count: texts.length, dimensions, values };
  };

  readonly close = async (): Promise<void> => {
    const worker = this.#worker;
    this.#drop(new Error('The embedding thread was closed.'));
    await worker?.terminate();
  };

  #request(texts: readonly string[]): Promise<VectorBatch> {
    const worker = this.#start();
    const request: WorkerRequest = { id: ++this.#lastId, texts };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      worker.ref();
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker) return this.#worker;
    const { folder, dtype, pooling } = this.options;
    const engine: EngineOptions = { folder, dtype, pooling };
    const worker = startTypeScriptThread(new URL('./embedding-worker.ts', import.meta.url), engine);
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', (code) =>
      this.#lose(worker, new Error(`The embedding thread ended with code ${code}.`)),
    );
    this.#worker = worker;
    return worker;
  }

  #settle(reply: WorkerReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#rest();
    if ('error' in reply) pending?.reject(new Error(`Embedding failed: ${reply.error}`));
    else pending?.resolve(reply);
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.close(), this.options.idleMs ?? idleMs);
    this.#idle.unref();
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#drop(error);
  }

  #drop(error: Error): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

import type { Logger } from '../corpus/log.ts';
import { defaultReaderLimits, type ReaderLimits } from './limits.ts';
import type { RawBody, ReadOutcome } from './page.ts';
import { type ReaderCommand, type ReaderProcess, startReaderProcess } from './reader-process.ts';

/** Turns bytes into text in processes that may die. */
export interface Reader {
  /** Never rejects; waits its turn when every child is busy. */
  read(raw: RawBody): Promise<ReadOutcome>;
  /** Stops the children; what is being read ends as `damaged`. */
  close(): Promise<void>;
}

/** Settings of {@link createReader}. */
export interface ReaderOptions {
  readonly log: Logger;
  readonly limits?: Partial<ReaderLimits>;
  /** Children kept warm; each is started when first needed. More than the cores gain nothing. */
  readonly children?: number;
  readonly command?: ReaderCommand;
}

/** Opens a pool of reader children. */
export function createReader(options: ReaderOptions): Reader {
  const limits = { ...defaultReaderLimits, ...options.limits };
  const most = options.children ?? 2;
  const idle: ReaderProcess[] = [];
  const busy = new Set<ReaderProcess>();
  const waiting: (() => void)[] = [];

  const take = async (): Promise<ReaderProcess> => {
    while (busy.size >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    let child = idle.pop();
    while (child !== undefined && !child.alive) child = idle.pop();
    child ??= startReaderProcess(limits, options.command);
    busy.add(child);
    return child;
  };
  const giveBack = async (child: ReaderProcess): Promise<void> => {
    if (child.alive && (await isSpent(child, limits))) child.kill();
    busy.delete(child);
    if (child.alive) idle.push(child);
    waiting.shift()?.();
  };
  return {
    read: async (raw) => {
      const child = await take();
      try {
        const outcome = await child.read(raw);
        if (!child.alive) options.log.warn({ url: raw.url, outcome }, 'a document stopped its reader');
        return outcome;
      } finally {
        await giveBack(child);
      }
    },
    close: async () => {
      for (const child of [...idle.splice(0), ...busy]) child.kill();
    },
  };
}

async function isSpent(child: ReaderProcess, limits: ReaderLimits): Promise<boolean> {
  if (child.documents >= limits.documentsPerChild) return true;
  return ((await child.memory()) ?? 0) > limits.recycleRssBytes;
}

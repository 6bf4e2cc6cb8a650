import { fileURLToPath } from 'node:url';
import { messageOf } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { defaultReaderLimits, type ReaderLimits } from '../limits.ts';
import type { RawBody, ReadOutcome } from '../page/page.ts';
import { bundled } from './reader-bundle.ts';
import { type ReaderProcess, startReaderProcess } from './reader-process.ts';

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
  /** The program of a child; tests have their own. */
  readonly program?: string;
}

const childProgram = fileURLToPath(new URL('./reader-child.ts', import.meta.url));

/** Opens a pool of reader children. */
export function createReader(options: ReaderOptions): Reader {
  const limits = { ...defaultReaderLimits, ...options.limits };
  const most = options.children ?? 2;
  const idle: ReaderProcess[] = [];
  const busy = new Set<ReaderProcess>();
  const waiting: (() => void)[] = [];

  const take = async (): Promise<ReaderProcess> => {
    const file = await bundled(options.program ?? childProgram);
    while (busy.size >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    let child = idle.pop();
    while (child !== undefined && !child.alive) child = idle.pop();
    child ??= startReaderProcess(limits, file);
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
      const child = await take().catch((error: unknown) => messageOf(error));
      if (typeof child === 'string') return notPrepared(child);
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

// Not the document's fault: no room for temporary files, or the compiler is missing.
function notPrepared(why: string): ReadOutcome {
  const reason = `the reader could not start: ${why.split('\n')[0]!.slice(0, 200)} (its program goes to the folder in TMPDIR)`;
  return { status: 'unreadable', code: 'damaged', reason };
}

async function isSpent(child: ReaderProcess, limits: ReaderLimits): Promise<boolean> {
  if (child.documents >= limits.documentsPerChild) return true;
  return ((await child.memory()) ?? 0) > limits.recycleRssBytes;
}

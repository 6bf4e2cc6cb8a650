import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ReaderLimits } from '../limits.ts';
import type { RawBody, ReadOutcome, UnreadableCode } from '../page/page.ts';
import { FrameParser, FrameTooLarge, frame } from './frames.ts';
import { residentBytes } from './process-usage.ts';
import { parseReadAnswer } from './read-outcome-schema.ts';
import { confiningFlags } from './reader-flags.ts';
import { watchTime } from './watch-time.ts';

/** One child process; reads one body at a time. Dead after an outcome that killed it. */
export interface ReaderProcess {
  /** Never rejects: a child that dies, hangs or swells ends in an `unreadable` outcome that says so. */
  read(raw: RawBody): Promise<ReadOutcome>;
  readonly alive: boolean;
  readonly documents: number;
  /** Resident memory now, null when it is not known. */
  memory(): Promise<number | null>;
  kill(): void;
}

// A child that loops after its parent was killed has nobody to stop it; the system does, after this much CPU time.
const cpuSeconds = 300;

/**
 * Starts the child with nothing but its pipes. It may read its own file only (see `confiningFlags`); the system keeps it from
 * writing files as well, so that one hole in Node opens nothing.
 * @param file plain JavaScript, from `bundled`.
 */
function start(limits: ReaderLimits, file: string): ChildProcess {
  const child = spawnChild(limits, file);
  try {
    // Before it has threads of its own, which take this over.
    if (child.pid !== undefined) setPriority(child.pid, behindAnswers);
  } catch {
    // It ended already, which its exit tells, or the system has no priorities.
  }
  return child;
}

/** A third of the processor where an answer wants it too: documents wait, people do not. */
const behindAnswers = 5;

function spawnChild(limits: ReaderLimits, file: string): ChildProcess {
  const nodeArgs = [`--max-old-space-size=${limits.maxHeapMb}`, ...confiningFlags(file), file];
  const options = {
    env: {},
    cwd: dirname(file),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'] as ('pipe' | 'ignore')[],
  };
  if (process.platform === 'win32') return spawn(process.execPath, nodeArgs, options);
  const script = `ulimit -c 0; ulimit -f 0; ulimit -t ${cpuSeconds}; exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', script, process.execPath, ...nodeArgs], options);
}

type Ending = { readonly code: UnreadableCode; readonly reason: string };

/** Starts a child from a bundled program and watches it. */
export function startReaderProcess(limits: ReaderLimits, file: string): ReaderProcess {
  const child = start(limits, file);
  const parser = new FrameParser(limits.maxOutputBytes);
  let asked: { readonly id: string; readonly settle: (outcome: ReadOutcome) => void } | null = null;
  let alive = true;
  let documents = 0;
  let lastWords = '';
  let markReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  let isReady = false;

  const finish = (outcome: ReadOutcome) => {
    const { settle } = asked ?? {};
    asked = null;
    settle?.(outcome);
  };
  const end = (ending: Ending) => {
    alive = false;
    child.kill('SIGKILL');
    markReady();
    finish({ status: 'unreadable', ...ending });
  };
  (child.stdio[3] as Readable).on('data', (piece: Buffer) => {
    try {
      for (const message of parser.take(piece)) receive(message.toString('utf8'));
    } catch (error) {
      if (!(error instanceof FrameTooLarge)) throw error;
      end({ code: 'too-large', reason: `holds more than ${limits.maxOutputBytes / 1024 / 1024} MB of text` });
    }
  });
  const receive = (json: string) => {
    if (json === '{"ready":true}') {
      isReady = true;
      return markReady();
    }
    const answer = parseReadAnswer(json);
    // An answer that nobody asked for could be taken for that of the next document.
    if (answer === null || answer.id !== asked?.id)
      end({ code: 'damaged', reason: 'the reader gave no valid answer' });
    else finish(answer.outcome);
  };
  child.stderr!.on('data', (piece: Buffer) => {
    lastWords = (lastWords + piece.toString('utf8')).slice(-4_000);
  });
  child.stdin!.on('error', () => {});
  (child.stdio[3] as Readable).on('error', () => {});
  child.on('error', (error) =>
    end({ code: 'damaged', reason: `the reader did not start: ${error.message}` }),
  );
  child.on('exit', (code, signal) => end(isReady ? deathOf(code, signal, lastWords) : stillborn(lastWords)));

  return {
    get alive() {
      return alive;
    },
    get documents() {
      return documents;
    },
    memory: async () => (child.pid === undefined ? null : residentBytes(child.pid)),
    kill: () => end({ code: 'damaged', reason: 'the reader was closed' }),
    read: async (raw) => {
      documents += 1;
      const id = randomUUID();
      const answer = new Promise<ReadOutcome>((settle) => {
        asked = { id, settle };
      });
      const starting = setTimeout(() => end({ code: 'timeout', reason: startLine(limits) }), limits.startMs);
      await ready;
      clearTimeout(starting);
      const watch = watchChild(child, limits, wallMsFor(raw, limits), end);
      if (alive) sendBody(child.stdin!, id, raw);
      else end(stillborn(lastWords));
      return answer.finally(() => watch.stop());
    },
  };
}

function startLine(limits: ReaderLimits): string {
  return `the reader did not start within ${limits.startMs / 1000} s`;
}

function sendBody(stdin: Writable, id: string, { url, contentType, ...raw }: RawBody): void {
  stdin.write(frame(Buffer.from(JSON.stringify({ id, url, contentType }))));
  stdin.write(frame(raw.bytes));
}

function wallMsFor({ bytes }: RawBody, limits: ReaderLimits): number {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const isBinary = head.startsWith('PK') || head.includes('%PDF-');
  return isBinary ? limits.wallMs : Math.min(limits.wallMs, limits.textWallMs);
}

/** Ends the child when the document takes too long or too much. */
function watchChild(
  child: ChildProcess,
  limits: ReaderLimits,
  wallMs: number,
  end: (ending: Ending) => void,
): { stop(): void } {
  const pid = child.pid ?? 0;
  const clock = watchTime(pid, wallMs, () => {
    end({ code: 'timeout', reason: `took longer than ${wallMs / 1000} s to read` });
  });
  const scale = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes !== null && bytes > limits.maxRssBytes) end(outOfMemory(limits.maxRssBytes));
    });
  }, limits.rssEveryMs);
  return {
    stop: () => {
      clock.stop();
      clearInterval(scale);
    },
  };
}

function outOfMemory(maxBytes?: number): Ending {
  const amount =
    maxBytes === undefined ? 'too much' : `more than ${Math.round(maxBytes / 1024 / 1024)} MB of`;
  return { code: 'out-of-memory', reason: `needed ${amount} memory to read` };
}

// Not the document's fault: the program or the machine is broken, and the child's words say how.
function stillborn(lastWords: string): Ending {
  const words = lastWords.split('\n').find((line) => /error/i.test(line)) ?? lastWords;
  return {
    code: 'damaged',
    reason: `the reader could not start: ${words.trim().slice(0, 300) || 'no reason given'}`,
  };
}

function deathOf(code: number | null, signal: NodeJS.Signals | null, lastWords: string): Ending {
  if (/heap out of memory|Allocation failed|ERR_WORKER_OUT_OF_MEMORY/i.test(lastWords)) return outOfMemory();
  if (signal === 'SIGXCPU') return { code: 'timeout', reason: 'the reader used up its processor time' };
  return { code: 'damaged', reason: `stopped the reader (${signal ?? `exit ${code}`})` };
}

import { processorUse } from './process-usage.ts';

/** A child that had this share of its time on the processor, or more, was not held up by others. */
const fullShare = 0.7;

/** On a machine with too much to do the time is stretched, up to this factor. */
const longestStretch = 4;

const lookAgainMs = 250;

/**
 * Calls `onOver` when a process has had its time. Time in which it wanted to run and other programs ran instead does not
 * count against a document: on a machine ten times overloaded an honest page would be taken for a bomb. A process that
 * waits for nothing gets no such grace.
 */
export function watchTime(pid: number, wallMs: number, onOver: () => void): { stop(): void } {
  const startedMs = performance.now();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const before = processorUse(pid);
  const look = async () => {
    const [first, now] = await Promise.all([before, processorUse(pid)]);
    if (stopped) return;
    const tookMs = performance.now() - startedMs;
    const hadMs = first === null || now === null ? tookMs : now.cpuMs - first.cpuMs;
    const heldUp = now?.isRunning === true && hadMs < wallMs * fullShare && tookMs < wallMs * longestStretch;
    if (heldUp) timer = setTimeout(look, lookAgainMs);
    else onOver();
  };
  timer = setTimeout(look, wallMs);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

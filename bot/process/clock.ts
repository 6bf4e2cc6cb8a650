import { setTimeout as delay } from 'node:timers/promises';

/** Time as the delivery parts see it; tests pass their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds from no fixed start that only grow, whoever sets the clock of the machine. */
  steadyMs(): number;
  /** Resolves after `delayMs`, or at once when `signal` is aborted; never rejects. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steadyMs: () => performance.now(),
  sleep: (delayMs, signal) =>
    delay(delayMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};

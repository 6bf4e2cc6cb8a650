import type { Clock } from '../clock.ts';

/** Pause between two requests of the worker to one host. */
export const workerGapMs = 1_000;

/**
 * Pause when a person waits at the command line for a list to be read once: four requests a second at most, still
 * fewer than one visitor's browser makes.
 */
export const commandLineGapMs = 250;

/** One request at a time per host, with a pause between, and longer when the host asks for it. */
export interface HostPace {
  /** Runs the task when it is the host's turn. `gapMs` overrides the pause upwards (Crawl-delay). */
  run<Result>(
    host: string,
    task: () => Promise<Result>,
    options?: { readonly gapMs?: number },
  ): Promise<Result>;
  /** Leaves the host alone for a time (Retry-After). */
  hold(host: string, ms: number): void;
  /** Milliseconds for which the host asked to be left alone, 0 when it did not. */
  heldMs(host: string): number;
  /**
   * Waits for the pause of a request that cannot take a turn: a redirect inside another request's turn, or the question
   * to robots.txt that may come from there. Waiting for a turn would be waiting for oneself.
   */
  pause(host: string): Promise<void>;
}

interface HostState {
  tail: Promise<unknown>;
  freeAtMs: number;
  heldUntilMs: number;
  running: boolean;
}

/** @param options.gapMs pause of a host (`name:port`), 0 for a local test web. */
export function createHostPace(options: {
  readonly clock: Clock;
  readonly gapMs: (host: string) => number;
}): HostPace {
  const { clock } = options;
  const states = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = states.get(host) ?? {
      tail: Promise.resolve(),
      freeAtMs: 0,
      heldUntilMs: 0,
      running: false,
    };
    states.set(host, known);
    return known;
  };
  const turn = async <Result>(
    state: HostState,
    gapMs: number,
    before: Promise<unknown>,
    task: () => Promise<Result>,
  ) => {
    await before.catch(() => {});
    const waitMs = state.freeAtMs - clock.now();
    if (waitMs > 0) await clock.sleep(waitMs);
    state.running = true;
    try {
      return await task();
    } finally {
      state.running = false;
      state.freeAtMs = clock.now() + gapMs;
    }
  };
  return {
    run: (host, task, { gapMs = 0 } = {}) => {
      const state = stateOf(host);
      const mine = turn(state, Math.max(gapMs, options.gapMs(host)), state.tail, task);
      state.tail = mine;
      return mine;
    },
    hold: (host, ms) => {
      const state = stateOf(host);
      state.heldUntilMs = Math.max(state.heldUntilMs, clock.now() + ms);
    },
    heldMs: (host) => Math.max(0, (states.get(host)?.heldUntilMs ?? 0) - clock.now()),
    pause: async (host) => {
      const state = stateOf(host);
      const gapMs = options.gapMs(host);
      const waitMs = Math.max(state.freeAtMs - clock.now(), state.running ? gapMs : 0);
      if (waitMs > 0) await clock.sleep(waitMs);
      state.freeAtMs = clock.now() + gapMs;
    },
  };
}

import type { Transformer } from 'grammy';
import type { Clock } from '../process/clock.ts';

// Telegram gives whole seconds; a little more keeps the first call behind the window whatever the clocks say.
const marginMs = 100;

// Not worth waiting for: they would be stale or pile up.
const skippedWhileClosed: readonly string[] = ['sendChatAction'];

/** Closed for the whole bot while Telegram asks for a pause. */
export class Gate {
  private openAtMs: number;
  /** Times Telegram asked for a pause. */
  closings = 0;

  /** @param memory keeps the time over a restart. */
  constructor(
    private readonly clock: Clock,
    private readonly memory: { load(): number; save(openAtMs: number): void } = {
      load: () => 0,
      save: () => undefined,
    },
  ) {
    this.openAtMs = memory.load();
  }

  isOpen(): boolean {
    return this.clock.now() >= this.openAtMs;
  }

  /** Milliseconds until it opens; 0 while it is open. */
  waitMs(): number {
    return Math.max(0, this.openAtMs - this.clock.now());
  }

  /** Nobody calls Telegram for `seconds`; a longer pause asked for before stays. */
  closeFor(seconds: number): void {
    this.closings += 1;
    this.openAtMs = Math.max(this.openAtMs, this.clock.now() + seconds * 1000 + marginMs);
    this.memory.save(this.openAtMs);
  }

  /** Resolves when the gate is open or `signal` is aborted. */
  async waitUntilOpen(signal?: AbortSignal): Promise<void> {
    // A loop: timers may fire a little early, and the pause may be prolonged while we sleep.
    while (!this.isOpen() && signal?.aborted !== true) {
      await this.clock.sleep(Math.max(1, this.openAtMs - this.clock.now()), signal);
    }
  }
}

/**
 * Lets every Bot API call wait at the gate, closes it on 429 and repeats the refused call, which surely had no
 * effect. Methods in `once` are not repeated: their caller wants to reconsider what to send first.
 */
export function gateTransformer(gate: Gate, once: ReadonlySet<string>): Transformer {
  return async (prev, method, payload, signal) => {
    for (;;) {
      if (skippedWhileClosed.includes(method) && !gate.isOpen()) return { ok: true, result: true as never };
      await gate.waitUntilOpen(signal as AbortSignal | undefined);
      const response = await prev(method, payload, signal);
      if (response.ok || response.error_code !== 429) return response;
      gate.closeFor(response.parameters?.retry_after ?? 1);
      if (once.has(method) || signal?.aborted) return response;
    }
  };
}

/** Progress for a person: rewritten in place on a terminal, a line now and then in a log file. */
export interface ProgressLine {
  show(text: string): void;
  /** Removes what stands there, before something else is printed. */
  clear(): void;
}

/** A log file gets a line at most this often; a run shorter than this prints none. */
const linesEveryMs = 5_000;

// A terminal cannot be read faster than this, and each write costs.
const redrawEveryMs = 80;

/** @param out standard error, as a rule: results go to standard output. */
export function createProgressLine(
  out: NodeJS.WritableStream & { isTTY?: boolean; columns?: number },
  now: () => number,
): ProgressLine {
  let lastMs = out.isTTY === true ? 0 : now();
  let shown = false;
  return {
    show: (text) => {
      const everyMs = out.isTTY === true ? redrawEveryMs : linesEveryMs;
      if (now() - lastMs < everyMs) return;
      lastMs = now();
      if (out.isTTY !== true) return void out.write(`${text}\n`);
      shown = true;
      out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (shown) out.write('\r\x1b[2K');
      shown = false;
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import type { Logger } from '../../corpus/log.ts';
import { nodeFlags } from '../../corpus/process/node-flags.ts';
import { loggable } from './loggable.ts';

/** A program that is to run as long as the bot does. */
export interface ChildOptions {
  /** TypeScript file to run. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
}

const firstRestartMs = 1000;
const longestRestartMs = 60_000;
// A child that lived this long was healthy; its next failure starts with the short delay again.
const healthyMs = 60_000;
const graceMs = 4000;

/**
 * Keeps a child process running until `stop` is aborted; restarts it with growing delays. The child has a channel to
 * us, so that it notices when this process is gone. Resolves when the child has ended.
 */
export async function superviseChild(options: ChildOptions, stop: AbortSignal): Promise<void> {
  let delayMs = firstRestartMs;
  while (!stop.aborted) {
    const startedAtMs = Date.now();
    const end = await runOnce(options, stop);
    if (stop.aborted) return;
    if (Date.now() - startedAtMs > healthyMs) delayMs = firstRestartMs;
    options.log.warn({ file: options.file, ...end, delayMs }, 'a child process ended; starting it again');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs);
      stop.addEventListener('abort', () => [clearTimeout(timer), resolve()], { once: true });
    });
    delayMs = Math.min(longestRestartMs, delayMs * 2);
  }
}

async function runOnce(
  { file, env, log }: ChildOptions,
  stop: AbortSignal,
): Promise<{ code: number | null; signal: string | null }> {
  const child = spawn(process.execPath, [...nodeFlags, file], {
    env: { ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const onStop = () => end(child);
  stop.addEventListener('abort', onStop, { once: true });
  const result = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => {
      log.error({ err: loggable(error), file }, 'a child process could not be started');
      resolve({ code: null, signal: null });
    });
  });
  stop.removeEventListener('abort', onStop);
  return result;
}

function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.once('exit', () => clearTimeout(timer));
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../corpus/process/node-flags.ts';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The whole program as it is started in earnest, worker and all; for tests that kill it. */
export class WholeProgram {
  private child: ChildProcess | null = null;
  /** Times it ended although nobody asked it to. */
  crashes = 0;

  /** @param env all of its environment but the path. */
  constructor(private readonly env: Readonly<Record<string, string>>) {}

  start(): void {
    const child = spawn(process.execPath, [...nodeFlags, mainFile], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'fatal', ...this.env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.child = child;
    child.once('exit', (_code, signal) => {
      if (this.child === child && signal !== 'SIGKILL') this.crashes += 1;
    });
  }

  /** Ends the bot; its worker notices within moments. @returns the exit code, null after a signal. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const dying = this.child;
    this.child = null;
    if (dying === null) return null;
    if (dying.exitCode !== null || dying.signalCode !== null) return dying.exitCode;
    const exit = new Promise<number | null>((resolve) => dying.once('exit', (code) => resolve(code)));
    dying.kill(signal);
    return exit;
  }

  /** Sends a signal to the bot or its worker, if there is one, and does not wait for what comes of it. */
  signal(who: 'bot' | 'worker', signal: NodeJS.Signals): void {
    if (who === 'bot') return void this.child?.kill(signal);
    const pid = this.workerPid();
    if (pid !== null) process.kill(pid, signal);
  }

  /** Process of the worker, which the bot starts again when it dies; null while there is none. */
  workerPid(): number | null {
    const parent = String(this.child?.pid);
    const table = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'args='], {
      encoding: 'utf8',
    });
    const row = table.split('\n').find((line) => {
      const [, ppid, ...args] = line.trim().split(/\s+/);
      return ppid === parent && args.join(' ').endsWith('ingest/worker.ts');
    });
    return row === undefined ? null : Number(row.trim().split(/\s+/)[0]);
  }
}

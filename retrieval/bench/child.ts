import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../corpus/process/node-flags.ts';

/** What a command of the project did. */
export interface ChildRun {
  readonly stdout: string;
  readonly wallMs: number;
  /** Work of the processor, for the command and whatever it started and waited for; null on Windows. */
  readonly cpuMs: number | null;
  readonly code: number | null;
}

// The shell tells with its last line what its children took.
const timed = '"$0" "$@"; code=$?; times >&2; exit $code';

/** Runs a TypeScript file of the project by its path from the root, in a process of its own with only this environment. */
export async function runChild(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ChildRun> {
  const startedAt = performance.now();
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const command = [process.execPath, ...nodeFlags, file, ...args];
  const isTimed = process.platform !== 'win32';
  const child = spawn(
    isTimed ? '/bin/sh' : command[0]!,
    isTimed ? ['-c', timed, ...command] : command.slice(1),
    {
      env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const wallMs = performance.now() - startedAt;
  if (code !== 0)
    throw new Error(
      `${path} ${args.join(' ')} ended with ${code}: ${stderr.slice(-2000)}${stdout.slice(-500)}`,
    );
  return { stdout, wallMs, cpuMs: isTimed ? childrenCpuMs(stderr) : null, code };
}

/** From the last line of `times`, such as `0m1.50s 0m0.25s`. */
function childrenCpuMs(stderr: string): number {
  const last = stderr.trim().split('\n').at(-1) ?? '';
  const [user, system] = [...last.matchAll(/(?<!\d)(\d{1,6})m([\d.]{1,12})s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000,
  );
  if (user === undefined || system === undefined)
    throw new Error(`The shell did not tell the time of its children: ${last}`);
  return user + system;
}

/** Runs a probe, which prints one JSON value as its last line. The caller knows what kind of value it is. */
export async function probe<Result>(name: string, order: unknown): Promise<Result> {
  const { stdout } = await runChild(`retrieval/bench/${name}.ts`, [JSON.stringify(order)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Result;
}

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../corpus/node-flags.ts';

/** What a command of the project did. */
export interface ChildRun {
  readonly stdout: string;
  readonly wallMs: number;
  readonly code: number | null;
}

/** Runs a TypeScript file of the project by its path from the root, in a process of its own with only this environment. */
export async function runChild(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ChildRun> {
  const startedAt = performance.now();
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const child = spawn(process.execPath, [...nodeFlags, file, ...args], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
  return { stdout, wallMs, code };
}

/** Runs a probe, which prints one JSON value as its last line. The caller knows what kind of value it is. */
export async function probe<Result>(name: string, order: unknown): Promise<Result> {
  const { stdout } = await runChild(`retrieval/bench/${name}.ts`, [JSON.stringify(order)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Result;
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Resident memory of another process in bytes, as the operating system counts it.
 * @returns null when the process is gone or the system does not tell.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  const kilobytes = process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
  return kilobytes === null ? null : kilobytes * 1024;
}

async function fromProc(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'latin1');
    const match = /^VmRSS:\s+(\d+) kB/m.exec(status);
    return match === null ? null : Number(match[1]);
  } catch {
    // The process has ended; its end is reported where it was started.
    return null;
  }
}

async function fromPs(pid: number): Promise<number | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
    const kilobytes = Number(stdout.trim());
    return Number.isFinite(kilobytes) && kilobytes > 0 ? kilobytes : null;
  } catch {
    return null;
  }
}

/** What the processor did for a process so far, and whether it has something to do now. */
export interface ProcessorUse {
  readonly cpuMs: number;
  /** True when it waits for the processor or has it; false when it waits for something else. */
  readonly isRunning: boolean;
}

// Linux counts in hundredths of a second towards programs, whatever the kernel's own clock.
const msPerTick = 10;

/** @returns null when the process is gone or the system does not tell (anything but Linux). */
export async function processorUse(pid: number): Promise<ProcessorUse | null> {
  if (process.platform !== 'linux') return null;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold anything; the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick, isRunning: fields[0] === 'R' };
  } catch {
    // The process has ended; its end is reported where it was started.
    return null;
  }
}

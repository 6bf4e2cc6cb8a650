import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Map<string, Promise<string>>();

/**
 * A program of ours with all it imports as one plain JavaScript file; its path. A child that is one file starts in a third of the
 * time, and can be forbidden to read any other. Made once per process, kept in a folder of its own under the system's
 * temporary one (`TMPDIR`).
 */
export function bundled(program: string): Promise<string> {
  const known = made.get(program) ?? bundle(program);
  made.set(program, known);
  // A full disk may have room the next time.
  known.catch(() => made.delete(program));
  return known;
}

async function bundle(program: string): Promise<string> {
  // The compiler is a large program that only those who read documents need.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return placed(outputFiles[0]!.contents);
}

/** Named after its content and compared with it: nothing stale is run, nor anything that somebody else put there. */
async function placed(code: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 24);
  const path = join(await ownFolder(), `reader-${hash}.cjs`);
  const present = await readFile(path).catch(() => null);
  if (present?.equals(code)) return path;
  // Two processes may start at the same time; a reader must never see half a file.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, code, { mode: 0o600 });
  await rename(draft, path);
  return path;
}

/** A folder that nobody else can write to. */
async function ownFolder(): Promise<string> {
  const base = await realpath(tmpdir());
  const uid = process.getuid?.();
  const folder = join(base, `demining-aid-reader-${uid ?? 'own'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const isOwn =
    found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o077) === 0));
  return isOwn ? folder : mkdtemp(join(base, 'demining-aid-reader-'));
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalPosition } from '../storage/journal.ts';
import { hashFile, writeDurably } from '../storage/model-folder.ts';
import { GraphPoints, graphParameters } from './graph.ts';
import { problemOfGraphFile } from './graph-file.ts';
import { type IndexManifest, parseManifest, writeManifest } from './manifest.ts';

/** Name of the file that says which other two count. */
export const manifestFile = 'manifest.json';

/** The vectors an index is made of: what must agree before a file is loaded. */
export interface IndexIdentity {
  readonly modelId: string;
  readonly dimensions: number;
}

/** A graph and the place in the journal up to which it knows the passages. */
export interface Checkpoint {
  readonly points: GraphPoints;
  readonly position: JournalPosition;
}

/** There is no index file that may be used; `message` says why. */
export class UnusableIndex extends Error {
  override readonly name = 'UnusableIndex';
  /** True when nothing is wrong: no index was ever saved here. */
  readonly isAbsent: boolean;

  constructor(message: string, options: { readonly cause?: unknown; readonly isAbsent?: boolean } = {}) {
    super(message, options);
    this.isAbsent = options.isAbsent ?? false;
  }
}

// Another process may have read the manifest before this one replaced it, and still be reading the files it names.
const keepUnusedMs = 10_000;

// A graph that another process is making now grows for minutes; one that was left behind by a killed process may go.
const keepPartialMs = 3_600_000;

/**
 * Writes graph and labels under new names, checks what arrived on the disk, and makes them count by renaming the manifest:
 * whenever the process is killed, a whole old or a whole new index is there. Nothing may be added until it resolves.
 * @throws Error when the disk did not take it; the index that was there before still counts.
 */
export async function saveCheckpoint(
  folder: string,
  checkpoint: Checkpoint & { readonly identity: IndexIdentity },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const generation = randomUUID().slice(0, 8);
  const graph = { file: `graph-${generation}.hnsw`, path: join(folder, `graph-${generation}.hnsw`) };
  const labels = { file: `labels-${generation}.bin`, path: join(folder, `labels-${generation}.bin`) };
  const count = checkpoint.points.labels.length;
  try {
    await writeDurably(labels.path, Buffer.from(Float64Array.from(checkpoint.points.labels).buffer));
    await checkpoint.points.write(graph.path);
    const problem = await problemOfGraphFile(graph.path, count);
    if (problem)
      throw new Error(`The vector index in ${folder} could not be saved: ${problem}. Check the disk.`);
    await flush(graph.path);
    const manifest: IndexManifest = {
      format: 1,
      modelId: checkpoint.identity.modelId,
      dimensions: checkpoint.identity.dimensions,
      space: 'ip',
      ...graphParameters,
      points: count,
      ...checkpoint.position,
      graph: await describe(graph),
      labels: await describe(labels),
    };
    const draft = join(folder, `manifest-${generation}.partial`);
    await writeDurably(draft, writeManifest(manifest));
    await rename(draft, join(folder, manifestFile));
    await flush(folder);
  } catch (error) {
    await Promise.all([graph, labels].map(({ path }) => rm(path, { force: true })));
    throw error;
  }
  await removeUnused(folder, [manifestFile, graph.file, labels.file]);
}

async function describe(target: {
  readonly file: string;
  readonly path: string;
}): Promise<IndexManifest['graph']> {
  const { size } = await stat(target.path);
  return { file: target.file, bytes: size, sha256: await hashFile(target.path) };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeUnused(folder: string, used: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const age =
      Date.now() -
      (await stat(path).then(
        (info) => info.mtimeMs,
        () => Date.now(),
      ));
    const keptMs = name.endsWith('.partial') ? keepPartialMs : keepUnusedMs;
    if (!used.includes(name) && age > keptMs) await rm(path, { recursive: true, force: true });
  }
}

/** What an index file on the disk holds. */
export interface CheckpointFacts {
  /** Points in the graph, the deleted ones included. */
  readonly points: number;
  readonly position: JournalPosition;
}

/**
 * Looks whether the index of a folder is exactly what was written for these vectors, without loading it.
 * @throws UnusableIndex for anything else.
 */
export async function inspectCheckpoint(folder: string, identity: IndexIdentity): Promise<CheckpointFacts> {
  const { manifest } = await readVerified(folder, identity);
  return { points: manifest.points, position: { epoch: manifest.epoch, seq: manifest.seq } };
}

/**
 * Loads the index of a folder when it is exactly what was written for these vectors.
 * @throws UnusableIndex for anything else; nothing of the graph has been loaded then.
 */
export async function loadCheckpoint(folder: string, identity: IndexIdentity): Promise<Checkpoint> {
  const { manifest, labels } = await readVerified(folder, identity);
  try {
    const points = await GraphPoints.load(join(folder, manifest.graph.file), {
      dimensions: identity.dimensions,
      labels: Array.from(new Float64Array(labels.buffer, labels.byteOffset, labels.byteLength / 8)),
    });
    return { points, position: { epoch: manifest.epoch, seq: manifest.seq } };
  } catch (cause) {
    throw new UnusableIndex('the graph cannot be loaded', { cause });
  }
}

async function readVerified(
  folder: string,
  identity: IndexIdentity,
): Promise<{ readonly manifest: IndexManifest; readonly labels: Buffer }> {
  const manifest = await readManifest(folder);
  const other = differenceOf(manifest, identity);
  if (other) throw new UnusableIndex(`it was made for another ${other}`);
  const labels = await readChecked(folder, manifest.labels);
  await checkFile(folder, manifest.graph);
  return { manifest, labels };
}

async function readManifest(folder: string): Promise<IndexManifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const isAbsent = cause.code === 'ENOENT';
    throw new UnusableIndex(isAbsent ? 'there is none yet' : 'the manifest cannot be read', {
      cause,
      isAbsent,
    });
  });
  try {
    return parseManifest(text);
  } catch (cause) {
    throw new UnusableIndex((cause as Error).message, { cause });
  }
}

function differenceOf(manifest: IndexManifest, identity: IndexIdentity): string | null {
  if (manifest.modelId !== identity.modelId) return 'model';
  if (manifest.dimensions !== identity.dimensions) return 'number of dimensions';
  const sameShape =
    manifest.m === graphParameters.m && manifest.efConstruction === graphParameters.efConstruction;
  return sameShape ? null : 'shape of graph';
}

async function checkFile(folder: string, listed: IndexManifest['graph']): Promise<void> {
  const actual = await describe({ file: listed.file, path: join(folder, listed.file) }).catch(
    (cause: unknown) => {
      throw new UnusableIndex(`${listed.file} is missing`, { cause });
    },
  );
  if (actual.bytes !== listed.bytes)
    throw new UnusableIndex(`${listed.file} has ${actual.bytes} bytes, ${listed.bytes} expected`);
  if (actual.sha256 !== listed.sha256) throw new UnusableIndex(`${listed.file} is not what was written`);
}

async function readChecked(folder: string, listed: IndexManifest['labels']): Promise<Buffer> {
  const bytes = await readFile(join(folder, listed.file)).catch((cause: unknown) => {
    throw new UnusableIndex(`${listed.file} is missing`, { cause });
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== listed.sha256 || bytes.length % 8 !== 0)
    throw new UnusableIndex(`${listed.file} is not what was written`);
  return Buffer.from(new Uint8Array(bytes));
}

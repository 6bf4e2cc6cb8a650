import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';

/** Written last, so that a folder with it is complete. */
export const manifestName = 'manifest.json';

const manifestSchema = z.object({
  format: z.literal(1),
  model: z.string().min(1),
  /** What the hub called the version that was downloaded; null for a model that was not downloaded. */
  revision: z.string().nullable(),
  files: z.array(
    z.object({ path: z.string().min(1), bytes: z.number().int(), sha256: z.string().length(64) }),
  ),
});

export type ModelManifest = z.infer<typeof manifestSchema>;
export type ModelFile = ModelManifest['files'][number];

/** A folder whose files are what its manifest says. */
export interface CheckedModel {
  readonly folder: string;
  /** 16 hex digits over names and contents of all files. */
  readonly contentHash: string;
  /** False when there is no manifest to hold the files against. */
  readonly isVerified: boolean;
}

/** SHA-256 of a file as hex, read in pieces. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  // One buffer for all pieces: a stream makes a new one for each, and a hundred megabytes of them stay with the process.
  const piece = Buffer.allocUnsafe(1 << 20);
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** The same for the same files, whatever the order they are listed in. */
export function contentHashOf(files: readonly Pick<ModelFile, 'path' | 'sha256'>[]): string {
  const lines = files.map(({ path, sha256 }) => `${path} ${sha256}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 16);
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== manifestName && !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

async function describe(folder: string, path: string): Promise<ModelFile> {
  const { size } = await stat(join(folder, path));
  return { path, bytes: size, sha256: await hashFile(join(folder, path)) };
}

/** The manifest of a folder, or null when it has none. @throws UserError when it cannot be understood. */
export async function readManifest(folder: string): Promise<ModelManifest | null> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`Model folder ${folder}: ${manifestName} cannot be read. Check its permissions.`, {
      cause,
    });
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new UserError(
      `Model folder ${folder}: ${manifestName} is damaged. Delete the folder and get the model again.`,
      {
        cause,
      },
    );
  }
}

/**
 * Reads every file of a model once and compares it with the manifest (118 MB: about 0.2 s).
 * @param required paths that must be there, relative to the folder.
 * @throws UserError naming the first thing that is missing or differs.
 */
export async function checkModelFolder(folder: string, required: readonly string[]): Promise<CheckedModel> {
  const present = await listFiles(folder).catch((cause: unknown) => {
    throw new UserError(
      `Model folder ${folder} cannot be read. Check EMBEDDING_MODEL, or download the model.`,
      { cause },
    );
  });
  const manifest = await readManifest(folder);
  const missing = [...required, ...(manifest?.files.map((file) => file.path) ?? [])].find(
    (path) => !present.includes(path),
  );
  if (missing !== undefined) {
    throw new UserError(`Model folder ${folder} is incomplete: ${missing} is missing. Get the model again.`);
  }
  if (!manifest) {
    const files = await Promise.all(present.map((path) => describe(folder, path)));
    return { folder, contentHash: contentHashOf(files), isVerified: false };
  }
  for (const listed of manifest.files) {
    const actual = await describe(folder, listed.path);
    if (actual.bytes !== listed.bytes || actual.sha256 !== listed.sha256) {
      throw new UserError(
        `Model folder ${folder}: ${listed.path} is damaged (${actual.bytes} bytes, ${listed.bytes} expected, or other content). Delete the folder and get the model again.`,
      );
    }
  }
  return { folder, contentHash: contentHashOf(manifest.files), isVerified: true };
}

/** Writes the manifest of the files that are there now, which makes the folder complete. */
export async function sealModelFolder(
  folder: string,
  origin: { readonly model: string; readonly revision: string | null },
): Promise<ModelManifest> {
  const files: ModelFile[] = [];
  for (const path of await listFiles(folder)) files.push(await describe(folder, path));
  const manifest: ModelManifest = { format: 1, ...origin, files };
  await writeDurably(join(folder, manifestName), JSON.stringify(manifest, null, 2));
  return manifest;
}

/** Writes a file and waits until the disk has it. */
export async function writeDurably(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Lets `fill` write a model into a new folder beside `target` and puts it in place when it is complete. Two processes may do
 * this at once: whoever is second finds a good folder and leaves it.
 */
export async function publishModelFolder(
  target: string,
  options: {
    readonly fill: (folder: string) => Promise<void>;
    readonly model: string;
    readonly revision: () => string | null;
    readonly required: readonly string[];
  },
): Promise<CheckedModel> {
  const draft = `${target}.${randomUUID().slice(0, 8)}.partial`;
  try {
    await mkdir(draft, { recursive: true });
    await options.fill(draft);
    await sealModelFolder(draft, { model: options.model, revision: options.revision() });
    await checkModelFolder(draft, options.required);
    await swapIn(draft, target, options.required);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return checkModelFolder(target, options.required);
}

async function swapIn(draft: string, target: string, required: readonly string[]): Promise<void> {
  try {
    await rename(draft, target);
    return;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
  }
  const isGood = await checkModelFolder(target, required).then(
    (checked) => checked.isVerified,
    () => false,
  );
  if (isGood) return;
  const broken = `${target}.${randomUUID().slice(0, 8)}.broken`;
  await rename(target, broken);
  await rename(draft, target);
  await rm(broken, { recursive: true, force: true });
}

import { createHash } from 'node:crypto';
import { z } from 'zod';

const sealed = z.object({
  format: z.literal(1),
  modelId: z.string(),
  dimensions: z.number().int().positive(),
  space: z.literal('ip'),
  m: z.number().int(),
  efConstruction: z.number().int(),
  /** Points in the graph, the deleted ones included. */
  points: z.number().int().nonnegative(),
  /** Place in the journal of the database up to which the graph knows the passages. */
  epoch: z.string(),
  seq: z.number().int().nonnegative(),
  graph: z.object({ file: z.string(), bytes: z.number().int(), sha256: z.string() }),
  labels: z.object({ file: z.string(), bytes: z.number().int(), sha256: z.string() }),
});

/** What is known of the two files of an index: enough to tell whether they may be loaded. */
export type IndexManifest = z.infer<typeof sealed>;

function seal(manifest: IndexManifest): string {
  return createHash('sha256')
    .update(JSON.stringify(sealed.parse(manifest)))
    .digest('hex');
}

/** The manifest as text, with a checksum over itself: a flipped digit of `seq` would hide passages for good. */
export function writeManifest(manifest: IndexManifest): string {
  return JSON.stringify({ ...manifest, check: seal(manifest) }, null, 2);
}

/** @throws Error when the text is not a manifest, or not as it was written. */
export function parseManifest(text: string): IndexManifest {
  const parsed = sealed.extend({ check: z.string() }).safeParse(parseJson(text));
  if (!parsed.success) throw new Error('the manifest is damaged');
  const { check, ...manifest } = parsed.data;
  if (check !== seal(manifest)) throw new Error('the manifest does not match its checksum');
  return manifest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

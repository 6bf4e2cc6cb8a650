import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import type { Corpus } from '../corpus.ts';
import type { Source } from '../sources/sources.ts';

/** Folder of the bundled briefs. */
export const briefsFolder = fileURLToPath(new URL('../briefs', import.meta.url));

/** Name in `meta` of the content hash of the briefs that were taken in last. */
export const starterMark = 'starter-briefs';

/** Address of the source that stands for the starter corpus; owners can pause or remove it like any other. */
export const starterSourceUrl = 'starter:briefs';

/** Paths of the briefs in a folder, by name. */
export function briefFiles(folder = briefsFolder): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.sort().map((name) => join(folder, name));
}

/** Changes with every change of a brief; kept under {@link starterMark} once they are taken in. */
export function hashOfBriefs(folder = briefsFolder): string {
  const hash = createHash('sha256');
  for (const path of briefFiles(folder))
    hash
      .update(`${path.slice(folder.length + 1)}\n`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** True for a source that answers may no longer rest on. */
export function isOutOfUse({ status }: Pick<Source, 'status'>): boolean {
  return status === 'removed' || status === 'rejected';
}

/**
 * True when the starter corpus is wanted and the corpus does not hold exactly these briefs, whatever else it holds. Cheap enough
 * for every start.
 */
export async function starterIsDue(
  corpus: Pick<Corpus, 'sources' | 'meta'>,
  config: Pick<Config, 'STARTER_CORPUS'>,
  folder = briefsFolder,
): Promise<boolean> {
  if (!config.STARTER_CORPUS) return false;
  const source = await corpus.sources.findByUrl(starterSourceUrl);
  if (source !== null && isOutOfUse(source)) return false;
  return (await corpus.meta.get(starterMark)) !== hashOfBriefs(folder);
}

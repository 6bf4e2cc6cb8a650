import { statSync } from 'node:fs';

/**
 * Remembers which file a path leads to. A database that is replaced or removed under a running program goes on answering
 * from the old file and writes into nothing; only the path tells.
 * @returns true once the path leads to another file, or to none.
 */
export function watchReplacement(path: string): () => boolean {
  const opened = identityOf(path);
  return () => identityOf(path) !== opened;
}

function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { ingestStarter, runIngest } from '../../corpus/upkeep/starter-process.ts';
import { inventedFolder } from './invented.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Everything that decides what is stored. Retrieval is not among them: changing it must not cost a new ingest.
const inputs = ['corpus', 'ingest'];

/**
 * Data folder with the starter corpus, and the pages of an invented set beside it when one is named, taken in by the project's own
 * ingest. Made once for each state of corpus and ingest and kept in the system's folder for temporary files, so that later runs
 * start at once.
 */
export async function starterDataDir(set: string | null = null): Promise<string> {
  const name = set === null ? '' : `-${set}`;
  const kept = join(tmpdir(), `demining-aid-eval-${fingerprint(set)}${name}`);
  if (existsSync(kept)) return kept;
  const fresh = `${kept}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const env = { ...loadEnvironment(), DATA_DIR: fresh, EMBEDDING_MODEL: 'bundled', STARTER_CORPUS: 'on' };
  try {
    await ingestStarter(readConfig(env), env);
    if (set !== null) await runIngest([join(inventedFolder(set), 'pages')], readConfig(env), env);
    renameSync(fresh, kept);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another run may have finished the same folder meanwhile.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

function fingerprint(set: string | null): string {
  const hash = createHash('sha256');
  for (const name of inputs) addFolder(join(root, name), hash);
  if (set !== null) addFolder(inventedFolder(set), hash);
  return hash.digest('hex').slice(0, 12);
}

function addFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'fixtures') addFolder(path, hash);
    } else if (!entry.name.includes('.test.')) {
      hash.update(path).update(readFileSync(path));
    }
  }
}

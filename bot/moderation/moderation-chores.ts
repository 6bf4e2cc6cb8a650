import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api } from 'grammy';
import { uploadAddress, uploadsFolder } from '../../corpus/sources/uploads.ts';
import type { Deps } from '../deps.ts';
import { Corrections } from './corrections.ts';
import type { ModeratedCorpus } from './moderation.ts';
import { SourceNews } from './source-news.ts';

// A moderator who watches a card does not notice a second.
const newsEveryMs = 1000;
const correctionsEveryMs = 60_000;
const tidyEveryMs = 60 * 60 * 1000;

/** What moderation does outside of updates, until `signal` is aborted. A failure is logged and tried again. */
export async function runModerationChores(api: Api, deps: Deps, signal: AbortSignal): Promise<void> {
  const news = new SourceNews({ ...deps, api });
  const corrections = new Corrections(deps);
  await Promise.all([
    every(newsEveryMs, () => news.tick(), deps, signal),
    every(correctionsEveryMs, () => corrections.tick(), deps, signal),
    every(tidyEveryMs, () => tidy(deps), deps, signal),
  ]);
}

async function every(
  pauseMs: number,
  chore: () => Promise<unknown>,
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await chore();
      failures = 0;
    } catch (error) {
      failures += 1;
      log.warn({ err: error }, 'a chore of moderation failed; trying again');
    }
    await clock.sleep(pauseMs * Math.min(2 ** failures, 60), signal);
  }
}

async function tidy({ moderation, config, clock }: Deps): Promise<void> {
  moderation.cards.prune();
  moderation.prompts.prune();
  await removeOldUploads(await moderation.corpus(), join(config.DATA_DIR, uploadsFolder), clock.now());
}

const keepUploadMs = 2 * 24 * 60 * 60 * 1000;

/** Deletes uploaded files of which nothing will be made: rejected, removed for good, or never suggested. */
export async function removeOldUploads(
  corpus: Pick<ModeratedCorpus, 'sources'>,
  folder: string,
  nowMs: number,
): Promise<number> {
  if (!existsSync(folder)) return 0;
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const ageMs = nowMs - (await stat(path)).mtimeMs;
    if (ageMs < keepUploadMs) continue;
    const source = await corpus.sources.findByUrl(uploadAddress(name));
    if (source !== null && source.status !== 'rejected' && source.status !== 'removed') continue;
    if (nowMs - Date.parse(source?.removedAt ?? '1970-01-01') < keepUploadMs) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

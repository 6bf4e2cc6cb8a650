import { isAbsolute, relative } from 'node:path';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import { briefsFolder } from '../../corpus/upkeep/starter-due.ts';
import type { RawBody, ReadOutcome } from '../page/page.ts';
import { ingestList } from './follow-list.ts';
import { hasKnownType, type LocalFile, listFiles, readLocalFile } from './ingest-files.ts';
import { type IngestResult, withoutPage } from './ingest-result.ts';
import { ingestAddress } from './pipeline.ts';
import type { PipelineDeps, Run } from './run.ts';
import { storePage, unreadable } from './store-page.ts';

/** Takes in one target of the command line: a web address, a file, or a folder. Reports every document to the run. */
export async function ingestTarget(target: string, run: Run, deps: PipelineDeps): Promise<void> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target)) {
    await ingestAddress(target, run, deps);
    return;
  }
  const files = listFiles(target);
  if (files === null) return run.onResult(withoutPage(target, 'failed', missingReason(target)));
  if (files.length === 0) return run.onResult(withoutPage(target, 'failed', 'no document in this folder'));
  for (const file of files) {
    if (run.signal?.aborted === true) return;
    await ingestFile(file, run, deps);
  }
}

function missingReason(target: string): string {
  const looksLikeHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/|$)/u.test(target) && !hasKnownType(target);
  return looksLikeHost ? 'no such file; an address starts with https://' : 'no such file or folder';
}

/** Takes in one file; a feed or sitemap among files leads to its pages. */
export async function ingestFile(file: LocalFile, run: Run, deps: PipelineDeps): Promise<void> {
  const raw = await readLocalFile(file);
  if ('reason' in raw) return run.onResult(withoutPage(file.url, 'unreadable', raw.reason));
  const read = await readFileBody(file, raw, deps);
  if (read.status === 'feed' || read.status === 'sitemap') return ingestList(file.url, read, run, deps);
  run.onResult(await storeFile(file, read, run, deps));
}

// Briefs are written by us, so they are read without a child process.
async function readFileBody(file: LocalFile, raw: RawBody, deps: PipelineDeps): Promise<ReadOutcome> {
  const inBriefs = relative(briefsFolder, file.path);
  const isOurs = file.path.endsWith('.md') && !inBriefs.startsWith('..') && !isAbsolute(inBriefs);
  if (!isOurs) return deps.read(raw);
  const { readBody } = await import('../reader/read-body.ts');
  return readBody(raw);
}

async function storeFile(
  file: LocalFile,
  read: Extract<ReadOutcome, { status: 'page' | 'unreadable' }>,
  run: Run,
  deps: PipelineDeps,
): Promise<IngestResult> {
  if (read.status === 'unreadable') return unreadable(file.url, read.code, read.reason);
  const url = read.page.url ?? file.url;
  const met = run.seen.has(normaliseAddress(url)) && read.page.isBrief !== true;
  if (met) return withoutPage(url, 'duplicate', 'met before in this run');
  const fetchedAt = new Date(deps.clock.now()).toISOString();
  const source = run.source === undefined ? {} : { source: run.source };
  return storePage(read.page, { url, fetchedAt, ...source }, deps, run.seen);
}

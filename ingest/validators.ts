import { normaliseAddress } from '../corpus/address.ts';
import type { Meta } from '../corpus/meta.ts';
import type { Fetched } from './fetch-outcome.ts';

/** What a site gave us to ask "has it changed since?" with. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

// Part of what is stored: after a change of the readers every page is fetched whole once more. Raise it with a change
// that makes the same bytes read differently.
const readersVersion = 1;

/** Validators of the pages that are stored, and how often one was missing. */
export interface PageNotes {
  /** Null when there is nothing to ask with. */
  validators(url: string): Promise<Validators | null>;
  remember(url: string, fetched: Pick<Fetched, 'etag' | 'lastModified'>): Promise<void>;
  /** Counts an answer of "not found"; returns how many there were in a row. */
  countMissing(url: string): Promise<number>;
  forgetMissing(url: string): Promise<void>;
}

/** Keeps the notes in the corpus' `meta`. */
export function openPageNotes(meta: Meta): PageNotes {
  const pageKey = (url: string) => `page:${normaliseAddress(url)}`;
  const missingKey = (url: string) => `missing:${normaliseAddress(url)}`;
  return {
    validators: async (url) => parse(await meta.get(pageKey(url))),
    remember: async (url, { etag, lastModified }) => {
      if (etag === null && lastModified === null) return meta.delete(pageKey(url));
      return meta.set(pageKey(url), JSON.stringify({ etag, lastModified, readersVersion }));
    },
    countMissing: async (url) => {
      const count = Number((await meta.get(missingKey(url))) ?? 0) + 1;
      await meta.set(missingKey(url), String(count));
      return count;
    },
    forgetMissing: (url) => meta.delete(missingKey(url)),
  };
}

function parse(text: string | null): Validators | null {
  if (text === null) return null;
  const stored = JSON.parse(text) as Validators & { readersVersion: number };
  return stored.readersVersion === readersVersion ? stored : null;
}

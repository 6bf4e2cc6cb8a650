import { normaliseAddress } from '../../corpus/keys/address.ts';
import type { Meta } from '../../corpus/storage/meta.ts';

/** What a site gave us to ask "has it changed since?" with. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is remembered of an address beside the document stored for it. */
export interface PageNote extends Validators {
  /** ISO time of the last look that was an answer, whatever it was; null when there was none yet. */
  readonly checkedAt: string | null;
  /** Looks in a row that failed on the way. */
  readonly failures: number;
  /** Answers of "not found" in a row. */
  readonly missing: number;
}

// Part of what is stored: after a change of the readers every page is fetched whole once more. Raise it with a change
// that makes the same bytes read differently.
const readersVersion = 1;

const nothing: PageNote = { etag: null, lastModified: null, checkedAt: null, failures: 0, missing: 0 };

/** Notes about addresses, by any of their spellings. */
export interface PageNotes {
  /** A note of nothing when there is none. */
  get(url: string): Promise<PageNote>;
  update(url: string, change: Partial<PageNote>): Promise<void>;
}

/** Keeps the notes in the corpus' `meta`. */
export function openPageNotes(meta: Meta): PageNotes {
  const keyOf = (url: string) => `page:${normaliseAddress(url)}`;
  const get = async (url: string): Promise<PageNote> => {
    const text = await meta.get(keyOf(url));
    if (text === null) return nothing;
    const { readersVersion: writtenBy, ...note } = JSON.parse(text) as PageNote & { readersVersion: number };
    return writtenBy === readersVersion
      ? { ...nothing, ...note }
      : { ...nothing, ...note, etag: null, lastModified: null };
  };
  return {
    get,
    update: async (url, change) => {
      await meta.set(keyOf(url), JSON.stringify({ ...(await get(url)), ...change, readersVersion }));
    },
  };
}

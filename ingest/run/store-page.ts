import type { DocumentDraft } from '../../corpus/document.ts';
import type { Documents, StoredDocument } from '../../corpus/documents/documents.ts';
import type { VectorSource } from '../../corpus/embedding/embeddings.ts';
import { messageOf, StorageError } from '../../corpus/errors.ts';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import { fingerprintWords, hammingDistance, simhash } from '../../corpus/keys/simhash.ts';
import type { Page } from '../page/page.ts';
import { draftOfPage, type PageOrigin } from '../page/page-draft.ts';
import { siteName } from '../page/publisher.ts';
import { type IngestResult, withoutPage } from './ingest-result.ts';

/** What storing a page needs. */
export interface StoreDeps {
  readonly documents: Pick<Documents, 'save' | 'findByUrl' | 'nearDuplicates' | 'hold'>;
  /** Opened with the first page that is stored; null stores without vectors. */
  readonly embedder: () => Promise<VectorSource | null>;
  /** Why a page must wait for a moderator, in one line; null for a page like any other. */
  readonly holdReason: (page: Page, url: string) => string | null;
}

/**
 * Addresses met in one run, in the spelling for comparing, each with the simhash of its text once that is known. The
 * same page is taken once, whatever leads to it.
 */
export type Seen = Map<string, string | null>;

/**
 * Stores one page: once per page whatever its addresses, and never a bad page over a good one.
 * @throws what the store throws when it is broken; a bad page never does.
 */
export async function storePage(
  page: Page,
  origin: PageOrigin,
  deps: StoreDeps,
  seen: Seen,
): Promise<IngestResult> {
  if (page.isBrief === true) return saveDraft(draftOfPage(page, origin), deps);
  const draft = await draftAtOwnAddress(page, origin, deps, seen);
  const address = normaliseAddress(draft.url);
  const elsewhere = address !== normaliseAddress(origin.url);
  if (elsewhere && seen.has(address)) return duplicateOf(draft.url, draft, origin.url);
  seen.set(address, simhash(draft.text));
  // A file was chosen by the person who runs the program; only what the web sends may be something else than it seems.
  const hold = draft.url.startsWith('file:') ? null : deps.holdReason(page, draft.url);
  if (hold !== null) return holdPage(draft, hold, deps);
  const twin = await twinOnSameSite(draft, deps);
  if (twin !== null) return duplicateOf(twin.url, draft, origin.url);
  return saveDraft(draft, deps);
}

async function saveDraft(draft: DocumentDraft, deps: StoreDeps): Promise<IngestResult> {
  const embed = await deps.embedder();
  try {
    const { outcome, document } = await deps.documents.save(draft, { embed });
    // What a moderator has taken out, or has yet to look at, stays out however good the page is by now.
    if (document.status === 'retracted')
      return describe(draft, outcome, 'a moderator retracted this document');
    if (document.status === 'held')
      return describe(draft, 'held', `waits for a moderator: ${document.statusReason ?? 'no reason given'}`);
    return describe(draft, outcome, null);
  } catch (error) {
    if (isStoreTrouble(error)) throw error;
    return {
      ...describe(draft, 'failed', `cannot be stored: ${messageOf(error).split('\n')[0]}`),
      passages: 0,
    };
  }
}

// A full disk or a damaged database concerns every document; anything else is this one's, and the others go on.
function isStoreTrouble(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return error instanceof StorageError || (typeof code === 'string' && /^(SQLITE_|E[A-Z]+$)/.test(code));
}

function describe(
  draft: DocumentDraft,
  outcome: IngestResult['outcome'],
  reason: string | null,
): IngestResult {
  const { url, title, published, language, passages } = draft;
  return { url, outcome, title, published, language, passages: passages.length, reason };
}

function duplicateOf(otherUrl: string, draft: DocumentDraft, url: string): IngestResult {
  return { ...describe(draft, 'duplicate', `same page as ${otherUrl}`), url };
}

/**
 * The draft under the address the page calls its own. Sites that name their front page, or one address for all pages,
 * as canonical are not believed: then the texts differ.
 */
async function draftAtOwnAddress(
  page: Page,
  origin: PageOrigin,
  deps: StoreDeps,
  seen: Seen,
): Promise<DocumentDraft> {
  const draft = draftOfPage(page, origin);
  const canonical = page.canonicalUrl;
  if (canonical === null || normaliseAddress(canonical) === normaliseAddress(origin.url)) return draft;
  if (isFrontPage(canonical) && !isFrontPage(origin.url)) return draft;
  const there = await deps.documents.findByUrl(canonical);
  const stored = there === null || there.isBrief ? null : there.simhash;
  const known = seen.get(normaliseAddress(canonical)) ?? stored;
  if (known !== null && hammingDistance(known, simhash(draft.text)) > sameTextBits) return draft;
  return { ...draft, url: canonical };
}

function isFrontPage(url: string): boolean {
  return (
    URL.canParse(url) &&
    /^\/?(?:[a-z]{2}\/?|index\.\w+)?$/.test(new URL(url).pathname) &&
    new URL(url).search === ''
  );
}

// Looser than the near-duplicate rule: a page and its version for phones differ by a line or two, other articles by
// half of the bits.
const sameTextBits = 10;

/** The same words under the same title at another address of the same site: `?print=1`, a second section, an archive. */
async function twinOnSameSite(draft: DocumentDraft, deps: StoreDeps): Promise<StoredDocument | null> {
  if (draft.url.startsWith('file:')) return null;
  const fingerprint = { simhash: simhash(draft.text), words: fingerprintWords(draft.text).length };
  const near = await deps.documents.nearDuplicates(fingerprint);
  const address = normaliseAddress(draft.url);
  const known = await deps.documents.findByUrl(draft.url);
  if (known !== null && !known.isBrief) return null;
  return (
    near.find(
      (other) =>
        !other.isBrief &&
        normaliseAddress(other.url) !== address &&
        siteName(other.url) === siteName(draft.url) &&
        other.title === draft.title &&
        other.words === fingerprint.words &&
        other.simhash === fingerprint.simhash,
    ) ?? null
  );
}

async function holdPage(draft: DocumentDraft, reason: string, deps: StoreDeps): Promise<IngestResult> {
  const existing = await deps.documents.findByUrl(draft.url);
  if (existing !== null && !existing.isBrief && existing.status === 'current') {
    return { ...describe(draft, 'held', `${reason}; the last good version stays`), passages: 0 };
  }
  const { document } = await deps.documents.save({ ...draft, status: 'held' }, { embed: null });
  if (document.status === 'held') await deps.documents.hold(document.id, reason);
  return describe(draft, 'held', reason);
}

/** Result of a page that was read but is nothing to store. */
export function unreadable(url: string, code: string, reason: string): IngestResult {
  return withoutPage(url, code === 'held' ? 'held' : 'unreadable', reason);
}

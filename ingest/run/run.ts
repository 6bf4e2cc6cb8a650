import type { Documents } from '../../corpus/documents/documents.ts';
import type { RawBody, ReadOutcome } from '../page/page.ts';
import type { PageSource } from '../page/page-draft.ts';
import type { FetchPageDeps } from './fetch-page.ts';
import type { IngestResult } from './ingest-result.ts';
import type { Seen, StoreDeps } from './store-page.ts';

/** What the way from an address to the corpus needs. */
export interface PipelineDeps extends StoreDeps, FetchPageDeps {
  readonly documents: Pick<Documents, 'save' | 'findByUrl' | 'nearDuplicates' | 'hold' | 'vanish'>;
  /** Reads in a child process. */
  readonly read: (raw: RawBody) => Promise<ReadOutcome>;
}

/** One run over one or more addresses. */
export interface Run {
  readonly seen: Seen;
  readonly source?: PageSource;
  readonly onResult: (result: IngestResult) => void;
  /** A line for people about the run as a whole, such as "the sitemap lists 900 pages, the newest 200 are taken". */
  readonly onNote: (line: string) => void;
  /** False for a page of a list that was looked at recently enough; without it every page is fetched. */
  readonly isDue?: (url: string, changed: string | null) => Promise<boolean>;
  /** Pages of one feed or sitemap that are looked at, the newest first. */
  readonly maxPages: number;
  /** Of those that are due, so many are fetched in this run; the others are left for the next. */
  readonly maxDue?: number;
  readonly onLeftForNext?: () => void;
  readonly signal?: AbortSignal;
}

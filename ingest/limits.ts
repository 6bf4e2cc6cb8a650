/**
 * How much of the hostile web we take in. The numbers are ceilings, far above what an article, a report or a feed
 * needs: the largest page of the development set has 1.4 MB, the largest report 11 MB, the slowest site answered in 4 s.
 */
export interface FetchLimits {
  /** Decoded bytes of anything but a PDF. */
  readonly maxBytes: number;
  /** Decoded bytes of a body that starts like a PDF. */
  readonly maxPdfBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** Content codings stacked on one another; honest servers use one. */
  readonly maxCodings: number;
  /** Name resolution, connection, TLS and response headers of one hop. */
  readonly firstByteMs: number;
  /** All hops and the whole body; a drip of one byte a second ends here. */
  readonly totalMs: number;
  /** Destination ports; a pair in FETCH_ALLOW is exempt. */
  readonly ports: readonly number[];
}

export const defaultFetchLimits: FetchLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPdfBytes: 20 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  maxRedirects: 5,
  maxCodings: 2,
  firstByteMs: 10_000,
  totalMs: 30_000,
  ports: [80, 443],
};

/** How much one document may cost the reader child before it is stopped. */
export interface ReaderLimits {
  /** Wall time for a PDF or an archive. */
  readonly wallMs: number;
  /** Wall time for everything else: the largest honest pages take a second. */
  readonly textWallMs: number;
  /** Starting Node and loading the parsers; on a busy machine this takes longer than most documents. */
  readonly startMs: number;
  /** Resident memory as the operating system counts it, watched from outside. */
  readonly maxRssBytes: number;
  /** V8 heap of the child; smaller than {@link maxRssBytes} so that most bombs die by themselves. */
  readonly maxHeapMb: number;
  /** Characters of the answer a child may send back. */
  readonly maxOutputBytes: number;
  /** A child is replaced after this many documents, or when it stays larger than {@link recycleRssBytes}. */
  readonly documentsPerChild: number;
  readonly recycleRssBytes: number;
  readonly rssEveryMs: number;
}

const megabyte = 1024 * 1024;

export const defaultReaderLimits: ReaderLimits = {
  wallMs: 10_000,
  textWallMs: 5_000,
  startMs: 60_000,
  maxRssBytes: 512 * megabyte,
  maxHeapMb: 320,
  maxOutputBytes: 16 * megabyte,
  documentsPerChild: 200,
  recycleRssBytes: 320 * megabyte,
  rssEveryMs: 100,
};

import type { Config } from '../../corpus/config.ts';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { openEmbedder, type PassageEmbedder } from '../../corpus/embedding/embedder.ts';
import type { Logger } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createFetcher } from '../fetch/fetch.ts';
import { createHostPace } from '../fetch/host-pace.ts';
import { politeFetch, robotsFetch } from '../fetch/polite-fetch.ts';
import { createRobots } from '../fetch/robots.ts';
import { userAgent } from '../fetch/user-agent.ts';
import { holdReason } from '../page/held-page.ts';
import { createReader } from '../reader/reader.ts';
import { openPageNotes } from './page-notes.ts';
import type { PipelineDeps } from './run.ts';

/** Everything ingest works with, opened together and closed together. */
export interface Ingest {
  readonly corpus: Corpus;
  readonly pipeline: PipelineDeps;
  close(): Promise<void>;
}

/** Settings of {@link openIngest}. */
export interface IngestOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Pause between requests to one public host; hosts in FETCH_ALLOW are ours and get none. */
  readonly gapMs: number;
  readonly clock?: Clock;
  /** Instead of the configured model, for tests. */
  readonly openEmbedder?: () => Promise<PassageEmbedder>;
}

/**
 * Opens the corpus and, each when it is first needed, the embedding model and the reader children.
 * @throws UserError when the data folder cannot be used.
 */
export async function openIngest(options: IngestOptions): Promise<Ingest> {
  const { config, log, clock = systemClock } = options;
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  const reader = createReader({ log });
  const fetcher = createFetcher({
    userAgent: userAgent(config.FETCH_CONTACT),
    allow: config.FETCH_ALLOW,
    now: clock.now,
  });
  const ours = new Set(config.FETCH_ALLOW.map((pair) => pair.toLowerCase()));
  const pace = createHostPace({ clock, gapMs: (host) => (ours.has(host) ? 0 : options.gapMs) });
  const robots = createRobots({ fetch: robotsFetch(fetcher, pace), memory: corpus.meta, clock });
  let opened: Promise<PassageEmbedder> | null = null;
  const embedder = () => {
    opened ??= (options.openEmbedder ?? (() => openEmbedder(config, log)))();
    return opened;
  };
  return {
    corpus,
    pipeline: {
      documents: corpus.documents,
      notes: openPageNotes(corpus.meta),
      fetch: politeFetch(fetcher, pace, robots),
      read: reader.read,
      embedder,
      holdReason,
      clock,
    },
    close: async () => {
      await Promise.all([
        reader.close(),
        fetcher.close(),
        opened?.then((one) => one.close()).catch(() => {}),
      ]);
      await corpus.close();
    },
  };
}

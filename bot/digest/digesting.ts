import type { Config } from '../../corpus/config.ts';
import { type Lexicon, loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import type { Logger } from '../../corpus/log.ts';
import { EventBook } from '../../retrieval/digest/event-book.ts';
import { findEventDevelopment } from '../../retrieval/digest/event-development.ts';
import { PassageAnalyser } from '../../retrieval/reading/analysis.ts';
import type { SearchDeps } from '../../retrieval/search/search.ts';
import type { People } from '../people/people.ts';
import type { Clock } from '../process/clock.ts';
import { Broadcasts } from './broadcasts.ts';
import { DigestReader } from './digest-reader.ts';
import { News, type NewsCorpus } from './news.ts';
import { Subscriptions } from './subscriptions.ts';

/** Everything about subscriptions and digests that handlers use. */
export interface Digesting {
  readonly subscriptions: Subscriptions;
  readonly news: News;
  readonly digests: DigestReader;
  readonly broadcasts: Broadcasts;
  readonly lexicon: Lexicon;
}

// A document is analysed once, when it is news; a few hundred passages cover a burst.
const analysedPassages = 500;

/** @param options.world the open corpus and its search; called when first needed. */
export function openDigesting(options: {
  readonly people: People;
  readonly config: Pick<Config, 'OWNER_IDS'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly world: () => Promise<{ readonly corpus: NewsCorpus; readonly search: SearchDeps | null }>;
}): Digesting {
  const { people, config, log, clock, world } = options;
  const lexicon = loadLexicon();
  const news = new News({
    database: people.database,
    corpus: async () => (await world()).corpus,
    newBook: () => new EventBook({ lexicon, analyser: new PassageAnalyser(lexicon, analysedPassages) }),
    now: clock.now,
  });
  const digests = new DigestReader({
    news,
    lexicon,
    log,
    develop: async (event) => {
      const { search } = await world();
      return search === null ? null : findEventDevelopment(event, search);
    },
  });
  const subscriptions = new Subscriptions(people, () => news.newestSeq(), clock.now);
  const broadcasts = new Broadcasts({ people, subscriptions, owners: config.OWNER_IDS, now: clock.now });
  return { subscriptions, news, digests, broadcasts, lexicon };
}

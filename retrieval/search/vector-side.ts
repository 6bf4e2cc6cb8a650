import type { Config } from '../../corpus/config.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { openEmbedder, type PassageEmbedder } from '../../corpus/embedding/embedder.ts';
import { messageOf } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import {
  findStaleness,
  refreshInBackground,
  type Staleness,
} from '../../corpus/upkeep/background-refresh.ts';
import { refreshCorpus } from '../../corpus/upkeep/refresh.ts';
import type { VectorIndex } from '../../corpus/vectors/vector-index.ts';
import { openVectorIndex } from '../../corpus/vectors/vectors.ts';

/** Whether opening waits until words and vectors are those of this program: a command does, a bot answers meanwhile. */
export type RefreshMode = 'wait' | 'background';

// A thousand passages are made anew in about three seconds, and a thread with a model of its own would need one to start.
const refreshedAtOnce = 1000;
// Ranking adds the similarity of those that have a vector: with many lacking one, words alone rank better.
const lackingShare = 0.01;

/** What the embedding model brings to asking. */
export interface VectorSide {
  /** null while too many passages lack a vector of the model. */
  readonly index: VectorIndex | null;
  readonly embedder: PassageEmbedder;
  /** The corpus is being brought up to date; answers come from what there is. */
  readonly isRefreshing: boolean;
  close(): Promise<void>;
}

/** What {@link openVectorSide} needs. */
export interface VectorSideOptions {
  readonly config: Config;
  readonly corpus: Corpus;
  readonly log: Logger;
  readonly refresh: RefreshMode;
}

/**
 * Opens model and vector index, and brings a corpus up to the lexicon and model of this program, once at the first start after
 * they changed. A model that cannot be loaded is logged and done without (null): words alone still answer, worse across languages.
 */
export async function openVectorSide(options: VectorSideOptions): Promise<VectorSide | null> {
  const { config, corpus, log, refresh } = options;
  let embedder: PassageEmbedder;
  try {
    embedder = await openEmbedder(config, log);
  } catch (error) {
    log.error({ err: error }, 'no embedding model: answering from words alone');
    return null;
  }
  const stale = await findStaleness(corpus, embedder.modelId);
  if (!needsRefresh(stale)) return new Vectors(options, embedder, await openIndex(options, embedder));
  if (refresh === 'wait' || stale.passages <= refreshedAtOnce) {
    await refreshCorpus(corpus, { indexFields, embed: embedder, log });
    return new Vectors(options, embedder, await openIndex(options, embedder));
  }
  log.info(
    { ...stale },
    'words or vectors are of an older program: answering from them while they are made anew',
  );
  const usable = stale.withoutVector <= stale.passages * lackingShare;
  const vectors = new Vectors(options, embedder, usable ? await openIndex(options, embedder) : null);
  vectors.refresh();
  return vectors;
}

function needsRefresh({ words, withoutVector }: Staleness): boolean {
  return words || withoutVector > 0;
}

function openIndex(
  { config, corpus, log }: VectorSideOptions,
  embedder: PassageEmbedder,
): Promise<VectorIndex> {
  return openVectorIndex({ config, corpus, embedder, log });
}

class Vectors implements VectorSide {
  #refresh: { readonly stop: () => Promise<void>; readonly done: Promise<void> } | null = null;
  #isClosed = false;

  constructor(
    private readonly options: VectorSideOptions,
    readonly embedder: PassageEmbedder,
    public index: VectorIndex | null,
  ) {}

  get isRefreshing(): boolean {
    return this.#refresh !== null;
  }

  /** Starts the refresh; the index is switched over to when it is done. */
  refresh(): void {
    const { config, log } = this.options;
    const { stop, done } = refreshInBackground(config, log);
    const switched = done
      .then(async () => {
        if (!this.#isClosed) this.index ??= await openIndex(this.options, this.embedder);
      })
      .catch((error: unknown) => {
        log.error(
          { reason: messageOf(error) },
          'the vector index could not be opened: answering from words alone',
        );
      })
      .finally(() => {
        this.#refresh = null;
      });
    this.#refresh = { stop, done: switched };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const running = this.#refresh;
    await running?.stop();
    await running?.done;
    await this.index?.close();
    await this.embedder.close();
  }
}

import type { Config } from '../corpus/config.ts';
import { type Corpus, openCorpus } from '../corpus/corpus.ts';
import { loadLexicon } from '../corpus/lexicon/lexicon.ts';
import type { Logger } from '../corpus/log.ts';
import { keepHeapSmall } from '../corpus/process/heap-growth.ts';
import { indexFields } from '../corpus/terms/lexical.ts';
import { openWordIndex } from '../corpus/words/open-words.ts';
import type { Answer, Question } from './answer.ts';
import { ask } from './ask.ts';
import { PassageAnalyser } from './reading/analysis.ts';
import { openRephraser } from './rephrase/rephrase.ts';
import type { Engines } from './search/candidates.ts';
import type { SearchDeps } from './search/search.ts';
import { openVectorSide, type RefreshMode } from './search/vector-side.ts';

/** Answers questions over an open corpus. */
export interface Asker {
  ask(question: Question): Promise<Answer>;
}

/** An {@link Asker} with what it stands on. */
export interface OpenAsker extends Asker {
  readonly corpus: Corpus;
  readonly deps: SearchDeps;
  /** Words and vectors are being made anew in the background; answers come from what there is. */
  readonly isRefreshing: boolean;
  close(): Promise<void>;
}

/** How an asker is opened. */
export interface AskerOptions {
  readonly now?: () => Date;
  /** `wait` unless given; see {@link RefreshMode}. */
  readonly refresh?: RefreshMode;
}

/**
 * Opens corpus, model and index for asking.
 * @throws UserError when the corpus cannot be opened.
 */
export async function openAsker(
  config: Config,
  log: Logger,
  { now = () => new Date(), refresh = 'wait' }: AskerOptions = {},
): Promise<OpenAsker> {
  keepHeapSmall();
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  const lexicon = loadLexicon();
  const vectorSide = await openVectorSide({ config, corpus, log, refresh });
  const words = await openWordIndex({ config, corpus, log });
  const engines: Engines = {
    fullText: words,
    get vectors() {
      return vectorSide?.index ?? null;
    },
    embedQuery: vectorSide === null ? null : (text) => vectorSide.embedder.embedQuery(text),
  };
  const deps: SearchDeps = {
    passages: corpus.passages,
    engines,
    lexicon,
    analyser: new PassageAnalyser(lexicon),
    now,
    safetyCards: {
      warn: (message) => log.warn(message),
      ...(config.SAFETY_CARD_DIR === undefined ? {} : { folder: config.SAFETY_CARD_DIR }),
    },
  };
  const rephrase = openRephraser(config, log, lexicon);
  return {
    corpus,
    deps,
    get isRefreshing() {
      return vectorSide?.isRefreshing ?? false;
    },
    async ask(question) {
      await vectorSide?.index?.catchUp();
      await words.catchUp();
      const answer = await ask(question, deps);
      return rephrase === null ? answer : rephrase(question, answer);
    },
    async close() {
      await vectorSide?.close();
      await words.close();
      await corpus.close();
    },
  };
}

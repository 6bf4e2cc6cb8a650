import type { Config } from '../corpus/config.ts';
import { type Corpus, openCorpus } from '../corpus/corpus.ts';
import { openEmbedder, type PassageEmbedder } from '../corpus/embedder.ts';
import { indexFields } from '../corpus/lexical.ts';
import { loadLexicon } from '../corpus/lexicon.ts';
import type { Logger } from '../corpus/log.ts';
import { refreshCorpus } from '../corpus/refresh.ts';
import type { VectorIndex } from '../corpus/vector-index.ts';
import { openVectorIndex } from '../corpus/vectors.ts';
import { PassageAnalyser } from './analysis.ts';
import type { Answer, Question } from './answer.ts';
import { ask } from './ask.ts';
import type { Engines } from './candidates.ts';
import { openRephraser } from './rephrase.ts';
import type { SearchDeps } from './search.ts';

/** Answers questions over an open corpus. */
export interface Asker {
  ask(question: Question): Promise<Answer>;
}

/** An {@link Asker} with what it stands on. */
export interface OpenAsker extends Asker {
  readonly corpus: Corpus;
  readonly deps: SearchDeps;
  close(): Promise<void>;
}

/**
 * Opens corpus, model and index for asking. A model that cannot be loaded is logged and done without: words alone still
 * answer, worse across languages.
 * @throws UserError when the corpus cannot be opened.
 */
export async function openAsker(
  config: Config,
  log: Logger,
  now: () => Date = () => new Date(),
): Promise<OpenAsker> {
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  const lexicon = loadLexicon();
  const vectorSide = await openVectorSide(config, corpus, log);
  const engines: Engines = {
    fullText: corpus.fullText,
    vectors: vectorSide?.index ?? null,
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
    async ask(question) {
      await vectorSide?.index.catchUp();
      const answer = await ask(question, deps);
      return rephrase === null ? answer : rephrase(question, answer);
    },
    async close() {
      await vectorSide?.index.close();
      await vectorSide?.embedder.close();
      await corpus.close();
    },
  };
}

async function openVectorSide(
  config: Config,
  corpus: Corpus,
  log: Logger,
): Promise<{ readonly embedder: PassageEmbedder; readonly index: VectorIndex } | null> {
  let embedder: PassageEmbedder;
  try {
    embedder = await openEmbedder(config, log);
  } catch (error) {
    log.error({ err: error }, 'no embedding model: answering from words alone');
    return null;
  }
  // A changed lexicon or model leaves words and vectors of before; both are made anew once, at the first start after it.
  await refreshCorpus(corpus, { indexFields, embed: embedder, log });
  return { embedder, index: await openVectorIndex({ config, corpus, embedder, log }) };
}

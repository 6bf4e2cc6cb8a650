import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { PassageAnalyser } from '../reading/analysis.ts';
import type { SearchDeps } from '../search/search.ts';
import { draftOf, lexicon, type Story, today } from './ranked-for-tests.ts';

/** A stored corpus with what search needs of it. */
export interface TestCorpus {
  readonly deps: SearchDeps;
  readonly stored: Corpus;
  close(): Promise<void>;
}

/** Saves the stories in a SQLite corpus in a folder of its own, gone after `close`; no model, so words alone find them. */
export async function corpusOf(
  stories: readonly Story[],
  addressOf?: (key: string) => string,
): Promise<TestCorpus> {
  const dataDir = mkdtempSync(join(tmpdir(), 'retrieval-test-'));
  const corpus = await openCorpus({ dataDir, log: silentLog(), indexFields });
  for (const [index, story] of stories.entries()) {
    const draft = draftOf(story, index);
    await corpus.documents.save({ ...draft, url: addressOf?.(draft.key!) ?? draft.url }, { embed: null });
  }
  return {
    stored: corpus,
    deps: {
      passages: corpus.passages,
      engines: { fullText: corpus.fullText, vectors: null, embedQuery: null },
      lexicon,
      analyser: new PassageAnalyser(lexicon),
      now: () => new Date(today),
    },
    async close() {
      await corpus.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

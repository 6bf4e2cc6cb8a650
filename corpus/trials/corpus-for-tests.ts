import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, openCorpus } from '../corpus.ts';
import type { DocumentDraft, PassageDraft } from '../document.ts';
import type { FullTextFields } from '../documents/searchable.ts';
import type { VectorSource } from '../embedding/embeddings.ts';
import { silentLog } from '../log.ts';

/** Words in lower case as stems: what a test expects to match can be read off the text. */
export function plainFields(passage: { readonly text: string; readonly context: string }): FullTextFields {
  return { stems: `${passage.text} ${passage.context}`.toLowerCase(), concepts: '', grams: '' };
}

/** An embedder whose vectors can be checked by eye (characters, words), and that remembers what it was asked. */
export function countingEmbedder(modelId = 'test-model'): VectorSource & { readonly embedded: string[] } {
  const embedded: string[] = [];
  return {
    modelId,
    dimensions: 2,
    embedded,
    embedDocuments: async (texts) => {
      embedded.push(...texts);
      return texts.map((text) => [text.length, text.split(/\s+/).length]);
    },
  };
}

/** A folder that is gone after `dispose`. */
export function temporaryFolder(): { readonly path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), 'corpus-test-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

/** A corpus in a folder; with {@link plainFields}. */
export function corpusIn(dataDir: string): Promise<Corpus> {
  return openCorpus({ dataDir, log: silentLog(), indexFields: plainFields });
}

/** A draft whose passages are the paragraphs of its text. */
export function draftOf(paragraphs: readonly string[], change: Partial<DocumentDraft> = {}): DocumentDraft {
  const text = paragraphs.join('\n\n');
  const title = change.title ?? 'Title';
  let start = 0;
  const passages: PassageDraft[] = paragraphs.map((paragraph) => {
    const passage = { start, end: start + paragraph.length, heading: null, page: null, context: title };
    start += paragraph.length + 2;
    return passage;
  });
  return {
    url: 'https://example.org/page',
    title,
    publisher: 'Publisher',
    published: '2024-05-01',
    language: 'en',
    kind: 'news',
    tier: 'established',
    fetchedAt: '2024-05-02T00:00:00.000Z',
    text,
    passages,
    ...change,
  };
}

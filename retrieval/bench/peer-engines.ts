import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { indexStems } from '../../corpus/terms/lexical.ts';
import { tokenise } from '../../corpus/text/text.ts';

/** A passage as every engine gets it. */
export interface PeerPassage {
  readonly id: string;
  readonly text: string;
}

/** A search engine compared with ours. Returns ids, best first. */
export interface PeerEngine {
  add(passages: readonly PeerPassage[]): Promise<void>;
  search(question: string, limit: number): Promise<readonly string[]>;
}

// With their own tokenisers both peers lose one of the two alphabets or all endings; given ours, they do the same work.
const words = (text: string): string[] => [...indexStems(tokenise(text))];

/** Engines by name; null when the package is not installed. */
export const peerEngines: Readonly<Record<string, () => Promise<PeerEngine | null>>> = {
  minisearch: async () => {
    const index = new MiniSearch<PeerPassage>({
      fields: ['text'],
      tokenize: words,
      processTerm: (term) => term,
    });
    return {
      add: async (passages) => index.addAll(passages),
      search: async (question, limit) =>
        index
          .search(question)
          .slice(0, limit)
          .map(({ id }) => String(id)),
    };
  },
  orama: async () => {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: words };
    const index = create({ schema: { text: 'string' } as const, components: { tokenizer } });
    return {
      add: async (passages) => void (await insertMultiple(index, [...passages], 500)),
      search: async (question, limit) =>
        (await search(index, { term: question, limit, threshold: 1 })).hits.map(({ id }) => id),
    };
  },
  'langchain-memory': openLangChain,
};

// Moved out of the core package in LangChain 1.0; looked for in every place it has been in.
const langChainPlaces = [
  '@langchain/classic/vectorstores/memory',
  'langchain/vectorstores/memory',
  '@langchain/core/vectorstores/memory',
];

interface MemoryStore {
  addVectors(
    vectors: number[][],
    documents: { pageContent: string; metadata: { id: string } }[],
  ): Promise<void>;
  similaritySearchVectorWithScore(
    vector: number[],
    limit: number,
  ): Promise<[{ metadata: { id: string } }, number][]>;
}

async function openLangChain(): Promise<PeerEngine | null> {
  for (const place of langChainPlaces) {
    const found = (await import(place).catch(() => null)) as {
      MemoryVectorStore?: new (e: unknown) => MemoryStore;
    } | null;
    if (found?.MemoryVectorStore === undefined) continue;
    const { openBenchEmbedder } = await import('./bench-embedder.ts');
    const embedder = await openBenchEmbedder();
    const store = new found.MemoryVectorStore(embedder);
    return {
      add: async (passages) => {
        const vectors = await embedder.embedDocuments(passages.map(({ text }) => text));
        await store.addVectors(
          vectors,
          passages.map(({ id, text }) => ({ pageContent: text, metadata: { id } })),
        );
      },
      search: async (question, limit) => {
        const hits = await store.similaritySearchVectorWithScore(await embedder.embedQuery(question), limit);
        return hits.map(([document]) => document.metadata.id);
      },
    };
  }
  return null;
}

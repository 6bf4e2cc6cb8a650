import type { FullText, FullTextColumn } from '../corpus/full-text.ts';
import { quoteTerm } from '../corpus/full-text.ts';
import type { VectorIndex } from '../corpus/vector-index.ts';
import { fuse } from './fuse.ts';
import type { QueryTerm } from './understand.ts';

/** The engines whose opinions are fused. */
export interface Engines {
  readonly fullText: FullText;
  readonly vectors: VectorIndex | null;
  /** Vector of a question; null answers from words alone (no model, or a model that failed to load). */
  readonly embedQuery: ((text: string) => Promise<readonly number[]>) | null;
}

/** A passage some engine brought up. */
export interface Candidate {
  readonly passageId: number;
  /** Reciprocal rank fusion of all engines. */
  readonly fused: number;
  /** Cosine to the question, 0 when the vector search did not return the passage. */
  readonly similarity: number;
}

/** How rare each term is, and in how many passages. */
export type TermRarity = ReadonlyMap<QueryTerm, number>;

// Measured on the tuning questions: below 40 per engine cross-language documents fell out before ranking saw them;
// above 80 nothing was gained and ranking took longer.
const perEngine = 100;
const keptCandidates = 100;
// A term in more than a fifth of a large corpus costs tens of milliseconds and tells passages apart badly.
const commonShare = 0.2;
const smallCorpus = 5000;
// Stems are the surest signal; concepts carry the other languages; grams only know names.
const columnWeights = { stems: 1, concepts: 0.9, grams: 1 } as const;
const weights = { words: 1, grams: 0.3, vector: 0.9 } as const;

/** Rarity of each term in 0..1: 1 for a term no passage holds, near 0 for one in every passage. */
export async function termRarity(terms: readonly QueryTerm[], fullText: FullText): Promise<TermRarity> {
  const total = Math.max(1, await fullText.count());
  const stems = await fullText.documentCounts(
    'stems',
    terms.flatMap((term) => term.stems),
  );
  const concepts = await fullText.documentCounts(
    'concepts',
    terms.flatMap((term) => term.concepts),
  );
  return new Map(
    terms.map((term) => {
      const counts = [
        ...term.stems.map((t) => stems.get(t) ?? 0),
        ...term.concepts.map((t) => concepts.get(t) ?? 0),
      ];
      return [term, inverseFrequency(Math.max(0, ...counts), total)];
    }),
  );
}

/** log(1 + N/(n + 0.5)) scaled to 1 at n = 0: the usual inverse document frequency, comparable between corpora. */
function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + total / (count + 0.5)) / Math.log(1 + total / 0.5);
}

/** Asks every engine and fuses the ranks. Best first. */
export async function findCandidates(
  question: string,
  terms: readonly QueryTerm[],
  engines: Engines,
): Promise<readonly Candidate[]> {
  const similar = await searchVectors(question, engines);
  const words = await searchWords(['stems', 'concepts'], terms, engines.fullText);
  const names = await searchWords(['grams'], terms, engines.fullText);
  const rankings = [
    { ids: words, weight: weights.words },
    { ids: names, weight: weights.grams },
  ];
  const fused = fuse([...rankings, { ids: [...similar.keys()], weight: weights.vector }]);
  return [...fused]
    .slice(0, keptCandidates)
    .map(([passageId, score]) => ({ passageId, fused: score, similarity: similar.get(passageId) ?? 0 }));
}

// One MATCH over both columns: as two fused lists they found 0.48 of the documents in another language, as one 0.71.
async function searchWords(
  columns: readonly FullTextColumn[],
  terms: readonly QueryTerm[],
  fullText: FullText,
): Promise<number[]> {
  const parts = await Promise.all(
    columns.map(async (column) => {
      const wanted = await affordable(unique(terms.flatMap((term) => term[column])), column, fullText);
      return wanted.length === 0 ? [] : [`{${column}} : (${wanted.map(quoteTerm).join(' OR ')})`];
    }),
  );
  const expression = parts.flat().join(' OR ');
  if (expression === '') return [];
  return (await fullText.match(expression, { limit: perEngine, weights: columnWeights })).map(
    ({ passageId }) => passageId,
  );
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}

async function affordable(
  terms: readonly string[],
  column: FullTextColumn,
  fullText: FullText,
): Promise<readonly string[]> {
  const total = await fullText.count();
  if (total < smallCorpus) return terms;
  const counts = await fullText.documentCounts(column, terms);
  const rare = terms.filter((term) => (counts.get(term) ?? 0) <= total * commonShare);
  return rare.length > 0 ? rare : terms;
}

async function searchVectors(question: string, engines: Engines): Promise<ReadonlyMap<number, number>> {
  if (engines.vectors === null || engines.embedQuery === null) return new Map();
  const vector = Float32Array.from(await engines.embedQuery(question));
  const hits = await engines.vectors.search(vector, perEngine);
  return new Map(hits.map(({ passageId, similarity }) => [passageId, similarity]));
}

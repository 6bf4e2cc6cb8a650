import { breathe } from '../../corpus/storage/sqlite.ts';
import type { VectorIndex } from '../../corpus/vectors/vector-index.ts';
import type { FullTextColumn, WordSearch, WordToFind } from '../../corpus/words/full-text.ts';
import type { QueryTerm, TermRarity } from '../question/query-term.ts';
import { saidBy } from '../question/said-by.ts';
import { fuse } from './fuse.ts';

/** The engines whose opinions are fused. */
export interface Engines {
  readonly fullText: WordSearch;
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

// Measured on the tuning questions: below 40 per engine cross-language documents fell out before ranking saw them;
// above 80 nothing was gained and ranking took longer.
const perEngine = 100;
const keptCandidates = 100;
// FTS5 needs 0.5 ms for a thousand places of a term, so that common words alone would take 100 ms of a question at 100,000
// passages, and they tell passages apart badly. The rarest terms are asked for until this many places are read.
// With 20,000 the documents of 180 questions among 100,000 other passages came as often first (.456), among the first five (.606) and
// twenty (.683) as with 30,000; with 12,000 six more fell out of the first twenty.
const placesRead = 20_000;
// Stems are the surest signal; concepts carry the other languages; grams only know names.
const columnWeights = { stems: 1, concepts: 0.9, grams: 1 } as const;
const weights = { words: 1, grams: 0.3, vector: 0.9 } as const;

// The prior of a word counts as much as this many texts: it rules a corpus of ten pages and is nothing to ten thousand.
const priorTexts = 150;

/** Rarity of each term in 0..1: 1 for a term no passage holds, near 0 for one in every passage. */
export async function termRarity(terms: readonly QueryTerm[], fullText: WordSearch): Promise<TermRarity> {
  const total = (await fullText.count()) + priorTexts;
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
      return [term, inverseFrequency(Math.max(0, ...counts) + term.prior * priorTexts, total)];
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
  await breathe();
  const words = await searchWords(['stems', 'concepts'], terms, engines.fullText);
  await breathe();
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
  fullText: WordSearch,
): Promise<number[]> {
  const wanted = await Promise.all(
    columns.map(async (column) => {
      const counts = await fullText.documentCounts(
        column,
        terms.flatMap((term) => wordsIn(column, term)),
      );
      return [...counts].map(([term, count]) => ({ column, term, count }));
    }),
  );
  const hits = await fullText.search(affordable(wanted.flat()), { limit: perEngine, weights: columnWeights });
  return hits.map(({ passageId }) => passageId);
}

function wordsIn(column: FullTextColumn, term: QueryTerm): readonly string[] {
  if (column === 'grams') return [...term.grams, ...term.sounds];
  return column === 'concepts' ? [...term.concepts, ...saidBy(term.concepts)] : term[column];
}

interface WantedTerm extends WordToFind {
  /** Passages that hold it. */
  readonly count: number;
}

/** Those that some passage holds, rarest first, as many as may be read; at least one. */
export function affordable(wanted: readonly WantedTerm[]): readonly WantedTerm[] {
  const held = wanted.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  let places = 0;
  return held.filter(({ count }, index) => {
    places += count;
    return index === 0 || places <= placesRead;
  });
}

async function searchVectors(question: string, engines: Engines): Promise<ReadonlyMap<number, number>> {
  if (engines.vectors === null || engines.embedQuery === null) return new Map();
  const vector = Float32Array.from(await engines.embedQuery(question));
  const hits = await engines.vectors.search(vector, perEngine);
  return new Map(hits.map(({ passageId, similarity }) => [passageId, similarity]));
}

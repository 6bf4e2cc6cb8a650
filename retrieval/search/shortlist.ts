import type { PassageTerms, TermNumbers } from '../../corpus/terms/passage-terms.ts';
import type { TermRarity } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import type { TermSet } from '../reading/analysis.ts';
import { coverage, matchInPassage } from '../reading/match.ts';
import type { Candidate } from './candidates.ts';
import { type RankWeights, rankWeights } from './rank-weights.ts';

// Reading the sentences of a passage costs fifty times as much as looking its stored terms through. The documents of 470 questions among
// 10,000 other passages were in the first five as often with 60 of 100 chosen by terms as with all (.794), and less often with the 60
// that the engines agreed on (.787), with 40 chosen by terms (.789), or with 60 of 200 (.785); among 100,000 .619 against .604.
const kept = 60;
const manyPassages = 5000;

/** Tells whether a corpus is so large that candidates have to be chosen from. */
export function needsShortlist(candidates: readonly Candidate[], passages: number): boolean {
  return candidates.length > kept && passages >= manyPassages;
}

/**
 * The candidates worth reading: those that rank best by what is known without their texts, best first. Those whose terms are not
 * stored come before them in the order of the engines: of a corpus that a new program has not read yet, that is all there is to go by.
 * @param candidates best first.
 */
export function shortlist(
  candidates: readonly Candidate[],
  terms: ReadonlyMap<number, PassageTerms>,
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
): readonly Candidate[] {
  const unknown = candidates.filter(({ passageId }) => !terms.has(passageId));
  const scored = candidates.flatMap((candidate) => {
    const stored = terms.get(candidate.passageId);
    return stored === undefined ? [] : [{ candidate, score: scoreOf(candidate, stored, question) }];
  });
  const best = scored.sort((a, b) => b.score - a.score || a.candidate.passageId - b.candidate.passageId);
  return [...unknown, ...best.map(({ candidate }) => candidate)].slice(0, kept);
}

// As `rankPassage` scores, with the passage for its best sentence.
function scoreOf(
  { similarity, fused }: Candidate,
  stored: PassageTerms,
  { understanding, rarity }: Parameters<typeof shortlist>[2],
  weights: RankWeights = rankWeights,
): number {
  const passage = { text: termsFrom(stored.text), context: termsFrom(stored.context) };
  const covered = coverage(understanding.terms, rarity, (term) => matchInPassage(term, passage));
  return (
    (weights.passage + weights.sentence) * covered + weights.similarity * similarity + weights.fused * fused
  );
}

const none: ReadonlySet<string> = new Set();

function termsFrom(stored: TermNumbers): TermSet {
  return { stems: none, concepts: none, grams: none, stored };
}

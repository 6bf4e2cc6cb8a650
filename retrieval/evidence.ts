import type { TermRarity } from './candidates.ts';
import { matchTerm } from './match.ts';
import { collapseOrigins, type Origin } from './origin.ts';
import type { Quantity } from './quantity.ts';
import { chooseQuote, type Quote } from './quote.ts';
import type { RankedPassage } from './rank.ts';
import type { Understanding } from './understand.ts';
import { wantedQuantities } from './wanted.ts';

/** A quote accepted as evidence, with the figure in it that the question asks for, if it asks for one. */
export interface Evidence {
  readonly ranked: RankedPassage;
  readonly quote: Quote;
  readonly reprints: number;
  readonly figure: Quantity | null;
}

const mostQuotes = 4;
const mostQuotesOfOneSource = 2;
// A passage this far below the best answers something else. Comparisons need the weaker side too.
const scoreShare = 0.6;
const scoreShareMany = 0.5;
// A phone shows about 600 characters without scrolling; the first quote may fill that, the others support it.
const firstQuoteChars = 1100;
const laterQuoteChars = 600;

/** Picks the quotes of an answer: best passages of different releases, at most two from one source. Best first. */
export function chooseEvidence(
  ranked: readonly RankedPassage[],
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
): readonly Evidence[] {
  const { understanding } = question;
  const many = understanding.compares || understanding.lists || understanding.latest;
  const floor = (ranked[0]?.score ?? 0) * (many ? scoreShareMany : scoreShare);
  const origins = collapseOrigins(ranked.filter(({ score }) => score >= floor));
  return perSource(origins)
    .slice(0, mostQuotes)
    .map(({ ranked: passage, reprints }, index) => {
      const quote = chooseQuote(passage, question, index === 0 ? firstQuoteChars : laterQuoteChars);
      return { ranked: passage, quote, reprints, figure: figureOf(passage, quote, understanding) };
    });
}

function perSource(origins: readonly Origin[]): readonly Origin[] {
  const taken = new Map<string, number>();
  return origins.filter(({ ranked }) => {
    const count = (taken.get(ranked.document.publisher) ?? 0) + 1;
    taken.set(ranked.document.publisher, count);
    return count <= mostQuotesOfOneSource;
  });
}

// The figure that answers stands in the sentence that covers the question best, and counts what was asked.
function figureOf(passage: RankedPassage, quote: Quote, { wanted, counted }: Understanding): Quantity | null {
  const inside = passage.sentences
    .filter(({ sentence }) => sentence.start >= quote.start && sentence.end <= quote.end)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { sentence } of inside) {
    const fitting = wantedQuantities(wanted, sentence).filter(
      ({ noun }) => wanted !== 'count' || (counted !== null && noun !== null && matchTerm(counted, noun) > 0),
    );
    if (fitting.length > 0) return fitting[0]!;
  }
  return null;
}

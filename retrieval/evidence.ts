import type { TermRarity } from './candidates.ts';
import { matchTerm } from './match.ts';
import { collapseOrigins, type Origin } from './origin.ts';
import type { Quantity } from './quantity.ts';
import { chooseQuote, type Quote } from './quote.ts';
import type { RankedPassage } from './rank.ts';
import { bothSides } from './sides.ts';
import { chooseStations, type Station } from './timeline.ts';
import type { Understanding } from './understand.ts';
import { answersWanted, wantedQuantities } from './wanted.ts';

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
const scoreShareMany = 0.45;
const scoreShareSides = 0.35;
// A phone shows about 600 characters without scrolling; the first quote may fill that, the others support it.
const firstQuoteChars = 1100;
const laterQuoteChars = 600;
// Lists and comparisons are spread over the text.
const laterQuoteCharsMany = 850;
// A time line is read at a glance: its sentence and what it leans on.
const stationChars = 600;

/** Picks the quotes of an answer: best passages of different releases, at most two from one source. Best first. */
export function chooseEvidence(
  ranked: readonly RankedPassage[],
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
): readonly Evidence[] {
  const { understanding } = question;
  const many = understanding.compares || understanding.lists || understanding.latest;
  const share = understanding.compares ? scoreShareSides : many ? scoreShareMany : scoreShare;
  const floor = (ranked[0]?.score ?? 0) * share;
  const origins = perSource(
    collapseOrigins(
      ranked.filter(({ score, sentences }) => score >= floor && sentences.some(({ score: own }) => own > 0)),
    ),
  );
  const stations = runsThroughTime(understanding) ? chooseStations(origins, question, mostQuotes) : [];
  if (stations.length > 1) return stations.map((station) => evidenceOf(station, question));
  const chosen = understanding.compares
    ? bothSides(origins, question, mostQuotes)
    : origins.slice(0, mostQuotes);
  const laterChars = understanding.compares || understanding.lists ? laterQuoteCharsMany : laterQuoteChars;
  return chosen.map(({ ranked: passage, reprints }, index) => {
    const quote = chooseQuote(passage, question, index === 0 ? firstQuoteChars : laterChars);
    return { ranked: passage, quote, reprints, figure: figureOf(passage, quote, understanding) };
  });
}

// Two donors in two years are two sides of a comparison; one thing at two times is a development.
function runsThroughTime({ changes, periods, terms }: Understanding): boolean {
  return changes || (periods.length > 1 && terms.filter(({ named }) => named).length < 2);
}

function evidenceOf(
  { origin, from, to }: Station,
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
): Evidence {
  const quote = chooseQuote(origin.ranked, question, stationChars, { from, to });
  const figure = figureOf(origin.ranked, quote, question.understanding);
  return { ...origin, quote, figure };
}

function perSource(origins: readonly Origin[]): readonly Origin[] {
  const taken = new Map<string, number>();
  return origins.filter(({ ranked }) => {
    const count = (taken.get(ranked.document.publisher) ?? 0) + 1;
    taken.set(ranked.document.publisher, count);
    return count <= mostQuotesOfOneSource;
  });
}

// A sentence that covers less of the question than this may speak of something else that has a figure too.
const figureCoverage = 0.5;

// The figure that answers stands in the sentence that covers the question best. Two figures of one unit in it are two
// facts, and picking one would be a guess. A bare number answers only when it counts what was asked.
function figureOf(passage: RankedPassage, quote: Quote, understanding: Understanding): Quantity | null {
  const { wanted, counted } = understanding;
  const best = passage.sentences
    .filter(({ sentence }) => sentence.start >= quote.start && sentence.end <= quote.end)
    .filter(
      ({ sentence, coverage: covered }) =>
        covered >= figureCoverage && answersWanted(understanding, sentence),
    )
    .sort((a, b) => b.score - a.score || a.index - b.index)[0];
  if (best === undefined) return null;
  const fitting = wantedQuantities(wanted, best.sentence).filter(({ kind, noun }) =>
    kind === 'count'
      ? wanted === 'count' && counted !== null && noun !== null && matchTerm(counted, noun) > 0
      : true,
  );
  const first = fitting[0];
  if (first === undefined) return null;
  const rivals = fitting.filter(
    ({ kind, unit, value }) => kind === first.kind && unit === first.unit && value !== first.value,
  );
  return rivals.length === 0 ? first : null;
}

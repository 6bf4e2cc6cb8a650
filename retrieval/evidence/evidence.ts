import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { type GiftOrigin, giftsFirst } from '../givers/gifts-first.ts';
import { giversListed } from '../givers/givers-listed.ts';
import { type MostTold, mostTold } from '../givers/most-giver.ts';
import { asksForGivers, asksForMostGiver } from '../question/giver-question.ts';
import { needsNothing, wantsState } from '../question/need.ts';
import type { QueryTerm } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import { holdsCounted } from '../reading/wanted.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import { newestFirst } from '../sources/newest-first.ts';
import { collapseOrigins, type Origin } from '../sources/origin.ts';
import { perSource } from '../sources/per-source.ts';
import { chooseQuote, completeQuote, type Quote } from '../sources/quote.ts';
import { newestOfStory } from '../sources/same-story.ts';
import { judgedOrigins, type SupportedOrigin, supportedOrigins } from '../sources/supported-origins.ts';
import type { Station } from '../timeline/station.ts';
import { chooseStations } from '../timeline/timeline.ts';
import { quoteStations } from '../timeline/timeline-quotes.ts';
import { bothSides, withEachSide } from './sides.ts';
import { type SureFigure, sureFigure } from './sure-figure.ts';

/** A quote accepted as evidence, with the figure in it that is surely the one asked for, if there is one. */
export interface Evidence {
  readonly ranked: RankedPassage;
  readonly quote: Quote;
  readonly reprints: number;
  readonly figure: SureFigure | null;
  /** Tells of a gift that was only said to come, beside others that have come. */
  readonly isPlan: boolean;
  /** Indexes of the first and last sentence that it was chosen for; left out where the likeliest one is. */
  readonly key?: { readonly from: number; readonly to: number };
}

const mostQuotes = 4;
// Pages that list what several gave often stand behind those that speak of one donor.
const mostJudged = 30;
// A development often has five or six moments. Of 139 time lines 104 showed every figure asked for with six quotes, 95 with five and 102
// with seven.
const mostStations = 6;
// A passage this far below the best answers something else. Comparisons need the weaker side too.
const scoreShare = 0.6;
const scoreShareMany = 0.45;
const scoreShareSides = 0.35;
// A phone shows about 600 characters without scrolling; the first quote may fill that, the others support it.
const firstQuoteChars = 1100;
const laterQuoteChars = 600;
// Lists and comparisons are spread over the text.
const laterQuoteCharsMany = 850;
/**
 * Picks the quotes of an answer: best passages of different releases, at most two from one source. Best first. None only where it is asked
 * who gave most and no page says so.
 */
export function chooseEvidence(
  ranked: readonly RankedPassage[],
  question: Asked,
  lexicon: Lexicon,
): readonly Evidence[] {
  const { understanding } = question;
  const many = understanding.compares || understanding.lists || understanding.latest;
  const share = understanding.compares ? scoreShareSides : many ? scoreShareMany : scoreShare;
  const all = originsAbove(share, ranked);
  // A page that tells year by year is one source for all of them.
  const stations = runsThroughTime(understanding) ? chooseStations(all, question, mostStations) : [];
  if (stations.length > 1) return evidenceOf(stations, question);
  const ofGivers = giversEvidence(ranked, question, lexicon);
  if (ofGivers.length > 0 || asksForMostGiver(understanding)) return ofGivers;
  const gifts = giftsFirst(() => originsAbove(scoreShareMany, ranked), question, lexicon);
  if (gifts !== null)
    return gifts.map((gift, index) =>
      evidenceOfGift(gift, index === 0 ? firstQuoteChars : laterQuoteCharsMany, question),
    );
  const supported = supportedOrigins(all, question);
  // The newest page may be the third of its source.
  const origins = perSource(
    understanding.latest && !understanding.compares ? withNewestLead(supported, ranked, question) : supported,
  );
  const chosen = understanding.compares
    ? bothSides(withEachSide(origins, all, question), question, mostQuotes)
    : origins.slice(0, mostQuotes);
  const laterChars = understanding.compares || understanding.lists ? laterQuoteCharsMany : laterQuoteChars;
  return chosen.map(({ ranked: passage, reprints }, index) => {
    const quote = chooseQuote(passage, question, index === 0 ? firstQuoteChars : laterChars);
    return { ranked: passage, quote, reprints, figure: sureFigure(passage, quote, question), isPlan: false };
  });
}

function originsAbove(share: number, ranked: readonly RankedPassage[]): readonly Origin[] {
  const floor = (ranked[0]?.score ?? 0) * share;
  return collapseOrigins(
    ranked.filter(({ score, sentences }) => score >= floor && sentences.some(({ score: own }) => own > 0)),
  );
}

// A list in the reader's own language is worth two givers fewer.
const ownLanguageWorth = 2;

/**
 * The quotes for a question who gives or who gave most: pages that say so or list several givers, those that name most first. None for any
 * other question, and where no page does.
 */
export function giversEvidence(
  ranked: readonly RankedPassage[],
  question: Asked,
  lexicon: Lexicon,
): readonly Evidence[] {
  const { understanding } = question;
  if (asksForMostGiver(understanding))
    return evidenceOfMost(ranked, question, (origin) => mostTold(origin, question, lexicon));
  if (!asksForGivers(understanding)) return [];
  return evidenceOfMost(ranked, question, (origin) => giversListed(origin, lexicon));
}

function evidenceOfMost(
  ranked: readonly RankedPassage[],
  question: Asked,
  toldBy: (origin: Origin) => MostTold | null,
): readonly Evidence[] {
  const origins = collapseOrigins(ranked);
  const telling = origins.flatMap((origin) => {
    const around = toldBy(origin);
    return around === null ? [] : [{ ...origin, around }];
  });
  const judged = judgedOrigins(telling, question, mostJudged);
  const worth = ({ ranked: { document }, around }: (typeof judged)[number]) =>
    around.givers + (document.language === question.understanding.language ? ownLanguageWorth : 0);
  return perSource([...judged].sort((a, b) => worth(b) - worth(a)))
    .slice(0, mostQuotes)
    .map(({ ranked: passage, reprints, around }) => {
      const quote = chooseQuote(passage, question, firstQuoteChars, around);
      return { ranked: passage, quote, reprints, figure: null, isPlan: false, key: around };
    });
}

// Where a page opens with something else and one sentence tells the gift, the rest of the page is no answer.
function evidenceOfGift(
  { ranked, reprints, told, isPlan }: GiftOrigin,
  mostChars: number,
  question: Asked,
): Evidence {
  const around = told === null ? null : { from: told.at, to: told.to };
  const isPart = told !== null && told.at > 0 && told.isWhole;
  const quote = isPart
    ? completeQuote(ranked, around!, question, laterQuoteChars)
    : chooseQuote(ranked, question, mostChars, around);
  return { ranked, quote, reprints, figure: null, isPlan, ...(around === null ? {} : { key: around }) };
}

// Months apart say nothing in a ranking that takes a year for old: among passages that fit nearly as well, answer nearly as likely and hold
// what is asked for, the newest leads, however many others fit. With twice the distance in log odds passages about something else led.
const asGoodShare = 0.8;
const asLikelyLogOdds = 1;

function withNewestLead(
  origins: readonly SupportedOrigin[],
  ranked: readonly RankedPassage[],
  question: Asked,
): readonly Origin[] {
  const ordered = newestFittingFirst(origins, question.understanding);
  const lead = ordered[0];
  const { period, followsUp } = question.understanding;
  const isOpen = wantsState(question.understanding) && period === null && !followsUp;
  const newest = lead !== undefined && isOpen ? newestOfStory(lead.ranked, ranked, question) : null;
  if (newest === null) return ordered;
  const others = ordered.filter(({ ranked: { passage } }) => passage.id !== newest.passage.id);
  return [{ ranked: newest, reprints: 0 }, ...others];
}

function newestFittingFirst(
  origins: readonly SupportedOrigin[],
  understanding: Understanding,
): readonly SupportedOrigin[] {
  if (needsNothing(understanding)) return origins;
  const best = origins[0];
  const counts = ({ ranked }: Origin) => holdsCounted(ranked, understanding);
  const mustCount = best !== undefined && counts(best);
  const fits = (origin: SupportedOrigin) =>
    origin.ranked.score >= best!.ranked.score * asGoodShare &&
    origin.logOdds >= best!.logOdds - asLikelyLogOdds &&
    (mustCount ? counts(origin) : origin.ranked.sentences.some(({ typed }) => typed));
  return [...newestFirst(origins.filter(fits)), ...origins.filter((origin) => !fits(origin))];
}

// Two donors in two years are two sides of a comparison, and so are two figures that a question names; one thing at two times is a
// development.
function runsThroughTime({ changes, periods, terms, figures }: Understanding): boolean {
  return changes || (periods.length > 1 && namesIn(terms) < 2 && figures.length < 2);
}

// "Demining coalition" is one name of two words.
function namesIn(terms: readonly QueryTerm[]): number {
  const named = terms.filter((term) => term.named);
  const again = named.filter((term, at) =>
    named.slice(0, at).some(({ concepts }) => concepts.some((concept) => term.concepts.includes(concept))),
  );
  return named.length - again.length;
}

function evidenceOf(stations: readonly Station[], question: Asked): readonly Evidence[] {
  return quoteStations(stations, question).map(({ station: { origin }, quote }) => {
    const figure = sureFigure(origin.ranked, quote, question);
    return { ...origin, quote, figure, isPlan: false };
  });
}

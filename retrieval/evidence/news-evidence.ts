import { asksForNews } from '../question/news-question.ts';
import { matchInPassage, matchTerm } from '../reading/match.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import { newestFirst } from '../sources/newest-first.ts';
import { collapseOrigins } from '../sources/origin.ts';
import { perSource } from '../sources/per-source.ts';
import { chooseQuote } from '../sources/quote.ts';
import { daysOutside } from '../time/period.ts';
import type { Evidence } from './evidence.ts';

const mostNews = 4;
const newsChars = 450;
const ofField =
  /розмін|размин|(?<!\p{L})мін(?:и|н|ами|ах|ою)|(?<!\p{L})мин(?:ы|н|ами|ах)|вибухонебезп|взрывооп|demin|(?<!\p{L})mines?(?!\p{L})|mine[- ](?:action|clear)|explosive|ordnance|地雷/iu;

/** The newest pages about the field and about what is named, a few sentences of each, newest first; none for any other question. */
export function newsEvidence(ranked: readonly RankedPassage[], question: Asked): readonly Evidence[] {
  const { understanding } = question;
  if (!asksForNews(understanding)) return [];
  const named = understanding.terms.filter((term) => term.named && term.weight >= 0.5);
  const { period } = understanding;
  const fitting = ranked.filter(
    ({ document, passage, analysed }) =>
      document.published !== null &&
      (period === null || daysOutside(document.published, period) === 0) &&
      ofField.test(`${document.title} ${passage.text}`) &&
      named.every((term) => matchInPassage(term, analysed) > 0.5),
  );
  const about = fitting.filter(({ analysed }) =>
    named.every((term) => matchTerm(term, analysed.title) > 0.5),
  );
  const inOrder = [...(about.length > 0 ? about : fitting)].sort(
    (a, b) => a.passage.ordinal - b.passage.ordinal,
  );
  const newest = newestFirst(inOrder.map((passage) => ({ ranked: passage })));
  const origins = collapseOrigins(onePerDocument(newest.map((one) => one.ranked)));
  return perSource(origins)
    .slice(0, mostNews)
    .map(({ ranked: passage, reprints }) => {
      const at = openingOf(passage, question);
      const quote = chooseQuote(passage, question, newsChars, { from: at, to: at });
      return { ranked: passage, quote, reprints, figure: null, isPlan: false };
    });
}

// News opens with what is new; a later part of a page was found for a name in it.
function openingOf({ passage, sentences }: RankedPassage, { understanding: { terms } }: Asked): number {
  const telling = sentences.filter(({ sentence }) => !sentence.isOrder);
  const first = telling[0];
  if (first === undefined) return 0;
  const isNamed = terms.some(({ named, weight }) => named && weight >= 0.5);
  if (!isNamed || passage.ordinal === 0) return first.index;
  return telling.reduce((a, b) => (b.coverage > a.coverage ? b : a), first).index;
}

function onePerDocument(passages: readonly RankedPassage[]): readonly RankedPassage[] {
  const taken = new Set<number>();
  return passages.filter(({ document }) => !taken.has(document.id) && taken.add(document.id));
}

import type { AnswerLanguage } from '../answer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isNamedFormer, startsChange } from '../figures/former-figure.ts';
import { sameQuantity } from '../figures/quantity.ts';
import { wantsState } from '../question/need.ts';
import type { Understanding } from '../question/understand.ts';
import { holdsCounted, wantedQuantities } from '../reading/wanted.ts';
import type { Asked } from '../search/search.ts';
import type { ScoredSentence } from '../search/sentence-score.ts';
import { newestFirst } from '../sources/newest-first.ts';
import { quoteSentence } from '../sources/quote.ts';
import { logitOf, supportModel } from '../support/support.ts';
import { supportOf } from '../support/support-places.ts';
import { daysBetween, intervalOf } from '../time/period.ts';
import { findDevelopment } from './development.ts';

/** The quotes of an answer as they are shown, and what there is to say about their dates. */
export interface InOrderOfTime {
  readonly evidence: readonly Evidence[];
  /** Those that are said to be of before. */
  readonly older: ReadonlySet<Evidence>;
  /** How their figures stand to each other; null when there is nothing to say. */
  readonly note: string | null;
}

/**
 * Sets quotes of a former state of things behind the others, newest first. Where a figure or a date is asked for they are cut to the
 * one sentence that answers: the mark of being older stands before the first sentence, and a reader takes those after it for today's.
 */
export function inOrderOfTime(
  chosen: readonly Evidence[],
  question: Asked,
  language: AnswerLanguage,
): InOrderOfTime {
  const { understanding } = question;
  const told = toldAsFormer(understanding, chosen);
  const developmentOf = (items: readonly Evidence[]) => findDevelopment(items, understanding, language, told);
  const former = new Set([
    ...developmentOf(chosen).older,
    ...told,
    ...publishedBefore(understanding, chosen),
  ]);
  const present = chosen.filter((item) => !former.has(item));
  const sorted = newestFirst(chosen.filter((item) => former.has(item)));
  const isBrief = isOneThing(understanding) && wantsState(understanding);
  const kept = isBrief ? worthShowing(sorted, chosen, understanding) : sorted;
  const older = isBrief ? kept.map((item) => inOneSentence(item, question)) : kept;
  // The note names only figures of quotes that are shown.
  const { note } = developmentOf(chosen.filter((item) => present.includes(item) || kept.includes(item)));
  return { evidence: [...present, ...older], older: new Set(older), note };
}

// Each quote of a list, of two questions in one message, or of several times answers a part.
function isOneThing({ compares, lists, periods }: Understanding): boolean {
  return !compares && !lists && periods.length < 2;
}

// "How many now" needs a former figure or two beside the present one, each in its sentence, and nothing that counts other things.
const mostOlder = 2;

function worthShowing(
  older: readonly Evidence[],
  chosen: readonly Evidence[],
  understanding: Understanding,
): readonly Evidence[] {
  const counts = ({ ranked }: Evidence) => holdsCounted(ranked, understanding);
  const mustCount = chosen.some(counts);
  const first = new Set<number>();
  return older
    .filter((item) => (mustCount ? counts(item) : item.ranked.sentences.some(({ typed }) => typed)))
    .filter(({ ranked: { document } }) => !first.has(document.id) && first.add(document.id))
    .slice(0, mostOlder);
}

// The sentence most likely to answer, among those that hold the figure of the quote if it has one, or else what is asked for.
function inOneSentence(item: Evidence, question: Asked): Evidence {
  const { ranked, figure, quote } = item;
  const sentences = ranked.sentences.filter(({ sentence }) => !sentence.isOrder);
  const holdsFigure = ({ sentence: { start, end, quantities } }: ScoredSentence) =>
    start >= quote.start && end <= quote.end && quantities.some((one) => sameQuantity(one, figure!));
  const fitting = sentences.filter(figure === null ? ({ typed }) => typed : holdsFigure);
  const likely = ({ index }: ScoredSentence) => logitOf(supportOf(ranked, index, question), supportModel);
  const best = (fitting.length > 0 ? fitting : sentences)
    .map((sentence) => ({ index: sentence.index, logOdds: likely(sentence) }))
    .reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
  return { ...item, quote: quoteSentence(ranked, best.index, question) };
}

// Releases correct each other after days.
function publishedBefore(
  understanding: Understanding,
  [first, ...rest]: readonly Evidence[],
): readonly Evidence[] {
  if (!understanding.latest || !isOneThing(understanding) || first === undefined) return [];
  return rest.filter((item) => isBefore(item, first));
}

// "Raised from 2.3 to 2.6 million": the page of before that tells of 2.3 million is out of date, whatever was asked.
function toldAsFormer(understanding: Understanding, chosen: readonly Evidence[]): readonly Evidence[] {
  if (!isOneThing(understanding) || !wantsState(understanding)) return [];
  return chosen.filter((item) =>
    chosen.some((newer) => {
      const told = figuresIn(newer, understanding).filter(
        ({ figure, sentence }) => isNamedFormer(sentence, figure) || startsChange(sentence, figure),
      );
      return (
        isBefore(item, newer) &&
        figuresIn(item, understanding).some(({ figure }) =>
          told.some((one) => sameQuantity(one.figure, figure)),
        )
      );
    }),
  );
}

function figuresIn({ ranked, quote }: Evidence, { wanted }: Understanding) {
  return ranked.analysed.sentences
    .filter(({ start, end }) => start >= quote.start && end <= quote.end)
    .flatMap((sentence) =>
      wantedQuantities(wanted, sentence).map((figure) => ({ figure, sentence: sentence.text })),
    );
}

// A date known to the month only is before another one when the whole month is.
function isBefore(one: Evidence, other: Evidence): boolean {
  const [published, later] = [one, other].map(({ ranked }) => ranked.document.published);
  if (published == null || later == null) return false;
  return daysBetween(intervalOf(published).to, intervalOf(later).from) > 0;
}

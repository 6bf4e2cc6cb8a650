import { tellsOfEvents } from '../question/change-cue.ts';
import type { QueryTerm } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import { likenessOf } from '../reading/figure-change.ts';
import { matchTerm } from '../reading/match.ts';
import { wantedQuantities } from '../reading/wanted.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import type { ScoredSentence } from '../search/sentence-score.ts';
import type { Origin } from '../sources/origin.ts';
import { logitOf, supportModel } from '../support/support.ts';
import { supportOf } from '../support/support-places.ts';
import type { Period } from '../time/period.ts';
import { type Correction, correctionOf } from './corrected-figures.ts';
import { PassageTimes } from './moments.ts';

/** A sentence that may stand on a time line, at one of the times it can be of. */
export interface TimelineCandidate {
  readonly origin: Origin;
  readonly sentence: ScoredSentence;
  /** Null when neither the sentence nor the page has a date. */
  readonly at: Period | null;
  /** Its figures of the measure asked for. */
  readonly values: readonly number[];
  /** How likely it is one of the moments asked about, on a scale of its own: only good to compare candidates. */
  readonly quality: number;
}

// Weights of a logistic model of "this sentence holds a figure or date that the time line needs", fitted on 11,223 sentences of 139
// questions; over sets left out a mean precision of 0.61, where the ranking score alone has 0.56 and the log odds of support 0.58.
// Nothing else of fifty signals added to it. The likeness counts less than fitted and the chance is taken of half the log odds: ranking
// by time and news has to be able to move it.
const weights = { score: 2.45, support: 0.25, inPeriod: 1.2, likeness: 2 };
const bias = -4;
const flattening = 2;
const widestLogOdds = 15;

// News opens with what happened: of what came one after the other, the first sentences of a page tell most. With it, and without a
// liking for more sentences of one page, 27 of 31 such stories in place of 25 show all that was asked for; with half as much more, 25.
const openingBonus = 1;
const openingSentences = 2;
// A page whose best sentence is this much less likely to answer than the best of all tells another story: of 31 such quotes on 163 time
// lines none held what was asked for.
const widestSupportGap = 5;

// Where a time is asked for, what has none may be of any other.
const undatedShare = 0.5;
// A named thing of the question that neither the sentence, the one before it nor the title has: the figure is of another.
const unboundShare = 0.8;
// A rare word that the lexicon does not know and some pages hold ("Bandicoot"): a page without it tells another story.
const strangerShare = 0.4;
const leastRarity = 0.6;

/** A sentence that may stand on the line, before it is held against the surest one. */
interface Standing {
  readonly origin: Origin;
  readonly sentence: ScoredSentence;
  readonly times: PassageTimes;
  readonly support: number;
  readonly logOdds: number;
}

/**
 * The sentences of releases that may stand on the time line asked for, once for each time they can be of. Where a later page takes a
 * figure back, the sentence that does so, which tells both, stands in the place of the one that was wrong.
 */
export function timelineCandidates(
  origins: readonly Origin[],
  question: Asked,
  corrections: readonly Correction[] = [],
): readonly TimelineCandidate[] {
  const standing = withoutCorrected(
    withoutOtherStories(origins.map((origin) => standingIn(origin, question))),
    corrections,
  );
  const likeness = likenessToSurest(standing);
  return standing.flatMap((one) => atItsTimes(one, likeness(one), question));
}

function standingIn(origin: Origin, question: Asked): readonly Standing[] {
  const { ranked } = origin;
  const { understanding } = question;
  const times = new PassageTimes(ranked);
  const tellsEvents = tellsOfEvents(understanding.text);
  // Of what happened step by step a date tells as much as a figure.
  const mayStand = ({ typed, sentence, index }: ScoredSentence) =>
    typed ||
    understanding.wanted === 'any' ||
    (tellsEvents && !sentence.isOrder && times.statedIn(index).length > 0);
  return ranked.sentences.filter(mayStand).map((sentence) => {
    const opensStory = tellsEvents && ranked.passage.ordinal === 0 && sentence.index < openingSentences;
    return { origin, sentence, times, ...oddsOf(ranked, sentence, question, opensStory) };
  });
}

function withoutOtherStories(each: readonly (readonly Standing[])[]): readonly Standing[] {
  const best = each.map((standing) => Math.max(-widestLogOdds, ...standing.map(({ support }) => support)));
  const top = Math.max(-widestLogOdds, ...best);
  return each.flatMap((standing, at) => (best[at]! < top - widestSupportGap ? [] : standing));
}

function withoutCorrected(
  standing: readonly Standing[],
  corrections: readonly Correction[],
): readonly Standing[] {
  const inherited = new Map<string, number>();
  const place = (origin: Origin, index: number) => `${origin.ranked.passage.id} ${index}`;
  const right = standing.filter(({ origin, sentence, logOdds }) => {
    const correction = correctionOf(origin.ranked, sentence.index, corrections);
    if (correction === null) return true;
    const key = place(correction.origin, correction.index);
    inherited.set(key, Math.max(logOdds, inherited.get(key) ?? logOdds));
    return false;
  });
  return right.map((one) => {
    const odds = inherited.get(place(one.origin, one.sentence.index)) ?? one.logOdds;
    return { ...one, logOdds: Math.max(odds, one.logOdds) };
  });
}

function oddsOf(
  ranked: RankedPassage,
  { score, index }: ScoredSentence,
  question: Asked,
  opensStory: boolean,
): Pick<Standing, 'support' | 'logOdds'> {
  const features = supportOf(ranked, index, question);
  const support = Math.max(-widestLogOdds, Math.min(widestLogOdds, logitOf(features, supportModel)));
  const logOdds =
    bias +
    (opensStory ? openingBonus : 0) +
    weights.score * score +
    weights.support * support +
    weights.inPeriod * features.period;
  return { support, logOdds };
}

// One figure at several moments is mostly told in the same words. The surest sentence itself counts as alike as the one most like it, or
// the others would all fall behind.
function likenessToSurest(standing: readonly Standing[]): (one: Standing) => number {
  if (standing.length === 0) return () => 0;
  const surest = standing.reduce((best, one) => (one.logOdds > best.logOdds ? one : best));
  const likeness = ({ sentence }: Standing) => likenessOf(sentence.sentence, surest.sentence.sentence);
  const elsewhere = standing.filter(({ origin }) => origin !== surest.origin);
  const most = Math.max(0, ...elsewhere.map(likeness));
  return (one) => Math.min(most, likeness(one));
}

function atItsTimes(
  { origin, sentence, times, logOdds }: Standing,
  likeness: number,
  question: Asked,
): readonly TimelineCandidate[] {
  const { understanding } = question;
  const values = wantedQuantities(understanding.wanted, sentence.sentence).map(({ value }) => value);
  const chance = 1 / (1 + Math.exp(-(logOdds + weights.likeness * likeness) / flattening));
  const bound =
    unboundShare ** unboundNames(origin.ranked, sentence, understanding) *
    strangerShare ** unboundRareWords(origin.ranked, question);
  return times.momentsOf(sentence.index).map(({ at, sure }) => {
    const dated = at === null && understanding.period !== null ? undatedShare : 1;
    return { origin, sentence, at, values, quality: chance * bound * sure * dated };
  });
}

function unboundNames(
  { analysed }: RankedPassage,
  { sentence, index }: ScoredSentence,
  { terms }: Understanding,
): number {
  const places = [sentence, analysed.sentences[index - 1], analysed.context].filter(
    (place) => place !== undefined,
  );
  return terms.filter(
    (term) => term.named && term.weight >= 0.5 && places.every((place) => matchTerm(term, place) < 0.5),
  ).length;
}

function unboundRareWords({ analysed }: RankedPassage, { understanding, rarity }: Asked): number {
  const isRare = (term: QueryTerm) => {
    const rare = rarity.get(term) ?? 1;
    return term.concepts.length === 0 && !term.verb && term.weight === 1 && rare >= leastRarity && rare < 1;
  };
  const isMissing = (term: QueryTerm) =>
    matchTerm(term, analysed.text) < 0.5 && matchTerm(term, analysed.context) < 0.5;
  return understanding.terms.filter((term) => isRare(term) && isMissing(term)).length;
}

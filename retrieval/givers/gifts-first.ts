import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { matchTerm } from '../reading/match.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import { newestFirst } from '../sources/newest-first.ts';
import type { Origin } from '../sources/origin.ts';
import { judgedOrigins, type SupportedOrigin, supportedOrigins } from '../sources/supported-origins.ts';
import { daysBetween, intervalOf } from '../time/period.ts';
import { type GiftKind, type GiftQuestion, giftQuestion } from './gift-question.ts';
import { giftsTold, type ToldGift } from './gift-told.ts';

/** A release to be quoted, with the gift in it that the quote must show; null where it tells none. */
export interface GiftOrigin extends Origin {
  readonly told: ToldGift | null;
  /** Only said to come, and listed beside what has. */
  readonly isPlan: boolean;
}

/** Finds the releases that may be quoted, best first; asked only by questions for a gift. */
export type FindOrigins = () => readonly Origin[];

/** True when a page tells that the asked giver gave what is asked for, and how much of it. */
export function tellsAskedGift(findOrigins: FindOrigins, question: Asked, lexicon: Lexicon): boolean {
  const gift = giftQuestion(question.understanding);
  if (gift === null) return false;
  return tellingsOf(findOrigins().slice(0, mostForAnswer), gift, question, lexicon).some(
    ({ place }) => place === 0,
  );
}

const mostForAnswer = 5;

// A page about a handover often stands behind a dozen that speak of the giver's plans.
const read = 30;
// Two events make a list, beside which pages that only mention the giver are left out.
const enoughEvents = 2;
const mostPlans = 1;
// A page in another language than the question looks less likely than one in its own, whatever it tells.
const leastLogOdds = -3;
const mostQuotes = 4;
const fewestQuotes = 3;

/**
 * The releases of a broad question for what somebody gave, those that tell of a gift first: each of another event, what was handed over
 * before what was paid, taught or planned, newest first. Null for other questions, and where no page tells of a gift.
 */
export function giftsFirst(
  findOrigins: FindOrigins,
  question: Asked,
  lexicon: Lexicon,
): readonly GiftOrigin[] | null {
  const gift = giftQuestion(question.understanding);
  if (gift === null) return null;
  const origins = findOrigins();
  const told = tellingsOf(origins.slice(0, read), gift, question, lexicon);
  const { events, retold } = apart([...told].sort((a, b) => a.place - b.place));
  const given = events.filter(({ place }) => place < plannedPlace).slice(0, mostQuotes);
  const plans = events.filter(isFittingPlan(gift.kind)).slice(0, mostPlans);
  const listed = [...inPlaces(given), ...plans];
  if (given.length === 0) return null;
  const again = retold.filter(
    ({ place, ranked }) => place < plannedPlace && !isQuoted(ranked.document.id, listed),
  );
  const isEnough = given.length >= enoughEvents;
  const likely = isEnough ? [] : supportedOrigins(origins, question);
  const room = (isEnough ? fewestQuotes : mostQuotes) - listed.length;
  const more = [...again, ...othersOf(likely, [...listed, ...again])].slice(0, Math.max(0, room));
  return [...listed, ...more].slice(0, mostQuotes);
}

interface Telling extends GiftOrigin {
  readonly told: ToldGift;
  /** 0 for what was asked for and has happened; see {@link placeOf}. */
  readonly place: number;
}

// Only what tells of a gift is judged: support is asked of every sentence, and costs more than the reading.
function tellingsOf(
  origins: readonly Origin[],
  gift: GiftQuestion,
  question: Asked,
  lexicon: Lexicon,
): readonly Telling[] {
  const told = new Map(
    origins.flatMap(({ ranked }) => {
      const best = bestTold(ranked, gift, lexicon);
      return best === null ? [] : [[ranked, best] as const];
    }),
  );
  const telling = origins.filter(({ ranked }) => told.has(ranked));
  return judgedOrigins(telling, question, telling.length)
    .filter(({ logOdds }) => logOdds >= leastLogOdds)
    .map((origin) => ({ ...origin, ...told.get(origin.ranked)! }));
}

type Told = Pick<Telling, 'told' | 'place' | 'isPlan'>;

function bestTold(ranked: RankedPassage, gift: GiftQuestion, lexicon: Lexicon): Told | null {
  if (ranked.missesNamed || !ranked.inPeriod || !namesGiver(ranked, gift)) return null;
  const all = giftsTold(ranked, gift, lexicon).map((told) => ({
    told,
    place: placeOf(told, gift.kind),
    isPlan: told.stage === 'planned',
  }));
  return all.length === 0 ? null : all.reduce((a, b) => (b.place < a.place ? b : a));
}

function namesGiver({ analysed: { text, title } }: RankedPassage, { givers }: GiftQuestion): boolean {
  return givers.some((term) => matchTerm(term, text) > 0 || matchTerm(term, title) > 0);
}

const plannedPlace = 3;
const otherPlace = 4;

/**
 * How far a gift is from being what is asked for: 0 the thing itself, counted, 1 not counted, 2 the money for it or lessons in it, 3 a
 * plan, 4 all else.
 */
function placeOf(told: ToldGift, kind: GiftKind): number {
  const { stage, isCounted, isOfThings, isShared } = told;
  if (isShared && !isCounted) return otherPlace;
  if (stage === 'planned') return plannedPlace;
  // "Equipment worth 60 million" is a sum of many gifts as a rule.
  const isFull = stage === 'given' && kind === 'things' ? told.countsThings : isCounted;
  if (answering[kind].includes(stage)) return isFull && told.isNamed && !isShared ? 0 : 1;
  return isOfThings && kind === 'things' ? 2 : otherPlace;
}

const answering: Readonly<Record<GiftKind, readonly ToldGift['stage'][]>> = {
  things: ['given'],
  money: ['paid'],
  training: ['taught'],
  any: ['given', 'paid', 'taught'],
};

// Who asks for machines does not ask for what is planned for the economy.
function isFittingPlan(kind: GiftKind): (telling: Telling) => boolean {
  return ({ place, told }) =>
    place === plannedPlace && (kind === 'money' || told.isOfThings) && kind !== 'training';
}

const stages: readonly ToldGift['stage'][] = ['given', 'paid', 'taught', 'planned'];

// Things in hand before money and lessons, newest first.
function inPlaces(tellings: readonly Telling[]): readonly Telling[] {
  const rank = ({ place, told }: Telling) => place * stages.length + stages.indexOf(told.stage);
  return newestFirst(tellings).sort((a, b) => rank(a) - rank(b));
}

function isQuoted(documentId: number, listed: readonly Telling[]): boolean {
  return listed.some(({ ranked }) => ranked.document.id === documentId);
}

/** Parts the first page of each event from those that tell it again. */
function apart(tellings: readonly Telling[]): { readonly events: Telling[]; readonly retold: Telling[] } {
  const events: Telling[] = [];
  const retold: Telling[] = [];
  for (const telling of tellings) {
    const isRetold = events.some((event) => isSameEvent(event, telling));
    (isRetold ? retold : events).push(telling);
  }
  return { events, retold };
}

// A handover is reported within days, and named again within months by a figure of its own.
const reportedWithinDays = 6;
const retoldWithinDays = 120;
const tellingFigure = 10;

function isSameEvent(a: Telling, b: Telling): boolean {
  if (a.ranked.document.id === b.ranked.document.id) return true;
  const shares = a.told.figures.some((figure) => figure >= tellingFigure && b.told.figures.includes(figure));
  const days = daysApart(a, b);
  if (days === null) return shares;
  return shares ? days <= retoldWithinDays : a.told.stage === b.told.stage && days <= reportedWithinDays;
}

function daysApart(a: Telling, b: Telling): number | null {
  const [one, other] = [a, b].map(({ ranked }) => ranked.document.published);
  if (one == null || other == null) return null;
  const [first, second] = [intervalOf(one), intervalOf(other)];
  return Math.max(0, daysBetween(first.to, second.from), daysBetween(second.to, first.from));
}

function othersOf(supported: readonly SupportedOrigin[], told: readonly Telling[]): readonly GiftOrigin[] {
  const ids = new Set(told.map(({ ranked }) => ranked.document.id));
  const isNew = ({ ranked: { document } }: SupportedOrigin) => !ids.has(document.id) && ids.add(document.id);
  return supported.filter(isNew).map((origin) => ({ ...origin, told: null, isPlan: false }));
}

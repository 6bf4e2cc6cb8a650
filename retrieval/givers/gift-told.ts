import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { isJapanese } from '../../corpus/text/text.ts';
import { findQuantities } from '../figures/quantity.ts';
import type { AnalysedSentence } from '../reading/analysis.ts';
import { matchTerm } from '../reading/match.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { GiftQuestion } from './gift-question.ts';
import {
  ahead,
  denied,
  gave,
  japaneseAhead,
  japaneseGave,
  japanesePaid,
  japaneseTaught,
  paid,
  received,
  taught,
  wasGiven,
  withMoneyOf,
} from './gift-words.ts';
import {
  type GiverReader,
  isFrom,
  isNamedIn,
  isSubject,
  namesOf,
  opensWithGiver,
} from './giver-in-sentence.ts';

/** How far a gift has come: things in hand, money or lessons given, or only said to come. */
export type GiftStage = 'given' | 'paid' | 'taught' | 'planned';

/** A gift of the asked giver, as one sentence of a passage tells it. */
export interface ToldGift {
  readonly stage: GiftStage;
  /** The sentence, or the one after it, says how many or for how much. */
  readonly isCounted: boolean;
  /** It is a gift of the things asked for, or of the money for them. */
  readonly isOfThings: boolean;
  /** Told of several givers at once, so that nobody can say what was whose. */
  readonly isShared: boolean;
  /** What was given is counted, and not only worth so much. */
  readonly countsThings: boolean;
  /** The sentence says itself who gave what, so that it can be quoted alone. */
  readonly isWhole: boolean;
  /** It names the giver, and not only the page. */
  readonly isNamed: boolean;
  /** Indexes of the sentence and of the last one that counts. */
  readonly at: number;
  readonly to: number;
  /** The figures told. */
  readonly figures: readonly number[];
}

interface Reader extends GiverReader {
  readonly gift: GiftQuestion;
  /** Title or donors of the document name the giver, and the document nobody else. */
  readonly isAbout: boolean;
}

/** Every gift of the asked giver that a passage tells, sentence by sentence. */
export function giftsTold(ranked: RankedPassage, gift: GiftQuestion, lexicon: Lexicon): readonly ToldGift[] {
  const { sentences, title } = ranked.analysed;
  const isAbout = gift.givers.some((term) => matchTerm(term, title) >= 0.5);
  const givers = new Set(gift.givers.flatMap(({ concepts }) => concepts));
  const reader = { gift, givers, lexicon, isAbout, read: new Map() };
  const inTitle =
    isAbout && countsThings(findQuantities(ranked.document.title), ranked.document.title, reader);
  return sentences.flatMap((sentence, at) => {
    if (sentence.isOrder) return [];
    const stage = stageOf(sentence, sentences[at - 1], reader);
    if (stage === null) return [];
    const next = sentences[at + 1];
    const told = next === undefined || next.isOrder || ahead.test(next.text) ? [sentence] : [sentence, next];
    return [
      {
        stage,
        at,
        ...countedIn(told, { stage, at, inTitle }, reader),
        ...ofSentence(sentence, sentences[at - 1], reader),
      },
    ];
  });
}

function countedIn(
  told: readonly AnalysedSentence[],
  { stage, at, inTitle }: { readonly stage: GiftStage; readonly at: number; readonly inTitle: boolean },
  reader: Reader,
): Pick<ToldGift, 'isCounted' | 'countsThings' | 'to' | 'figures'> {
  const isIn = ({ quantities, text }: AnalysedSentence) => countsThings(quantities, text, reader);
  // What the sentence counts itself is not counted again in the next.
  const counting = told.filter((one) => countsGift(stage, one, reader)).slice(0, 1);
  const hasThings = told.some(isIn) || (stage === 'given' && inTitle);
  return {
    isCounted: counting.length > 0 || hasThings,
    countsThings: hasThings,
    to: counting.length > 0 ? at + told.indexOf(counting.at(-1)!) : at,
    figures: counting.flatMap(({ quantities }) => quantities.map(({ value }) => value)),
  };
}

const sharedBy = 2;

function ofSentence(
  sentence: AnalysedSentence,
  before: AnalysedSentence | undefined,
  reader: Reader,
): Pick<ToldGift, 'isOfThings' | 'isShared' | 'isNamed' | 'isWhole'> {
  const others = namesOf(sentence.text, reader).others.map(({ concept }) => concept.id);
  const isNamed = isNamedIn(sentence.text, reader);
  const namesThing = namesThings(sentence, reader);
  const hasMoney = sentence.quantities.some(({ kind }) => kind === 'money');
  return {
    isOfThings: namesThing || (before !== undefined && namesThings(before, reader)),
    isShared: new Set(others).size >= (reader.gift.isOfCountry ? sharedBy : sharedBy + 1),
    isNamed,
    isWhole: isNamed && (namesThing || (hasMoney && !isFrom(sentence.text, reader, withMoneyOf))),
  };
}

function stageOf(
  sentence: AnalysedSentence,
  before: AnalysedSentence | undefined,
  reader: Reader,
): GiftStage | null {
  const { text } = sentence;
  if (isJapanese(text)) return japaneseStage(sentence, reader);
  const hasMoney = sentence.quantities.some(({ kind }) => kind === 'money');
  const namesThing = namesThings(sentence, reader);
  const thingBefore = before !== undefined && namesThings(before, reader);
  const isTaught = taught.test(text) && (reader.isAbout || isNamedIn(text, reader));
  if (isTaught && !namesThing) return 'taught';
  const given = gives(text, gave, reader) || gets(text, reader);
  if (given && (namesThing || !hasMoney)) return 'given';
  if ((hasMoney && given) || ((hasMoney || gave.test(text)) && isFrom(text, reader, withMoneyOf)))
    return 'paid';
  if ((hasMoney || namesThing || thingBefore) && gives(text, paid, reader)) return 'paid';
  if (isTaught) return 'taught';
  return (namesThing || hasMoney) && isPlanOf(text, reader) ? 'planned' : null;
}

function isPlanOf(text: string, reader: Reader): boolean {
  return placesOf(ahead, text).some(
    ({ index }) => isSubject(text.slice(0, index), reader) || isFrom(text.slice(index), reader),
  );
}

function namesThings({ concepts }: AnalysedSentence, { gift }: Reader): boolean {
  return [...gift.things].some((term) => concepts.has(term));
}

function japaneseStage(sentence: AnalysedSentence, reader: Reader): GiftStage | null {
  const { text } = sentence;
  if (!reader.isAbout && !isNamedIn(text, reader)) return null;
  if (japaneseAhead.test(text)) return 'planned';
  if (japaneseTaught.test(text)) return 'taught';
  const hasMoney = sentence.quantities.some(({ kind }) => kind === 'money');
  if (japanesePaid.test(text) && hasMoney) return 'paid';
  return japaneseGave.test(text) ? 'given' : null;
}

const aheadWithin = 60;

// The giver is the subject of a verb that nothing before it turns into a plan or denies.
function gives(text: string, verb: RegExp, reader: Reader): boolean {
  return placesOf(verb, text).some(({ index, word }) => {
    const before = text.slice(0, index);
    if (isDenied(before, word) || ahead.test(before.slice(-aheadWithin))) return false;
    return isSubject(before, reader) || opensWithGiver(before, text.slice(index + word.length), reader);
  });
}

// "Has not given" is found from its auxiliary on.
function isDenied(before: string, word: string): boolean {
  return denied.test(before) || denied.test(word.replace(/(?<!\p{L})\p{L}+$/u, ''));
}

// "Obtained from Japan", "was handed over by Japan", and of a page about Japan alone "has been handed over".
function gets(text: string, reader: Reader): boolean {
  const isDone = (verb: RegExp) =>
    placesOf(verb, text).some(({ index, word }) => {
      const before = text.slice(0, index);
      return !isDenied(before, word) && !ahead.test(before.slice(-aheadWithin));
    });
  if ((isDone(received) || isDone(wasGiven)) && isFrom(text, reader)) return true;
  return reader.isAbout && isDone(wasGiven) && namesOf(text, reader).others.length === 0;
}

const people =
  /^(?:people|person|осіб|особ|людей|людин|человек|чоловік|учасник|участник|trainee|participant|specialist|expert|фахів|специалист|сапер|sapper|deminer|operator|operative|rescuer|рятувальник|спасател|teams?|груп|soldier|military|військ|student|course|курс|instructor|інструктор|days?|дн|тиж|week|year|рок|month|міс|країн|стран|countr|областе|region)/iu;

interface Figure {
  readonly kind: string;
  readonly unit: string;
  readonly end: number;
}

function countsGift(stage: GiftStage, sentence: AnalysedSentence, reader: Reader): boolean {
  const { quantities, text } = sentence;
  if (stage === 'taught') return quantities.some((one) => one.kind === 'count' && countsPeople(one, text));
  const isWorth = quantities.some(({ kind }) => kind === 'money');
  return (
    countsThings(quantities, text, reader) || (isWorth && (stage === 'paid' || namesThings(sentence, reader)))
  );
}

function countsThings(quantities: readonly Figure[], text: string, { gift, lexicon }: Reader): boolean {
  const names = (part: string) =>
    lexicon.mentions(part).some(({ concept }) => gift.things.has(conceptTerm(concept.id)));
  return quantities.some((figure) => {
    if (figure.kind !== 'count' || countsPeople(figure, text)) return false;
    return names(countedBy(figure, text));
  });
}

// "Two Nikken demining machines", "14 Ukrainian rescuers": what is counted may be the third word.
function countedBy({ end }: Figure, text: string): string {
  return text.slice(end, end + countedWithin).split(/[,;.]/u)[0]!;
}

function countsPeople(figure: Figure, text: string): boolean {
  return countedBy(figure, text)
    .split(/\s+/u)
    .some((word) => people.test(word));
}

const countedWithin = 30;

/** Where an expression that is not global matches; what follows is read from the next word on. */
function placesOf(
  pattern: RegExp,
  text: string,
): readonly { readonly index: number; readonly word: string }[] {
  const places: { index: number; word: string }[] = [];
  for (let from = 0; from < text.length; ) {
    const match = pattern.exec(text.slice(from));
    if (match === null) break;
    places.push({ index: from + match.index, word: match[0] });
    from += match.index + match[0].length;
    while (letter.test(text[from] ?? '')) from += 1;
  }
  return places;
}

const letter = /\p{L}/u;

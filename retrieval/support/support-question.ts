import { isJapanese } from '../../corpus/text/text.ts';
import { askedCurrency } from '../question/asked-currency.ts';
import type { QueryTerm } from '../question/query-term.ts';
import { asksWhatWasGiven } from '../question/question-kind.ts';
import type { Understanding } from '../question/understand.ts';
import type { Asked } from '../search/search.ts';
import { asksForCompany } from './asked-company.ts';
import { asksForPiece } from './asked-piece.ts';
import { askedThing } from './asked-thing.ts';

const paying =
  /(?<!\p{L})(?:(?:за|с)плат(?:и(?:в|ла|ли|ть|л|т)|ять)|платит[ьи]?|ви?трати(?:в|ла|ли)|потрати(?:в|ла|ли|л)|pa(?:y|ys|id|ying)|spen[dt])(?!\p{L})/iu;
// How the term of a region differs from that of its town.
const regionEnding = 'region';

/** A question as its passages and sentences are held against it. */
export interface SupportQuestion extends Asked {
  /** Terms that carry topic. */
  readonly real: readonly QueryTerm[];
  readonly names: readonly QueryTerm[];
  readonly others: readonly QueryTerm[];
  readonly nouns: readonly QueryTerm[];
  readonly verbs: readonly QueryTerm[];
  /** Terms that the lexicon knows; cue and measure words ("area", "total") are seldom repeated where the figure stands. */
  readonly known: readonly QueryTerm[];
  readonly knownNouns: readonly QueryTerm[];
  readonly knownWords: readonly QueryTerm[];
  readonly asksCompany: boolean;
  readonly asksPiece: boolean;
  /** Countries named. */
  readonly countries: readonly QueryTerm[];
  readonly asksGift: boolean;
  /** Regions and towns named. */
  readonly places: readonly QueryTerm[];
  /** What "which" asks for. */
  readonly asked: readonly QueryTerm[];
  readonly currency: string | null;
}

// A question is asked of every sentence of a dozen passages.
const readBefore = new WeakMap<Understanding, SupportQuestion>();

/** Reads a question once for all the sentences it is held against. */
export function readQuestion(asked: Asked): SupportQuestion {
  const known = readBefore.get(asked.understanding);
  if (known !== undefined && known.rarity === asked.rarity) return known;
  const read = readAnew(asked);
  readBefore.set(asked.understanding, read);
  return read;
}

function readAnew({ understanding, rarity }: Asked): SupportQuestion {
  const real = understanding.terms.filter(({ weight }) => weight >= 0.5);
  const words = real.filter(({ named, surface }) => !named && !/^\d/.test(surface));
  return {
    understanding,
    rarity,
    real,
    names: real.filter(({ named }) => named).map((term) => (term.place ? asTownAndRegion(term) : term)),
    others: understanding.terms.filter((term) => !term.named && !isUnknownJapanese(term)),
    nouns: words.filter(({ verb }) => !verb),
    verbs: words.filter(({ verb }) => verb),
    known: understanding.terms.filter((term) => isKnown(term) && term.weight > 0.5),
    knownNouns: words.filter((term) => isKnown(term) && !term.verb),
    knownWords: words.filter(isKnown),
    asksCompany: asksForCompany(understanding.text),
    asksPiece: asksForPiece(understanding.text),
    countries: real.filter(({ country }) => country),
    asksGift: asksWhatWasGiven(understanding.text) || paying.test(understanding.text),
    places: real.filter(({ place, weight }) => place && weight === 1).map(asTownAndRegion),
    asked: askedThing(understanding.text, understanding.terms),
    currency: askedCurrency(understanding.text),
  };
}

// No text in another language can say it.
function isUnknownJapanese({ concepts, surface }: QueryTerm): boolean {
  return concepts.length === 0 && isJapanese(surface);
}

function isKnown({ concepts }: QueryTerm): boolean {
  return concepts.length > 0;
}

// "На Запоріжжі" may be the oblast as well as the city. Words taken over from the question before bind less.
function asTownAndRegion(term: QueryTerm): QueryTerm {
  const others = term.concepts.map((concept) =>
    concept.endsWith(regionEnding) ? concept.slice(0, -regionEnding.length) : concept + regionEnding,
  );
  return { ...term, concepts: [...term.concepts, ...others] };
}

import { measuresOf, type Need } from '../question/need.ts';
import type { QueryTerm } from '../question/query-term.ts';
import type { Wanted } from '../question/wanted-type.ts';
import { findDates } from '../time/period.ts';
import type { AnalysedQuantity, AnalysedSentence } from './analysis.ts';
import { countsTerm } from './match.ts';

// A name inside a sentence: a capital that does not open it, or a word in quotation marks.
const nameInside = /(?<=[\p{Ll}\d,;:)»”"]\s{1,9}[«“"(]?)\p{Lu}[\p{L}'’-]{2,}|\p{Lu}{2,}/u;
// Japanese has no capitals: a title or what bodies and places end in behind kanji, a word of katakana, or one in quotation marks.
const japaneseName =
  /[\p{Script=Han}々](?:氏|さん|様|教授|社長|大臣|首相|大統領|大使|外相|長官|理事長|代表|局長|部長|所長|少佐|中佐|大佐|社|庁|省|県|市|町|村|州|国|大学|財団|協会|組合|機構|機関|銀行|自衛隊)|[ァ-ヴー・]{3,}|[「『]/u;
const reason =
  /через|оскільки|тому що|внаслідок|адже|бо |із-за|через те|завдяки|потому|поскольку|из-за|because|due to|since|owing|as a result|so that|reason|in order|aims?|мета|щоб|причин|чтобы|чтоб|так как|поэтому|тому й|аби|pretext|the fact that|ため|ので|から|理由/iu;

/** Figures of a sentence that have the measure the question asks for. */
export function wantedQuantities(
  wanted: Wanted,
  sentence: Pick<AnalysedSentence, 'quantities'>,
): readonly AnalysedQuantity[] {
  return sentence.quantities.filter(({ kind }) => measuresOf[wanted].includes(kind));
}

/** True when the sentence holds the type of thing, and speaks of the property, asked for. A need for nothing is never met. */
export function answersWanted(
  { wanted, attribute }: Need,
  sentence: Pick<AnalysedSentence, 'quantities' | 'text'>,
): boolean {
  if (attribute === null) return holdsType(wanted, sentence);
  return attribute.told.test(sentence.text) && (wanted === 'any' || holdsType(wanted, sentence));
}

/** True when a figure of the sentence counts what the question asks to be counted; where nothing is counted no sentence does. */
export function countsAsked(
  sentence: Pick<AnalysedSentence, 'quantities'>,
  { wanted, counted }: { readonly wanted: Wanted; readonly counted: QueryTerm | null },
): boolean {
  if (counted === null) return false;
  return wantedQuantities(wanted, sentence).some((figure) => countsTerm(figure, counted));
}

/** True when a figure of the sentence counts a kind of what the question asks for: "two machines" where equipment is asked for. */
export function countsKinds(
  { quantities }: Pick<AnalysedSentence, 'quantities'>,
  { terms }: { readonly terms: readonly QueryTerm[] },
): boolean {
  return terms.some((term) => term.kinds.length > 0 && quantities.some((figure) => countsTerm(figure, term)));
}

/** True for a passage with a sentence of which {@link countsAsked} holds. */
export function holdsCounted(
  { sentences }: { readonly sentences: readonly { readonly sentence: AnalysedSentence }[] },
  asked: { readonly wanted: Wanted; readonly counted: QueryTerm | null },
): boolean {
  return sentences.some(({ sentence }) => countsAsked(sentence, asked));
}

function holdsType(wanted: Wanted, sentence: Pick<AnalysedSentence, 'quantities' | 'text'>): boolean {
  switch (wanted) {
    case 'any':
      return false;
    case 'date':
      return findDates(sentence.text).length > 0;
    case 'who':
    case 'where':
      return nameInside.test(sentence.text) || japaneseName.test(sentence.text);
    case 'why':
      return reason.test(sentence.text);
    default:
      return wantedQuantities(wanted, sentence).length > 0;
  }
}

/** True for a sentence that lists things: two figures with what they count, or three parts between commas. */
export function isEnumeration(sentence: Pick<AnalysedSentence, 'quantities' | 'text'>): boolean {
  return sentence.quantities.length >= 2 || (sentence.text.match(/[,;•]\s/g)?.length ?? 0) >= 3;
}

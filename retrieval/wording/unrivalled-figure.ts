import type { Evidence } from '../evidence/evidence.ts';
import type { SureFigure } from '../evidence/sure-figure.ts';
import { ahead, japaneseAhead } from '../givers/gift-words.ts';
import { isOfCasualties } from '../question/attribute.ts';
import { isPartOfWhole } from '../question/narrower.ts';
import { countsTerm } from '../reading/match.ts';
import { wantedQuantities } from '../reading/wanted.ts';
import type { Asked } from '../search/search.ts';
import { sentencesIn } from '../sources/quote.ts';
import { logOddsOfEach } from '../support/support.ts';

// Of 250 first lines over twelve sets of questions 195 named a right figure. Where no other figure of the kind comes within 2 in log odds,
// and the sentence answers at least as likely as not, it is 103 of 107; with 1 it would be 133 of 144, with 3 87 of 88.
const leastMargin = 2;
const leastLogOdds = 0;

/**
 * True when no other figure in the quotes shown could be the one asked for: the first quote's is told much more surely than any other of its
 * kind. A sum in another currency beside it, in the same sentence, is the same sum.
 */
export function isUnrivalled(evidence: readonly Evidence[], asked: Asked): boolean {
  const own = evidence[0]?.figure;
  if (own == null || isOfPart(evidence[0]!, asked) || isAmongCasualties(evidence[0]!, asked)) return false;
  const told = logOddsOfEach(evidence[0]!.ranked, asked).get(own.index) ?? Number.NEGATIVE_INFINITY;
  if (told < leastLogOdds || isOnlyPlanned(evidence[0]!, asked)) return false;
  return evidence.every((item) => {
    const others = sentencesWithRivals(item, item === evidence[0], own, asked);
    if (others.length === 0) return true;
    const odds = logOddsOfEach(item.ranked, asked);
    return others.every((index) => (odds.get(index) ?? Number.NEGATIVE_INFINITY) < told - leastMargin);
  });
}

function isOfPart({ ranked: { analysed }, figure }: Evidence, { understanding }: Asked): boolean {
  const { sentences, title } = analysed;
  return isPartOfWhole(understanding, [sentences[figure!.index], sentences[figure!.index - 1], title]);
}

// "1,224 people: 345 killed, 879 injured": which of them are the dead only a reader tells.
function isAmongCasualties(
  { ranked, figure }: Evidence,
  { understanding: { attribute, wanted } }: Asked,
): boolean {
  if (attribute === null || !isOfCasualties(attribute)) return false;
  return wantedQuantities(wanted, ranked.analysed.sentences[figure!.index]!).length > 1;
}

function sentencesWithRivals(
  { ranked, quote }: Evidence,
  isFirst: boolean,
  own: SureFigure,
  { understanding: { wanted, counted, figures } }: Asked,
): readonly number[] {
  return sentencesIn(quote, ranked)
    .filter(({ sentence, index }) =>
      wantedQuantities(wanted, sentence).some((figure) => {
        const isConversion = isFirst && index === own.index && figure.unit !== own.unit;
        const isOfThing = figure.kind !== 'count' || counted === null || countsTerm(figure, counted);
        const isOther = figure.value !== own.value && !figures.includes(figure.value);
        const isOfKind = figure.kind === own.kind || wanted === 'extent';
        return isOfKind && isOther && isOfThing && !isConversion;
      }),
    )
    .map(({ index }) => index);
}

// "Japan plans to allocate 160 million" is not what it has allocated.
const need =
  /(?<!\p{L})(?:треба|потрібн\p{L}{1,3}|потребу\p{L}{1,3}|необхідн\p{L}{1,3}|ма(?:є|ють) \p{L}{2,15}ти|мета|ціль|нужн\p{L}{1,2}|надо|должн\p{L}{1,2}|цель|aims?|targets?|goals?|needs?|needed|requires?|required|must)(?!\p{L})/iu;
const asksOfPast =
  /(?<!\p{L})(?:\p{L}{2,20}(?:в|ла|ло|ли|лась|лося|лися|вся|лся|лись|но|то)|did|has|have|had|was|were|been|\p{L}{2,15}ed|gave|given|spent|paid|got)(?!\p{L})|(?:した|された|ました)/iu;

function isOnlyPlanned({ ranked, figure }: Evidence, { understanding: { text } }: Asked): boolean {
  const told = ranked.analysed.sentences[figure!.index]!.text;
  const isAhead = (words: string) => ahead.test(words) || japaneseAhead.test(words) || need.test(words);
  return asksOfPast.test(text) && isAhead(told) && !isAhead(text);
}

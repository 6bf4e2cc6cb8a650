import { conceptTerm } from '../corpus/lexical.ts';
import type { Lexicon } from '../corpus/lexicon.ts';
import { normalise } from '../corpus/text.ts';
import type { AnalysedSentence, TermSet } from './analysis.ts';
import { kindTerms } from './equipment-kinds.ts';
import { matchInPassage, matchTerm } from './match.ts';
import type { Origin } from './origin.ts';
import type { QueryTerm } from './query-term.ts';
import type { RankedPassage } from './rank.ts';
import type { Asked } from './search.ts';

const giverNoun =
  '(?:донор|спонсор|жертводавец|благодійник|внес(?:ок|ку|ки)|взнос|внеск|пожертв|обіцянк|обещани|donor|contributor|giver|backer|funder|sponsor|pledge|donation|contribution)';
const gavePart =
  '(?:да(?:в|ла|ли|л)|нада(?:в|ла|ли)|переда(?:в|ла|ли|л)|подарува|подари|внес|вніс|виділи|выдели|допом[оі]г|помог|пожертв|пообіця|обеща|gave|given|donated|contributed|pledged|provided|sent|helped)';
const most =
  '(?:най(?:більш|щедріш|вагоміш)\\p{L}{0,4}|наибольш\\p{L}{0,4}|крупнейш\\p{L}{0,4}|сам(?:ый|ая|ое|ые) (?:больш|крупн|щедр)\\p{L}{0,4}|больше (?:всех|остальных)|більше (?:за )?(?:всіх|усіх)|(?:the )?(?:most|largest|biggest|top))';
const gap = '(?:\\s\\S{1,30}){0,4}?\\s';
const ofNoun = new RegExp(`(?<!\\p{L})${most}(?:\\s\\S{1,30}){0,2}?\\s${giverNoun}`, 'iu');
const ofVerb = new RegExp(
  `(?<!\\p{L})(?:${gavePart}\\p{L}{0,4}${gap}${most}|${most}${gap}${gavePart})`,
  'iu',
);
const japanese =
  /(?:最大|最多|一番|最も).{0,10}(?:支援|供与|拠出|ドナー|寄付)|(?:支援|供与|拠出|寄付).{0,12}(?:最大|最多|一番|最も)/u;
const asksWho =
  /(?<![\p{L}\p{N}])(?:хто|кто|who|яка (?:країна|держава)|який (?:уряд|донор)|какая страна|какой донор|which (?:country|donor|government|state|nation|partner))(?!\p{L})/iu;

/** True when it is asked who gave most, or for the largest gift of all: "найбільший донор", "largest single pledge". */
export function asksForMostGiver({
  understanding: { text, changes },
}: Pick<Asked, 'understanding'>): boolean {
  const asked = normalise(text);
  if (changes) return false;
  return ofNoun.test(asked) || japanese.test(asked) || (asksWho.test(asked) && ofVerb.test(asked));
}

// So many givers side by side let a reader see who gave most.
const leastGivers = 3;
const mostSentences = 4;

/** Sentences of a passage, from and to, that say who gave most or set the gifts of several givers side by side. */
export interface MostTold {
  readonly from: number;
  readonly to: number;
}

/** Where a page says who gave most, or lets its reader see it; null where it tells only of one giver. */
export function mostTold({ ranked }: Origin, asked: Asked, lexicon: Lexicon): MostTold | null {
  if (ranked.missesNamed || !ranked.inPeriod) return null;
  const { sentences } = ranked.analysed;
  if (!isOfWhatIsNamed(ranked, asked)) return null;
  const saying = sentences.findIndex(
    (sentence, at) =>
      !sentence.isOrder && saysMost([sentence, sentences[at - 1], ranked.analysed.title], asked),
  );
  if (saying >= 0) return { from: saying, to: saying };
  for (let length = 1; length <= mostSentences; length += 1) {
    for (let from = 0; from + length <= sentences.length; from += 1) {
      const window = sentences.slice(from, from + length);
      if (setsSideBySide(window, asked, lexicon)) return { from, to: from + length - 1 };
    }
  }
  return null;
}

// The pledges of another meeting are no answer, and the word for a meeting or a place may be one that the lexicon does not know.
function isOfWhatIsNamed({ analysed }: RankedPassage, { understanding: { terms } }: Asked): boolean {
  const naming = aboutTerms(terms).filter(({ named, concepts }) => named || concepts.length === 0);
  return naming.every((term) => matchInPassage(term, analysed) > 0);
}

function aboutTerms(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  return terms.filter(
    (term) =>
      term.weight >= 0.5 && !term.verb && !saysGiver(term) && !term.concepts.includes(conceptTerm('ukraine')),
  );
}

const nameInside = /(?<=[\p{Ll}\d,;:]\s)[«“"]?\p{Lu}[\p{L}'’-]{2,}/u;

// "ITF's biggest donor" is not the biggest donor of demining: what is asked about has to stand near.
function saysMost(
  [sentence, ...near]: readonly [AnalysedSentence, AnalysedSentence | undefined, TermSet],
  { understanding: { terms } }: Asked,
): boolean {
  const text = normalise(sentence.text);
  const isNamed = sentence.namesCountry || nameInside.test(sentence.text);
  if (!isNamed || !(ofNoun.test(text) || ofVerb.test(text) || japanese.test(text))) return false;
  const about = aboutTerms(terms);
  if (about.length === 0) return ofField.some((concept) => sentence.concepts.has(concept));
  // Those that are named stand somewhere on the page already.
  const things = about.filter(({ named, concepts }) => !named && concepts.length > 0);
  const isNear = (term: QueryTerm) =>
    [sentence, ...near].some((part) => part !== undefined && matchTerm(term, part) > 0);
  return things.length === 0 || things.some(isNear);
}

const ofField = ['ukraine', 'demining', 'humanitarian-demining', 'mine-action'].map(conceptTerm);
const giverWord = new RegExp(
  `^(?:${giverNoun}|${gavePart}|${most}|більш|больш|всіх|усіх|всех|країн|держав|стран|countr|donor|支援|国|最大|最多|一番|最も)`,
  'iu',
);

function saysGiver({ surface }: QueryTerm): boolean {
  return giverWord.test(surface);
}

function setsSideBySide(
  window: readonly AnalysedSentence[],
  { understanding: { terms } }: Asked,
  lexicon: Lexicon,
): boolean {
  if (window.some(({ isOrder }) => isOrder)) return false;
  const things = terms.filter(({ named, verb, kinds, concepts, weight }) => {
    return (
      weight >= 0.5 && !named && !verb && (kinds.length > 0 || concepts.some((id) => kindTerms.includes(id)))
    );
  });
  const counts = ({ quantities }: AnalysedSentence) =>
    quantities.filter(({ kind, noun }) =>
      things.length === 0
        ? kind === 'money'
        : noun !== null && things.some((term) => matchTerm(term, noun) > 0),
    ).length;
  const telling = window.filter((sentence) => sentence.namesCountry && counts(sentence) > 0);
  if (telling.reduce((sum, sentence) => sum + counts(sentence), 0) < leastGivers) return false;
  const countries = telling.flatMap(({ text }) =>
    lexicon
      .mentions(text)
      .filter(({ concept: { kind, id } }) => kind === 'country' && id !== 'ukraine')
      .map(({ concept: { id } }) => id),
  );
  return new Set(countries).size >= leastGivers;
}

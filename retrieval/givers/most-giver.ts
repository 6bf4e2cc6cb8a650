import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { normalise } from '../../corpus/text/text.ts';
import { kindTerms } from '../question/equipment-kinds.ts';
import { saysGiver, speaksOfMost } from '../question/giver-question.ts';
import type { QueryTerm } from '../question/query-term.ts';
import type { AnalysedSentence, TermSet } from '../reading/analysis.ts';
import { matchInPassage, matchTerm } from '../reading/match.ts';
import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import type { Origin } from '../sources/origin.ts';
import { giversNamed } from './givers-named.ts';

// So many givers side by side let a reader see who gave most.
const leastGivers = 3;
const mostSentences = 4;

/** Sentences of a passage, from and to, that say who gave most or set the gifts of several givers side by side. */
export interface MostTold {
  readonly from: number;
  readonly to: number;
  /** Countries they name. */
  readonly givers: number;
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
  if (saying >= 0)
    return { from: saying, to: saying, givers: giversNamed([sentences[saying]!.text], lexicon) };
  for (let length = 1; length <= mostSentences; length += 1) {
    for (let from = 0; from + length <= sentences.length; from += 1) {
      const givers = giversSideBySide(sentences.slice(from, from + length), asked, lexicon);
      if (givers >= leastGivers) return { from, to: from + length - 1, givers };
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
  if (!isNamed || !speaksOfMost(text)) return false;
  const about = aboutTerms(terms);
  if (about.length === 0) return ofField.some((concept) => sentence.concepts.has(concept));
  // Those that are named stand somewhere on the page already.
  const things = about.filter(({ named, concepts }) => !named && concepts.length > 0);
  const isNear = (term: QueryTerm) =>
    [sentence, ...near].some((part) => part !== undefined && matchTerm(term, part) > 0);
  return things.length === 0 || things.some(isNear);
}

const ofField = ['ukraine', 'demining', 'humanitarian-demining', 'mine-action'].map(conceptTerm);

// Countries whose sums, or pieces of what is asked about, stand in these sentences; 0 where fewer figures than leastGivers do.
function giversSideBySide(
  window: readonly AnalysedSentence[],
  { understanding: { terms } }: Asked,
  lexicon: Lexicon,
): number {
  if (window.some(({ isOrder }) => isOrder)) return 0;
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
  if (telling.reduce((sum, sentence) => sum + counts(sentence), 0) < leastGivers) return 0;
  return giversNamed(
    telling.map(({ text }) => text),
    lexicon,
  );
}

import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { normalise } from '../../corpus/text/text.ts';
import { giverNoun, givingVerb } from '../question/giver-question.ts';
import type { AnalysedSentence } from '../reading/analysis.ts';
import type { Origin } from '../sources/origin.ts';
import { paid } from './gift-words.ts';
import { giversNamed } from './givers-named.ts';
import type { MostTold } from './most-giver.ts';

// Two countries are two partners of one project; from three on a sentence lists who gives.
const leastGivers = 3;
const mostSentences = 3;
const giving = new RegExp(`(?<!\\p{L})(?:${giverNoun}|${givingVerb})`, 'iu');
const ofField = /розмін|размин|demin|mine[- ]?(?:action|clear)|протимін|противомин|地雷/iu;

/** Where a page lists three or more countries that give to demining: the fewest sentences that name the most of them; null where none do. */
export function giversListed({ ranked }: Origin, lexicon: Lexicon): MostTold | null {
  const { sentences } = ranked.analysed;
  if (!ranked.inPeriod || !ofField.test(`${ranked.document.title} ${ranked.passage.text}`)) return null;
  const listed = sentences.flatMap((_, from) =>
    Array.from({ length: mostSentences }, (__, more) => listedIn(sentences, from, from + more, lexicon)),
  );
  const found = listed.filter((one) => one !== null);
  return found.length === 0 ? null : found.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

// A sentence more has to name a giver more.
function worth({ givers, from, to }: MostTold): number {
  return givers - (to - from) * 0.9;
}

function listedIn(
  sentences: readonly AnalysedSentence[],
  from: number,
  to: number,
  lexicon: Lexicon,
): MostTold | null {
  const window = sentences.slice(from, to + 1);
  const telling = ({ text, isOrder, namesCountry }: AnalysedSentence) =>
    !isOrder && namesCountry && (giving.test(normalise(text)) || paid.test(text));
  if (to >= sentences.length || !window.every(telling)) return null;
  const givers = giversNamed(
    window.map(({ text }) => text),
    lexicon,
  );
  return givers < leastGivers ? null : { from, to, givers };
}

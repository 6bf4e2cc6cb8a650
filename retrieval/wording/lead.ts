import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { AnswerLanguage } from '../answer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Understanding } from '../question/understand.ts';
import type { Asked } from '../search/search.ts';
import { formatQuantity } from './format.ts';
import type { InOrderOfTime } from './older-quotes.ts';
import { phrasesIn } from './phrases.ts';
import { isUnrivalled } from './unrivalled-figure.ts';
import { findObjection } from './verify.ts';

const mostNames = 2;

/**
 * The line above the quotes. When the question asks for a figure, the first quote holds it and no other figure shown could be meant, the line
 * names it with the donors or places of the question that are named beside it; otherwise it only announces the quotes. A line that does not
 * pass the gate is never shown.
 */
export function leadLine(
  { evidence, older }: Pick<InOrderOfTime, 'evidence' | 'older'>,
  asked: Asked,
  lexicon: Lexicon,
): string {
  const { understanding } = asked;
  const phrases = phrasesIn(understanding.language);
  const announcing = evidence.length > 1 ? phrases.foundMany : phrases.found;
  const present = evidence.filter((item) => !older.has(item));
  const facts = isUnrivalled(present, asked) ? factsOf(present[0], understanding, lexicon) : null;
  if (facts === null) return announcing;
  // An abbreviated unit brings its own full stop.
  const line = phrases.short(facts.replace(/\.$/, ''));
  const objection = findObjection(
    facts,
    [evidence[0]!.quote.text, evidence[0]!.ranked.document.title],
    lexicon,
  );
  return objection === null ? `${line} ${announcing}` : announcing;
}

function factsOf(first: Evidence | undefined, understanding: Understanding, lexicon: Lexicon): string | null {
  // One figure out of a list or a comparison would pass for the whole, and what a follow-up leaves out may be another thing.
  const { compares, lists, followsUp, asksFigure } = understanding;
  if (first?.figure == null || compares || lists || followsUp || !asksFigure) return null;
  const figure = figureText(first, understanding.language);
  const names = namesOf(first, understanding, lexicon);
  return names === '' ? figure : `${names} — ${figure}`;
}

// A counted thing is named in the quote's own words when they are the reader's language, otherwise the number stands alone.
function figureText(first: Evidence, language: AnswerLanguage): string {
  const figure = first.figure!;
  const text = formatQuantity(figure, language);
  const nounFits =
    figure.kind === 'count' && figure.unit !== '' && first.ranked.document.language === language;
  return nounFits ? `${text} ${figure.unit}` : text;
}

// What the rest of the quote names may have to do with another figure.
function namesOf(
  { ranked, figure }: Evidence,
  { topics, language }: Understanding,
  lexicon: Lexicon,
): string {
  const { sentences } = ranked.analysed;
  const beside = [sentences[figure!.index - 1], sentences[figure!.index]].map((one) => one?.text ?? '');
  const named = lexicon.mentions([ranked.document.title, ...beside].join('\n'));
  const ids = new Set(named.map(({ concept }) => concept.id));
  return topics
    .filter((id) => ids.has(id) && id !== 'ukraine')
    .slice(0, mostNames)
    .flatMap((id) => lexicon.findConcept(id)?.forms[language][0] ?? [])
    .join(', ');
}

import type { Lexicon } from '../corpus/lexicon.ts';
import type { AnswerLanguage } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { formatQuantity } from './format.ts';
import { phrasesIn } from './phrases.ts';
import type { Understanding } from './understand.ts';
import { findObjection } from './verify.ts';

const mostNames = 2;

/**
 * The line above the quotes. When the question asks for a figure and the first quote holds it, the line names it with the
 * donors or places of the question that the quote names too; otherwise it only announces the quotes. A line that does
 * not pass the gate is never shown.
 */
export function leadLine(
  evidence: readonly Evidence[],
  understanding: Understanding,
  lexicon: Lexicon,
): string {
  const phrases = phrasesIn(understanding.language);
  const announcing = evidence.length > 1 ? phrases.foundMany : phrases.found;
  const facts = factsOf(evidence[0], understanding, lexicon);
  if (facts === null) return announcing;
  const line = phrases.short(facts);
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

function namesOf(first: Evidence, { topics, language }: Understanding, lexicon: Lexicon): string {
  const quoted = new Set(lexicon.mentions(first.quote.text).map(({ concept }) => concept.id));
  return topics
    .filter((id) => quoted.has(id) && id !== 'ukraine')
    .slice(0, mostNames)
    .flatMap((id) => lexicon.findConcept(id)?.forms[language][0] ?? [])
    .join(', ');
}

import { isInstruction } from '../../corpus/instruction/instruction.ts';
import { detectLanguage } from '../../corpus/language/language.ts';
import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { indexStems } from '../../corpus/terms/lexical.ts';
import { splitSentences } from '../../corpus/text/sentences.ts';
import { isJapanese, type Token, tokenise } from '../../corpus/text/text.ts';
import type { Answer, AnswerLanguage } from '../answer.ts';
import { findQuantities, numbersIn } from '../figures/quantity.ts';
import { findObjection } from '../wording/verify.ts';
import { isNegated } from './negation.ts';

const mostSentences = 4;
const longestSentence = 400;
const longestReply = 4000;
// Honest sentences of a model share most of their words or concepts with the quotes they name; on the replies of
// chat-reply-for-tests.ts the honest ones have 0.5 and more, made-up statements 0.4 and less.
const leastCovered = 0.5;

/**
 * Sentences of a chat model that may be shown: each names its quotes, speaks the reader's language, brings no link and
 * no order, and says what one sentence of those quotes says: its numbers, dates and names, most of its words, and yes where
 * the quote says yes.
 */
export function acceptedSentences(reply: string, answer: Answer, lexicon: Lexicon): readonly string[] {
  const sentences = reply
    .slice(0, longestReply)
    .replace(/\s+/g, ' ')
    .match(/[^.!?。]+(?:[.!?。](?!\s|$|\[)[^.!?。]*)*[.!?。]?(?:\s?\[\d+\])*[.!?。]?/gu);
  return (sentences ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => isAcceptable(sentence, answer, lexicon))
    .slice(0, mostSentences);
}

function isAcceptable(sentence: string, answer: Answer, lexicon: Lexicon): boolean {
  if (sentence.length > longestSentence || isMarkedUp(sentence)) return false;
  const marks = [...sentence.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
  const quotes = answer.citations.filter(({ n }) => marks.includes(n));
  if (marks.length === 0 || quotes.length !== new Set(marks).size) return false;
  const words = sentence.replace(/\s?\[\d+\]/g, '');
  if (/[[\]［］【】]/u.test(words) || isInstruction(words)) return false;
  if (!speaks(words, answer.language)) return false;
  const texts = quotes.map(({ quote }) => quote);
  return findObjection(words, texts, lexicon) === null && isSaidBy(words, quotes, lexicon);
}

// Detection by frequency is wrong on short sentences; letters that the other language lacks never are.
function speaks(words: string, language: AnswerLanguage): boolean {
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (language === 'uk') return cyrillic > latin && !/[ыэъё]/iu.test(words);
  if (language === 'ru') return cyrillic > latin && !/[іїєґ]/iu.test(words);
  return detectLanguage(words) === language;
}

// Links, mentions, markup and signs without a glyph are never ours when a model writes them.
function isMarkedUp(sentence: string): boolean {
  const isLink =
    /https?:|hxxp|www\.|t\.me|[@#/]\w|[<>`*_{}|\\^~]|\]\(|\p{L}\.\p{L}{2,}|\(dot\)|\[\.\]/iu.test(sentence);
  return isLink || /[\p{Cf}\p{Cc}\p{Co}\p{Cn}]/u.test(sentence);
}

/** Whether some sentence of the quotes holds most of the words, the figures together, and the same yes or no. */
function isSaidBy(words: string, quotes: Answer['citations'], lexicon: Lexicon): boolean {
  const said = meaningOf(words, lexicon);
  const parts = quotes.flatMap(({ quote, language }) =>
    splitSentences(quote, language).map(({ start, end }) => quote.slice(start, end)),
  );
  const whole = meaningOf(parts.join('\n'), lexicon);
  if (coveredShare(said, whole) < leastCovered) return false;
  const figures = numbersIn(words);
  const holdsFigures = (part: string) => figures.every((figure) => numbersIn(part).includes(figure));
  if (quotes.length === 1 && !parts.some(holdsFigures)) return false;
  return saysTheSame(words, said, parts, lexicon) && countsTheSame(words, parts, lexicon);
}

// Clauses that are about as near as the nearest: which of them was meant nobody can tell.
const aboutAsNear = 0.15;
const clauseEnd =
  /[,;:]\s|\s[—–-]\s|\s(?=(?:а|але|проте|однак|и|но|однако|but|while|whereas|however|although)\s)/u;

/** Whether the clauses nearest to a sentence are denied where it denies and not where it does not. */
function saysTheSame(words: string, said: Meaning, parts: readonly string[], lexicon: Lexicon): boolean {
  const clauses = parts
    .flatMap((part) => part.split(clauseEnd))
    .map((clause) => ({ clause, near: coveredShare(said, meaningOf(clause, lexicon)) }));
  const best = Math.max(...clauses.map(({ near }) => near));
  return clauses
    .filter(({ near }) => near >= best - aboutAsNear)
    .every(({ clause }) => isNegated(clause) === isNegated(words));
}

interface Meaning {
  readonly stems: ReadonlySet<string>;
  readonly concepts: readonly { readonly from: number; readonly to: number; readonly id: string }[];
  readonly ids: ReadonlySet<string>;
  readonly content: readonly number[];
  readonly stemsAt: readonly string[];
}

function meaningOf(text: string, lexicon: Lexicon): Meaning {
  const tokens = tokenise(text);
  const concepts = lexicon.mentionsIn(tokens).map(({ from, to, concept }) => ({ from, to, id: concept.id }));
  const stems = new Set(indexStems(tokens));
  // Japanese words cannot be told apart without a dictionary: numbers, dates and names are all that is checked there.
  const isContent = (token: Token) =>
    indexStems([token]).length > 0 && !/^\p{N}/u.test(token.text) && !isJapanese(token.text);
  const content = tokens.flatMap((token, at) => (isContent(token) ? [at] : []));
  return {
    stems,
    concepts,
    ids: new Set(concepts.map(({ id }) => id)),
    content,
    stemsAt: tokens.map(({ stem }) => stem),
  };
}

/** Share of the content words of one text that the other has, as the same stem or the same concept. */
function coveredShare(said: Meaning, source: Meaning): number {
  if (said.content.length === 0) return 1;
  const met = said.content.filter(
    (at) =>
      source.stems.has(said.stemsAt[at]!) ||
      said.concepts.some(({ from, to, id }) => from <= at && at < to && source.ids.has(id)),
  );
  return met.length / said.content.length;
}

/** "Four machines" may not become "four tanks": a counted thing that the lexicon knows must be what the quote counts. */
function countsTheSame(words: string, parts: readonly string[], lexicon: Lexicon): boolean {
  const concepts = (noun: string) => lexicon.mentions(noun).map(({ concept }) => concept.id);
  const counted = parts.flatMap((part) => findQuantities(part).filter(({ kind }) => kind === 'count'));
  return findQuantities(words)
    .filter(({ kind, unit }) => kind === 'count' && unit !== '')
    .every(({ value, unit }) => {
      const own = concepts(unit);
      const others = counted.filter((other) => other.value === value && other.unit !== '');
      if (own.length === 0 || others.length === 0) return true;
      return others.some((other) => {
        const theirs = concepts(other.unit);
        return theirs.length === 0 || theirs.some((id) => own.includes(id));
      });
    });
}

import { type Concept, isAct, type Lexicon, type Mention } from '../../corpus/lexicon/lexicon.ts';
import { isNameLike } from '../../corpus/terms/lexical.ts';
import { stem } from '../../corpus/text/stem.ts';
import { isBareLetter, isStopword } from '../../corpus/text/stopwords.ts';
import { isJapanese, normalise, type Token, tokenise } from '../../corpus/text/text.ts';
import { grams, skeleton, toCyrillic } from '../../corpus/text/transliterate.ts';
import { findDates, sinceInvasion } from '../time/period.ts';
import { isOfFigure, traitsOf } from './concept-traits.ts';
import { japaneseFigures } from './japanese-figures.ts';
import { askedKindInJapanese } from './japanese-question.ts';
import { japaneseTerms, quotedIn } from './japanese-terms.ts';
import { prefixedVerbConcepts } from './prefixed-verb.ts';
import { entityKinds, noTerm, type QueryTerm } from './query-term.ts';
import { isAttributeWord, isCueWord } from './question-kind.ts';
import { attributeWeight, cueWeight, dateWeight, figureWeight } from './term-weights.ts';

/** Query terms of a text: one per content word, with the concepts of every phrase the word belongs to. */
export function termsOf(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const { rest, dates } = withoutDates(text);
  const kinds = askedKindInJapanese(normalise(rest));
  const own = wordTerms(rest, lexicon);
  return [
    ...(kinds.size === 0
      ? own
      : own.map((term) => (kinds.has(term.surface) ? { ...term, weight: cueWeight } : term))),
    ...wordTerms(dates, lexicon).map((term) => ({ ...term, named: false, weight: dateWeight })),
  ];
}

// "May 2023" is a date and no verb; a year alone stays, it may belong to a name (UMAC 2025).
function withoutDates(text: string): { readonly rest: string; readonly dates: string } {
  const since = sinceInvasion.exec(text);
  const dates = [
    ...findDates(text).filter(({ date }) => date.includes('-') && !date.startsWith('-')),
    ...(since === null ? [] : [{ start: since.index, end: since.index + since[0].length }]),
  ];
  return {
    rest: blanked(text, dates),
    dates: dates.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
}

function wordTerms(text: string, lexicon: Lexicon): readonly QueryTerm[] {
  const figures = japaneseFigures(text);
  const tokens = tokenise(blanked(text, figures));
  const mentions = lexicon.mentionsIn(tokens);
  const quoted = quotedIn(text);
  const terms = tokens.flatMap((token, at) => {
    if (isJapanese(token.text)) return japaneseTerms(tokens, at, { lexicon, quoted });
    const covering = mentions.filter((mention) => mention.from <= at && at < mention.to);
    if (endsNumber(token, tokens[at - 1])) return [];
    const term = termOf(token, covering, { tokens, lexicon });
    return term === null ? [] : [withCompound(term, tokens, at)];
  });
  return [
    ...terms,
    ...figures.map(({ surface, stems }) => ({ ...noTerm, surface, stems, weight: figureWeight })),
  ];
}

function blanked(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  return parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

// "2024-го", "90-х": the ending of a number says nothing of its own.
function endsNumber(token: Token, before: Token | undefined): boolean {
  return (
    token.glued &&
    before !== undefined &&
    /^\d+$/.test(before.text) &&
    /^\p{Script=Cyrillic}{1,3}$/u.test(token.text)
  );
}

// "Right now" is as much a cue as "now"; "data centre" is a thing.
function namesMore({ from, to }: Mention, tokens: readonly Token[]): boolean {
  return to - from > 1 && tokens.slice(from, to).some(({ text }) => !isCueWord(text) && !isStopword(text));
}

function termOf(
  token: Token,
  covering: readonly Mention[],
  { tokens, lexicon }: { readonly tokens: readonly Token[]; readonly lexicon: Lexicon },
): QueryTerm | null {
  const function_ = isStopword(token.text) || isBareLetter(token.text);
  // A function word counts only inside an abbreviation in capitals (US) or a phrase with a name.
  if (function_ && !covering.some(({ from, to }) => to - from === 1 && token.capitals)) return null;
  const cue = isCueWord(token.text) && !covering.some((mention) => namesMore(mention, tokens));
  const longest = Math.max(0, ...covering.map(({ from, to }) => to - from));
  const listed = covering
    .filter(({ from, to }) => to - from === longest || to - from === 1)
    .flatMap(({ concept, from, to }) =>
      to - from === 1 ? [concept, ...cityOf(concept, lexicon)] : [concept],
    )
    // "дані" (data) and Данія (Denmark) share a stem; a cue word never names anybody.
    .filter((concept) => !cue || !entityKinds.has(concept.kind));
  const isOpenVerb = covering.length === 0 && verbEnding.test(token.text);
  const concepts = isOpenVerb ? prefixedVerbConcepts(token.text, lexicon) : listed;
  // "Робить", "маємо": no page has to repeat them, and one that nobody knows would count as the rarest of all.
  if (cue && concepts.length === 0) return null;
  return {
    surface: token.text,
    stems: covering.length === 0 ? spellings(token.text) : [stem(token.text)],
    ...traitsOf(concepts),
    grams: covering.length === 0 && isNameLike(token.text) ? grams(skeleton(token.text)) : [],
    sounds: [],
    verb: concepts.length === 0 ? verbEnding.test(token.text) : concepts.every(isAct),
    weight: cue ? cueWeight : weightOf(token, concepts),
  };
}

// A name made of common words (Chysta Mezha) is no unknown word where it stands in its own letters.
function spellings(token: string): readonly string[] {
  return /^[a-z]{4,}$/.test(token) ? [stem(token), stem(toCyrillic(token))] : [stem(token)];
}

// "Вінницький" is of the city as well as of the region.
const regionSuffix = '-region';

function cityOf({ id }: Concept, lexicon: Lexicon): readonly Concept[] {
  const city = id.endsWith(regionSuffix) ? lexicon.findConcept(id.slice(0, -regionSuffix.length)) : null;
  return city === null ? [] : [city];
}

// Of words that the lexicon does not know.
const verbEnding =
  /(?:ти|ть|ли|ла|ло|ться|тися|ають|яють|ять|ає|яє|ить|їть|ут|ют|ат|ят|ет|ит|вав|нув|(?<!кт|от|рх|з)(?<=[бвджзклмнпрстчшщ])ив)$/u;

function weightOf(token: Token, concepts: readonly Concept[]): number {
  if (isAttributeWord(token.text)) return attributeWeight;
  if (seasons.test(token.text)) return dateWeight;
  if (/^(?:19|20)\d\d$/.test(token.text) || concepts.some(({ kind }) => kind === 'month')) return dateWeight;
  return /^\d/.test(token.text) || isOfFigure(concepts) ? figureWeight : 1;
}

const seasons =
  /^(?:восени|влітку|улітку|навесні|взимку|узимку|літ[оаі]|весн[аиу]|осен[іи]|осінь|зим[аиу]|осенью|летом|весной|зимой|autumn|summer|winter|秋|夏|冬|春)$/u;

function withCompound(term: QueryTerm, tokens: readonly Token[], at: number): QueryTerm {
  const next = tokens[at + 1];
  if (next?.glued !== true || !/\d/.test(term.surface + next.text)) return term;
  return { ...term, stems: [...term.stems, skeleton(term.surface + next.text)] };
}

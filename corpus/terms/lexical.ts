import type { Language } from '../document.ts';
import { SentenceOrders } from '../instruction/sentence-orders.ts';
import { type Lexicon, loadLexicon, type Mention } from '../lexicon/lexicon.ts';
import { splitSentences } from '../text/sentences.ts';
import { soundOfWord, soundTerm } from '../text/sound.ts';
import { isBareLetter, isStopword } from '../text/stopwords.ts';
import { isJapanese, type Token, tokenise } from '../text/text.ts';
import { grams, skeleton } from '../text/transliterate.ts';
import { packTerms, type TermLists } from './passage-terms.ts';

/** The three ways in which a passage is searchable, as space-separated terms of the full-text index. */
export interface IndexFields {
  /** Stems of every word but function words; compounds such as GCS-200 also as one term. */
  readonly stems: string;
  /** Terms of the lexicon concepts mentioned, see {@link conceptTerm}. */
  readonly concepts: string;
  /** Letter 4-grams of the Latin skeleton of words that the lexicon does not know (names, brands, slips), and how names sound. */
  readonly grams: string;
  /** The same terms sentence by sentence, for ranking; see `PassageTerms`. */
  readonly terms: Uint8Array;
}

/** What the terms of a passage are made from. */
export interface IndexedText {
  readonly text: string;
  /** Title, headings, opening: counts for matching like the text itself. */
  readonly context: string;
  /** Of the document; decides where sentences end. */
  readonly language: Language;
  /** {@link aboutText} of the document. */
  readonly about: string;
}

/** Title and donors of a document: what it is about, not only what it mentions. */
export function aboutText(document: { readonly title: string; readonly donors: readonly string[] }): string {
  return [document.title, ...document.donors].join('. ');
}

/** An id as one term of the full-text index, whose tokeniser would cut at the hyphens. */
export function conceptTerm(id: string): string {
  return `c${id.replaceAll('-', '')}`;
}

/** Stems of a token list: function words left out, glued neighbours added as compounds, kanji runs as bigrams. */
export function indexStems(tokens: readonly Token[]): readonly string[] {
  const found: string[] = [];
  tokens.forEach((token, at) => {
    if (isJapanese(token.text)) found.push(...bigrams(token.text));
    else if (isWord(token)) found.push(token.stem);
    const compound = compoundAt(tokens, at);
    if (compound !== null) found.push(compound);
  });
  return found;
}

function isWord({ text }: Token): boolean {
  return !isStopword(text) && !isBareLetter(text);
}

// Only names of models join letters and digits; "mine-affected" is found by its two words.
function compoundAt(tokens: readonly Token[], at: number): string | null {
  if (!tokens[at]!.glued || at === 0) return null;
  const compound = tokens[at - 1]!.text + tokens[at]!.text;
  return /\d/.test(compound) && /\p{L}/u.test(compound) ? skeleton(compound) : null;
}

function bigrams(run: string): readonly string[] {
  if (run.length < 2) return [run];
  return Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
}

/** Index terms of one passage. */
export function indexFieldsWith(lexicon: Lexicon, input: IndexedText): IndexFields {
  const words = indexWordsWith(lexicon, input);
  return { ...words, terms: termsBySentence(lexicon, input, Object.values(words).join('\n')) };
}

/** The terms of {@link indexFieldsWith} that stand in the word index. */
export function indexWordsWith(
  lexicon: Lexicon,
  { text, context }: Pick<IndexedText, 'text' | 'context'>,
): Omit<IndexFields, 'terms'> {
  const tokens = [...tokenise(text), ...tokenise(context)];
  const mentions = lexicon.mentionsIn(tokens);
  return {
    stems: indexStems(tokens).join(' '),
    concepts: indexConcepts(mentions).join(' '),
    grams: [...indexGrams(tokens, mentions)].join(' '),
  };
}

function termsBySentence(
  lexicon: Lexicon,
  { text, context, language, about }: IndexedText,
  indexed: string,
): Uint8Array {
  const ranges = splitSentences(text, language);
  const orders = new SentenceOrders(text, ranges);
  return packTerms({
    sentences: ranges.map(({ start, end }, index) => ({
      start,
      end,
      isOrder: orders.isOrder(index),
      ...termLists(lexicon, text.slice(start, end)),
    })),
    context: termLists(lexicon, context),
    about: termLists(lexicon, about),
    aboutText: about,
    indexed,
  });
}

function termLists(lexicon: Lexicon, text: string): TermLists {
  const tokens = tokenise(text);
  const mentions = lexicon.mentionsIn(tokens);
  return {
    stems: indexStems(tokens),
    concepts: indexConcepts(mentions),
    grams: indexGrams(tokens, mentions),
  };
}

/** Terms of the concepts mentioned, in order. */
export function indexConcepts(mentions: readonly Mention[]): readonly string[] {
  return mentions.map(({ concept }) => conceptTerm(concept.id));
}

/** Letter 4-grams of the tokens that no mention covers, and the sounds of those that are written like names; each once. */
export function indexGrams(tokens: readonly Token[], mentions: readonly Mention[]): ReadonlySet<string> {
  const covered = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at < to; at += 1) covered.add(at);
  const found = new Set<string>();
  tokens.forEach(({ text, capitalised }, at) => {
    if (covered.has(at) || !isNameLike(text)) return;
    for (const gram of grams(skeleton(text))) found.add(gram);
    const sound = capitalised ? soundOfWord(text) : null;
    const term = sound === null ? null : soundTerm(sound);
    if (term !== null) found.add(term);
  });
  return found;
}

/** True for a word whose spelling in another alphabet is worth looking for. */
export function isNameLike(token: string): boolean {
  return token.length >= 3 && /^\p{L}+$/u.test(token) && !isJapanese(token) && !isStopword(token);
}

/** {@link indexFieldsWith} over the bundled lexicon. */
export function indexFields(input: IndexedText): IndexFields {
  return indexFieldsWith(loadLexicon(), input);
}

/** {@link indexWordsWith} over the bundled lexicon. */
export function indexWords(input: Pick<IndexedText, 'text' | 'context'>): Omit<IndexFields, 'terms'> {
  return indexWordsWith(loadLexicon(), input);
}

import { detectLanguage } from '../../corpus/language/language.ts';
import { splitSentences } from '../../corpus/text/sentences.ts';
import { stem } from '../../corpus/text/stem.ts';
import { isStopword } from '../../corpus/text/stopwords.ts';
import { numbersIn } from '../../retrieval/figures/quantity.ts';

/** A sentence of a page that says another figure than before. */
export interface ChangedFigure {
  readonly before: string;
  readonly after: string;
}

// Below it two sentences that merely share a subject would be taken for one that was corrected. Figures themselves do
// not count, so a corrected sentence mostly keeps all of its words.
const sameSentenceShare = 0.7;

/**
 * The first sentence of a quote that stands in a new text with the same words and other figures. Null when every
 * sentence kept its figures, or is gone. Pure.
 */
export function findChangedFigure(quote: string, newText: string): ChangedFigure | null {
  const now = sentencesOf(newText);
  for (const before of sentencesOf(quote)) {
    if (numbersIn(before).length === 0 || now.some((sentence) => squeezed(sentence) === squeezed(before)))
      continue;
    const after = mostAlike(before, now);
    if (after !== null && !sameNumbers(before, after)) return { before, after };
  }
  return null;
}

function sentencesOf(text: string): string[] {
  return splitSentences(text, detectLanguage(text)).map(({ start, end }) => text.slice(start, end));
}

function mostAlike(sentence: string, others: readonly string[]): string | null {
  let best: string | null = null;
  let bestShare = sameSentenceShare;
  for (const other of others) {
    const share = sharedWords(sentence, other);
    if (share >= bestShare) {
      best = other;
      bestShare = share;
    }
  }
  return best;
}

/** Share of the words of the longer of two sentences that stand in both; 0 to 1. */
function sharedWords(a: string, b: string): number {
  const [left, right] = [topicWords(a), topicWords(b)];
  const longer = Math.max(left.size, right.size);
  const shared = [...left].filter((word) => right.has(word)).length;
  return longer === 0 ? 0 : shared / longer;
}

// They belong to the figure: 700 million and 1.07 billion is one sentence with two figures.
const scaleWords =
  /^(?:thousand|million|billion|trillion|тис|тисяч\p{L}*|млн|мільйон\p{L}*|млрд|мільярд\p{L}*|миллион\p{L}*|миллиард\p{L}*|тысяч\p{L}*)$/u;

function topicWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => !isStopword(word) && !scaleWords.test(word)).map(stem));
}

function sameNumbers(a: string, b: string): boolean {
  const sorted = (text: string) => [...numbersIn(text)].sort((x, y) => x - y).join(' ');
  return sorted(a) === sorted(b);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { TermRarity } from '../question/query-term.ts';
import type { Understanding } from '../question/understand.ts';
import { coverage, matchTerm } from '../reading/match.ts';
import { answersWanted } from '../reading/wanted.ts';
import type { RankedPassage } from '../search/rank.ts';

/** A verbatim stretch of a passage: `text === passage.text.slice(start, end)`. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Share of the question that the quoted sentences alone cover. */
  readonly coverage: number;
  /** The quote holds the type of thing asked for. */
  readonly typed: boolean;
}

// A character costs little, or quotes would stop before the figure; 1,000 characters cost as much as a fifth of the
// question. Measured on the tuning half: 0.1 to 0.3 gave the same right answers, below it quotes ran to whole passages.
const lengthCostPerThousand = 0.01;
const typedBonus = 0.15;

const opensLeaning =
  /^(?:він|вона|воно|вони|це|ці|цей|ця|цього|його|її|їх|їхн\p{L}*|такі|такий|така|там|тоді|він|он|она|оно|они|это|эти|этот|эта|его|ее|их|там|he|she|it|they|this|these|that|those|its|their|his|her|there|such|another|the (?:latter|other|rest)|of these|of them|з них|із них|из них|по половині|also|також|крім того|крім цього|besides|in addition)(?!\p{L})/iu;

// "Their number grew by 60. At the end of the year they were 132": who asks how many there are needs the second.
const growsBy =
  /(?<!\p{L})(?:(?:збільш|зменш|зрос|вирос|скорот|поменш|побільш|впа|увелич|уменьш|вырос|сократ|упа)\p{L}*|(?:grew|grown|rose|risen|fell|fallen|increased|decreased|dropped|shrank|up|down)) (?:ще |також |еще |also |again )?(?:на|by) (?:майже |близько |понад |почти |около |almost |about |over )?\p{N}/iu;
const tellsTotal =
  /(?<!\p{L})(?:їх|них|их|тепер|нині|наразі|загалом|усього|всього|разом|станом на|сейчас|теперь|всего|they|them|it|now|in total|altogether|the total)(?!\p{L}).{0,80}\p{N}/iu;

/**
 * The sentences of a passage that answer best, in one stretch of at most about `maxChars`.
 * @param around indexes of the first and last sentence that must be among them.
 */
export function chooseQuote(
  ranked: RankedPassage,
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
  maxChars: number,
  around: { readonly from: number; readonly to: number } | null = null,
): Quote {
  const { understanding, rarity } = question;
  const { sentences } = ranked.analysed;
  const hasOrders = sentences.some(({ isOrder }) => isOrder);
  if (ranked.passage.text.length <= maxChars && !hasOrders)
    return cut(ranked, { from: 0, to: sentences.length - 1 }, question);
  let best = { from: 0, to: 0, score: Number.NEGATIVE_INFINITY };
  for (let from = 0; from <= (around?.from ?? sentences.length - 1); from += 1) {
    for (let to = from; to < sentences.length; to += 1) {
      const length = sentences[to]!.end - sentences[from]!.start;
      if ((length > maxChars && to > from) || sentences[to]!.isOrder) break;
      if (around !== null && to < around.to) continue;
      const window = sentences.slice(from, to + 1);
      const covered = coverage(understanding.terms, rarity, (term) =>
        Math.max(...window.map((s) => matchTerm(term, s))),
      );
      const typed = window.some((sentence) => answersWanted(understanding, sentence));
      const score = covered + (typed ? typedBonus : 0) - (length / 1000) * lengthCostPerThousand;
      if (score > best.score + 1e-9) best = { from, to, score };
    }
  }
  // An order stands between the sentences that should be quoted together.
  if (around !== null && best.score === Number.NEGATIVE_INFINITY)
    return chooseQuote(ranked, question, maxChars);
  return cut(ranked, complete(ranked, best, maxChars), question);
}

/** The scored sentences of a passage that lie within a quote of it. */
export function sentencesIn(
  { start, end }: Pick<Quote, 'start' | 'end'>,
  { sentences }: Pick<RankedPassage, 'sentences'>,
): RankedPassage['sentences'] {
  return sentences.filter(({ sentence }) => sentence.start >= start && sentence.end <= end);
}

/** One sentence of a passage as a quote. */
export function quoteSentence(
  ranked: RankedPassage,
  index: number,
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
): Quote {
  return cut(ranked, { from: index, to: index }, question);
}

/** True for a sentence that is understood only with the one before it ("They work in five provinces"). */
export function leansOnBefore(text: string): boolean {
  return opensLeaning.test(text.trim());
}

/** The sentences of a passage from one to another, with what they lean on, while that stays within about `maxChars`. */
export function completeQuote(
  ranked: RankedPassage,
  chosen: { readonly from: number; readonly to: number },
  question: { readonly understanding: Understanding; readonly rarity: TermRarity },
  maxChars: number,
): Quote {
  return cut(ranked, complete(ranked, chosen, maxChars), question);
}

// A sentence that leans on the one before it, and a list without its items, are no quotes a reader can use.
function complete(
  ranked: RankedPassage,
  chosen: { readonly from: number; readonly to: number },
  maxChars: number,
): { readonly from: number; readonly to: number } {
  const { sentences } = ranked.analysed;
  let { from, to } = chosen;
  const length = () => sentences[to]!.end - sentences[from]!.start;
  const mayTake = (index: number) => sentences[index]?.isOrder === false;
  while (mayTake(from - 1) && opensLeaning.test(sentences[from]!.text) && length() < maxChars) from -= 1;
  while (mayTake(to + 1) && /[:;]$/.test(sentences[to]!.text.trim()) && length() < maxChars * 1.5) to += 1;
  if (mayTake(to + 1) && growsBy.test(sentences[to]!.text) && tellsTotal.test(sentences[to + 1]!.text))
    to += 1;
  return { from, to };
}

function cut(
  ranked: RankedPassage,
  { from, to }: { readonly from: number; readonly to: number },
  { understanding, rarity }: { readonly understanding: Understanding; readonly rarity: TermRarity },
): Quote {
  const window = ranked.analysed.sentences.slice(from, to + 1);
  const start = window[0]?.start ?? 0;
  const end = window.at(-1)?.end ?? ranked.passage.text.length;
  return {
    start,
    end,
    text: ranked.passage.text.slice(start, end),
    coverage: coverage(understanding.terms, rarity, (term) =>
      Math.max(0, ...window.map((s) => matchTerm(term, s))),
    ),
    typed: window.some((sentence) => answersWanted(understanding, sentence)),
  };
}

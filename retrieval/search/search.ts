import type { Corpus } from '../../corpus/corpus.ts';
import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { breathe } from '../../corpus/storage/sqlite.ts';
import type { Question } from '../answer.ts';
import { withoutCourtesies } from '../question/courtesies.ts';
import { asksForGivers, asksForMostGiver } from '../question/giver-question.ts';
import { asksForNews } from '../question/news-question.ts';
import { withPlainHowMuch } from '../question/plain-how-much.ts';
import type { TermRarity } from '../question/query-term.ts';
import { termsOf } from '../question/question-terms.ts';
import { repairQuestion, type Vocabulary } from '../question/repair.ts';
import { withoutIntroduction } from '../question/self-introduction.ts';
import { type Understanding, understand } from '../question/understand.ts';
import type { PassageAnalyser } from '../reading/analysis.ts';
import { withWholeYears } from '../time/short-years.ts';
import { type Candidate, type Engines, findCandidates, termRarity } from './candidates.ts';
import { bestFirst, type RankedPassage, rankPassage } from './rank.ts';
import { needsShortlist, shortlist } from './shortlist.ts';

/** An owner's own safety cards: a folder of uk.md, en.md, ru.md, ja.md, and where to say that one cannot be used. */
export interface SafetyCards {
  readonly folder?: string;
  readonly warn?: (message: string) => void;
}

/** What search works on. */
export interface SearchDeps {
  readonly passages: Corpus['passages'];
  readonly engines: Engines;
  readonly lexicon: Lexicon;
  readonly analyser: PassageAnalyser;
  readonly now: () => Date;
  readonly safetyCards?: SafetyCards;
}

/** A question read and its passages ranked, best first. */
export interface Found {
  readonly understanding: Understanding;
  readonly rarity: TermRarity;
  readonly ranked: readonly RankedPassage[];
}

/** A question read, with the rarity of its words: what passages and sentences are held against. */
export type Asked = Pick<Found, 'understanding' | 'rarity'>;

// Ranking passages never seen before takes tens of milliseconds; other chats get their turn in between.
const sliceMs = 10;

/**
 * Finds the passages of a question. An empty result means that nothing matched; a broken index throws.
 * @param leans takes the question for a follow-up of the one before it even where nothing in it says so.
 */
export async function search(question: Question, deps: SearchDeps, leans = false): Promise<Found> {
  const repaired = await repair(question, deps);
  const understanding = understand(repaired, { lexicon: deps.lexicon, now: deps.now(), leans });
  const { terms } = understanding;
  const rarity = await termRarity(terms, deps.engines.fullText);
  if (terms.length === 0) return { understanding, rarity, ranked: [] };
  const asked = understanding.followsUp ? `${repaired.text} ${repaired.previous ?? ''}` : repaired.text;
  const candidates = await findCandidates(asked, terms, deps.engines);
  const known = new Set(candidates.map(({ passageId }) => passageId));
  const more = [
    ...(await candidatesOfGivers(understanding, deps)),
    ...(await candidatesOfNews(understanding, deps)),
  ].filter(({ passageId }) => !known.has(passageId));
  const ranked = await rankAll([...candidates, ...more], { understanding, rarity }, deps);
  return { understanding, rarity, ranked: bestFirst(ranked) };
}

// Pages that list who gives seldom share the words of whoever asks for it.
const ofGivers = 'donor countries pledge, allocate and contribute millions to demining';

async function candidatesOfGivers(
  understanding: Understanding,
  { engines, lexicon }: SearchDeps,
): Promise<readonly Candidate[]> {
  if (!asksForGivers(understanding) && !asksForMostGiver(understanding)) return [];
  const terms = [...understanding.terms, ...termsOf(ofGivers, lexicon)];
  return findCandidates(`${understanding.text} ${ofGivers}`, terms, engines);
}

const newestRead = 40;

async function candidatesOfNews(
  understanding: Understanding,
  { passages, now }: SearchDeps,
): Promise<readonly Candidate[]> {
  if (!asksForNews(understanding)) return [];
  const ids = await passages.newest(newestRead, now().toISOString().slice(0, 10));
  return ids.map((passageId) => ({ passageId, fused: 0, similarity: 0 }));
}

async function rankAll(
  candidates: readonly Candidate[],
  question: Pick<Found, 'understanding' | 'rarity'>,
  { passages, analyser, now, engines }: SearchDeps,
): Promise<RankedPassage[]> {
  const terms = await passages.terms(candidates.map(({ passageId }) => passageId));
  const isLarge = needsShortlist(candidates, await engines.fullText.count());
  const chosen = isLarge ? shortlist(candidates, terms, question) : candidates;
  const ids = chosen.map(({ passageId }) => passageId);
  const found = new Map((await passages.byIds(ids)).map((passage) => [passage.id, passage]));
  const documents = await passages.documents([...found.values()].map(({ documentId }) => documentId));
  const today = now().toISOString().slice(0, 10);
  const ranked: RankedPassage[] = [];
  let sliceEndsAt = performance.now() + sliceMs;
  for (const candidate of chosen) {
    const passage = found.get(candidate.passageId);
    const document = passage === undefined ? undefined : documents.get(passage.documentId);
    // A passage may have been removed since the index answered.
    if (passage === undefined || document === undefined) continue;
    const analysed = analyser.analyse(passage, document, terms.get(passage.id) ?? null);
    ranked.push(rankPassage(candidate, { passage, document, analysed }, { ...question, today }));
    if (performance.now() < sliceEndsAt) continue;
    await breathe();
    sliceEndsAt = performance.now() + sliceMs;
  }
  return ranked;
}

// What is asked, without what is said around it.
function plainly(text: string): string {
  return withPlainHowMuch(withoutIntroduction(withoutCourtesies(text)));
}

async function repair(question: Question, deps: SearchDeps): Promise<Question> {
  const vocabulary = vocabularyOf(deps);
  const read = (text: string) => repairQuestion(withWholeYears(plainly(text)), vocabulary, deps.lexicon);
  const text = await read(question.text);
  const previous = question.previous === undefined ? undefined : await read(question.previous);
  return { ...question, text, ...(previous === undefined ? {} : { previous }) };
}

function vocabularyOf({ engines, lexicon }: SearchDeps): Vocabulary {
  return {
    async known(stems) {
      const counts = await engines.fullText.documentCounts('stems', stems);
      return new Set(stems.filter((stemmed) => lexicon.knowsStem(stemmed) || (counts.get(stemmed) ?? 0) > 0));
    },
    counts: (stems) => engines.fullText.documentCounts('stems', stems),
  };
}

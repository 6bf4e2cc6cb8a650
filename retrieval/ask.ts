import { detectLanguage } from '../corpus/language/language.ts';
import type { Lexicon } from '../corpus/lexicon/lexicon.ts';
import { breathe } from '../corpus/storage/sqlite.ts';
import type { Answer, AnswerBlock, AnswerKind, AnswerLanguage, Question, Retrieved } from './answer.ts';
import { chooseEvidence, type Evidence, giversEvidence } from './evidence/evidence.ts';
import { newsEvidence } from './evidence/news-evidence.ts';
import { comparesCountries } from './evidence/sides.ts';
import { classifySafety, safetyCard } from './gate/gate.ts';
import { smalltalkOf } from './gate/smalltalk.ts';
import { tellsAskedGift } from './givers/gifts-first.ts';
import { partsOf, sidesOf } from './question/compound.ts';
import type { QueryTerm } from './question/query-term.ts';
import { unreadShare } from './question/unread-share.ts';
import type { RankedPassage } from './search/rank.ts';
import { type Found, type SafetyCards, type SearchDeps, search } from './search/search.ts';
import { collapseOrigins } from './sources/origin.ts';
import { isSameSource } from './sources/same-source.ts';
import { answerThreshold, judgeSupport } from './support/support.ts';
import { citationBlocks, hintBlocks, type QuoteMark, toCitation } from './wording/compose.ts';
import { keyStretch } from './wording/key-sentence.ts';
import { leadLine } from './wording/lead.ts';
import { missingSideNote } from './wording/missing-side.ts';
import { inOrderOfTime } from './wording/older-quotes.ts';
import { phrasesIn } from './wording/phrases.ts';

/** Longest question that is read; a longer text is no question. */
export const maxQuestionChars = 2000;

const listedPassages = 20;
const quotesOfPart = 2;
const foreignCoverage = 0.5;
const mostOfOneSourceAtTop = 2;
const top = 5;

/**
 * The whole way from a question to a finished answer. Safety comes first and needs neither index nor model. What throws
 * is a failure to be reported as such, never to be shown as "nothing found".
 */
export async function ask(question: Question, deps: SearchDeps): Promise<Answer> {
  const gated = gate(question, deps.safetyCards ?? {});
  if (gated !== null) return gated;
  const language = languageOf(question);
  const phrases = phrasesIn(language);
  const smalltalk = smalltalkOf(question.text);
  if (smalltalk !== null) return wordsOnly('smalltalk', language, phrases[smalltalk]);
  const found = await search(question, deps);
  if (found.understanding.terms.length === 0)
    return wordsOnly('clarify', found.understanding.language, phrases.clarify);
  // Other chats get their turn between the steps: together they may take 60 ms.
  await breathe();
  if (isMostlyUnread(found)) return notFound(found);
  // Pages that list givers answer who gives, and the newest ones what is new, however little of the wording they share.
  const listed = [...giversEvidence(found.ranked, found, deps.lexicon), ...newsEvidence(found.ranked, found)];
  if (listed.length > 0) return answered(asList(found), listed, deps.lexicon);
  const { probability } = judgeSupport(found);
  await breathe();
  const judged = { found, probability };
  // What two countries gave stands seldom on one page, and a page about one of them tells more. Two searches more, so only of these.
  if (comparesCountries(found.understanding)) {
    const each = await answeredInParts(question, found, deps);
    if (each !== null) return each;
  }
  if (probability >= neededFor(found.understanding) || tellsGift(found, deps.lexicon))
    return (await answeredAsFollowUp(question, judged, deps)) ?? (await answeredFrom(found, deps));
  const parts = await answeredInParts(question, found, deps);
  return parts ?? (await answeredAsFollowUp(question, judged, deps)) ?? notFound(found);
}

// Words of giving differ from page to page, and "give" is said of nearly everything: a page on which the named giver hands over what is asked
// for answers, however little of the wording it shares.
function tellsGift(found: Found, lexicon: Lexicon): boolean {
  return tellsAskedGift(() => collapseOrigins(found.ranked.slice(0, top)), found, lexicon);
}

// "A recipe for borshch" shares common words with some page. Of 109 questions without a word of the field or a name, 37 of
// them answerable, this silences 7 and loses 3.
const thresholdWithoutField = 0.57;

function neededFor({ inDomain, followsUp, terms }: Found['understanding']): number {
  const isOfField = inDomain || followsUp || terms.some(({ named, weight }) => named && weight >= 0.5);
  return isOfField ? answerThreshold : thresholdWithoutField;
}

// With a word of the field in it a question may still be met by what could be read.
const mostUnread = 0.4;

function isMostlyUnread({ understanding, rarity }: Found): boolean {
  const isFound = (term: QueryTerm) => (rarity.get(term) ?? 1) < 1;
  return !understanding.inDomain && unreadShare(understanding, isFound) > mostUnread;
}

// "When do the remaining two come" names nothing and stands alone as far as its words go; what it leaves out may be in the
// question before. One that is answered as it stands is read so only when it is shorter still and then answered better.
const mostWordsLeaning = 5;
const mostWordsLeaningAnswered = 3;

async function answeredAsFollowUp(
  question: Question,
  { found: alone, probability }: { readonly found: Found; readonly probability: number },
  deps: SearchDeps,
): Promise<Answer | null> {
  const { followsUp, terms } = alone.understanding;
  const own = terms.filter(({ weight }) => weight >= 0.5);
  const most = probability >= neededFor(alone.understanding) ? mostWordsLeaningAnswered : mostWordsLeaning;
  const standsAlone = own.length > most || own.some(({ named }) => named);
  if (question.previous === undefined || followsUp || standsAlone) return null;
  const found = await search(question, deps, true);
  if (judgeSupport(found).probability < Math.max(probability, answerThreshold)) return null;
  return answeredFrom(found, deps);
}

async function answeredFrom(found: Found, deps: SearchDeps): Promise<Answer> {
  const evidence = chooseEvidence(found.ranked, found, deps.lexicon);
  await breathe();
  return evidence.length === 0 ? notFound(found) : answered(found, evidence, deps.lexicon);
}

// Two questions in one message, or two things held against each other, are seldom answered in one place: each is looked up
// alone, and both have to be answered.
async function answeredInParts(question: Question, found: Found, deps: SearchDeps): Promise<Answer | null> {
  const parts = found.understanding.compares ? sidesOf(question, deps.lexicon) : partsOf(question);
  if (parts.length < 2) return null;
  const each = await Promise.all(parts.map((part) => search(part, deps)));
  if (each.some((part) => judgeSupport(part).probability < answerThreshold)) return null;
  const evidence = mergeEvidence(each, deps.lexicon);
  return evidence.length === 0 ? null : answered(asList(found), evidence, deps.lexicon);
}

function gate(question: Question, cards: SafetyCards): Answer | null {
  const danger = classifySafety(question.text);
  if (danger === null) return null;
  const language = languageOf(question);
  if (danger === 'how-to') return wordsOnly('refusal', language, phrasesIn(language).refusal);
  return {
    ...wordsOnly('safety', language, ''),
    blocks: [{ kind: 'card', text: safetyCard(language, cards.folder, cards.warn) }],
  };
}

function languageOf(question: Question): AnswerLanguage {
  const detected = detectLanguage(question.text);
  return detected === 'und' ? (question.language ?? 'uk') : detected;
}

function wordsOnly(kind: AnswerKind, language: AnswerLanguage, text: string): Answer {
  return { kind, language, blocks: [{ kind: 'plain', text }], citations: [], retrieved: [], topics: [] };
}

/** Quotes of each part in turn, a passage once. */
function mergeEvidence(parts: readonly Found[], lexicon: Lexicon): readonly Evidence[] {
  const each = parts.map((part) => chooseEvidence(part.ranked, part, lexicon).slice(0, quotesOfPart));
  const taken = new Set<number>();
  return Array.from({ length: quotesOfPart }, (_, at) => each.flatMap((part) => part[at] ?? []))
    .flat()
    .filter(({ ranked: { passage } }) => !taken.has(passage.id) && taken.add(passage.id));
}

// Items of a list are not each other's older state.
function asList(found: Found): Found {
  return { ...found, understanding: { ...found.understanding, lists: true, latest: false } };
}

function answered(found: Found, chosen: readonly Evidence[], lexicon: Lexicon): Answer {
  const { understanding, ranked } = found;
  const { language } = understanding;
  const inOrder = inOrderOfTime(chosen, found, language);
  const { evidence, older, note } = inOrder;
  const citations = evidence.map((item, index) => toCitation(item, index + 1));
  const blocks: AnswerBlock[] = [
    { kind: 'lead', text: leadLine(inOrder, found, lexicon) },
    ...citations.flatMap((citation, index) =>
      citationBlocks(
        citation,
        language,
        markOf(evidence[index]!, older),
        keyStretch(evidence[index]!, found),
      ),
    ),
    ...[note, missingSideNote(evidence, understanding, lexicon)].flatMap((text) =>
      text === null ? [] : [{ kind: 'note' as const, text: `⚠ ${text}` }],
    ),
  ];
  return {
    kind: 'answer',
    language,
    blocks,
    citations,
    retrieved: listed(ranked),
    topics: understanding.topics,
  };
}

function markOf(item: Evidence, older: ReadonlySet<Evidence>): QuoteMark | null {
  if (older.has(item)) return 'older';
  return item.isPlan ? 'announced' : null;
}

function notFound({ understanding, ranked }: Found): Answer {
  const { language } = understanding;
  const phrases = phrasesIn(language);
  // Not a gap in the sources but another topic.
  const named =
    ranked.length > 0 && understanding.terms.some((term) => term.named) && !ranked[0]!.missesNamed;
  const foreign = !understanding.inDomain && !named && (ranked[0]?.coverage ?? 0) < foreignCoverage;
  const near = ranked.filter(({ score }) => score >= (ranked[0]?.score ?? 0) * 0.7);
  return {
    kind: 'not_found',
    language,
    blocks: [
      { kind: 'lead', text: foreign ? phrases.outOfDomain : phrases.notFound },
      ...(foreign ? [] : hintBlocks(near, language)),
    ],
    citations: [],
    retrieved: listed(ranked),
    topics: understanding.topics,
  };
}

// One source may not fill the top: after two of its passages the others move up.
function listed(ranked: readonly RankedPassage[]): readonly Retrieved[] {
  const first: RankedPassage[] = [];
  const rest: RankedPassage[] = [];
  const documents = new Set<number>();
  for (const passage of ranked) {
    const sameSource = () => first.filter(({ document }) => isSameSource(document, passage.document)).length;
    const crowding =
      first.length < top && (documents.has(passage.document.id) || sameSource() >= mostOfOneSourceAtTop);
    (crowding ? rest : first).push(passage);
    documents.add(passage.document.id);
  }
  return [...first, ...rest].slice(0, listedPassages).map(({ passage, document, score }) => ({
    url: document.url,
    documentId: document.key,
    passageId: passage.key,
    page: passage.page,
    score: Number(score.toFixed(4)),
  }));
}

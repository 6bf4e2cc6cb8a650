import type { Passage } from '../../corpus/document.ts';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { AnalysedSentence, PassageAnalyser } from '../reading/analysis.ts';
import { changedFigure, type FigurePair, likenessOf } from '../reading/figure-change.ts';
import { leansOnBefore } from '../sources/quote.ts';
import type { ChangedDocument, CitedSentence } from './digest-event.ts';

/** What a document says, sentence by sentence; orders to software are no news. */
export function citedSentences(
  passages: readonly Passage[],
  document: StoredDocument,
  analyser: PassageAnalyser,
): readonly CitedSentence[] {
  return passages.flatMap((passage) =>
    analyser
      .analyse(passage, document)
      .sentences.filter(({ text, isOrder }) => text.trim() !== '' && !isOrder)
      .map((sentence) => ({ passageKey: passage.key, sentence })),
  );
}

const lookedAt = 8;
const figureBonus = 0.15;
// "They work in five provinces", "The sum is 4 billion yen": of whom, nobody knows who reads only this.
const leaningCost = 0.4;
const shortestNews = 45;
// What opens a text is most often its news; each sentence further down must say more.
const depthCost = 0.03;

/** Sentences that tell the news, the best first: near the top, about what the title says, with a figure if there is one. */
export function newsSentences(
  sentences: readonly CitedSentence[],
  title: AnalysedSentence | null,
): readonly CitedSentence[] {
  const scored = sentences.slice(0, lookedAt).map((cited, index) => {
    const { sentence } = cited;
    const likeness = title === null ? 0 : likenessOf(sentence, title);
    const alone = leansOnBefore(sentence.text) || sentence.text.length < shortestNews ? leaningCost : 0;
    const score = likeness + (sentence.quantities.length > 0 ? figureBonus : 0) - index * depthCost - alone;
    return { cited, score };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ cited }) => cited);
}

/** What became of a page: a figure that changed, else what was added; null for edits that tell nothing new. */
export function pageChange(
  change: ChangedDocument & { readonly before: string },
  sentences: readonly CitedSentence[],
  analyser: PassageAnalyser,
): { readonly quote: CitedSentence; readonly figure: FigurePair | null } | null {
  const [first] = change.passages;
  if (first === undefined) return null;
  const whole = { ...first, key: `before ${change.document.key} ${change.seq}`, text: change.before };
  const old = analyser.analyse(whole, change.document).sentences;
  const fresh = sentences.filter(({ sentence }) => !change.before.includes(sentence.text.trim()));
  const now = change.passages.map(({ text }) => text).join('\n');
  const gone = old.filter(({ text }) => !now.includes(text.trim()));
  for (const quote of fresh) {
    const pairs = gone.flatMap((sentence) => changedFigure(quote.sentence, sentence) ?? []);
    const best = pairs.sort((a, b) => b.likeness - a.likeness)[0];
    if (best !== undefined) return { quote, figure: best };
  }
  const added = fresh.filter(
    ({ sentence }) => !gone.some((other) => likenessOf(sentence, other) > rewordedAbove),
  );
  const chars = added.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  return chars < leastAddedChars ? null : { quote: added[0]!, figure: null };
}

// A sentence that shares most words with one that went away was reworded, not added.
const rewordedAbove = 0.6;
// A by-line or a date under an article is no news.
const leastAddedChars = 120;

/** A text as one analysed sentence, for comparing titles. */
export function analysedTitle(document: StoredDocument, analyser: PassageAnalyser): AnalysedSentence | null {
  const passage: Passage = {
    id: 0,
    key: `title ${document.key} ${document.contentHash}`,
    documentId: document.id,
    ordinal: 0,
    text: document.title,
    start: 0,
    end: document.title.length,
    heading: null,
    page: null,
    context: '',
  };
  return analyser.analyse(passage, document).sentences[0] ?? null;
}

/** Who gives: countries among the topics and what the front matter calls a donor. Ids of concepts, for counting. */
export function donorsAmong(
  topics: Iterable<string>,
  document: StoredDocument,
  lexicon: Lexicon,
): readonly string[] {
  const named = new Set(lexicon.mentions(document.donors.join('. ')).map(({ concept }) => concept.id));
  return [...topics].filter((topic) => {
    const kind = lexicon.findConcept(topic)?.kind;
    if (notDonors.has(topic)) return false;
    return kind === 'country' || topic === 'european-union' || (kind === 'org' && named.has(topic));
  });
}

const notDonors: ReadonlySet<string> = new Set(['ukraine', 'russia', 'belarus']);

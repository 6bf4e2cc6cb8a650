import type { DocumentDraft } from '../../corpus/document.ts';
import { simhash } from '../../corpus/keys/simhash.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import type { Question } from '../answer.ts';
import type { TermRarity } from '../question/query-term.ts';
import { type Understanding, understand } from '../question/understand.ts';
import { PassageAnalyser } from '../reading/analysis.ts';
import { type RankedPassage, rankPassage } from '../search/rank.ts';
import type { Origin } from './origin.ts';

/** The bot's own lexicon, read once for each test file. */
export const lexicon = loadLexicon();

/** The day on which every test question is asked. */
export const today = '2026-11-23';

/** An invented document of one passage; what is left out is a Ukrainian news item of 1 May 2024. */
export interface Story {
  readonly text: string;
  readonly key?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string | null;
  readonly language?: DocumentDraft['language'];
  readonly tier?: DocumentDraft['tier'];
  /** Cosine to the question, as a vector index would have found. */
  readonly similarity?: number;
}

/** A question as search hands it on, all its words equally rare. */
export interface Asked {
  readonly understanding: Understanding;
  readonly rarity: TermRarity;
  readonly today: string;
}

/** Reads a question with the real rules and lexicon. */
export function asking(text: string, question: Omit<Question, 'text'> = {}): Asked {
  const understanding = understand({ text, ...question }, { lexicon, now: new Date(today) });
  return { understanding, rarity: new Map(understanding.terms.map((term) => [term, 1])), today };
}

// One site for each publisher, as in the world.
function siteOf(publisher: string): string {
  return publisher.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** What ingest would hand over for a story; `index` keeps stories of one test apart. */
export function draftOf(story: Story, index: number): DocumentDraft {
  const key = story.key ?? `story-${index}`;
  const title = story.title ?? '';
  return {
    key,
    url: `https://${siteOf(story.publisher ?? `Outlet ${key}`)}.example/${key}`,
    title,
    publisher: story.publisher ?? `Outlet ${key}`,
    published: story.published === undefined ? '2024-05-01' : story.published,
    language: story.language ?? 'uk',
    kind: 'news',
    tier: story.tier ?? 'established',
    fetchedAt: '2026-11-01T00:00:00.000Z',
    text: story.text,
    passages: [{ start: 0, end: story.text.length, heading: null, page: null, context: title }],
  };
}

/** Ranks stories as search does, without a database: in the order given, with ids counted from 1. */
export function rankedOf(stories: readonly Story[], asked: Asked): readonly RankedPassage[] {
  const analyser = new PassageAnalyser(lexicon);
  return stories.map((story, index) => {
    const { text, passages, key, sourceId, status, isBrief, donors, topics, ...draft } = draftOf(
      story,
      index,
    );
    const id = index + 1;
    const document = {
      ...draft,
      id,
      key: key!,
      sourceId: sourceId ?? null,
      status: status ?? ('current' as const),
      isBrief: isBrief ?? false,
      donors: donors ?? [],
      topics: topics ?? [],
      versionId: id,
      versionNumber: 1,
      simhash: simhash(text),
    };
    const passage = { ...passages[0]!, id, key: `passage${id}`, documentId: id, ordinal: 0, text };
    const candidate = { passageId: id, fused: 0, similarity: story.similarity ?? 0 };
    return rankPassage(
      candidate,
      { passage, document, analysed: analyser.analyse(passage, document) },
      asked,
    );
  });
}

/** As {@link rankedOf}, each story standing for a release of its own. */
export function originsOf(stories: readonly Story[], asked: Asked): readonly Origin[] {
  return rankedOf(stories, asked).map((ranked) => ({ ranked, reprints: 0 }));
}

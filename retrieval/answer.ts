import type { Language, PublishedDate, Tier } from '../corpus/document.ts';

/** What an answer is; callers branch on it, so the set is closed and stable. */
export type AnswerKind = 'answer' | 'not_found' | 'safety' | 'refusal' | 'smalltalk' | 'clarify';

/** Languages the bot can speak in. */
export type AnswerLanguage = 'uk' | 'en' | 'ru' | 'ja';

/** One verbatim quote with everything needed to check it. `quote` is a substring of the stored passage text. */
export interface Citation {
  /** 1-based mark in the message. */
  readonly n: number;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PublishedDate;
  readonly language: Language;
  readonly quote: string;
  /** Public key of the document. */
  readonly documentId: string;
  /** Public key of the passage. */
  readonly passageId: string;
  /** UTF-16 offsets of the quote inside the passage. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly tier: Tier;
  readonly isBrief: boolean;
  /** Other outlets that retell the same release. */
  readonly reprints: number;
}

/** A passage that search brought up, used or not; best first. */
export interface Retrieved {
  readonly url: string;
  readonly documentId: string;
  readonly passageId: string;
  readonly page: number | null;
  readonly score: number;
}

/**
 * A stretch of the message. Renderers turn blocks into terminal text or Telegram entities; the words are the same
 * everywhere. `links` are UTF-16 ranges of `text`.
 */
export interface AnswerBlock {
  readonly kind: 'lead' | 'quote' | 'source' | 'note' | 'hint' | 'card' | 'plain';
  readonly text: string;
  readonly links?: readonly { readonly start: number; readonly end: number; readonly url: string }[];
  /** UTF-16 ranges of `text` to be set in bold: of a quote, the part that answers. */
  readonly strong?: readonly { readonly start: number; readonly end: number }[];
}

/** A finished answer. */
export interface Answer {
  readonly kind: AnswerKind;
  /** Language of the bot's own words; quotes keep theirs. */
  readonly language: AnswerLanguage;
  readonly blocks: readonly AnswerBlock[];
  readonly citations: readonly Citation[];
  readonly retrieved: readonly Retrieved[];
  /** Topic of the question for "follow this topic": lexicon concept ids of donors, places and kinds. */
  readonly topics: readonly string[];
}

/** What a person asked. `previous` is the question before it in the same conversation. */
export interface Question {
  readonly text: string;
  /** Language of the bot's words when the question itself does not show one. */
  readonly language?: AnswerLanguage;
  readonly previous?: string;
}

/** The whole message as a person reads it, without markup. */
export function answerText(answer: Pick<Answer, 'blocks'>): string {
  return answer.blocks
    .map(({ text, links }) => [text, ...(links ?? []).map(({ url }) => url)].join(' '))
    .join('\n');
}

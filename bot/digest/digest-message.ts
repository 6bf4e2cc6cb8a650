import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { AnswerBlock } from '../../retrieval/answer.ts';
import type { DigestEvent } from '../../retrieval/digest/digest-event.ts';
import type { EventDevelopment } from '../../retrieval/digest/event-development.ts';
import { ordersSoftware } from '../../retrieval/sources/shown-title.ts';
import { formatDate, formatQuantity } from '../../retrieval/wording/format.ts';
import { passageLink } from '../answering/passage-link.ts';
import { isWebAddress, renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import type { UiLanguage } from '../people/people.ts';
import type { Texts } from '../texts.ts';
import { topicName } from './topic-names.ts';

/** An event with what became of its figure. */
export interface ToldEvent {
  readonly event: DigestEvent;
  readonly development: EventDevelopment | null;
}

/** A page of a digest. */
export interface DigestPage {
  readonly events: readonly ToldEvent[];
  /** Events there are in all, and the number of this page from 0. */
  readonly total: number;
  readonly page: number;
  /** Documents that are new to us but old by date. */
  readonly older: number;
  /** What the digest is about; none means everything. */
  readonly topics: readonly string[];
  /** The whole line above the events, when it is no ordinary digest. */
  readonly heading?: string;
}

/** Words and links of a digest. */
export interface DigestWords {
  readonly language: UiLanguage;
  readonly texts: Texts;
  readonly lexicon: Lexicon;
  /** The bot's name on Telegram, for links to evidence. */
  readonly username: string;
}

/** Events on one page: what a phone shows in two screens. */
export const eventsPerPage = 7;

// Seven events with titles, quotes and sources stay below the 4,096 of a message.
const longestQuote = 220;
const longestTitle = 110;
const longestHeadingTopics = 4;

/** A digest as one message: for each event its title, a quote and, below it, what changed, who says so, when, and where. */
export function digestText(digest: DigestPage, words: DigestWords): FormattedText {
  const t = (key: string, args?: Record<string, string | number>) =>
    words.texts.get(words.language, key, args);
  const blocks: AnswerBlock[] = [{ kind: 'lead', text: digest.heading ?? headingOf(digest, words) }];
  for (const told of digest.events) {
    blocks.push({ kind: 'plain', text: '' });
    blocks.push(...newsLines(told));
    const change = changeLine(told, words);
    if (change !== null) blocks.push({ kind: 'plain', text: change });
    blocks.push(sourceLine(told.event, words));
  }
  if (digest.older > 0)
    blocks.push(
      { kind: 'plain', text: '' },
      { kind: 'note', text: t('digest-older', { count: digest.older }) },
    );
  return renderBlocks(blocks);
}

/** What a digest is about, in words. */
export function topicsLine(topics: readonly string[], words: Omit<DigestWords, 'username'>): string {
  if (topics.length === 0) return words.texts.get(words.language, 'topics-all');
  const names = topics.slice(0, longestHeadingTopics).map((topic) => topicName(topic, words.language, words));
  return names.join(', ') + (topics.length > longestHeadingTopics ? '…' : '');
}

function headingOf({ topics, total, page }: DigestPage, words: DigestWords): string {
  const args = { topics: topicsLine(topics, words), count: total };
  return words.texts.get(words.language, page === 0 ? 'digest-heading' : 'digest-more-heading', args);
}

const marks = { new: '🆕', changed: '📝', corrected: '✏️', updated: '🔄', disputed: '⚠️' } as const;

// The title says what the quote is about, unless it says the same.
function newsLines({ event, development }: ToldEvent): AnswerBlock[] {
  const mark = marks[development?.kind ?? event.kind];
  const quote = `«${shortened(event.quote.sentence.text, longestQuote)}»`;
  // A headline that gives orders to software is neither news nor ours to pass on; the quote was chosen without it.
  if (ordersSoftware(event.document.title)) return [{ kind: 'plain', text: `${mark} ${quote}` }];
  const title = shortened(event.document.title, longestTitle);
  if (repeats(event.quote.sentence.text, title)) return [{ kind: 'plain', text: `${mark} ${quote}` }];
  return [
    { kind: 'lead', text: `${mark} ${title}` },
    { kind: 'plain', text: quote },
  ];
}

const repeatedShare = 0.8;

function repeats(quote: string, title: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const quoted = words(quote);
  const titled = [...words(title)];
  return titled.filter((word) => quoted.has(word)).length >= titled.length * repeatedShare;
}

function changeLine({ development }: ToldEvent, { language, texts }: DigestWords): string | null {
  if (development === null) return null;
  const { after, before } = development.change;
  return texts.get(language, `digest-${development.kind}`, {
    before: formatQuantity(before.quantity, language),
    after: formatQuantity(after, language),
    publisher: before.publisher,
    date: formatDate(before.published, language),
  });
}

function sourceLine(event: DigestEvent, { language, texts, username }: DigestWords): AnswerBlock {
  const { document, reprints, quote } = event;
  const publisher = document.publisher.replace(/\s+/g, ' ').trim();
  const head = [
    publisher,
    formatDate(document.published, language),
    document.isBrief ? texts.get(language, 'digest-brief') : '',
    document.tier === 'unreviewed' ? texts.get(language, 'digest-unreviewed') : '',
    reprints > 0 ? texts.get(language, 'digest-reprints', { count: reprints }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const evidence = texts.get(language, 'digest-evidence');
  const text = `${head} · ${evidence}`;
  const links = [
    { start: text.length - evidence.length, end: text.length, url: passageLink(username, quote.passageKey) },
  ];
  if (isWebAddress(document.url)) links.unshift({ start: 0, end: publisher.length, url: document.url });
  return { kind: 'source', text, links };
}

// A quote stays word for word; what is left out at its end is shown as left out.
function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\ud800-\udbff]$/, '')}…`;
}

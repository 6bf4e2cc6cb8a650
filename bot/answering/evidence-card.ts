import type { AnswerBlock } from '../../retrieval/answer.ts';
import { shownTitle } from '../../retrieval/sources/shown-title.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import { renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import type { UiLanguage } from '../people/people.ts';
import type { TextArguments } from '../texts.ts';
import type { Evidence } from './evidence-reader.ts';
import { quoteLink } from './quote-link.ts';

/** What a card is made for. */
export interface CardRequest {
  readonly evidence: Evidence;
  /** The quoted stretch of the passage; null shows the passage as a whole. */
  readonly quote: { readonly n: number; readonly start: number; readonly end: number } | null;
  readonly language: UiLanguage;
  readonly t: (key: string, args?: TextArguments) => string;
  /** Address that opens this card again. */
  readonly shareUrl: string;
}

// Enough before and after a passage to see that it is not torn out of its context; a card stays one message.
const contextUnits = 400;
const maxPassageUnits = 2200;

/** The evidence card: where a quote comes from, the passage around it, and how to check it. */
export function evidenceCard(request: CardRequest): FormattedText {
  const { evidence, t } = request;
  const lines: (AnswerBlock | null)[] = [
    titleLine(request),
    plain(sourceLine(request)),
    plain(historyLine(request)),
    evidence.document.isBrief ? note(t('evidence-brief')) : null,
    evidence.document.tier === 'unreviewed' ? note(t('evidence-unreviewed')) : null,
    evidence.document.status === 'vanished' ? note(t('evidence-vanished')) : null,
    evidence.document.status === 'retracted' ? note(t('evidence-retracted')) : passageBlock(request),
    linkLine(request),
  ];
  return renderBlocks(lines.filter((line) => line !== null));
}

/** The stored text with the quote marked, as a file for readers of a page that is gone. */
export function storedCopy(
  evidence: Evidence,
  quote: { readonly start: number; readonly end: number },
  { language, t }: Pick<CardRequest, 'language' | 't'>,
): string {
  const start = evidence.passage.start + quote.start;
  const end = evidence.passage.start + quote.end;
  const { document, documentText } = evidence;
  const marked = `${documentText.slice(0, start)}>>>${documentText.slice(start, end)}<<<${documentText.slice(end)}`;
  return [
    document.title,
    document.url,
    `${oneLine(document.publisher)} · ${publishedText(document, language, t)}`,
    t('evidence-fetched', { date: formatDate(evidence.fetchedAt.slice(0, 10), language) }),
    ...(document.isBrief ? [t('evidence-brief')] : []),
    '',
    marked,
    '',
  ].join('\n');
}

function titleLine({ evidence, quote, t }: CardRequest): AnswerBlock {
  const label = quote === null ? t('evidence-passage') : t('evidence-title', { n: quote.n });
  return { kind: 'lead', text: `${label}: ${oneLine(shownTitle(evidence.document))}` };
}

function sourceLine({ evidence, language, t }: CardRequest): string {
  const { publisher, url } = evidence.document;
  const date = publishedText(evidence.document, language, t);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return [oneLine(publisher), host, date].filter((part) => part !== '').join(' · ');
}

function publishedText(
  { published }: Pick<Evidence['document'], 'published'>,
  language: UiLanguage,
  t: CardRequest['t'],
): string {
  if (published === null) return t('evidence-undated');
  return t('evidence-published', { date: formatDate(published, language) });
}

function historyLine({ evidence, language, t }: CardRequest): string {
  const { version, versions, document, passage } = evidence;
  const numbers = { number: version, count: versions };
  const history = version < versions ? t('evidence-old-version', numbers) : t('evidence-version', numbers);
  return [
    t('evidence-fetched', { date: formatDate(evidence.fetchedAt.slice(0, 10), language) }),
    t('evidence-language', { language: t(`language-name-${document.language}`) }),
    passage.page === null ? '' : t('evidence-page', { page: passage.page }),
    versions > 1 ? history : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function passageBlock({ evidence, quote }: CardRequest): AnswerBlock {
  const { documentText, passage } = evidence;
  const before = documentText
    .slice(wordStart(documentText, passage.start - contextUnits), passage.start)
    .trimStart();
  const after = documentText.slice(passage.end, wordEnd(documentText, passage.end + contextUnits)).trimEnd();
  const [from, to] = shownRange(passage.text, quote);
  const lead = from === 0 ? before : '';
  const text = lead + passage.text.slice(from, to) + (to === passage.text.length ? after : '');
  const shift = lead.length - from;
  const strong = quote === null ? [] : [{ start: quote.start + shift, end: quote.end + shift }];
  return { kind: 'quote', text, strong };
}

/** The whole passage, or the surroundings of the quote in one that is too long for a card. Holds the whole quote. */
function shownRange(text: string, quote: CardRequest['quote']): [number, number] {
  if (text.length <= maxPassageUnits) return [0, text.length];
  const { start, end } = quote ?? { start: 0, end: 0 };
  const from = Math.min(start, wordStart(text, start - contextUnits));
  return [from, Math.max(end, wordEnd(text, Math.max(end, from) + maxPassageUnits / 2))];
}

function linkLine({ evidence, quote, shareUrl, t }: CardRequest): AnswerBlock {
  const { document, passage, documentText } = evidence;
  const words = quote === null ? passage.text : passage.text.slice(quote.start, quote.end);
  const url = quoteLink({
    url: document.url,
    quote: words,
    documentText,
    page: passage.page,
    isRetold: document.isBrief,
  });
  const original = t('evidence-original');
  const share = t('evidence-share');
  const shareStart = original.length + 3;
  return {
    kind: 'source',
    text: `${original} · ${share}`,
    links: [
      { start: 0, end: original.length, url },
      { start: shareStart, end: shareStart + share.length, url: shareUrl },
    ],
  };
}

// Cuts fall on white space where there is some nearby, so that no word is torn; never inside a surrogate pair.
const nearbyUnits = 80;

function wordStart(text: string, position: number): number {
  if (position <= 0) return 0;
  const space = text.slice(position, position + nearbyUnits).search(/\s/);
  return space < 0 ? wholePair(text, position) : position + space + 1;
}

function wordEnd(text: string, position: number): number {
  if (position >= text.length) return text.length;
  const from = Math.max(0, position - nearbyUnits);
  const space = text.slice(from, position).search(/\s\S*$/);
  return space < 0 ? wholePair(text, position) : from + space;
}

function wholePair(text: string, position: number): number {
  const isInside =
    /[\ud800-\udbff]/.test(text[position - 1] ?? '') && /[\udc00-\udfff]/.test(text[position] ?? '');
  return isInside ? position - 1 : position;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function plain(text: string): AnswerBlock {
  return { kind: 'plain', text };
}

function note(text: string): AnswerBlock {
  return { kind: 'note', text };
}

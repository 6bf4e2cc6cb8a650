import type { AnswerBlock, AnswerLanguage, Citation } from '../answer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { RankedPassage } from '../search/rank.ts';
import { ordersSoftware, shownTitle } from '../sources/shown-title.ts';
import { formatDate } from './format.ts';
import type { KeyStretch } from './key-sentence.ts';
import { phrasesIn } from './phrases.ts';
import { isVerbatim } from './verify.ts';

const mostHints = 3;

/** The citation of a piece of evidence. @throws Error when the quote is not verbatim: a broken promise, never input. */
export function toCitation({ ranked, quote, reprints }: Evidence, n: number): Citation {
  if (!isVerbatim(quote, ranked.passage.text))
    throw new Error(`Quote of passage ${ranked.passage.key} is not verbatim`);
  const { document, passage } = ranked;
  return {
    n,
    url: document.url,
    title: shownTitle(document),
    publisher: document.publisher,
    published: document.published,
    language: document.language,
    quote: quote.text,
    documentId: document.key,
    passageId: passage.key,
    start: quote.start,
    end: quote.end,
    page: passage.page,
    tier: document.tier,
    isBrief: document.isBrief,
    reprints,
  };
}

/** What is said before a quote: that a newer one stands beside it, or that it tells of what was still to come. */
export type QuoteMark = 'older' | 'announced';

/** The blocks of one citation: the quote with its number, the part of it that answers in bold, then where it stands. */
export function citationBlocks(
  citation: Citation,
  language: AnswerLanguage,
  mark: QuoteMark | null,
  key: KeyStretch | null = null,
): readonly AnswerBlock[] {
  const prefix = mark === null ? '' : phrasesIn(language)[mark](formatDate(citation.published, language));
  const opening = `[${citation.n}] ${prefix}«`;
  const strong =
    key === null ? {} : { strong: [{ start: opening.length + key.start, end: opening.length + key.end }] };
  return [
    { kind: 'quote', text: `${opening}${citation.quote}»`, ...strong },
    sourceBlock(citation, language),
  ];
}

function sourceBlock(citation: Citation, language: AnswerLanguage): AnswerBlock {
  const phrases = phrasesIn(language);
  const details = [
    formatDate(citation.published, language),
    citation.page === null ? '' : phrases.page(citation.page),
    citation.language === language ? '' : phrases.quoteLanguage[citation.language],
    citation.isBrief ? phrases.brief : '',
    citation.tier === 'unreviewed' ? phrases.unreviewed : '',
    citation.reprints === 0 ? '' : phrases.reprints(citation.reprints),
  ].filter((detail) => detail !== '');
  const indent = '    ';
  const text = `${indent}${citation.publisher} · ${details.join(' · ')}`;
  return {
    kind: 'source',
    text,
    links: [{ start: indent.length, end: indent.length + citation.publisher.length, url: citation.url }],
  };
}

/** Nearest documents for a question without an answer: names and links only, never a figure. */
export function hintBlocks(
  nearest: readonly RankedPassage[],
  language: AnswerLanguage,
): readonly AnswerBlock[] {
  const phrases = phrasesIn(language);
  // Even the number in the name of an outlet could be taken for the answer.
  const documents = [...new Map(nearest.map(({ document }) => [document.id, document])).values()]
    .filter(({ publisher }) => !/\p{N}/u.test(publisher))
    .slice(0, mostHints);
  if (documents.length === 0) return [];
  return [
    { kind: 'note', text: phrases.nearest },
    ...documents.map((document): AnswerBlock => {
      const title = withoutFigures(ordersSoftware(document.title) ? '' : document.title);
      const text = `• ${document.publisher}${title === '' ? '' : `: ${title}`}`;
      return {
        kind: 'hint',
        text,
        links: [{ start: 2, end: 2 + document.publisher.length, url: document.url }],
      };
    }),
  ];
}

// A figure in a headline would read as the answer that was not found.
function withoutFigures(title: string): string {
  return /\p{N}/u.test(title) ? '' : title;
}

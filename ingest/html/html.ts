import type { Language } from '../../corpus/document.ts';
import { detectLanguage } from '../../corpus/language/language.ts';
import { removeHidden } from '../hidden/hidden-text.ts';
import { type DomDocument, parseDom } from '../markup/dom.ts';
import { maxElements, type PreparedHtml, prepareHtml } from '../markup/html-source.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { type PageSigns, wallReason } from '../page/held-page.ts';
import type { Page, PageBlock, ReadOutcome } from '../page/page.ts';
import { joinFigureTiles } from './figure-tiles.ts';
import { articleBlocks, everyBlock } from './html-text.ts';
import { readStructuredArticle, type StructuredArticle } from './json-ld.ts';
import { dateInAddress, findPublished } from './page-date.ts';
import { canonicalAddress, domainOf, feedAddresses } from './page-links.ts';
import { findTitle, metaContent } from './page-title.ts';
import { checkedAgainstBody } from './structured-body.ts';

/** Below this the careful way has thrown the story out with the furniture, and a coarser one is tried. */
const tooLittle = 140;
const nextToNothing = 40;

/** Reads a decoded HTML page; `url` is its final address. Never throws for bad HTML. */
export function readHtml(source: string, url: string, charset: string): ReadOutcome {
  const prepared = prepareHtml(source);
  if (prepared === 'too-large') {
    return {
      status: 'unreadable',
      code: 'too-large',
      reason: `the page has more than ${maxElements} elements or 4 MB of text`,
    };
  }
  const structured = readStructuredArticle(prepared.jsonLd);
  const document = visibleDocument(prepared);
  const facts = pageFacts(document, structured, url);
  const signs = signsOf(document, facts.title, structured);
  const blocks = storyBlocks(document, prepared, structured, facts.title);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const suspicion = wallReason(signs, length);
  if (length === 0) return emptyPage(suspicion);
  const language = languageOf(blocks, facts.title);
  const page: Page = { ...facts, language, blocks, charset, ...(suspicion === null ? {} : { suspicion }) };
  return { status: 'page', page };
}

function emptyPage(suspicion: string | null): ReadOutcome {
  if (suspicion !== null) return { status: 'unreadable', code: 'held', reason: suspicion };
  return {
    status: 'unreadable',
    code: 'no-text',
    reason: 'the page has no text of its own (perhaps scripts fill it)',
  };
}

function visibleDocument(prepared: PreparedHtml): DomDocument {
  const document = parseDom(withBody(prepared.html));
  removeHidden(document, prepared.styles);
  joinFigureTiles(document);
  return document;
}

/** linkedom makes no body for fragments and frames around one. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

type Facts = Pick<Page, 'title' | 'publisher' | 'published' | 'canonicalUrl' | 'feeds'>;

function pageFacts(document: DomDocument, structured: StructuredArticle, url: string): Facts {
  const domain = domainOf(url);
  // Some systems repeat the headline where the site's name belongs.
  const headlines = new Set(
    [metaContent(document, 'og:title'), document.querySelector('title')?.textContent].map((text) =>
      visibleLine(text ?? ''),
    ),
  );
  const named = [
    metaContent(document, 'og:site_name'),
    structured.publisher,
    metaContent(document, 'application-name'),
    metaContent(document, 'dc.publisher'),
    metaContent(document, 'publisher'),
  ]
    .map((name) => visibleLine(name ?? ''))
    .filter((name) => isNameOfSite(name) && !headlines.has(name));
  const siteNames = [...named, ...(domain ? [domain, domain.split('.')[0]!] : [])];
  const title = findTitle(document, { structured: structured.headline, siteNames });
  return {
    title,
    publisher: named[0] ? shortName(named[0]) : domain,
    published: findPublished(document, structured.published, title) ?? dateInAddress(url),
    canonicalUrl: canonicalAddress(document, url),
    feeds: feedAddresses(document, url),
  };
}

/** Readers do not see these fields, so what is put there to be quoted as a name must look like one. */
function isNameOfSite(name: string): boolean {
  const isSentence =
    /[.!?;…]\s+\p{L}{3}|[!?…]$|:\s/u.test(name) || (/\.$/.test(name) && name.split(' ').length > 4);
  return (
    name !== '' &&
    !/^https?:/.test(name) &&
    !isSentence &&
    shortName(name).split(' ').length <= longestSiteName
  );
}

// "Міністерство економіки, довкілля та сільського господарства України" has eight words.
const longestSiteName = 10;

/** "Site — slogan of the site" is the site. */
function shortName(name: string): string {
  const head = name.split(/\s[|–—-]\s/)[0]!;
  return name.length > 40 && head.length >= 3 ? head : name.slice(0, 120);
}

function signsOf(document: DomDocument, title: string, structured: StructuredArticle): PageSigns {
  const headings = [...document.querySelectorAll('h1, h2')].map((heading) =>
    visibleLine(heading.textContent ?? ''),
  );
  return {
    title: `${title} ${visibleLine(document.querySelector('title')?.textContent ?? '')}`.trim(),
    headings: headings.slice(0, 3),
    visible: visibleLine(document.body.textContent ?? '').slice(0, 50_000),
    hasPasswordField: document.querySelector('input[type=password]') !== null,
    isPaid: structured.isPaid,
  };
}

function storyBlocks(
  document: DomDocument,
  prepared: PreparedHtml,
  structured: StructuredArticle,
  title: string,
): readonly PageBlock[] {
  let blocks = checkedAgainstBody(articleBlocks(document, title), structured.body);
  // Documents are parsed again because every way takes furniture out of its own.
  if (lengthOf(blocks) < tooLittle) {
    blocks = longer(blocks, everyBlock(visibleDocument(prepared), title, { boxes: 'removed' }));
  }
  if (lengthOf(blocks) < nextToNothing) {
    blocks = longer(blocks, everyBlock(visibleDocument(prepared), title, { boxes: 'kept' }));
  }
  return blocks.map(({ kind, text, level }) => ({ kind, text, ...(level === undefined ? {} : { level }) }));
}

function longer(first: readonly PageBlock[], second: readonly PageBlock[]): readonly PageBlock[] {
  return lengthOf(second) > lengthOf(first) ? second : first;
}

function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function languageOf(blocks: readonly PageBlock[], title: string): Language {
  const text = blocks.map((block) => block.text).join('\n');
  return detectLanguage(text.length < 200 ? `${title}\n${text}` : text);
}

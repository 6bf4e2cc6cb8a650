import type { PublishedDate } from '../../corpus/document.ts';
import { type DomDocument, type DomElement, lineage } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { findDay, findMonth, toDay } from '../page/date-words.ts';
import { parseTimestamp } from '../page/timestamp.ts';
import { collectBlocks, type HtmlBlock } from './html-blocks.ts';

/** Names that mean publication, most trusted first. Names of changes (`modified`, `updated`) are left out on purpose. */
const metaNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_at',
  'publication_date',
  'publication-date',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'date',
  'created',
  'article_date_original',
  'originalpublicationdate',
  'article.published',
  'article.created',
];
const changeWords = /modif|updat|оновлен|обновлен|змінен|изменен|редаг/i;
const dateName =
  /(?:^|[-_\s])(?:date|datetime|time|published|publish|pubdate|posted|created|meta|info|timestamp|when|byline|submitted)(?:[-_\s]|$)|date|publish/i;
/** A visible date further down belongs to the story told, not to its publication. */
const nearHeadline = 900;

/** Where a page may say when it was published. `structured` is the JSON-LD date. */
export function findPublished(
  document: DomDocument,
  structured: string | null,
  headline: string,
): PublishedDate {
  const declared = parseTimestamp(structured) ?? fromMeta(document) ?? fromMarkup(document);
  const visible = visibleDate(document, headline);
  if (!declared) return visible;
  // Systems that store the local midnight as the evening before are a day off; the printed date is what readers see.
  return visible && daysApart(visible, declared) === 1 ? visible : declared;
}

function fromMeta(document: DomDocument): PublishedDate {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = meta.getAttribute('content');
    if (name && content && !values.has(name)) values.set(name, content);
  }
  for (const name of metaNames) {
    const date = parseTimestamp(values.get(name));
    if (date) return date;
  }
  return null;
}

function fromMarkup(document: DomDocument): PublishedDate {
  for (const element of document.querySelectorAll(
    '[itemprop=datePublished], [itemprop=dateCreated], [property="dc:date"], time[pubdate]',
  )) {
    const date = elementDate(element);
    if (date) return date;
  }
  for (const time of document.querySelectorAll('time')) {
    if (isAboutChange(time) || isElsewhere(time)) continue;
    const date = elementDate(time);
    if (date) return date;
  }
  return null;
}

function elementDate(element: DomElement): PublishedDate {
  const machine = element.getAttribute('datetime') ?? element.getAttribute('content');
  return parseTimestamp(machine) ?? parseTimestamp(visibleLine(element.textContent ?? ''));
}

function isAboutChange(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
  return changeWords.test(names) || changeWords.test((element.parentNode?.textContent ?? '').slice(0, 40));
}

/** Times of other stories and comments stand in lists, footers and sidebars. */
function isElsewhere(element: DomElement): boolean {
  for (const ancestor of lineage(element)) {
    if (/^(?:aside|footer|nav|li)$/.test(ancestor.localName)) return true;
    const names = `${ancestor.getAttribute('class') ?? ''} ${ancestor.getAttribute('id') ?? ''}`;
    if (
      /comment|related|sidebar|widget|latest|popular|teaser|card|footer|event/i.test(names) &&
      ancestor.querySelector('h1') === null
    )
      return true;
  }
  return false;
}

/** A date in words or digits next to the headline, in an element named for it or in the lines around the `h1`. */
function visibleDate(document: DomDocument, headline: string): PublishedDate {
  for (const element of document.querySelectorAll(
    'span, div, p, time, small, li, td, em, i, b, strong, dd, header',
  )) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (!dateName.test(names) || changeWords.test(names)) continue;
    const text = visibleLine(element.textContent ?? '');
    if (text.length > 120 || isElsewhere(element) || isOnlyChange(text)) continue;
    const found = findDay(text);
    if (found) return found.date;
  }
  return dateAround(document, headline);
}

function isOnlyChange(text: string): boolean {
  return changeWords.test(text.slice(0, 25)) && !/опублік|публік|published|posted|опубликов/i.test(text);
}

function dateAround(document: DomDocument, headline: string): PublishedDate {
  const blocks = collectBlocks(document.body);
  const at = headlineIndex(blocks, headline);
  if (at === -1) return null;
  const after = linesWithin(blocks.slice(at + 1), nearHeadline);
  const before = linesWithin(blocks.slice(0, at).reverse(), nearHeadline / 4);
  // A short line is a date line; a date inside a sentence is part of the story.
  for (const line of [blocks[at]!.text, ...after.slice(0, 12), ...before.slice(0, 6)]) {
    if (line.length > 90 || isOnlyChange(line) || isTold(line)) continue;
    const found = findDay(line);
    if (found) return found.date;
  }
  return dateline(after.slice(0, 3)) ?? monthLine(after.slice(0, 3));
}

/** "June 2025" alone under the headline is the issue of a magazine or newsletter. */
function monthLine(lines: readonly string[]): PublishedDate {
  const line = lines.find((text) => text.length <= longestMonthLine && findMonth(text) !== null);
  return line === undefined ? null : findMonth(line);
}

// "Вересень 2025 року", "Issue 31, September 2025".
const longestMonthLine = 30;

/** "Kyiv, 21 May 2024 – Japan handed over …": agencies open the story itself with place and day. */
function dateline(lines: readonly string[]): PublishedDate {
  for (const line of lines) {
    const found = findDay(line.slice(0, 80));
    const isDateline =
      found !== null &&
      found.index <= 30 &&
      /^\s?(?:року|р\.|г\.|года)?\s?[.)]?\s?[–—:-]/u.test(line.slice(found.end, found.end + 12));
    if (found && isDateline) return found.date;
  }
  return null;
}

/** A date line names little besides the date; "Програма діє з 1 лютого 2024 року." tells of something else. */
function isTold(line: string): boolean {
  if (/©|\(c\)|copyright/i.test(line)) return true;
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words > 8 || (words > 3 && /\p{Ll}{2}\.$/u.test(line));
}

/** Old pages set their headline in bold or a larger font, without a heading element. */
function headlineIndex(blocks: readonly HtmlBlock[], headline: string): number {
  const heading = blocks.findIndex(({ kind, text }) => kind === 'heading' && text === headline);
  if (heading !== -1) return heading;
  const line = blocks.findLastIndex(
    ({ text }) =>
      text === headline ||
      (headline.length > 20 && text.startsWith(headline) && text.length < headline.length + 60),
  );
  return line === -1 ? blocks.findIndex(({ level }) => level === 1) : line;
}

function linesWithin(blocks: readonly HtmlBlock[], most: number): string[] {
  const lines: string[] = [];
  let length = 0;
  for (const { text } of blocks) {
    length += text.length;
    if (length > most) break;
    lines.push(text);
  }
  return lines;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

const dayInPath = /[/_-](20\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/;
const monthInPath = /\/(20\d\d)\/(0[1-9]|1[0-2])\//;

/** Date that many systems put into the address of a story (`/2024/05/06/title`), for pages that print none. */
export function dateInAddress(url: string): PublishedDate {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
  const { pathname } = new URL(url);
  const day = dayInPath.exec(pathname);
  const date = day ? toDay(day[1], Number(day[2]), day[3]) : null;
  const month = monthInPath.exec(pathname);
  return date ?? (month ? `${month[1]}-${month[2]}` : null);
}

import type { DomDocument } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';

/** What a title may be cleaned of. */
export interface TitleHints {
  readonly structured: string | null;
  /** Names of the site: publisher, og:site_name, domain. */
  readonly siteNames: readonly string[];
}

const separator = /\s(?:[|•·»›—–:/-]|::|>>|\/\/)\s|\s?[|»›]\s?/;
const shortest = 8;
const cutOff = /(?:…|\.\.\.)$/;
const printMark =
  /^(?:версія для друку|для друку|друк|версия для печати|печать|print(?:able)?(?: version| view)?)\s?[:|–—-]\s?/iu;

/**
 * The full headline of a page: the `h1` if the page's other titles confirm it, otherwise the longest of og:title,
 * JSON-LD headline and `<title>` without the name of the site. Empty when the page has no title at all.
 */
export function findTitle(document: DomDocument, hints: TitleHints): string {
  const shown = new Set(
    [...document.querySelectorAll('h1, h2, h3')]
      .slice(0, 200)
      .map((heading) => comparable(heading.textContent ?? '')),
  );
  const clean = (source: string | null | undefined) => {
    const text = visibleLine(source ?? '').replace(printMark, '');
    return shownPart(text, shown) ?? withoutSiteName(text, hints.siteNames);
  };
  const declared = [
    clean(metaContent(document, 'og:title')),
    clean(hints.structured),
    clean(metaContent(document, 'twitter:title')),
    clean(document.querySelector('title')?.textContent),
  ].filter((title) => title !== '' && !isSiteName(title, hints.siteNames));
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 20)
    .map((heading) => visibleLine(heading.textContent ?? ''))
    .filter((text) => text.length >= shortest && text.length < 400 && !isSiteName(text, hints.siteNames));
  const confirmed = headings.find((heading) => declared.some((title) => sameStory(heading, title)));
  // What metadata adds to a whole headline is shown to nobody.
  if (confirmed) return cutOff.test(confirmed) ? fullest(confirmed, declared) : confirmed;
  if (headings.length === 0 && shown.size === 0) {
    const set = largeLines(document, hints.siteNames);
    if (set.length > 0 && !set.some((line) => declared.some((title) => sameStory(line, title))))
      return set[0]!;
  }
  return declared.length > 0 ? fullest(declared[0]!, declared) : (headings[0] ?? fallback(document));
}

const leastLargeFont = 4;
const fewestWords = 3;

/** Headlines of pages from before style sheets: no heading at all, but a line in a larger font. */
function largeLines(document: DomDocument, siteNames: readonly string[]): string[] {
  return [...document.querySelectorAll('font[size]')]
    .slice(0, 50)
    .filter((font) => Number(font.getAttribute('size')?.replace('+', '4')) >= leastLargeFont)
    .map((font) => visibleLine(font.textContent ?? ''))
    .filter(
      (text) =>
        text.split(' ').length >= fewestWords &&
        text.length < 200 &&
        !/[.;:]$/.test(text) &&
        !isSiteName(text, siteNames),
    );
}

/** The part of a title that the page shows as a headline; the rest is the site's or the section's name. */
function shownPart(title: string, shown: ReadonlySet<string>): string | null {
  const parts = [...title.matchAll(new RegExp(separator, 'g'))].flatMap((sign) => [
    title.slice(0, sign.index).trim(),
    title.slice(sign.index + sign[0].length).trim(),
  ]);
  const found = parts.filter(
    (part) => part.length >= shortest && part.includes(' ') && shown.has(comparable(part)),
  );
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A page without any title is known by its first sub-heading, or by what the site calls itself. */
function fallback(document: DomDocument): string {
  const heading =
    document.querySelector('h2, h3')?.textContent ?? document.querySelector('title')?.textContent;
  return visibleLine(heading ?? '');
}

/** Content of the first `<meta>` with this name or property. */
export function metaContent(document: DomDocument, name: string): string | null {
  for (const meta of document.querySelectorAll('meta[content]')) {
    const key = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    if (key?.toLowerCase() === name) return meta.getAttribute('content');
  }
  return null;
}

/** The candidate that says the same as `title` and more: headlines are cut in metadata, hardly ever lengthened. */
function fullest(title: string, candidates: readonly string[]): string {
  const isCut = cutOff.test(title);
  const stem = comparable(title.replace(/\s?(?:…|\.\.\.)$/, ''));
  const longer = candidates
    .filter(
      (candidate) =>
        candidate.length > title.length &&
        comparable(candidate).startsWith(stem) &&
        !/(?:…|\.\.\.)$/.test(candidate),
    )
    .sort((a, b) => b.length - a.length)[0];
  // An uncut headline that another title continues after a dash is followed by a site name we do not know.
  return longer && (isCut || !separator.test(longer.slice(Math.max(0, title.length - 3)))) ? longer : title;
}

function sameStory(a: string, b: string): boolean {
  const wordsOf = (text: string) =>
    new Set(
      comparable(text)
        .split(' ')
        .filter((word) => word.length > 2),
    );
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 0 && shared >= 0.5 * Math.min(first.size, second.size);
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const wanted = comparable(text);
  return wanted === '' || siteNames.some((name) => comparable(name) === wanted);
}

/** Cuts " | Site", " — Site" and "Site: " off while what is left is still a headline. */
function withoutSiteName(title: string, siteNames: readonly string[]): string {
  let current = title;
  for (let round = 0; round < 4; round += 1) {
    const parts = splitLast(current);
    if (!parts) return current;
    const { head, tail, sign } = parts;
    const tailIsSite = siteNames.some((name) => isPartOf(tail, name));
    const headIsSite = siteNames.some((name) => comparable(name) === comparable(head));
    const isStrong = /[|•·»›]|::|>>|\/\//.test(sign);
    if (headIsSite && tail.length >= shortest) current = tail;
    else if (head.length >= shortest && tailIsSite) current = head;
    // Signs that no sentence holds part a headline from a name, whichever comes first; the name is the shorter.
    else if (isStrong && Math.max(head.length, tail.length) >= shortest)
      current = head.length >= tail.length ? head : tail;
    else return current;
  }
  return current;
}

function isPartOf(tail: string, siteName: string): boolean {
  const [short, long] = [comparable(tail), comparable(siteName)];
  if (short === '' || long === '') return false;
  return (
    short === long ||
    (short.length >= 4 && (long.includes(short) || short.includes(long)) && tail.length < 60)
  );
}

function splitLast(
  title: string,
): { readonly head: string; readonly tail: string; readonly sign: string } | null {
  const signs = [...title.matchAll(new RegExp(separator, 'g'))];
  const last = signs.at(-1);
  if (!last) return null;
  return {
    head: title.slice(0, last.index).trim(),
    tail: title.slice(last.index + last[0].length).trim(),
    sign: last[0],
  };
}

import { type DomElement, lineage } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { type BoilerplateKind, boilerplateKind, endsLikeTeaser } from '../page/boilerplate-phrases.ts';
import type { PageMeasure } from './page-measure.ts';

/** Kinds that head a box of their own. */
const boxKinds: ReadonlySet<BoilerplateKind> = new Set([
  'related',
  'comments',
  'subscribe',
  'donate',
  'author',
  'share',
]);
const inlineTag = /^(?:span|strong|b|a|em|i|u|font|small)$/;
const longestLabel = 200;
const longestCard = 700;
/** Under a short story the list of other stories is longer than the story itself. */
const largestList = 0.7;
const largestBox = 0.4;
const candidates = 'h2,h3,h4,h5,h6,p,div,span,strong,b,a,dt,summary,legend,li';

/**
 * Takes boxes that begin with "Читайте також", "Comments (3)" or the like out of the page, and cards that end with
 * "Read more". A label in the middle of a line, or without a box around it, is left for the rules that see the text.
 */
export function removeLabelledBoxes(body: DomElement, measure: PageMeasure): void {
  for (const element of [...body.querySelectorAll(candidates)]) {
    if (!element.parentNode || measure.length(element) > longestLabel || measure.hasBlocks(element)) continue;
    const label = visibleLine(element.textContent ?? '');
    const kind = boilerplateKind(label);
    if (kind === null) continue;
    if (kind === 'read-more') removeCard(element, label, measure, body);
    else if (boxKinds.has(kind) && !isPartOfLine(element, measure)) {
      const largest = kind === 'related' || kind === 'comments' ? largestList : largestBox;
      removeBox(element, label, { measure, body, largest });
    }
  }
}

function isPartOfLine(element: DomElement, measure: PageMeasure): boolean {
  if (!inlineTag.test(element.localName)) return false;
  const block = [...lineage(element)].find(({ localName }) => !inlineTag.test(localName));
  return block !== undefined && measure.length(block) > measure.length(element) && !measure.hasBlocks(block);
}

function removeBox(
  element: DomElement,
  label: string,
  { measure, body, largest }: { measure: PageMeasure; body: DomElement; largest: number },
): void {
  let box: DomElement | null = null;
  for (const ancestor of lineage(element)) {
    const isFrame = ancestor === body || /^(?:article|main|td)$/.test(ancestor.localName);
    if (isFrame || measure.hasHeadline(ancestor) || measure.share(ancestor) > largest) break;
    if (!beginsWith(ancestor, label)) break;
    box = ancestor;
  }
  if (box && measure.length(box) > measure.length(element) + 2) box.remove();
}

/** Looks at the first characters only: the ancestors of a label may hold a whole page. */
function beginsWith(element: DomElement, label: string): boolean {
  let text = '';
  for (const child of element.childNodes) {
    text += ` ${(child.textContent ?? '').slice(0, 2 * longestLabel)}`;
    if (text.trim().length > label.length) break;
  }
  return visibleLine(text).startsWith(label);
}

function removeCard(element: DomElement, label: string, measure: PageMeasure, body: DomElement): void {
  let card: DomElement | null = null;
  for (const ancestor of lineage(element)) {
    if (ancestor === body || measure.length(ancestor) > longestCard || measure.isMostOfPage(ancestor)) break;
    const text = visibleLine(ancestor.textContent ?? '');
    if (!text.endsWith(label) || text.indexOf(label) !== text.lastIndexOf(label)) break;
    const before = text.slice(0, text.length - label.length).trim();
    if (before === '' || endsLikeTeaser(before) || hasHeadlineLink(ancestor, label)) card = ancestor;
  }
  card?.remove();
}

function hasHeadlineLink(element: DomElement, label: string): boolean {
  for (const link of element.querySelectorAll('a[href]')) {
    const text = visibleLine(link.textContent ?? '');
    if (text !== label && text.length > 15) return true;
  }
  return false;
}

import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, isElement, lineage } from '../markup/dom.ts';
import { withoutInvisible } from '../markup/visible-text.ts';
import { PageMeasure } from './page-measure.ts';

/** What Readability takes for the story. */
export interface Choice {
  /** Elements of the page it kept. */
  readonly elements: ReadonlySet<DomElement>;
  /** Its text without white space: it renames elements while cleaning, so some are only known by their words. */
  readonly text: string;
}

/** Readability compares every box with its neighbours; above this the densest element is as good a guess. */
const mostElements = 12_000;
const markName = 'data-nosnippet';
/** Below this Readability has found a caption or a menu, not a story. */
const leastFound = 140;
/** Readability sometimes takes one column of a page of minutes; less than this share of the running text is suspect. */
const leastShare = 0.35;

/**
 * Asks Readability, on a copy, where the story stands; null when it finds nothing or next to nothing of the running
 * text. It drops lists and tables it cannot judge, so only its choice of place is used and the text is read from the page.
 */
export function chooseStory(document: DomDocument): Choice | null {
  const elements = [...document.querySelectorAll('*')];
  if (elements.length > mostElements) return null;
  for (const [index, element] of elements.entries()) element.setAttribute(markName, String(index));
  const found = readability(document.cloneNode(true));
  if (!found) return null;
  const text = withoutSpace(found.textContent ?? '');
  if (text.length < leastFound || text.length < leastShare * runningLength(document.body)) return null;
  const chosen = new Set<DomElement>();
  for (const mark of found.querySelectorAll(`[${markName}]`)) {
    const element = elements[Number(mark.getAttribute(markName))];
    if (element) chosen.add(element);
  }
  return { elements: chosen, text };
}

function runningLength(body: DomElement): number {
  return new PageMeasure(body).runningLength(densestElement(body));
}

/** Text as {@link Choice.text} spells it. */
export function withoutSpace(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, '');
}

function readability(copy: DomDocument): DomElement | null {
  const options = { serializer: (node: unknown) => node, charThreshold: 250, keepClasses: true };
  const result = new Readability(copy as never, options as never).parse();
  const content = result?.content as unknown as DomElement | null | undefined;
  return content && isElement(content) ? content : null;
}

/** Smallest element around all of `parts`; the body when there are none. */
export function commonAncestor(parts: readonly DomElement[], body: DomElement): DomElement {
  let path: DomElement[] | null = null;
  for (const element of new Set(parts)) {
    const line = [...lineage(element)].reverse();
    path = path === null ? line : path.filter((ancestor, index) => line[index] === ancestor);
  }
  const common = path?.at(-1);
  return common && common.localName !== 'html' ? common : body;
}

/** Descends from the body as long as one child holds nearly all of the running text. */
export function densestElement(body: DomElement): DomElement {
  const measure = new PageMeasure(body);
  const main = body.querySelector('[itemprop=articleBody], main, [role=main], article');
  let current = main && measure.runningLength(main) > 0.5 * measure.runningLength(body) ? main : body;
  for (;;) {
    const whole = measure.runningLength(current);
    const heaviest = [...current.children].find((child) => measure.runningLength(child) > 0.85 * whole);
    if (!heaviest || /^(?:p|table|tbody|tr|ul|ol|dl)$/.test(heaviest.localName)) return current;
    current = heaviest;
  }
}

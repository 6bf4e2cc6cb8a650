import { type DomElement, type DomNode, isElement, isText } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';

/** Holding this share of the text makes a box the page itself, whatever it is called. */
const mostOfPage = 0.4;
const blockTag = /^(?:p|div|ul|ol|table|h[1-6]|section|article|blockquote|dl|figure|form)$/;

interface Size {
  readonly text: number;
  readonly linked: number;
  readonly hasHeadline: boolean;
  readonly hasBlocks: boolean;
}

const nothing: Size = { text: 0, linked: 0, hasHeadline: false, hasBlocks: false };

/**
 * Lengths of text and links for every element under a root, taken in one pass: asking each element by itself would
 * read a deeply nested page once per level. Removing elements later leaves the figures as they were.
 */
export class PageMeasure {
  private readonly sizes = new Map<DomElement, Size>();
  private readonly whole: number;

  /** @param headline text of the headline, for pages that set it in an `h2` or `h3` */
  constructor(
    root: DomElement,
    private readonly headline = '',
  ) {
    this.whole = Math.max(1, this.measure(root).text);
  }

  /** Characters of text; runs of white space count as one. */
  length(element: DomElement): number {
    return this.of(element).text;
  }

  /** Share of the text that stands inside links. */
  linkShare(element: DomElement): number {
    return this.of(element).linked / Math.max(1, this.of(element).text);
  }

  /** Characters outside links. */
  runningLength(element: DomElement): number {
    return this.of(element).text - this.of(element).linked;
  }

  hasBlocks(element: DomElement): boolean {
    return this.of(element).hasBlocks;
  }

  hasHeadline(element: DomElement): boolean {
    return this.of(element).hasHeadline;
  }

  /** Whether the element holds the headline or much of the text, so that it cannot be furniture. */
  isMostOfPage(element: DomElement): boolean {
    return this.length(element) > mostOfPage * this.whole || this.hasHeadline(element);
  }

  /** Share of the whole text. */
  share(element: DomElement): number {
    return this.length(element) / this.whole;
  }

  private isHeadline(element: DomElement): boolean {
    if (this.headline === '' || !/^h[23]$/.test(element.localName)) return false;
    return visibleLine(element.textContent ?? '') === this.headline;
  }

  private of(element: DomElement): Size {
    return this.sizes.get(element) ?? nothing;
  }

  private measure(node: DomNode): Size {
    if (isText(node)) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      return { ...nothing, text: text === ' ' ? 0 : text.length };
    }
    if (!isElement(node)) return nothing;
    let text = 0;
    let linked = 0;
    let hasHeadline = node.localName === 'h1' || this.isHeadline(node);
    let hasBlocks = false;
    for (const child of node.childNodes) {
      const size = this.measure(child);
      text += size.text;
      linked += size.linked;
      hasHeadline ||= size.hasHeadline;
      hasBlocks ||= size.hasBlocks || (isElement(child) && blockTag.test(child.localName));
    }
    if (node.localName === 'a' && node.hasAttribute('href')) linked = text;
    const size = { text, linked, hasHeadline, hasBlocks };
    this.sizes.set(node, size);
    return size;
  }
}

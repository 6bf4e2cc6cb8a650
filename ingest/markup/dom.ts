import { parseHTML } from 'linkedom';

/** The small part of the DOM that reading needs; the full `lib.dom` would bring browser globals into every file. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomElement | null;
  readonly previousSibling: DomNode | null;
  textContent: string | null;
}

/** An element of a parsed page. `localName` is lower case. */
export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement>;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

/** A parsed page. */
export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  cloneNode(deep: boolean): DomDocument;
}

const elementNode = 1;
const textNode = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === textNode;
}

/** Parses HTML that {@link prepareHtml} has made safe; a fragment gets its missing `<html>` and `<body>`. */
export function parseDom(html: string): DomDocument {
  const { document } = parseHTML(html);
  return document as unknown as DomDocument;
}

/** The element and all its ancestors, nearest first. */
export function* lineage(element: DomElement): Generator<DomElement> {
  let current: DomElement | null = element;
  while (current && current.nodeType === elementNode) {
    yield current;
    current = current.parentNode;
  }
}

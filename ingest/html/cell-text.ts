import { type DomElement, type DomNode, isElement, isText } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';

/**
 * The text of a cell, or of an answer in a list of questions, as one line: what stands on lines of its own is parted, the items of a
 * list by semicolons, where plain text content would glue them together.
 */
export function cellText(element: DomElement): string {
  const parts: string[] = [];
  const walk = (node: DomNode) => {
    if (isText(node)) parts.push(node.textContent ?? '');
    if (!isElement(node)) return;
    for (const child of node.childNodes) walk(child);
    if (node.localName === 'li') parts.push('; ');
    else if (/^(?:br|p|div|h\d|ul|ol|tr|td)$/.test(node.localName)) parts.push(' ');
  };
  walk(element);
  return visibleLine(parts.join(''))
    .replace(/(?<![;\s])[;\s]+$/, '')
    .replace(/ ?;(?: ?;)+/g, ';');
}

import { isInstruction } from '../../corpus/instruction/instruction.ts';

/** True for a title that, as a whole or in one of its parts, gives orders to whoever processes the page. */
export function ordersSoftware(title: string): boolean {
  const parts = title.split(/(?<=[.!?:;。！？|—–])/u).map((part) => part.trim());
  // Most titles are one part.
  return [...new Set([title, ...parts])].some(isInstruction);
}

/** The title of a document as it may be shown to people; its publisher in place of one that gives orders. */
export function shownTitle(document: { readonly title: string; readonly publisher: string }): string {
  return ordersSoftware(document.title) ? document.publisher : document.title;
}

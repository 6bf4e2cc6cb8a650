import { visibleLine } from '../markup/visible-text.ts';
import type { PageBlock } from '../page/page.ts';
import type { HtmlBlock } from './html-blocks.ts';

/** Below this a published body is a summary, not the story. */
const leastBody = 400;
/** The body is believed about the end of the story when it holds this share of what was found. */
const trustedShare = 0.6;
/** Found less than this share of the body: the page is filled by scripts, the data is all there is. */
const missedShare = 0.4;
/** So much text that a reader sees, and most of it unknown to the body: the two do not tell the same story. */
const otherStory = 300;

/**
 * Checks the blocks against the `articleBody` a page publishes as structured data. Paragraphs behind the last one the
 * body knows are left out (lists and tables, which such bodies often lack, stay); when the blocks missed most of the
 * body, the body's own paragraphs are the text, unless the page shows another story: nobody sees the body.
 */
export function checkedAgainstBody(blocks: readonly HtmlBlock[], body: string | null): readonly PageBlock[] {
  const text = plain(body ?? '');
  if (text.length < leastBody) return blocks;
  const known = comparable(text);
  const isKnown = blocks.map((block) => known.includes(comparable(block.text)));
  const knownLength = blocks.reduce((sum, block, index) => sum + (isKnown[index] ? block.text.length : 0), 0);
  const foundLength = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const tellsOther = foundLength >= otherStory && knownLength < missedShare * foundLength;
  if (knownLength < missedShare * text.length && foundLength < text.length && !tellsOther)
    return paragraphsOf(text);
  if (knownLength < trustedShare * foundLength) return blocks;
  const last = isKnown.lastIndexOf(true);
  return blocks.filter(
    (block, index) => index <= last || block.kind === 'list-item' || block.kind === 'table-row',
  );
}

function plain(body: string): string {
  return body
    .slice(0, 500_000)
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)[^<>]{0,200}>/gi, '\n')
    .replace(/<[^<>]{1,2000}>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;|&laquo;|&raquo;/g, '"')
    .replace(/&amp;/g, '&');
}

function paragraphsOf(text: string): PageBlock[] {
  return text
    .split(/\n+/)
    .map(visibleLine)
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph' as const, text: line }));
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

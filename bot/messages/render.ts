import type { MessageEntity } from 'grammy/types';
import type { AnswerBlock } from '../../retrieval/answer.ts';
import { findBareLinks, type Stretch } from './bare-links.ts';
import type { FormattedText } from './split.ts';

type Style = 'bold' | 'italic' | 'expandable_blockquote';

/**
 * Blocks to one message text with entities; nothing in them is ever read as markup. Links are those the blocks
 * carry and no others: addresses, names and commands inside the words are set in a typeface Telegram leaves alone.
 */
export function renderBlocks(blocks: readonly AnswerBlock[]): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const block of blocks) {
    if (text !== '') text += '\n';
    const rendered = renderBlock(wellFormed(block.kind === 'quote' ? block : withoutBidiControls(block)));
    entities.push(...rendered.entities.map((entity) => ({ ...entity, offset: entity.offset + text.length })));
    text += rendered.text;
  }
  return { text, entities };
}

/** Removes the characters that turn reading direction around, which can make a name look like another one. */
export function stripBidiControls(text: string): string {
  return text.replace(bidiControls, '');
}

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;

function withoutBidiControls(block: AnswerBlock): AnswerBlock {
  if (block.text.search(bidiControls) < 0) return block;
  const position = (offset: number) => stripBidiControls(block.text.slice(0, offset)).length;
  const links = block.links?.map((link) => ({
    ...link,
    start: position(link.start),
    end: position(link.end),
  }));
  return { ...block, text: stripBidiControls(block.text), links };
}

// Half a surrogate pair, which Telegram refuses; the sign in its place is as long.
function wellFormed(block: AnswerBlock): AnswerBlock {
  return { ...block, text: block.text.replace(/\p{Cs}/gu, '\ufffd') };
}

function renderBlock(block: AnswerBlock): FormattedText {
  const links = apart(
    (block.links ?? [])
      .filter((link) => isWebAddress(link.url) && fits(link, block.text))
      .map((link) => ({ ...link, ...wholePairs(link, block.text) })),
  );
  const bare = findBareLinks(block.text).filter((stretch) => !links.some((link) => overlap(link, stretch)));
  const entities: MessageEntity[] = [
    ...styleOf(block, bare).flatMap((entity) => cutAtLinks(entity, links)),
    ...links.map((link) => ({ type: 'text_link' as const, ...span(link), url: link.url })),
    ...bare.map((stretch) => ({ type: 'code' as const, ...span(stretch) })),
  ];
  return { text: block.text, entities };
}

function styleOf(block: AnswerBlock, bare: readonly Stretch[]): MessageEntity[] {
  if (block.text.trim() === '') return [];
  const whole = { start: 0, end: block.text.length };
  switch (block.kind) {
    case 'quote':
      return [
        ...styled('expandable_blockquote', [whole]),
        ...apart(
          (block.strong ?? [])
            .filter((stretch) => fits(stretch, block.text))
            .map((stretch) => wholePairs(stretch, block.text)),
        ).flatMap((stretch) => styled('bold', around(stretch, bare))),
      ];
    case 'lead':
      return styled('bold', around(whole, bare));
    case 'note':
      return styled('italic', around(whole, bare));
    case 'card':
      return styled('bold', around({ start: 0, end: firstLineEnd(block.text) }, bare));
    default:
      return [];
  }
}

function styled(type: Style, stretches: readonly Stretch[]): MessageEntity[] {
  return stretches.map((stretch) => ({ type, ...span(stretch) }));
}

// Telegram forbids fixed-width text inside bold and italic, so these stop before it and go on behind it.
function around(whole: Stretch, holes: readonly Stretch[]): Stretch[] {
  const pieces: Stretch[] = [];
  let start = whole.start;
  for (const hole of holes) {
    if (hole.start >= whole.end) break;
    if (hole.start > start) pieces.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < whole.end) pieces.push({ start, end: whole.end });
  return pieces;
}

function firstLineEnd(text: string): number {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
}

function span({ start, end }: Stretch): { offset: number; length: number } {
  return { offset: start, length: end - start };
}

/** A style that a link crosses goes on in a piece of its own; Telegram refuses entities that cross. */
function cutAtLinks(entity: MessageEntity, links: readonly Stretch[]): MessageEntity[] {
  const [start, end] = [entity.offset, entity.offset + entity.length];
  const isInside = (position: number) => start < position && position < end;
  const cuts = links
    .filter((link) => isInside(link.start) !== isInside(link.end) && link.start !== start && link.end !== end)
    .flatMap((link) => [link.start, link.end].filter(isInside));
  const edges = [start, ...cuts.sort((a, b) => a - b), end];
  return edges.slice(1).map((edge, at) => ({ ...entity, offset: edges[at]!, length: edge - edges[at]! }));
}

/** Stretches of which each begins behind the one before; Telegram refuses those that cross. */
function apart<T extends Stretch>(stretches: readonly T[]): T[] {
  const kept: T[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start))
    if (kept.every((other) => !overlap(other, stretch))) kept.push(stretch);
  return kept;
}

/** The stretch with the other half of every surrogate pair that it begins or ends in. */
function wholePairs({ start, end }: Stretch, text: string): Stretch {
  return {
    start: isInsidePair(text, start) ? start - 1 : start,
    end: isInsidePair(text, end) ? end + 1 : end,
  };
}

function isInsidePair(text: string, position: number): boolean {
  return /[\ud800-\udbff]/.test(text[position - 1] ?? '') && /[\udc00-\udfff]/.test(text[position] ?? '');
}

function fits(link: Stretch, text: string): boolean {
  return link.start >= 0 && link.start < link.end && link.end <= text.length;
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True for addresses a reader may be sent to; `tg:`, `javascript:` and the like never become a link. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

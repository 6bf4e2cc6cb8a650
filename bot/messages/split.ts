import type { MessageEntity } from 'grammy/types';

/** A message text with its formatting; offsets are UTF-16 units, as the Bot API counts. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What one message may hold. */
export interface MessageLimits {
  readonly maxUnits: number;
  readonly maxEntities: number;
}

/** The Bot API refuses more than 4,096 UTF-16 units and silently ignores entities after the hundredth. */
export const telegramLimits: MessageLimits = { maxUnits: 4096, maxEntities: 100 };

// A part that ends at a nicer place may be this much shorter than the limit allows.
const shortestShare = 0.5;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a message into parts that fit. The parts joined are the text again. No grapheme, link or entity is cut,
 * unless it alone is longer than a part: then it goes on in the next part with the same formatting. Paragraph ends
 * are preferred to line ends, those to sentence ends and spaces.
 */
export function splitText(whole: FormattedText, limits: MessageLimits = telegramLimits): FormattedText[] {
  const parts: FormattedText[] = [];
  const entities = [...whole.entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let start = 0;
  while (start < whole.text.length) {
    const end = partEnd(whole.text, entities, start, limits);
    parts.push({ text: whole.text.slice(start, end), entities: entitiesWithin(entities, start, end) });
    start = end;
  }
  return parts;
}

function partEnd(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  limits: MessageLimits,
): number {
  const hardEnd = Math.min(
    start + limits.maxUnits,
    entityLimitedEnd(text, entities, start, limits.maxEntities),
  );
  if (hardEnd >= text.length) return text.length;
  const floor = start + Math.floor((hardEnd - start) * shortestShare);
  const candidates = breaksBetween(text, start + 1, hardEnd);
  const free = (position: number) => !cutsEntity(entities, position);
  for (const positions of candidates) {
    const best = positions.findLast((position) => position >= floor && free(position));
    if (best !== undefined) return best;
  }
  const anywhere = candidates.flatMap((positions) => positions.filter(free));
  if (anywhere.length > 0) return Math.max(...anywhere);
  return graphemeEnd(text, start, hardEnd, free);
}

/** Where the next entity would be one too many; at least one grapheme further than `start`. */
function entityLimitedEnd(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  maxEntities: number,
): number {
  const inside = entities.filter((entity) => entity.offset + entity.length > start && entity.length > 0);
  const excess = inside[maxEntities];
  return excess === undefined ? text.length : Math.max(excess.offset, start + 1);
}

/** Positions after which a part may end, by preference: paragraphs, lines, sentences, spaces. */
function breaksBetween(text: string, from: number, to: number): number[][] {
  const window = text.slice(from - 1, to);
  const ends = (pattern: RegExp) =>
    [...window.matchAll(pattern)]
      .map((match) => from - 1 + match.index + match[0].length)
      .filter((end) => end >= from);
  const found = [ends(/\n\n+/g), ends(/\n/g), ends(/[.!?…。！？]["'»”)]*\s+/g), ends(/\s+/g)];
  return found.map((positions) => positions.filter((position) => isGraphemeEnd(text, position)));
}

// Every candidate stands behind white space, so one character of context tells whether a mark clings to it.
const clusterLookaheadUnits = 8;

function isGraphemeEnd(text: string, position: number): boolean {
  if (position >= text.length) return true;
  const around = text.slice(position - 1, position + clusterLookaheadUnits);
  return graphemes.segment(around).containing(0)?.segment.length === 1;
}

function cutsEntity(entities: readonly MessageEntity[], position: number): boolean {
  return entities.some((entity) => entity.offset < position && position < entity.offset + entity.length);
}

/** The last grapheme boundary, outside entities when there is one, inside an over-long one otherwise. */
function graphemeEnd(
  text: string,
  start: number,
  hardEnd: number,
  free: (position: number) => boolean,
): number {
  let last = 0;
  let lastFree = 0;
  // A little text beyond the end decides whether the last cluster is complete.
  for (const { index, segment } of graphemes.segment(text.slice(start, hardEnd + 64))) {
    const end = index + segment.length;
    if (start + end > hardEnd) break;
    last = end;
    if (free(start + end)) lastFree = end;
  }
  if (lastFree > 0) return start + lastFree;
  if (last > 0) return start + last;
  return wholeCodePoint(text, start, hardEnd);
}

/** For a single cluster longer than a message (stacked combining marks): only surrogate pairs stay together. */
function wholeCodePoint(text: string, start: number, hardEnd: number): number {
  const splitsPair =
    /[\ud800-\udbff]/.test(text[hardEnd - 1]!) && /[\udc00-\udfff]/.test(text[hardEnd] ?? '');
  if (!splitsPair) return hardEnd;
  return hardEnd - 1 > start ? hardEnd - 1 : hardEnd + 1;
}

function entitiesWithin(entities: readonly MessageEntity[], start: number, end: number): MessageEntity[] {
  return entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
}

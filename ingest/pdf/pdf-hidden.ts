import { blends, type Colour, isTransparent } from '../markup/css-colour.ts';
import { type Box, holds, type Point } from './pdf-geometry.ts';
import type { Area, PagePaint, Painted } from './pdf-paint.ts';
import type { TextItem } from './pdf-segment.ts';

/** What is known of the page around its letters. */
export interface PageView {
  /** The part of the page that is shown. */
  readonly shown: Box;
  /** The file has pictures. Where they stand is not known, for they are not decoded. */
  readonly hasPictures: boolean;
}

const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const leastAlpha = 0.1;
const leastStretch = 0.05;
/** A scan has all its letters, as a machine read them, unseen behind its picture. */
const scanShare = 0.8;
/** White titles stand on the photographs of covers; longer texts hardly ever do. */
const titleSize = 16;
const titleChars = 300;

/**
 * The text items of a page that its readers see: nothing invisible, transparent, of the colour of its ground, covered, cut off,
 * beside the page or on a layer that is off.
 */
export function visibleItems<Item extends TextItem>(
  items: readonly Item[],
  paint: PagePaint,
  view: PageView,
): readonly Item[] {
  const hidden = new Set(hiddenTexts(paint, view));
  if (hidden.size === 0) return items;
  const lines = grouped(paint.texts);
  return items.filter((item) => {
    const own = paintedAs(item, lines);
    const unseen = own.filter((text) => hidden.has(text));
    return lengthOf(unseen) * 2 <= lengthOf(own);
  });
}

function hiddenTexts(paint: PagePaint, view: PageView): readonly Painted[] {
  const unpainted = paint.texts.filter(({ mode }) => mode === 3 || mode === 7);
  const isScan = view.hasPictures && lengthOf(unpainted) > scanShare * lengthOf(paint.texts);
  const pale = paint.texts.filter(({ size, mode }) => size >= titleSize && mode !== 3);
  const mayBeTitle = view.hasPictures && lengthOf(pale.filter(isWhite)) <= titleChars ? new Set(pale) : null;
  return paint.texts.filter((text) => {
    if (text.mode === 3 || text.mode === 7) return !isScan;
    if (isLost(text, paint.areas, view)) return true;
    const ground = groundOf(text, paint.areas);
    if (ground === null || text.ink === null || !fills(text)) return false;
    return ground === undefined ? isWhite(text) && !mayBeTitle?.has(text) : blends(text.ink, ground);
  });
}

function isLost(text: Painted, areas: readonly Area[], { shown }: PageView): boolean {
  if (text.isOff || Math.abs(text.stretch) <= leastStretch) return true;
  if (fills(text) && (text.alpha < leastAlpha || (text.ink !== null && isTransparent(text.ink)))) return true;
  const middle = middleOf(text);
  if (!holds(grown(shown), middle) || !holds(grown(text.clip), middle)) return true;
  return areas.some(({ box, order }) => order > text.order && covers(box, text));
}

/** Letters of modes 1 and 5 are drawn by their edges, in a colour that is not followed. */
function fills({ mode }: Painted): boolean {
  return mode % 4 === 0 || mode % 4 === 2;
}

function isWhite({ ink }: Painted): boolean {
  return ink !== null && blends(ink, white);
}

/** What the letters stand on: a colour, null for what is no single colour, undefined for the bare page. */
function groundOf(text: Painted, areas: readonly Area[]): Colour | null | undefined {
  const under = areas.filter(({ box, order }) => order < text.order && holds(box, middleOf(text)));
  return under.at(-1)?.colour;
}

function middleOf({ from, to, size }: Painted): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + 0.3 * size };
}

function covers(box: Box, text: Painted): boolean {
  const top = { x: text.from.x, y: text.from.y + 0.5 * text.size };
  return holds(box, text.from) && holds(box, text.to) && holds(box, top);
}

// Letters on the very edge are half seen.
function grown({ x0, y0, x1, y1 }: Box): Box {
  return { x0: x0 - 2, y0: y0 - 2, x1: x1 + 2, y1: y1 + 2 };
}

function lengthOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.trim().length, 0);
}

const lineOf = ({ from }: Painted) => Math.round(from.y);

function grouped(texts: readonly Painted[]): Map<number, Painted[]> {
  const lines = new Map<number, Painted[]>();
  for (const text of texts) {
    const line = lines.get(lineOf(text));
    if (line) line.push(text);
    else lines.set(lineOf(text), [text]);
  }
  return lines;
}

/** The runs of letters that an item was put together from. */
function paintedAs(item: TextItem, lines: ReadonlyMap<number, readonly Painted[]>): readonly Painted[] {
  const [, , , , x = 0, y = 0] = item.transform;
  const text = compact(item.str);
  const near = [-1, 0, 1].flatMap((step) => lines.get(Math.round(y) + step) ?? []);
  return near.filter(({ from, to, text: own }) => {
    const part = compact(own);
    const isPart = from.x >= x - 2 && from.x <= x + item.width + 2 && text.includes(part);
    // Wide gaps inside one run part it into several items.
    const isWhole = x >= Math.min(from.x, to.x) - 2 && x <= Math.max(from.x, to.x) + 2 && part.includes(text);
    return part !== '' && text !== '' && (isPart || isWhole);
  });
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

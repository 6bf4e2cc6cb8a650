import { withoutInvisible } from '../markup/visible-text.ts';

/** A piece of text on one baseline without a wide gap in it. Lengths in points, y grows upwards. */
export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

/** Segments on one baseline, left to right. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly size: number;
}

/** The fields of a text item that matter, as pdf.js gives them. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Words stand up to half a size apart, columns of a table hardly ever less than a whole one. */
const columnGap = 0.95;
const wordGap = 0.14;
/** Text below this size is not meant to be read. */
const smallestSize = 3;
const loneMark = /^(?:[•●▪■◦‣·►▶✓✔➔➢➤*o]|[-–—]|\d{1,3}[.)]|\p{L}[.)]|\(\d{1,2}\))$/u;

/** Joins the items of a page to segments; rotated, tiny and empty items are left out. */
export function toRows(items: readonly TextItem[]): Row[] {
  const pieces = items.map(toSegment).filter((piece): piece is Segment => piece !== null);
  const byLine = [...pieces].sort((a, b) => b.y - a.y || a.x0 - b.x0);
  const rows: Row[] = [];
  let current: Segment[] = [];
  const close = () => {
    if (current.length > 0) rows.push(toRow(current));
    current = [];
  };
  for (const piece of byLine) {
    const first = current[0];
    // Raised and lowered characters belong to the line they stand on.
    if (first && first.y - piece.y > 0.45 * Math.max(first.size, piece.size)) close();
    current.push(piece);
  }
  close();
  return rows;
}

function toSegment(item: TextItem): Segment | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height || Math.abs(a);
  const isUpright = Math.abs(b) < 0.05 * Math.abs(a || 1);
  if (item.str.trim() === '' || !isUpright || size < smallestSize) return null;
  const text = withoutInvisible(item.str.replace(/\u00ad$/, '-')).replace(/[\ufb00-\ufb06]/g, (sign) =>
    sign.normalize('NFKC'),
  );
  return { text, x0: x, x1: x + item.width, y, size, font: item.fontName };
}

function toRow(pieces: readonly Segment[]): Row {
  const ordered = [...pieces].sort((a, b) => a.x0 - b.x0);
  const segments: Segment[] = [];
  for (const piece of ordered) {
    const previous = segments.at(-1);
    if (previous && isOverprint(previous, piece)) continue;
    if (previous && joins(previous, piece)) segments[segments.length - 1] = join(previous, piece);
    else segments.push(piece);
  }
  const widest = segments.reduce((best, segment) =>
    segment.text.length > best.text.length ? segment : best,
  );
  const tidy = segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }));
  return { segments: tidy.filter(({ text }) => text !== ''), y: widest.y, size: widest.size };
}

/** Bold print is sometimes made by printing twice. */
function isOverprint(a: Segment, b: Segment): boolean {
  return (
    a.text.endsWith(b.text) &&
    Math.abs(a.x1 - b.x1) < 0.2 * b.size &&
    b.x1 - b.x0 > 0.5 * b.size &&
    b.x0 < a.x1 - 0.5 * b.size
  );
}

function joins(a: Segment, b: Segment): boolean {
  const gap = b.x0 - a.x1;
  const size = Math.max(a.size, b.size);
  // A bullet or a number stands apart from its item, but is no column.
  return gap < columnGap * size || (loneMark.test(a.text.trim()) && gap < 4 * size);
}

function join(a: Segment, b: Segment): Segment {
  const isApart =
    b.x0 - a.x1 > wordGap * Math.min(a.size, b.size) && !/\s$/.test(a.text) && !/^\s/.test(b.text);
  const main = a.text.length >= b.text.length ? a : b;
  return {
    ...main,
    text: a.text + (isApart ? ' ' : '') + b.text,
    x0: a.x0,
    x1: Math.max(a.x1, b.x1),
    y: main.y,
  };
}

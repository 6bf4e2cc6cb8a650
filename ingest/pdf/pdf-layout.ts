import { type Cell, tableLines } from '../markup/table-lines.ts';
import type { Row, Segment } from './pdf-segment.ts';

/** A line of running text. `column` changes where reading jumps back to the top of a page. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly column: number;
  /** Edges of the column the line stands in. */
  readonly left: number;
  readonly right: number;
}

/** A row of a table, with its headers. */
export interface TableLine {
  readonly kind: 'row';
  readonly text: string;
}

interface Span {
  readonly x0: number;
  readonly x1: number;
}

/** Rows of a page that leave the same vertical strips free. */
interface Run {
  readonly rows: readonly Row[];
  readonly columns: readonly Span[];
}

const gutterWidth = 0.9;
/** Rows of one table stand closer than this many sizes. */
const widestRowGap = 4.2;

/** Reads the rows of a page in the order a person would: columns one after the other, tables row by row. */
export function layOutPage(rows: readonly Row[]): (TextLine | TableLine)[] {
  const lines: (TextLine | TableLine)[] = [];
  const left = Math.min(...rows.flatMap(({ segments }) => segments.map(({ x0 }) => x0)));
  const right = Math.max(...rows.flatMap(({ segments }) => segments.map(({ x1 }) => x1)));
  let column = 0;
  let index = 0;
  while (index < rows.length) {
    const run = findRun(rows, index);
    if (!run) {
      lines.push(...rowLines(rows[index]!, { x0: left, x1: right }, column));
      index += 1;
      continue;
    }
    const table = isRunningText(run, { x0: left, x1: right }) ? null : tableOf(run);
    if (table) lines.push(...table);
    else {
      for (const span of run.columns) {
        column += 1;
        for (const row of run.rows) lines.push(...rowLines(onlyIn(row, span), span, column));
      }
      column += 1;
    }
    index += run.rows.length;
  }
  return lines;
}

function rowLines(row: Row, span: Span, column: number): TextLine[] {
  const [first] = row.segments;
  if (!first) return [];
  const text = row.segments.map((segment) => segment.text).join(' ');
  const main = row.segments.reduce((best, segment) =>
    segment.text.length > best.text.length ? segment : best,
  );
  const { size, font } = main;
  const x1 = Math.max(...row.segments.map((segment) => segment.x1));
  return [
    { kind: 'line', text, x0: first.x0, x1, y: row.y, size, font, column, left: span.x0, right: span.x1 },
  ];
}

function onlyIn(row: Row, span: Span): Row {
  return {
    ...row,
    segments: row.segments.filter((segment) => middle(segment) >= span.x0 && middle(segment) <= span.x1),
  };
}

function middle(segment: Segment): number {
  return (segment.x0 + segment.x1) / 2;
}

/** The longest run of rows from `start` on that shares at least one gutter; null when there is none. */
function findRun(rows: readonly Row[], start: number): Run | null {
  const first = rows[start]!;
  let cover = covered([], first.segments);
  let end = start + 1;
  if (first.segments.length < 2) {
    const next = rows[end];
    // Two columns whose lines do not stand level: each row has one piece, now left, now right.
    const isStaggered =
      next?.segments.length === 1 &&
      first.y - next.y < 0.9 * first.size &&
      isApart(first.segments[0]!, next.segments[0]!);
    if (!isStaggered) return null;
  }
  let gutters = 0;
  for (; end < rows.length; end += 1) {
    const row = rows[end]!;
    const wider = covered(cover, row.segments);
    const free = wider.length - 1;
    const isFar = rows[end - 1]!.y - row.y > widestRowGap * Math.max(row.size, first.size);
    if (free < 1 || isFar || (free < gutters && row.segments.length === 1)) break;
    cover = wider;
    gutters = free;
  }
  const kept = trimmed(rows.slice(start, end), cover);
  const rich = kept.filter(({ segments }) => segments.length > 1).length;
  return rich >= 2 || (rich === 0 && kept.length >= 6) || (kept.length >= 6 && cover.length > 1)
    ? { rows: kept, columns: cover }
    : null;
}

function isApart(a: Segment, b: Segment): boolean {
  return Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1) > gutterWidth * a.size;
}

/** Union of the spans, merging those closer than a gutter. */
function covered(spans: readonly Span[], segments: readonly Segment[]): Span[] {
  const gap = gutterWidth * Math.max(6, ...segments.map(({ size }) => size));
  const all = [...spans, ...segments.map(({ x0, x1 }) => ({ x0, x1 }))].sort((a, b) => a.x0 - b.x0);
  const merged: Span[] = [];
  for (const span of all) {
    const previous = merged.at(-1);
    if (previous && span.x0 - previous.x1 < gap)
      merged[merged.length - 1] = { x0: previous.x0, x1: Math.max(previous.x1, span.x1) };
    else merged.push(span);
  }
  return merged;
}

/** A paragraph below a table often begins or ends so short that it crosses no gutter: it is not a row. */
function trimmed(rows: readonly Row[], columns: readonly Span[]): readonly Row[] {
  let end = rows.length;
  while (end > 1) {
    const row = rows[end - 1]!;
    const [only] = row.segments;
    if (row.segments.length !== 1 || !only) break;
    const isFirstColumn = middle(only) <= columns[0]!.x1;
    const gap = rows[end - 2]!.y - row.y;
    if (!isFirstColumn || (gap < 1.5 * row.size && /^\p{Ll}/u.test(only.text))) break;
    end -= 1;
  }
  return rows.slice(0, end);
}

/**
 * Columns of running text are filled from edge to edge; cells of a table hardly ever are. On a page set in two columns
 * one of them is enough: the other may hold a figure or a list.
 */
function isRunningText(run: Run, page: Span): boolean {
  if (run.columns.length > 3 || hasLevelGaps(run)) return false;
  const filled = run.columns.filter((span) => isFilled(run, span, { lines: 4, length: 18 })).length;
  if (filled === run.columns.length) return true;
  if (run.columns.length !== 2 || !run.columns.some((span) => isFilled(run, span, { lines: 8, length: 30 })))
    return false;
  const gutter = (run.columns[0]!.x1 + run.columns[1]!.x0) / 2;
  return Math.abs(gutter - (page.x0 + page.x1) / 2) < 0.06 * (page.x1 - page.x0);
}

function isFilled(run: Run, span: Span, least: { readonly lines: number; readonly length: number }): boolean {
  const pieces = run.rows.flatMap((row) => onlyIn(row, span).segments);
  const fills = pieces.map(({ x0, x1 }) => (x1 - x0) / (span.x1 - span.x0)).sort((a, b) => a - b);
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, pieces.length);
  const median = fills[Math.floor(fills.length / 2)] ?? 0;
  return pieces.length >= least.lines && length >= least.length && median > 0.72;
}

/** Rows of a table with long cells begin at the same height in every column, after a wider gap. */
function hasLevelGaps(run: Run): boolean {
  const gaps = run.rows.slice(1).map((row, index) => run.rows[index]!.y - row.y);
  const usual = Math.min(...gaps.filter((gap) => gap > 0.6 * run.rows[0]!.size));
  const wide = gaps.flatMap((gap, index) => (gap > 1.25 * usual ? [run.rows[index + 1]!] : []));
  const level = wide.filter(({ segments }) => segments.length === run.columns.length).length;
  return wide.length >= 2 && level >= 0.8 * wide.length;
}

function tableOf(run: Run): TableLine[] | null {
  const fonts = run.rows.flatMap(({ segments }) => segments.map(({ font }) => font));
  const usualFont = mostFrequent(fonts);
  const grid = logicalRows(run).map((row): Cell[] =>
    row.map((segments) => ({
      text: cellText(segments),
      isHeader: false,
      isBold: segments.length > 0 && segments.every(({ font }) => font !== usualFont),
      span: 1,
    })),
  );
  const lines = tableLines(grid);
  return lines && grid.length >= 2 ? lines.map((text) => ({ kind: 'row', text })) : null;
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Puts wrapped lines of a cell back together: by wider gaps between rows, else by a filled first column. */
function logicalRows(run: Run): Segment[][][] {
  const gaps = run.rows.slice(1).map((row, index) => run.rows[index]!.y - row.y);
  const least = Math.min(...gaps);
  const wide = gaps.filter((gap) => gap > 1.12 * least).length;
  const hasGaps = wide >= 0.3 * gaps.length && wide < gaps.length && least < 1.6 * run.rows[0]!.size;
  const rows: Segment[][][] = [];
  for (const [index, row] of run.rows.entries()) {
    const cells = run.columns.map((span) => [...onlyIn(row, span).segments]);
    const gap = index === 0 ? Number.POSITIVE_INFINITY : gaps[index - 1]!;
    const startsRow = hasGaps
      ? gap > 1.12 * least || (cells.every((cell) => cell.length > 0) && !continues(cells))
      : cells[0]!.length > 0 && !continues(cells);
    const last = rows.at(-1);
    if (startsRow || !last) rows.push(cells);
    else for (const [column, cell] of cells.entries()) last[column]!.push(...cell);
  }
  return rows;
}

/** Every piece goes on in the middle of a sentence. */
function continues(cells: readonly (readonly Segment[])[]): boolean {
  return cells.every((cell) => cell.length === 0 || /^[\p{Ll}(,;]/u.test(cell[0]!.text));
}

function cellText(segments: readonly Segment[]): string {
  let text = '';
  for (const segment of segments) {
    const isBroken = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(segment.text);
    text = isBroken ? text.slice(0, -1) + segment.text : `${text} ${segment.text}`;
  }
  return text.trim();
}

import type { DomElement } from '../markup/dom.ts';
import { type Cell, type Grid, tableLines } from '../markup/table-lines.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { cellText } from './cell-text.ts';

/** A table of data: one line per row, each cell with the headers of its column. */
export interface TableText {
  readonly caption: string | null;
  readonly rows: readonly string[];
}

const maxColumns = 60;
const maxRowSpan = 300;
const maxCells = 50_000;
/** Cells of data tables are phrases; columns of a page layout hold whole texts. */
const longestDataCell = 600;

/** Rows of `table` when it holds data; null when it only arranges the page, so its cells are ordinary blocks. */
export function readTable(table: DomElement): TableText | null {
  const rows = rowElements(table);
  if (isLayout(table, rows)) return null;
  const lines = tableLines(buildGrid(rows));
  if (!lines) return null;
  const caption = table.querySelector('caption');
  return { caption: caption ? visibleLine(caption.textContent ?? '') || null : null, rows: lines };
}

function rowElements(table: DomElement): DomElement[] {
  const rows: DomElement[] = [];
  for (const child of table.children) {
    if (child.localName === 'tr') rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(child.localName)) {
      for (const row of child.children) if (row.localName === 'tr') rows.push(row);
    }
  }
  return rows;
}

function cellElements(row: DomElement): DomElement[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
}

function isLayout(table: DomElement, rows: readonly DomElement[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table, h1, h2, form, article, nav') !== null) return true;
  const cells = rows.flatMap(cellElements);
  if (rows.length < 2) return !cells.some(({ localName }) => localName === 'th');
  if (!rows.some((row) => cellElements(row).length > 1)) return true;
  if (cells.some(({ localName }) => localName === 'th') || table.querySelector('caption')) return false;
  const long = cells.filter((cell) => (cell.textContent ?? '').length > longestDataCell).length;
  return long > 0 && (rows.length < 3 || long > cells.length / 4);
}

function buildGrid(rows: readonly DomElement[]): Grid {
  const grid: (Cell | undefined)[][] = [];
  let cellCount = 0;
  for (const [rowIndex, row] of rows.entries()) {
    grid[rowIndex] ??= [];
    let column = 0;
    for (const element of cellElements(row)) {
      while (grid[rowIndex]![column] !== undefined) column += 1;
      const span = spanOf(element, 'colspan', maxColumns - column);
      const depth = Math.min(spanOf(element, 'rowspan', maxRowSpan), rows.length - rowIndex);
      cellCount += span * depth;
      if (column >= maxColumns || cellCount > maxCells) break;
      place(grid, { row: rowIndex, column, depth }, readCell(element, span));
      column += span;
    }
  }
  return grid.filter((row) => row.some((cell) => cell && cell.text !== ''));
}

function place(
  grid: (Cell | undefined)[][],
  at: { row: number; column: number; depth: number },
  cell: Cell,
): void {
  for (let row = at.row; row < at.row + at.depth; row += 1) {
    grid[row] ??= [];
    for (let column = at.column; column < at.column + cell.span; column += 1) grid[row]![column] = cell;
  }
}

function spanOf(element: DomElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isFinite(value) ? Math.max(1, Math.min(value, most)) : 1;
}

function readCell(element: DomElement, span: number): Cell {
  const text = cellText(element);
  const bold = [...element.querySelectorAll('b, strong, th')].map((part) => (part.textContent ?? '').length);
  return {
    text,
    isHeader: element.localName === 'th',
    isBold: text !== '' && Math.max(0, ...bold) >= text.length * 0.8,
    span,
  };
}

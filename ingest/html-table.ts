import { type DomElement, type DomNode, isElement, isText } from './dom.ts';
import { visibleLine } from './visible-text.ts';

/** A table of data: one line per row, each cell with the headers of its column. */
export interface TableText {
  readonly caption: string | null;
  readonly rows: readonly string[];
}

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly isBold: boolean;
  /** Columns the cell covers; a covered column holds the very same object. */
  readonly span: number;
}

type Grid = readonly (readonly (Cell | undefined)[])[];

const maxColumns = 60;
const maxRowSpan = 300;
const maxCells = 30_000;
/** Cells of data tables are phrases; columns of a page layout hold whole texts. */
const longestDataCell = 600;
const longestHeader = 160;

/** Rows of `table` when it holds data; null when it only arranges the page, so its cells are ordinary blocks. */
export function readTable(table: DomElement): TableText | null {
  const rows = rowElements(table);
  if (isLayout(table, rows)) return null;
  const grid = buildGrid(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width < 2 || grid.length === 0) return null;
  const headerRows = countHeaderRows(grid, width);
  const headers = Array.from({ length: width }, (_, column) => headerOf(grid.slice(0, headerRows), column));
  const caption = table.querySelector('caption');
  return {
    caption: caption ? visibleLine(caption.textContent ?? '') || null : null,
    rows: headerRows > 0 ? labelledRows(grid.slice(headerRows), headers, width) : keyedRows(grid, width),
  };
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

/** Text of a cell on one line; items of a list inside it are parted by semicolons. */
function cellText(element: DomElement): string {
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
    .replace(/[;\s]+$/, '')
    .replace(/ ?;(?: ?;)+/g, ';');
}

function distinct(row: readonly (Cell | undefined)[]): Cell[] {
  return [...new Set(row)].filter((cell): cell is Cell => cell !== undefined && cell.text !== '');
}

function countHeaderRows(grid: Grid, width: number): number {
  let marked = 0;
  while (marked < Math.min(4, grid.length - 1) && isHeaderRow(grid[marked]!)) marked += 1;
  // A title row over the whole width is a caption, not a header.
  if (marked > 0) return marked;
  if (grid.length < 3 && !distinct(grid[0]!).every(({ isBold }) => isBold)) return 0;
  return looksLikeHeader(grid, width) ? 1 : 0;
}

function isHeaderRow(row: readonly (Cell | undefined)[]): boolean {
  const cells = distinct(row);
  return cells.length > 0 && cells.every(({ isHeader, text }) => isHeader && text.length <= longestHeader);
}

/** Old pages mark no headers: a first row of short distinct names above something else is one. */
function looksLikeHeader(grid: Grid, width: number): boolean {
  const first = distinct(grid[0]!);
  const isFull =
    first.length >= Math.max(2, width - 1) && new Set(first.map(({ text }) => text)).size === first.length;
  if (!isFull || !first.every(({ text }) => text.length <= longestHeader && isName(text))) return false;
  if (first.every(({ isBold }) => isBold)) return true;
  if (width >= 3) return true;
  const below = grid.slice(1).map((row) => row[width - 1]?.text ?? '');
  return (
    below.length >= 2 &&
    below.filter((text) => /\d/.test(text)).length > below.length * 0.7 &&
    !/\d/.test(first.at(-1)!.text)
  );
}

function isName(text: string): boolean {
  return (
    /^(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?(?:\s?(?:рік|р\.?|г\.?|год))?$/.test(text) ||
    (/\p{L}|№|#/u.test(text) && !/\d{3}/.test(text))
  );
}

function headerOf(headerRows: Grid, column: number): string {
  const names = headerRows.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
  return [...new Set(names)].map((name) => name.replace(/\s?:$/, '')).join(', ');
}

function labelledRows(rows: Grid, headers: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let group = '';
  for (const row of rows) {
    const cells = distinct(row);
    if (cells.length === 0) continue;
    if (cells.length === 1 && cells[0]!.span >= width && width > 1) {
      group = `${cells[0]!.text.replace(/[:;]$/, '')}; `;
      continue;
    }
    const parts = cells.map((cell) => {
      const columns = headers.filter((_, column) => row[column] === cell && headers[column] !== '');
      const label = [...new Set(columns)].join(' / ');
      return label === '' ? cell.text : `${label}: ${cell.text}`;
    });
    lines.push(group + parts.join('; '));
  }
  return lines;
}

/** A table without header row: the first cell names the rest. */
function keyedRows(grid: Grid, width: number): string[] {
  return grid.flatMap((row) => {
    const cells = distinct(row);
    const [first, ...rest] = cells.map(({ text }) => text);
    if (first === undefined) return [];
    if (rest.length === 0) return [first];
    const isNamed = width === 2 || cells[0]!.isHeader || cells[0]!.isBold;
    return [
      isNamed
        ? `${first.replace(/\s?:$/, '')}: ${rest.join('; ')}`
        : cells.map(({ text }) => text).join('; '),
    ];
  });
}

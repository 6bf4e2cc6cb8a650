/** A cell of a table, whatever it was read from. */
export interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly isBold: boolean;
  /** Columns the cell covers; a covered column holds the very same object. */
  readonly span: number;
}

/** Rows of cells; undefined where a row is shorter than others. */
export type Grid = readonly (readonly (Cell | undefined)[])[];

const longestHeader = 160;

/**
 * One line per row, each cell with the headers of its column ("Рік: 2023; Сума: 5 млн"); a table without headers
 * gives "name: value". Null when there are fewer than two columns, which is no table.
 */
export function tableLines(grid: Grid): readonly string[] | null {
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width < 2 || grid.length === 0) return null;
  const headerRows = countHeaderRows(grid, width);
  const headers = Array.from({ length: width }, (_, column) => headerOf(grid.slice(0, headerRows), column));
  return headerRows > 0 ? labelledRows(grid.slice(headerRows), headers, width) : keyedRows(grid, width);
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

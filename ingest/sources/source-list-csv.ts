import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { messageOf, UserError } from '../../corpus/errors.ts';
import { type ListedSource, readRows, type SourceList } from './source-list.ts';

const columns = ['url', 'kind', 'title', 'publisher', 'language', 'tier', 'schedule_minutes'] as const;

/** Columns a table of sources may have; only `url` must be there. */
export const csvColumns: readonly string[] = columns;

/** Reads a table of sources: comma, semicolon or tab, with a line of names. @throws UserError when it is no such table. */
export function readCsv(text: string): SourceList {
  let rows: Record<string, unknown>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((column) => column.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (cause) {
    throw new UserError(`The table of sources cannot be read: ${messageOf(cause)}.`, { cause });
  }
  if (rows.length > 0 && !('url' in rows[0]!))
    throw new UserError(`The table of sources has no column "url"; known are ${columns.join(', ')}.`);
  return readRows(rows);
}

// Spreadsheets in many countries write semicolons; titles are full of the others, so only the line of names tells.
function delimiterOf(text: string): string {
  const names = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => names.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A table of sources. Cells that a spreadsheet would calculate are made harmless. */
export function writeCsv(sources: readonly ListedSource[]): string {
  const rows = sources.map(({ scheduleMinutes, ...rest }) => ({
    ...rest,
    schedule_minutes: scheduleMinutes,
  }));
  return stringify(rows, { header: true, columns: [...columns], escape_formulas: true });
}

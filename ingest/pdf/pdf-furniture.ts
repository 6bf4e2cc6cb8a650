import type { Row } from './pdf-segment.ts';

const pageNumber =
  /^[\s–—|/-]{0,6}(?:(?:стор(?:інка|\.)?|страница|стр\.?|page|p\.|с\.)\s?)?\d{1,4}(?:\s?(?:\/|з|із|of|из|\|)\s?\d{1,4})?[\s–—|/-]{0,6}$/iu;
/** Rows from the edge that can be a running head: rarely more than two lines. */
const edgeRows = 3;
const edgeShare = 0.14;

/** Takes page numbers and lines that repeat at the top or bottom of half of the pages off every page. */
export function withoutRunningLines(pages: readonly (readonly Row[])[], heights: readonly number[]): Row[][] {
  const seen = new Map<string, number>();
  for (const [index, rows] of pages.entries()) {
    for (const key of new Set(edges(rows, heights[index]!).map(keyOf)))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const half = Math.max(2, Math.ceil(pages.length / 2));
  // Heads change with the chapter, so three repeats are proof enough; the head of a long table repeats as well, but
  // stands in columns and holds no page number.
  const enough = (row: Row) =>
    row.segments.length > 1 && !/\d/.test(textOf(row)) ? half : Math.min(half, 3);
  return pages.map((rows, index) => {
    const edge = new Set(edges(rows, heights[index]!));
    return rows.filter((row) => {
      if (!edge.has(row)) return true;
      return !pageNumber.test(textOf(row)) && (seen.get(keyOf(row)) ?? 0) < enough(row);
    });
  });
}

function edges(rows: readonly Row[], height: number): Row[] {
  const top = rows.slice(0, edgeRows).filter(({ y }) => y > (1 - edgeShare) * height);
  const bottom = rows.slice(-edgeRows).filter(({ y }) => y < edgeShare * height);
  return [...top, ...bottom];
}

function textOf(row: Row): string {
  return row.segments.map(({ text }) => text).join(' ');
}

/** Numbers differ from page to page; where the line stands hardly does. */
function keyOf(row: Row): string {
  return `${textOf(row).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')}|${Math.round(row.y / 12)}`;
}

import type { PageBlock } from '../page/page.ts';
import type { TableLine, TextLine } from './pdf-layout.ts';

/** A line of a page with its number. */
export type PagedLine = (TextLine | TableLine) & { readonly page: number };

/** What the document looks like on the whole. */
interface Habits {
  readonly size: number;
  readonly font: string;
  /** Usual distance between baselines, in sizes. */
  readonly leading: number;
  /** Words that stand unbroken somewhere; they decide what a hyphen at a line's end is. */
  readonly words: ReadonlySet<string>;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
}

const certainBullet = /^(?:[•●▪■◦‣·►▶✓✔➔➢➤]|o(?=\s\p{L}))\s{0,3}(?=\S)/u;
const dashBullet = /^[-–—]\s(?=\S)/u;
const numberedItem = /^(?:\d{1,2}[.)]|\p{Ll}\)|\(\d{1,2}\))\s(?=\S)/u;
/** "Introduction . . . . . . 4": a line of a table of contents. */
const leaders = /(?:\s?[.…_]){5,60}\s?\d{0,4}$/;
const headingGrowth = 1.12;
const longestHeading = 220;

/** Puts lines together to headings, paragraphs, list items and table rows; words cut at a line's end become whole. */
export function toBlocks(all: readonly PagedLine[]): PageBlock[] {
  const lines = all.filter(({ text }) => !leaders.test(text));
  const habits = habitsOf(lines);
  const blocks: (PageBlock & { text: string; lastLine: PagedLine | null })[] = [];
  let previous: PagedLine | null = null;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.kind === 'row') {
      blocks.push({ kind: 'table-row', text: line.text, page: line.page, lastLine: line });
    } else if (last && previous?.kind === 'line' && goesOn(last, previous, line, habits)) {
      Object.assign(last, { text: joinLines(last.text, line.text, habits) });
    } else blocks.push({ ...startBlock(line, last, habits), page: line.page, lastLine: line });
    previous = line;
  }
  return blocks.map(({ lastLine: _, ...block }) => block).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function startBlock(
  line: TextLine,
  last: PageBlock | undefined,
  habits: Habits,
): PageBlock & { text: string } {
  const level = headingLevel(line, habits);
  if (level > 0) return { kind: 'heading', level, text: line.text };
  const isDash = dashBullet.test(line.text) && (last?.kind === 'list-item' || /[:;]$/.test(last?.text ?? ''));
  if (certainBullet.test(line.text)) return { kind: 'list-item', text: line.text.replace(certainBullet, '') };
  if (isDash) return { kind: 'list-item', text: line.text.replace(dashBullet, '') };
  const isNumbered =
    numberedItem.test(line.text) && (last?.kind === 'list-item' || /[:;]$/.test(last?.text ?? ''));
  return { kind: isNumbered ? 'list-item' : 'paragraph', text: line.text };
}

function headingLevel(line: TextLine, habits: Habits): number {
  if (line.text.length > longestHeading || !/\p{L}/u.test(line.text)) return 0;
  if (line.size >= headingGrowth * habits.size) {
    const rank = habits.headingSizes.findIndex((size) => line.size > size - 0.4);
    return Math.min(3, rank === -1 ? 3 : rank + 1);
  }
  const isOtherFont = line.font !== habits.font && line.x1 < line.right - 0.1 * (line.right - line.left);
  return isOtherFont &&
    line.text.length < 100 &&
    !/[.,;:!?»”)]$/.test(line.text) &&
    /^[\p{Lu}\d]/u.test(line.text)
    ? 3
    : 0;
}

function goesOn(
  last: PageBlock,
  previous: TextLine & { page: number },
  line: TextLine & { page: number },
  habits: Habits,
): boolean {
  if (Math.abs(line.size - previous.size) > 0.1 * habits.size) return false;
  if (
    certainBullet.test(line.text) ||
    (last.kind === 'list-item' && (dashBullet.test(line.text) || numberedItem.test(line.text)))
  )
    return false;
  const isUnfinished = !/[.!?:;…][»”")]?$/.test(previous.text);
  if (line.page !== previous.page || line.column !== previous.column) {
    return isUnfinished && /^[\p{Ll}\d(«]/u.test(line.text) && last.kind !== 'heading';
  }
  const gap = (previous.y - line.y) / line.size;
  if (gap > 1.28 * habits.leading || gap < 0) return false;
  if (last.kind === 'heading') return headingLevel(line, habits) === last.level;
  if (headingLevel(line, habits) > 0) return false;
  if (numberedItem.test(line.text) && !isUnfinished) return false;
  const isIndented = line.x0 > previous.x0 + 0.8 * line.size && line.x0 > line.left + 0.8 * line.size;
  const wasFirst = last.text === previous.text;
  if (isIndented && !(last.kind === 'list-item') && !wasFirst) return false;
  if (isIndented && !isUnfinished) return false;
  // A line that ends a sentence well before the edge ends its paragraph.
  return isUnfinished || previous.x1 > previous.right - 0.18 * (previous.right - previous.left);
}

/** "розмі-" + "нування" is one word, "науково-" + "технічний" is written with its hyphen. */
function joinLines(text: string, next: string, habits: Habits): string {
  const head = /([\p{L}’'ʼ]{1,60})[-‐]$/u.exec(text.slice(-60))?.[1];
  const tail = /^[\p{L}’'ʼ]+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return `${text} ${next}`;
  const isWritten = habits.words.has(`${head}-${tail}`.toLowerCase());
  const isBroken = /^\p{Ll}/u.test(tail) && (habits.words.has((head + tail).toLowerCase()) || !isWritten);
  return isBroken && !isWritten ? text.slice(0, -1) + next : text + next;
}

function habitsOf(lines: readonly PagedLine[]): Habits {
  const text = lines.filter((line): line is TextLine & { page: number } => line.kind === 'line');
  const size = weighted(text.map((line) => [Math.round(line.size * 2) / 2, line.text.length])) ?? 10;
  const usual = text.filter((line) => Math.abs(line.size - size) < 0.6);
  const font = weighted(usual.map((line) => [line.font, line.text.length]));
  const gaps = text.slice(1).flatMap((line, index): [number, number][] => {
    const previous = text[index]!;
    const gap = (previous.y - line.y) / line.size;
    const isNext = line.page === previous.page && line.column === previous.column && gap > 0.8 && gap < 2.5;
    return isNext ? [[Math.round(gap * 20) / 20, 1]] : [];
  });
  const words = new Set(
    text.flatMap(
      (line) => line.text.toLowerCase().match(/[\p{L}’'ʼ]+(?:-[\p{L}’'ʼ]+)?(?=[^\p{L}-]|$)/gu) ?? [],
    ),
  );
  const sizes = new Set(
    text.filter((line) => line.size >= headingGrowth * size).map((line) => Math.round(line.size * 2) / 2),
  );
  return {
    size,
    font: font ?? '',
    leading: weighted(gaps) ?? 1.3,
    words,
    headingSizes: [...sizes].sort((a, b) => b - a).slice(0, 3),
  };
}

/** The value with the largest total weight. */
function weighted<Value extends string | number>(
  values: readonly (readonly [Value, number])[],
): Value | undefined {
  const totals = new Map<Value, number>();
  for (const [value, weight] of values) totals.set(value, (totals.get(value) ?? 0) + weight);
  return [...totals].sort((a, b) => b[1] - a[1])[0]?.[0];
}

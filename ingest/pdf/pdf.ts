import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PublishedDate } from '../../corpus/document.ts';
import { detectLanguage } from '../../corpus/language/language.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { withoutBoilerplate } from '../page/boilerplate-blocks.ts';
import { findDay, findMonth } from '../page/date-words.ts';
import type { Page, PageBlock, ReadOutcome } from '../page/page.ts';
import { parseTimestamp } from '../page/timestamp.ts';
import { transferable } from './array-transfer.ts';
import { type PagedLine, toBlocks } from './pdf-blocks.ts';
import { withoutRunningLines } from './pdf-furniture.ts';
import { visibleItems } from './pdf-hidden.ts';
import { layOutPage } from './pdf-layout.ts';
import { type Operator, paintOf } from './pdf-paint.ts';
import { type Row, type TextItem, toRows } from './pdf-segment.ts';

/** A strategy or yearbook has 200 pages; what is longer is read to here. */
const maxPages = 400;
/** Scans carry a stamp or a page number at most. */
const leastCharactersPerPage = 25;
const nearTop = 14;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text of a PDF with page numbers: columns in reading order, tables row by row with their headers. */
export async function readPdf(bytes: Uint8Array): Promise<ReadOutcome> {
  let pdf: Pdf;
  try {
    // The parser takes the buffer away from its owner, so it gets a copy.
    pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0, maxImageSize: 1 });
  } catch (error) {
    return unreadable(error);
  }
  try {
    return await readPages(pdf, hasPictures(bytes));
  } catch (error) {
    return unreadable(error);
  } finally {
    await pdf.destroy().catch(() => {});
  }
}

function unreadable(error: unknown): ReadOutcome {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked
    ? { status: 'unreadable', code: 'encrypted', reason: 'the PDF is protected by a password' }
    : { status: 'unreadable', code: 'damaged', reason: 'the PDF is damaged' };
}

async function readPages(pdf: Pdf, pictures: boolean): Promise<ReadOutcome> {
  const painter = await painterOf(pdf, pictures);
  const pages: Row[][] = [];
  const heights: number[] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.filter((item): item is typeof item & TextItem => 'str' in item);
    const rows = toRows(await painter(page, items));
    for (const { segments } of rows) for (const { text } of segments) characters += text.length;
    pages.push(rows);
    heights.push(page.view[3]! - page.view[1]!);
    page.cleanup();
  }
  if (characters < leastCharactersPerPage * pages.length) {
    return { status: 'unreadable', code: 'no-text', reason: 'the PDF has no text layer (a scan?)' };
  }
  const lines = withoutRunningLines(pages, heights).flatMap((rows, index): PagedLine[] =>
    layOutPage(rows).map((line) => ({ ...line, page: index + 1 })),
  );
  return toPage(lines, await metadataOf(pdf));
}

type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;
type Painter = (page: PdfPage, items: readonly TextItem[]) => Promise<readonly TextItem[]>;

/** What tells the items of a page that are seen from those that are not. */
async function painterOf(pdf: Pdf, pictures: boolean): Promise<Painter> {
  transferable();
  const { OPS } = await getResolvedPDFJS();
  const names = new Map(Object.entries(OPS).map(([name, number]) => [number as number, name]));
  const layers = await pdf.getOptionalContentConfig();
  const isOn = (layer: unknown) => layer === null || layer === undefined || layers.isVisible(layer);
  return async (page, items) => {
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
    const operators = fnArray.map(
      (number, at): Operator => [names.get(number) ?? '', (argsArray[at] ?? []) as unknown[]],
    );
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const view = { shown: { x0, y0, x1, y1 }, hasPictures: pictures };
    return visibleItems(items, paintOf(operators, isOn), view);
  };
}

/** Pictures are streams, whose dictionaries are never packed. */
function hasPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /\/Subtype\s{0,9}\/Image|\sBI\s/.test(file.toString('latin1'));
}

interface Metadata {
  readonly title: string;
  readonly created: PublishedDate;
}

async function metadataOf(pdf: Pdf): Promise<Metadata> {
  try {
    const { info } = await pdf.getMetadata();
    const fields = info as { readonly Title?: unknown; readonly CreationDate?: unknown };
    const created = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(fields.CreationDate ?? ''));
    return {
      title: typeof fields.Title === 'string' ? visibleLine(fields.Title) : '',
      created: created ? parseTimestamp(`${created[1]}-${created[2]}-${created[3]}`) : null,
    };
  } catch {
    // Damaged properties cost the title they might have held, not the text.
    return { title: '', created: null };
  }
}

function toPage(lines: readonly PagedLine[], metadata: Metadata): ReadOutcome {
  const read = withoutBoilerplate(toBlocks(lines));
  const title = isSaneTitle(metadata.title, read) ? metadata.title : titleIn(read, lines);
  const wanted = comparable(title);
  const blocks = read.filter((block, index) => index > 4 || comparable(block.text) !== wanted);
  if (blocks.length === 0)
    return { status: 'unreadable', code: 'no-text', reason: 'the PDF has no text of its own' };
  const page: Page = {
    title,
    publisher: null,
    published: dateIn(lines) ?? metadata.created,
    language: detectLanguage(blocks.map(({ text }) => text).join('\n')),
    blocks,
    canonicalUrl: null,
    feeds: [],
    charset: 'utf-8',
  };
  return { status: 'page', page };
}

const programTitle =
  /^(?:microsoft|untitled|без (?:назви|имени)|document\d*|документ\s?\d*|презентац|slide|layout|print|scan|unknown|title|doc\d|page \d|adobe)|\.(?:docx?|odt|rtf|indd|qxd|pptx?|xlsx?|pdf|pages|tmp)\b/i;

/** Word processors fill the title with file names; a title that shares no word with the first page is left over. */
function isSaneTitle(title: string, blocks: readonly PageBlock[]): boolean {
  if (title.length < 8 || title.length > 300 || !/\p{L}{3}/u.test(title) || programTitle.test(title))
    return false;
  if (/[\u0080-\u00ff]{3}|\ufffd|_/.test(title) || !/\s/.test(title)) return false;
  const opening = comparable(
    blocks
      .slice(0, 40)
      .map(({ text }) => text)
      .join(' '),
  );
  const words = comparable(title)
    .split(' ')
    .filter((word) => word.length > 3);
  return words.length > 0 && words.filter((word) => opening.includes(word)).length >= words.length / 2;
}

/** The largest heading at the top of the first page, or else its first short line. */
function titleIn(blocks: readonly PageBlock[], lines: readonly PagedLine[]): string {
  const top = blocks.filter(({ page }) => page === 1).slice(0, 12);
  const headings = top.filter(({ kind, text }) => kind === 'heading' && text.length >= 8);
  const best = [...headings].sort((a, b) => sizeOf(b, lines) - sizeOf(a, lines))[0];
  const short = top.find(
    ({ kind, text }) =>
      kind === 'paragraph' && text.length >= 12 && text.length < 200 && findDay(text) === null,
  );
  return best?.text ?? short?.text ?? '';
}

function sizeOf(block: PageBlock, lines: readonly PagedLine[]): number {
  const line = lines.find((candidate) => candidate.kind === 'line' && block.text.startsWith(candidate.text));
  return line?.kind === 'line' ? line.size : 0;
}

/** A date in a short line near the top is when a document was issued; dates inside paragraphs are what it tells of. */
function dateIn(lines: readonly PagedLine[]): PublishedDate {
  const top = lines
    .filter((line) => line.kind === 'line' && line.page === 1 && line.text.length <= 100)
    .slice(0, nearTop);
  for (const { text } of top) {
    const found = findDay(text);
    if (found) return found.date;
  }
  for (const { text } of top) {
    const found = text.length <= 60 ? findMonth(text) : null;
    if (found) return found;
  }
  return null;
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

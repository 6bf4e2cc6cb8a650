import { visibleLine } from '../markup/visible-text.ts';
import type { PageBlock } from '../page/page.ts';

const headingLine = /^ {0,3}(#{1,6})\s+(?=\S)(.{1,500}?)\s{0,3}#{0,6}$/;
const listLine = /^\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/;
const tableLine = /^\s{0,3}\|.+\|\s*$/;
const tableRule = /^(?=[\s:|-]*$)[\s\S]*?-{3}/;
const ruleLine = /^ {0,3}(?:[-*_] ?){3,}\s*$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** Blocks of Markdown text; marks of emphasis, links and images are taken off, their words stay. */
export function markdownBlocks(source: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    const text = inlineText(paragraph.join(' '));
    if (text !== '') blocks.push({ kind: 'paragraph', text });
    paragraph = [];
  };
  const lines = source.replace(/<!--[\s\S]*?(?:-->|$)/g, '').split(/\r?\n/);
  let isCode = false;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const heading = headingLine.exec(line.trimEnd());
    const item = listLine.exec(line);
    if (fence.test(line)) {
      flush();
      isCode = !isCode;
    } else if (isCode || line.trim() === '') flush();
    else if (heading) {
      flush();
      blocks.push({ kind: 'heading', level: heading[1]!.length, text: inlineText(heading[2]!) });
    } else if (paragraph.length === 1 && /^ {0,3}(?:=+|-{2,})\s*$/.test(line)) {
      const text = inlineText(paragraph.pop()!);
      blocks.push({ kind: 'heading', level: line.includes('=') ? 1 : 2, text });
    } else if (ruleLine.test(line)) flush();
    else if (tableLine.test(line) && tableRule.test(lines[index + 1] ?? '')) {
      flush();
      index = readTable(lines, index, blocks);
    } else if (item) {
      flush();
      blocks.push({ kind: 'list-item', text: inlineText(itemText(lines, index, item[1]!)) });
      while (isContinued(lines[index + 1])) index += 1;
    } else paragraph.push(line.replace(/^\s{0,3}>\s?/, ''));
  }
  flush();
  return blocks.filter(({ text }) => text !== '');
}

/** An indented line without a mark of its own goes on with the item above. */
function isContinued(line: string | undefined): boolean {
  return line !== undefined && /^\s{2,}\S/.test(line) && !listLine.test(line);
}

function itemText(lines: readonly string[], index: number, first: string): string {
  const parts = [first];
  for (let next = index + 1; isContinued(lines[next]); next += 1) parts.push(lines[next]!);
  return parts.join(' ');
}

/** Reads a table from its header on and returns the index of its last line. */
function readTable(lines: readonly string[], start: number, blocks: PageBlock[]): number {
  const headers = cellsOf(lines[start]!);
  let index = start + 2;
  for (; index < lines.length && tableLine.test(lines[index]!); index += 1) {
    const cells = cellsOf(lines[index]!);
    const parts = cells.map((cell, column) =>
      headers[column] && cell ? `${headers[column]}: ${cell}` : cell,
    );
    const text = parts.filter((part) => part !== '').join('; ');
    if (text !== '') blocks.push({ kind: 'table-row', text });
  }
  return index - 1;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(inlineText);
}

function inlineText(source: string): string {
  const text = source
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,1000}\)/g, '')
    .replace(/(?<!\[)\[([^\]]{1,500})\]\([^)]{0,1000}\)/g, '$1')
    .replace(/(?<!\[)\[([^\]]{1,500})\]\[[^\]]{0,100}\]/g, '$1')
    .replace(/<(https?:[^>\s]{1,500})>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/(\*\*|__)(?=\S)([^*_]{1,1000})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,500})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,500})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1');
  return visibleLine(text);
}

import { type DomElement, type DomNode, isElement, isText } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { boilerplateKind } from '../page/boilerplate-phrases.ts';
import type { PageBlock } from '../page/page.ts';
import { cellText } from './cell-text.ts';
import { tilesMark } from './figure-tiles.ts';
import { readTable } from './html-table.ts';

/** A block with what the filters need to judge it. */
export interface HtmlBlock extends PageBlock {
  /** The block element the text stands in. */
  readonly element: DomElement;
  /** The list or table the block is part of. */
  readonly group: DomElement | null;
  /** Characters of the text that stand inside links. */
  readonly linkLength: number;
  /** A row of inline boxes, one of them furniture: share buttons, counters, "date · author". */
  readonly isRow: boolean;
}

type Kind = PageBlock['kind'];

interface Place {
  readonly kind: Kind;
  readonly level?: number;
  readonly element: DomElement;
  readonly group: DomElement | null;
  readonly isLink: boolean;
  readonly isRow: boolean;
}

const inlineTags = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr img picture source amp-img'
  ).split(' '),
);
/** Inside these, neighbouring elements are parts of one text ("<b>Я</b><i>понія</i>"). */
const textTags = /^(?:p|li|h[1-6]|b|strong|i|em|u|s|sub|sup|font|big|small|td|th|dd|dt|wbr|mark|abbr)$/;
/** Marks where two inline boxes meet without a space; never part of a page, as control characters are not visible. */
const seam = '\u0001';
/** A list item longer than this is a box of the layout, not a bullet. */
const longestItem = 1_500;
const bulletSign = /^(?:[•●▪■◦‣⁃·►▶✓✔✅☑➔➡→❖◆▫*]|🔹|🔸|[-–—](?=\s))\s{0,3}(?=\S)/u;
const certainBullet = /^(?:[•●▪■◦‣⁃·►▶✓✔✅☑➔➡→❖◆▫]|🔹|🔸)/u;

/** Turns the tree under a root into blocks in reading order. */
class BlockCollector {
  readonly blocks: HtmlBlock[] = [];
  private pieces: string[] = [];
  private linkLength = 0;

  start(root: DomElement, place: Place): void {
    if (root.localName === 'table') this.walk(root, place);
    else this.walkChildren(root, place);
    this.flush(place);
  }

  private walkChildren(parent: DomElement, place: Place): void {
    for (const child of parent.childNodes) this.walk(child, place);
  }

  private walk(node: DomNode, place: Place): void {
    if (isText(node)) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      this.pieces.push(text);
      if (place.isLink) this.linkLength += text.trim().length;
      return;
    }
    if (!isElement(node)) return;
    if (node.localName === 'br') this.pieces.push('\n');
    else if (inlineTags.has(node.localName)) this.inline(node, place);
    else this.block(node, place);
  }

  private inline(element: DomElement, place: Place): void {
    if (element.localName === 'sup' && isFootnoteMark(element)) return;
    const raised = element.localName === 'sup' ? squareOrCube(element, this.pieces.at(-1) ?? '') : null;
    if (raised) {
      this.pieces.push(raised);
      return;
    }
    // Inline boxes set side by side by a style sheet have no space of their own; whether they are one line of text is
    // decided when the line is complete.
    const neighbour = element.previousSibling;
    const isSetApart =
      !textTags.test(element.parentNode?.localName ?? '') || /^(?:a|time)$/.test(element.localName);
    if (isSetApart && neighbour && isElement(neighbour) && !textTags.test(element.localName))
      this.pieces.push(seam);
    const isLink = place.isLink || (element.localName === 'a' && element.hasAttribute('href'));
    this.walkChildren(element, isLink === place.isLink ? place : { ...place, isLink });
  }

  private block(element: DomElement, place: Place): void {
    const name = element.localName;
    if (place.kind === 'list-item' && /^(?:p|div|section|blockquote)$/.test(name)) {
      this.pieces.push(' ');
      this.walkChildren(element, place);
      this.pieces.push(' ');
      return;
    }
    this.flush(place);
    if (/^h[1-6]$/.test(name))
      this.contained(element, { ...place, kind: 'heading', level: Number(name[1]), element });
    else if (name === 'table') this.table(element, place);
    else if (name === 'li') this.item(element, place);
    else if (element.hasAttribute(tilesMark)) this.tiles(element, place);
    else if (name === 'dl') this.definitions(element, place);
    else if (name === 'pre') this.preformatted(element, place);
    else if (name === 'ul' || name === 'ol')
      this.contained(element, { ...place, kind: 'paragraph', element, group: element });
    else this.contained(element, { ...place, element });
  }

  private contained(element: DomElement, place: Place): void {
    this.walkChildren(element, place);
    this.flush(place);
  }

  private item(element: DomElement, place: Place): void {
    const isBox =
      (element.textContent ?? '').length > longestItem ||
      element.querySelector('h1, h2, h3, h4, table, article') !== null;
    this.contained(element, { ...place, kind: isBox ? 'paragraph' : 'list-item', element });
  }

  private tiles(group: DomElement, place: Place): void {
    for (const tile of group.children)
      this.contained(tile, { ...place, kind: 'list-item', element: tile, group });
  }

  private definitions(list: DomElement, place: Place): void {
    let term = '';
    for (const child of list.querySelectorAll('dt, dd')) {
      const text = cellText(child);
      if (child.localName === 'dt') term = text.replace(/\s?:$/, '');
      else if (text !== '') {
        this.add(
          { ...place, kind: 'list-item', element: child, group: list },
          term === '' ? text : /[?!.]$/.test(term) ? `${term} ${text}` : `${term}: ${text}`,
        );
        term = '';
      }
    }
  }

  private preformatted(element: DomElement, place: Place): void {
    for (const line of (element.textContent ?? '').split('\n'))
      this.add({ ...place, element }, visibleLine(line));
  }

  private table(element: DomElement, place: Place): void {
    const table = readTable(element);
    if (!table) {
      this.contained(element, { ...place, kind: 'paragraph', element });
      return;
    }
    const inTable: Place = { ...place, element, group: element };
    if (table.caption) this.add({ ...inTable, kind: 'paragraph' }, table.caption);
    const linkLength = [...element.querySelectorAll('a[href]')].reduce(
      (sum, link) => sum + (link.textContent ?? '').trim().length,
      0,
    );
    const share = linkLength / Math.max(1, (element.textContent ?? '').trim().length);
    for (const row of table.rows)
      this.add({ ...inTable, kind: 'table-row' }, row, Math.round(row.length * share));
  }

  private add(place: Place, text: string, linkLength = 0): void {
    if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return;
    const { kind, element, group, isRow } = place;
    this.blocks.push({
      kind,
      text,
      element,
      group,
      linkLength,
      isRow,
      ...(kind === 'heading' ? { level: place.level ?? 2 } : {}),
    });
  }

  /** Ends the text gathered so far; line breaks inside it become paragraphs or bullets where they look like them. */
  private flush(place: Place): void {
    const source = this.pieces.join('');
    const linkLength = this.linkLength;
    this.pieces = [];
    this.linkLength = 0;
    const text = source.replaceAll(seam, ' ');
    if (text.trim() === '') return;
    const isRow = source.includes(seam) && isRowOfFurniture(source);
    const lines =
      place.kind === 'paragraph' ? splitAtBreaks(text) : [{ text: visibleLine(text), isItem: false }];
    const total = lines.reduce((sum, line) => sum + line.text.length, 0);
    for (const line of lines) {
      const kind = line.isItem ? 'list-item' : place.kind;
      this.add(
        { ...place, kind, isRow },
        line.text,
        Math.round((linkLength * line.text.length) / Math.max(1, total)),
      );
    }
  }
}

function isRowOfFurniture(source: string): boolean {
  const parts = source
    .split(seam)
    .map(visibleLine)
    .filter((part) => part !== '');
  const endsSentence = /[.!?:;]["»”)]?$/.test(source.trim());
  return parts.length > 1 && !endsSentence && parts.some((part) => boilerplateKind(part) !== null);
}

function isFootnoteMark(element: DomElement): boolean {
  return /^\s?(?:\[[\p{L}\d]{1,3}\]|\*{1,3})\s?$/u.test(element.textContent ?? '');
}

/** "км" + raised 2 is "км²", not "км2". */
function squareOrCube(element: DomElement, before: string): string | null {
  if (!/(?:м|m)\s?$/.test(before)) return null;
  const raised = (element.textContent ?? '').trim();
  return raised === '2' ? '²' : raised === '3' ? '³' : null;
}

function splitAtBreaks(text: string): { readonly text: string; readonly isItem: boolean }[] {
  const lines = text.split('\n').map(visibleLine);
  const bullets = lines.filter((line) => bulletSign.test(line)).length;
  const result: { text: string; isItem: boolean }[] = [];
  let isFresh = true;
  for (const line of lines) {
    if (line === '') {
      isFresh = true;
      continue;
    }
    const previous = result.at(-1);
    if (bullets >= 2 && bulletSign.test(line))
      result.push({ text: line.replace(bulletSign, ''), isItem: true });
    else if (isFresh || !previous || /[.!?:;…»"”]$/.test(previous.text))
      result.push({ text: line, isItem: false });
    else previous.text += ` ${line}`;
    isFresh = false;
  }
  return result;
}

/** Paragraphs that begin with a bullet sign are list items; a dash alone may open speech, so it needs a neighbour. */
function withTypedBullets(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const isDash = (block: HtmlBlock | undefined) => block?.kind === 'paragraph' && /^[-–—]\s/.test(block.text);
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || !bulletSign.test(block.text)) return block;
    const inRun = isDash(block) && (isDash(blocks[index - 1]) || isDash(blocks[index + 1]));
    const introduced = /:$/.test(blocks[index - 1]?.text ?? '');
    const isListed =
      inRun && (/;$/.test(block.text) || introduced || /[;:]$/.test(blocks[index - 1]?.text ?? ''));
    if (!certainBullet.test(block.text) && !isListed) return block;
    return { ...block, kind: 'list-item' as const, text: block.text.replace(bulletSign, '') };
  });
}

/** Blocks under `root` in reading order. */
export function collectBlocks(root: DomElement): HtmlBlock[] {
  const collector = new BlockCollector();
  collector.start(root, { kind: 'paragraph', element: root, group: null, isLink: false, isRow: false });
  return withTypedBullets(collector.blocks);
}

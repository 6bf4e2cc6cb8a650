import type { DomDocument, DomElement } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';

/** Marks a group of tiles for {@link collectBlocks}. */
export const tilesMark = 'data-figure-tiles';

const fewestTiles = 2;
const longestTile = 180;
/** "137 800 км²", "> 35 млн", "$ 34.6 billion", "94": the figure alone, with what it is measured in. */
const figureOnly =
  /^(?:[~≈><+±$€£¥₴-]|понад|більше|близько|over|about|more than)?\s?\d[\d\s.,]{0,14}(?:[+%]|\s?\p{L}[\p{L}²³./-]{0,14}\.?){0,2}\+?$/u;

/**
 * Rows of boxes that show a large figure over a few words ("137 800 км²" / "потенційно забруднено") hold the key data of
 * ministries and agencies in pieces too short to be known as text. Each box becomes one line of figure and words.
 */
export function joinFigureTiles(document: DomDocument): void {
  for (const group of [...document.body.querySelectorAll('div, section, ul, dl')]) {
    const tiles = [...group.children].filter((child) => (child.textContent ?? '').trim() !== '');
    if (tiles.length < fewestTiles || tiles.some((tile) => (tile.textContent ?? '').length > 3 * longestTile))
      continue;
    const lines = tiles.map(tileLine);
    if (lines.some((line) => line === null)) continue;
    for (const [index, tile] of tiles.entries()) tile.textContent = lines[index]!;
    group.setAttribute(tilesMark, '');
  }
}

function tileLine(tile: DomElement): string | null {
  const texts = leafTexts(tile);
  if (texts.length < 2 || texts.length > 3) return null;
  const figure = texts.find((text) => figureOnly.test(text));
  const words = texts.filter((text) => text !== figure);
  const isWorded = words.every((text) => /\p{L}{3}/u.test(text) && !figureOnly.test(text));
  const line = `${figure} — ${words.join(', ')}`;
  return figure === undefined ||
    !isWorded ||
    line.length > longestTile ||
    tile.querySelector('a[href]') !== null
    ? null
    : line;
}

/** Texts of the innermost elements that hold any, in order; empty when text stands beside them. */
function leafTexts(element: DomElement): string[] {
  const children = [...element.children].filter((child) => (child.textContent ?? '').trim() !== '');
  if (children.length === 0) return [visibleLine(element.textContent ?? '')];
  const inside = children.flatMap(leafTexts);
  const whole = visibleLine(element.textContent ?? '').replace(/\s/g, '');
  return inside.join('').replace(/\s/g, '') === whole ? inside : [];
}

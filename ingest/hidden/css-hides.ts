import { blends, isNearWhite, isTransparent, parseColour } from '../markup/css-colour.ts';
import { cssNumber, cssNumbers } from '../markup/css-number.ts';
import type { Declarations } from './css-declarations.ts';
import { isClippedAway, isMovedAway } from './css-shape.ts';

const farAway = 500;
const beyondView = 5_000;

const sides = [
  'left',
  'top',
  'right',
  'bottom',
  'inset-inline-start',
  'inset-inline-end',
  'inset-block-start',
  'inset-block-end',
];
const lists = ['inset', 'inset-inline', 'inset-block'];
const margins = [
  'margin',
  'margin-left',
  'margin-top',
  'margin-inline',
  'margin-inline-start',
  'margin-block-start',
];

function isOffScreen(style: Declarations): boolean {
  const positioned = /absolute|fixed|relative/.test(style.get('position') ?? '');
  const places = [
    ...sides.map((side) => cssNumber(style.get(side))),
    ...lists.flatMap((side) => cssNumbers(style.get(side))),
  ].filter((value) => value !== null);
  if (positioned && places.some((value) => value <= -farAway || value >= beyondView)) return true;
  // Two whole views to the side or upwards; below there is the rest of the page.
  const beside = sides.filter((side) => side !== 'top' && side !== 'inset-block-start');
  if (positioned && beside.some((side) => isTwoViews(style.get(side)))) return true;
  if (margins.some((side) => cssNumbers(style.get(side)).some((value) => value <= -farAway))) return true;
  if (
    /absolute|fixed/.test(style.get('position') ?? '') &&
    (cssNumber(style.get('margin-right')) ?? 0) >= beyondView
  )
    return true;
  return isIndentedAway(style) || isMovedAway(style);
}

function isTwoViews(value: string | undefined): boolean {
  return /^(?:[2-9]\d{2}|\d{4,9})(?:\.\d{1,9})?(?:vw|vh|vmax|dvh|dvw)$/.test(value ?? '');
}

function isIndentedAway(style: Declarations): boolean {
  const indent = cssNumber(style.get('text-indent'));
  if (cutsOff(style) && (cssNumber(style.get('padding-left')) ?? 0) >= beyondView / 2) return true;
  if (indent === null || Math.abs(indent) < farAway) return false;
  // A whole line of indent leaves the box only where nothing wraps into the next line.
  return indent < 1_000 && /%/.test(style.get('text-indent') ?? '') ? cutsOff(style) : true;
}

function cutsOff(style: Declarations): boolean {
  return ['overflow', 'overflow-x', 'overflow-y', 'contain'].some((name) =>
    /hidden|clip|paint|strict|auto|scroll/.test(style.get(name) ?? ''),
  );
}

const boxes = [
  'height',
  'max-height',
  'width',
  'max-width',
  'block-size',
  'inline-size',
  'max-block-size',
  'max-inline-size',
];

function isShut(style: Declarations): boolean {
  return (
    cutsOff(style) &&
    boxes.some((side) => {
      const value = cssNumber(style.get(side));
      return value !== null && value <= 1;
    })
  );
}

// Nobody reads letters of two pixels; a size without a unit is none, but zero.
const smallestFontPx = 2.7;
const widestSpacingPx = 8;

function isTiny(style: Declarations): boolean {
  const size = style.get('font-size') ?? fontSizeIn(style.get('font'));
  const pixels = fontPixels(size);
  if (pixels !== null && pixels <= smallestFontPx) return true;
  if (cssNumber(style.get('font-size-adjust')) === 0) return true;
  const spacing = cssNumber(style.get('letter-spacing'));
  const words = cssNumber(style.get('word-spacing'));
  return (spacing !== null && spacing <= -widestSpacingPx) || (words !== null && words <= -farAway);
}

function fontPixels(size: string | undefined): number | null {
  const value = cssNumber(size);
  // Shares of the parent's size, not of a box of 1,000 px.
  return value !== null && /%/.test(size ?? '') ? (value / 1_000) * 16 : value;
}

function fontSizeIn(font: string | undefined): string | undefined {
  return /(?:^|\s)((?:0|\d{0,4}\.?\d{1,4}(?:px|pt|em|rem|%|mm|vw|in|cm))(?![\d.%a-z]))/.exec(font ?? '')?.[1];
}

function isFaded(style: Declarations): boolean {
  const opacity = style.get('opacity');
  const value = cssNumber(opacity);
  if (value !== null && (/%/.test(opacity ?? '') ? value / 1_000 : value) < 0.1) return true;
  const filter = `${style.get('filter') ?? ''} ${style.get('-webkit-filter') ?? ''}`;
  const faded = /opacity\(([^()]{1,20})\)/.exec(filter)?.[1];
  const left = cssNumber(faded);
  if (left !== null && (/%/.test(faded ?? '') ? left / 1_000 : left) < 0.1) return true;
  if ((cssNumber(/blur\(([^()]{1,20})\)/.exec(filter)?.[1]) ?? 0) >= 5) return true;
  if (/brightness\(0%?\).{0,40}invert\((?:1|100%)?\)/.test(filter)) return true;
  return ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'].some((name) =>
    masksAll(style.get(name)),
  );
}

/** A gradient all of whose colours are transparent lets nothing through. */
function masksAll(mask: string | undefined): boolean {
  const inside = /gradient\((.{1,200})\)$/.exec(mask ?? '')?.[1];
  if (inside === undefined) return false;
  const colours = inside.split(/,(?![^(]{0,160}\))/).flatMap((part) => parseColour(part) ?? []);
  return colours.length > 1 && colours.every(isTransparent);
}

/**
 * Whether these declarations keep an element's text from a reader's eyes. White letters hide only on white, which
 * declarations alone cannot tell: a caller who knows of a dark background says that white is read.
 */
export function hides(
  style: Declarations,
  white: 'white is hidden' | 'white is read' = 'white is hidden',
): boolean {
  if (/^(?:none|table-column(?:-group)?)$/.test(style.get('display') ?? '')) return true;
  if (/^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return true;
  if (style.get('content-visibility') === 'hidden') return true;
  return (
    isFaded(style) ||
    isTiny(style) ||
    isInvisibleColour(style, white) ||
    isOffScreen(style) ||
    isShut(style) ||
    isClippedAway(style)
  );
}

/** Colour of the letters as a value; undefined when these declarations do not set it. */
export function inkOf(style: Declarations): string | undefined {
  return style.get('-webkit-text-fill-color') ?? style.get('color');
}

/** What an element is painted with: a value for `parseColour`, undefined for nothing. */
export function paintOf(style: Declarations): string | undefined {
  const plain = /^(?:none|inherit|initial|unset|transparent)\b/;
  const values = [style.get('background-color'), style.get('background'), style.get('background-image')];
  return values.find((value) => value !== undefined && value !== '' && !plain.test(value));
}

function isInvisibleColour(style: Declarations, white: 'white is hidden' | 'white is read'): boolean {
  const value = inkOf(style);
  const colour = value === undefined ? null : parseColour(value);
  if (colour === null) return false;
  const painted = paintOf(style) ?? '';
  // Letters filled with a picture or a gradient are transparent only to style sheets.
  if (isTransparent(colour))
    return !/text/.test(style.get('background-clip') ?? style.get('-webkit-background-clip') ?? '');
  if (painted.includes('currentcolor')) return true;
  const ground = /gradient|url\(/.test(painted) ? null : parseColour(painted);
  if (ground !== null && !isTransparent(ground)) return blends(colour, ground);
  return white === 'white is hidden' && painted === '' && isNearWhite(value!);
}

/** Declarations of a style attribute or rule: property to value, both lower case, `!important` removed. */
export type Declarations = ReadonlyMap<string, string>;

/** Reads `a: b; c: d`. Later declarations win, as in CSS. */
export function parseDeclarations(source: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of withoutComments(source.toLowerCase().slice(0, 8_000)).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const value = part
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    declarations.set(part.slice(0, colon).trim(), value);
  }
  return declarations;
}

/** Meant for pieces of bounded length. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, ' ');
}

/** A rule of a style sheet. */
export interface CssRule {
  readonly selector: string;
  readonly declarations: Declarations;
}

// Print and narrow-screen rules say nothing about what a reader of the page sees.
const ignoredMedia = /print|max-width|max-device-width|prefers-|orientation/;

/**
 * The plain rules of a style sheet, at most `limit`. Rules inside `@media` count when they hold for an ordinary wide
 * screen; key frames and font faces do not. Linear: one scan over the braces.
 */
export function parseRules(source: string, limit: number): CssRule[] {
  const rules: CssRule[] = [];
  const blocks: { readonly prelude: string; readonly skipped: boolean }[] = [];
  let start = 0;
  for (let position = 0; position < source.length && rules.length < limit; position += 1) {
    const character = source[position];
    if (character === '/' && source[position + 1] === '*') {
      const end = source.indexOf('*/', position + 2);
      if (end === -1) break;
      position = end + 1;
    } else if (character === '{') {
      const prelude = withoutComments(source.slice(Math.max(start, position - 2_000), position)).trim();
      const outer = blocks.at(-1)?.skipped ?? false;
      blocks.push({ prelude, skipped: outer || isSkipped(prelude) });
      start = position + 1;
    } else if (character === '}') {
      const block = blocks.pop();
      if (block && !block.skipped && !block.prelude.startsWith('@')) {
        rules.push({
          selector: block.prelude,
          declarations: parseDeclarations(source.slice(start, position)),
        });
      }
      start = position + 1;
    } else if (character === ';' && blocks.length === 0) start = position + 1;
  }
  return rules;
}

function isSkipped(prelude: string): boolean {
  if (!prelude.startsWith('@')) return false;
  const lower = prelude.toLowerCase();
  return !/^@(?:media|supports|layer)/.test(lower) || ignoredMedia.test(lower);
}

const namedWhite = new Set(['white', '#fff', '#ffffff', '#fffffe', '#fefefe', '#ffff', '#ffffffff', 'snow']);

/** Whether a colour is white or so near to it that nobody reads it on white. */
export function isNearWhite(colour: string): boolean {
  const value = colour.replace(/\s/g, '');
  if (namedWhite.has(value)) return true;
  const rgb = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})/.exec(value);
  if (rgb) return rgb.slice(1, 4).every((part) => Number(part) >= 250);
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(value);
  if (hex) return hex.slice(1, 4).every((part) => Number.parseInt(part, 16) >= 250);
  return /^hsla?\([^,]{1,10},[^,]{1,10},(?:100|99)%/.test(value);
}

function isTransparent(colour: string): boolean {
  return colour === 'transparent' || /^(?:rgba|hsla)\(.{1,40}[,/]\s?0(?:\.0\d?)?\s?\)$/.test(colour);
}

/** First length in a value, in px (em and rem as 16 px); null for percentages, `auto` and the like. */
function length(value: string | undefined): number | null {
  const match = /^(-?\d{0,7}(?:\.\d{1,4})?)(px|em|rem|pt|vw|vh)?(?:\s|$)/.exec(value ?? '');
  if (!match || match[1] === '' || match[1] === '-') return null;
  const factor =
    match[2] === 'em' || match[2] === 'rem' ? 16 : match[2] === 'vw' || match[2] === 'vh' ? 10 : 1;
  return Number(match[1]) * factor;
}

const farAway = -500;

function isOffScreen(style: Declarations): boolean {
  const positioned = /absolute|fixed|relative/.test(style.get('position') ?? '');
  const sides = ['left', 'top', 'right', 'bottom', 'inset'].map((side) => length(style.get(side)));
  if (positioned && sides.some((value) => value !== null && (value <= farAway || value >= 5_000)))
    return true;
  const indent = length(style.get('text-indent'));
  const margin = ['margin-left', 'margin-top', 'margin'].map((side) => length(style.get(side)));
  if (margin.some((value) => value !== null && value <= farAway)) return true;
  if (indent !== null && Math.abs(indent) >= -farAway) return true;
  return /translate[xy3d]{0,2}\(\s?-?\d{4,}|translate[xy]?\(\s?-\d{3,}%|scale[xy]?\(\s?0(?:\.0\d*)?\s?[),]/.test(
    style.get('transform') ?? '',
  );
}

function isClipped(style: Declarations): boolean {
  if (/rect\(\s?(?:0|1px)/.test(style.get('clip') ?? '')) return true;
  if (/inset\(\s?(?:50|100)%|circle\(\s?0/.test(style.get('clip-path') ?? '')) return true;
  if (!/hidden|clip/.test(style.get('overflow') ?? '')) return false;
  return ['height', 'max-height', 'width', 'max-width'].some((side) => {
    const value = length(style.get(side));
    return value !== null && value <= 1;
  });
}

/**
 * Whether these declarations keep an element's text from a reader's eyes. White letters hide only on white, which
 * declarations alone cannot tell: a caller who knows of a dark background says that white is read.
 */
export function hides(
  style: Declarations,
  white: 'white is hidden' | 'white is read' = 'white is hidden',
): boolean {
  if (style.get('display') === 'none') return true;
  if (/^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return true;
  if (/^(?:0?\.0\d*|0|0%|0\.0+)$/.test(style.get('opacity') ?? '')) return true;
  if (/opacity\(\s?0/.test(style.get('filter') ?? '')) return true;
  if (style.get('content-visibility') === 'hidden') return true;
  const size = /^(-?[\d.]{1,6})(px|em|rem|pt|%|)$/.exec(style.get('font-size') ?? '');
  const tiny = { px: 2, pt: 2, em: 0.15, rem: 0.15, '%': 10, '': 0.5 }[size?.[2] ?? 'px'] ?? 0;
  if (size && Number(size[1]) <= tiny) return true;
  if (/(?:^|\s)0(?:px|pt|em)?(?:\/|\s)/.test(style.get('font') ?? '')) return true;
  return isInvisibleColour(style, white) || isOffScreen(style) || isClipped(style);
}

function isInvisibleColour(style: Declarations, white: 'white is hidden' | 'white is read'): boolean {
  const colour = style.get('color');
  if (!colour) return false;
  if (isTransparent(colour)) return true;
  const background = style.get('background-color') ?? style.get('background')?.split(/\s(?![^(]*\))/)[0];
  if (background && background.replace(/\s/g, '') === colour.replace(/\s/g, '')) return true;
  return white === 'white is hidden' && isNearWhite(colour) && (!background || isNearWhite(background));
}

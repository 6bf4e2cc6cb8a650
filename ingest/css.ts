import { blends, isNearWhite, isTransparent, parseColour } from './css-colour.ts';

/** Declarations of a style attribute or rule: property to value, both lower case, `!important` removed. */
export type Declarations = ReadonlyMap<string, string>;

/** Reads `a: b; c: d`. Later declarations win, as in CSS. */
export function parseDeclarations(source: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of withoutEscapes(withoutComments(source.slice(0, 8_000)))
    .toLowerCase()
    .split(';')) {
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

/** A comment that nobody closes goes on to the end, as in a browser. */
function withoutComments(source: string): string {
  let kept = '';
  let at = 0;
  for (let open = source.indexOf('/*'); open !== -1; open = source.indexOf('/*', at)) {
    kept += `${source.slice(at, open)} `;
    const close = source.indexOf('*/', open + 2);
    if (close === -1) return kept;
    at = close + 2;
  }
  return kept + source.slice(at);
}

/** "\\64 isplay" is "display" to a browser. */
function withoutEscapes(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_whole, hex: string | undefined, sign: string) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

/** A rule of a style sheet. */
export interface CssRule {
  readonly selector: string;
  readonly declarations: Declarations;
}

// Print and narrow-screen rules say nothing about what a reader of the page sees.
const ignoredMedia = /print|max-width|max-device-width|prefers-|orientation/;

interface OpenBlock {
  readonly prelude: string;
  readonly skipped: boolean;
  /** Declarations that stand before and between nested rules. */
  own: string;
}

/**
 * The plain rules of a style sheet, at most `limit`, nested ones with their parents' selectors before their own. Rules
 * inside `@media` count when they hold for an ordinary wide screen; key frames and font faces do not. Variables are
 * filled in with the last value any rule gives them. Linear: one scan over the braces.
 */
export function parseRules(source: string, limit: number): CssRule[] {
  const rules: CssRule[] = [];
  const blocks: OpenBlock[] = [];
  let start = 0;
  for (let position = 0; position < source.length && rules.length < limit; position += 1) {
    const character = source[position];
    if (character === '/' && source[position + 1] === '*') {
      const end = source.indexOf('*/', position + 2);
      if (end === -1) break;
      position = end + 1;
    } else if (character === '{') {
      const before = source.slice(Math.max(start, position - 2_000), position);
      const semicolon = before.lastIndexOf(';');
      const outer = blocks.at(-1);
      if (outer) outer.own = `${outer.own}${before.slice(0, semicolon + 1)}`.slice(0, 8_000);
      const prelude = withoutComments(before.slice(semicolon + 1)).trim();
      blocks.push({ prelude, skipped: (outer?.skipped ?? false) || isSkipped(prelude), own: '' });
      start = position + 1;
    } else if (character === '}') {
      const block = blocks.pop();
      if (block && !block.skipped && !block.prelude.startsWith('@')) {
        const declarations = parseDeclarations(block.own + source.slice(start, position));
        rules.push({ selector: nestedSelector(blocks, block.prelude), declarations });
      }
      start = position + 1;
    } else if (character === ';' && blocks.length === 0) start = position + 1;
  }
  return withVariables(rules);
}

function nestedSelector(outer: readonly OpenBlock[], own: string): string {
  const parent = outer.findLast(({ prelude }) => !prelude.startsWith('@'))?.prelude;
  if (parent === undefined) return own;
  const whole = own.includes('&') ? own.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${own}`;
  return whole.slice(0, 500);
}

function withVariables(rules: readonly CssRule[]): CssRule[] {
  const variables = new Map(
    rules.flatMap(({ declarations }) => [...declarations].filter(([name]) => name.startsWith('--'))),
  );
  if (variables.size === 0) return [...rules];
  const fill = (value: string) =>
    value.replace(
      /var\(\s{0,9}(--[\w-]{1,60})\s{0,9}(?:,([^()]{0,100}))?\)/g,
      (_whole, name: string, other = '') => (variables.get(name) ?? other).trim(),
    );
  return rules.map(({ selector, declarations }) => ({
    selector,
    declarations: new Map(
      [...declarations].map(([name, value]) => [name, value.includes('var(') ? fill(value) : value]),
    ),
  }));
}

function isSkipped(prelude: string): boolean {
  if (!prelude.startsWith('@')) return false;
  const lower = prelude.toLowerCase();
  return !/^@(?:media|supports|layer)/.test(lower) || ignoredMedia.test(lower);
}

/** First length in a value, in px (em and rem as 16 px, a view of 1,000 px); null for `auto` and the like. */
function length(value: string | undefined): number | null {
  const plain = (value ?? '').replace(/^calc\(([^()]{0,40})\)/, '$1').trim();
  const match = /^([-+]?\d{0,7}(?:\.\d{1,4})?)(px|em|rem|pt|ex|ch|vw|vh|vmax|%)?(?:\s|$)/.exec(plain);
  if (!match || match[1] === '' || match[1] === '-') return null;
  const factors: Readonly<Record<string, number>> = {
    em: 16,
    rem: 16,
    ex: 8,
    ch: 8,
    vw: 10,
    vh: 10,
    vmax: 10,
    '%': 10,
  };
  return Number(match[1]) * (factors[match[2] ?? ''] ?? 1);
}

const farAway = -500;

function isFar(value: number | null): boolean {
  return value !== null && value <= farAway;
}

const sides = [
  'left',
  'top',
  'right',
  'bottom',
  'inset',
  'inset-inline',
  'inset-inline-start',
  'inset-inline-end',
];

function isOffScreen(style: Declarations): boolean {
  const positioned = /absolute|fixed|relative/.test(style.get('position') ?? '');
  const places = sides.map((side) => length(style.get(side)));
  if (positioned && places.some((value) => isFar(value) || (value !== null && value >= 5_000))) return true;
  const margins = ['margin-left', 'margin-top', 'margin-inline-start'].map((side) => style.get(side));
  if ([...margins, ...(style.get('margin') ?? '').split(/\s+/)].some((value) => isFar(length(value))))
    return true;
  const indent = length(style.get('text-indent'));
  if (indent !== null && Math.abs(indent) >= -farAway) {
    // A whole line of indent leaves the box only where nothing wraps into the next line.
    return indent < 1_000 && /%/.test(style.get('text-indent') ?? '') ? cutsOff(style) : true;
  }
  return isMovedAway(style);
}

const movedAway =
  /translate(?:x|y|3d)?\(\s?-?\d{4,}|translate(?:x|y|3d)?\(\s?-\d{3,}(?:%|vw|vh)|scale(?:x|y|3d)?\(\s?0(?:\.0\d*)?\s?[),]|rotate[xy]\(\s?-?(?:90|270)deg/;

function isMovedAway(style: Declarations): boolean {
  if (movedAway.test(style.get('transform') ?? '')) return true;
  if (/^0(?:\.0\d*)?(?:\s|$)/.test(style.get('scale') ?? '')) return true;
  if (/^0(?:\.0\d*)?%?$/.test(style.get('zoom') ?? '')) return true;
  return (style.get('translate') ?? '').split(/\s+/).some((value) => isFar(length(value)));
}

function cutsOff(style: Declarations): boolean {
  return ['overflow', 'overflow-x', 'overflow-y', 'contain'].some((name) =>
    /hidden|clip|paint|strict/.test(style.get(name) ?? ''),
  );
}

function isClipped(style: Declarations): boolean {
  if (/rect\(\s?(?:0|1px)/.test(style.get('clip') ?? '')) return true;
  const path = style.get('clip-path') ?? '';
  if (/inset\(\s?(?:50|100)%|circle\(\s?0|ellipse\(\s?0|path\(\s?["']{0,1}["']/.test(path)) return true;
  if (/^polygon\((?:[\s,]|0(?:px|%)?(?![\d.]))+\)$/.test(path)) return true;
  if (!cutsOff(style)) return false;
  const boxes = ['height', 'max-height', 'width', 'max-width', 'block-size', 'inline-size', 'max-block-size'];
  return boxes.some((side) => {
    const value = length(style.get(side));
    return value !== null && value <= 1;
  });
}

function isTiny(style: Declarations): boolean {
  const size = /^(-?[\d.]{1,6})(px|em|rem|pt|%|vw|)$/.exec(
    (style.get('font-size') ?? '').replace(/^calc\((.{0,20})\)$/, '$1'),
  );
  const tiny = { px: 2, pt: 2, em: 0.15, rem: 0.15, '%': 10, vw: 0.2, '': 0.5 }[size?.[2] ?? 'px'] ?? 0;
  if (size && Number(size[1]) <= tiny) return true;
  if (/(?:^|\s)(?:0(?:px|pt|em)?|[12]px)(?:\/|\s)/.test(style.get('font') ?? '')) return true;
  return /^-(?:0?\.[5-9]|[1-9])\d*em$/.test(style.get('letter-spacing') ?? '');
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
  return isTiny(style) || isInvisibleColour(style, white) || isOffScreen(style) || isClipped(style);
}

function isInvisibleColour(style: Declarations, white: 'white is hidden' | 'white is read'): boolean {
  const value = style.get('-webkit-text-fill-color') ?? style.get('color');
  const colour = value === undefined ? null : parseColour(value);
  if (colour === null) return false;
  const painted = style.get('background-color') ?? style.get('background') ?? '';
  // Letters filled with a picture or a gradient are transparent only to style sheets.
  if (isTransparent(colour))
    return !/text/.test(style.get('background-clip') ?? style.get('-webkit-background-clip') ?? '');
  const ground = /gradient|url\(/.test(painted) ? null : parseColour(painted);
  if (ground !== null && !isTransparent(ground)) return blends(colour, ground);
  return white === 'white is hidden' && painted === '' && isNearWhite(value!);
}

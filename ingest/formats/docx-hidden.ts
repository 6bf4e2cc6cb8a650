import { blends, type Colour, parseColour } from '../markup/css-colour.ts';

const pieces =
  /<w:(rPr|r|pPr|p|tbl|trPr|tr)(?:\s[^<>]{0,500})?(?<!\/)>|<\/w:(rPr|r|pPr|p|tbl|trPr|tr)>|<w:(vanish|specVanish|hidden|sz|color|shd|highlight|rStyle|pStyle|w|spacing|ind|framePr|trHeight)(\s[^<>]{0,300})?\/>|<w14:(noFill|alpha)(\s[^<>]{0,100})?\/>|(<w:t(?:\s[^<>]{0,100})?>)[^<]*(<\/w:t>)/g;

// Half points: Word's own smallest size is 2, and nobody reads two points.
const smallestHalfPoints = 4;
/** Per cent of their width; Word's own menus begin at 33. */
const narrowest = 10;
/** Twentieths of a point: letters drawn together by five points lie upon each other. */
const closest = -100;
const lowestLine = 60;
/** A page is some 12,000 wide. */
const beyondPage = 9_000;

/** What is known of letters: whether anything hides them, their colour, and what they stand on. */
interface Looks {
  hidden: boolean;
  ink: Colour | null;
  ground: Colour | null;
}

const plainLooks = (): Looks => ({ hidden: false, ink: null, ground: null });
const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Looks that styles give, by the id of the style. */
export type StyleLooks = ReadonlyMap<string, Readonly<Looks>>;

/**
 * Empties the runs of a Word document part that its readers do not see: hidden font, letters of two points or squeezed together,
 * letters in the colour of their ground, rows and lines without height, shapes beside the page. White letters in tables stay, for the
 * ground may come from the table's style.
 */
export function withoutHiddenRuns(xml: string, styles: StyleLooks): string {
  const reader = new RunReader(styles);
  return withoutHiddenShapes(xml).replace(
    pieces,
    (whole, opened, closed, property, attributes, effect, amount, textOpen, textClose) => {
      if (opened) reader.open(opened);
      else if (closed) reader.close(closed);
      else if (property) reader.note(property, attributes ?? '');
      else if (effect) reader.noteEffect(effect, amount ?? '');
      else if (textOpen && reader.isHidden()) return `${textOpen}${textClose}`;
      return whole;
    },
  );
}

class RunReader {
  private readonly styles: StyleLooks;
  private run = plainLooks();
  private paragraph = plainLooks();
  private isRowHidden = false;
  private tables = 0;
  private inside: 'run' | 'paragraph' | 'mark' | 'row' = 'run';

  constructor(styles: StyleLooks) {
    this.styles = styles;
  }

  open(name: string): void {
    if (name === 'p') this.paragraph = plainLooks();
    else if (name === 'r') this.run = plainLooks();
    else if (name === 'tbl') this.tables += 1;
    else if (name === 'tr') this.isRowHidden = false;
    else if (name === 'trPr') this.inside = 'row';
    else if (name === 'pPr') this.inside = 'paragraph';
    // The run properties inside paragraph properties are those of the paragraph mark alone.
    else if (name === 'rPr') this.inside = this.inside === 'paragraph' ? 'mark' : 'run';
  }

  close(name: string): void {
    if (name === 'tbl') this.tables -= 1;
    else if (name === 'tr') this.isRowHidden = false;
    else if (name === 'rPr') this.inside = this.inside === 'mark' ? 'paragraph' : 'run';
    else if (name === 'pPr' || name === 'trPr') this.inside = 'run';
  }

  note(property: string, attributes: string): void {
    if (this.inside === 'mark') return;
    if (this.inside === 'row') this.isRowHidden ||= hidesRow(property, attributes);
    else note(this.inside === 'paragraph' ? this.paragraph : this.run, property, attributes, this.styles);
  }

  noteEffect(effect: string, attributes: string): void {
    const isGone = effect === 'noFill' || numberIn(attributes, 'val') >= 95_000;
    if (this.inside === 'run') this.run.hidden ||= isGone;
  }

  isHidden(): boolean {
    if (this.run.hidden || this.paragraph.hidden || this.isRowHidden) return true;
    const ink = this.run.ink ?? this.paragraph.ink;
    const ground = this.run.ground ?? this.paragraph.ground;
    if (ink === null) return false;
    return ground === null ? this.tables === 0 && blends(ink, white) : blends(ink, ground);
  }
}

function valueIn(attributes: string, name: string): string {
  return new RegExp(`w(?:14)?:${name}="([^"]{0,100})"`).exec(attributes)?.[1] ?? '';
}

function numberIn(attributes: string, name: string): number {
  const value = valueIn(attributes, name);
  return value === '' ? 0 : Number.parseFloat(value);
}

function hidesRow(property: string, attributes: string): boolean {
  if (property === 'hidden') return !isOff(valueIn(attributes, 'val'));
  return (
    property === 'trHeight' &&
    valueIn(attributes, 'hRule') === 'exact' &&
    numberIn(attributes, 'val') <= lowestLine
  );
}

const isOff = (value: string) => /^(?:0|false|off|none)$/.test(value);

function note(looks: Looks, property: string, attributes: string, styles: StyleLooks): void {
  const value = valueIn(attributes, 'val');
  if (property === 'color') looks.ink = inkOf(value, valueIn(attributes, 'themeColor'));
  else if (property === 'highlight')
    looks.ground = isOff(value) ? looks.ground : parseColour(value.toLowerCase());
  else if (property === 'shd') looks.ground = colourOf(valueIn(attributes, 'fill')) ?? looks.ground;
  else if (property === 'rStyle' || property === 'pStyle') wear(looks, styles.get(value));
  else looks.hidden ||= hidesLetters(property, attributes, value);
}

function wear(looks: Looks, style: Readonly<Looks> | undefined): void {
  if (style === undefined) return;
  looks.hidden ||= style.hidden;
  looks.ink ??= style.ink;
  looks.ground ??= style.ground;
}

function hidesLetters(property: string, attributes: string, value: string): boolean {
  const amount = Number.parseFloat(value);
  switch (property) {
    case 'vanish':
    case 'specVanish':
      return !isOff(value);
    case 'sz':
      return amount > 0 && amount <= smallestHalfPoints;
    case 'w':
      return amount > 0 && amount <= narrowest;
    case 'spacing':
      return amount <= closest || (valueIn(attributes, 'lineRule') === 'exact' && isLow(attributes));
    case 'ind':
      return ['left', 'start', 'right', 'end', 'firstLine'].some((side) =>
        isBeyond(numberIn(attributes, side)),
      );
    case 'framePr':
      return ['x', 'y'].some((side) => isBeyond(numberIn(attributes, side)));
    default:
      return false;
  }
}

function isLow(attributes: string): boolean {
  return numberIn(attributes, 'line') <= lowestLine && valueIn(attributes, 'line') !== '';
}

function isBeyond(twips: number): boolean {
  return twips <= -beyondPage || twips >= 2 * beyondPage;
}

function inkOf(value: string, theme: string): Colour | null {
  // A theme's background is white in every document that prints.
  return /^(?:background1|light1)$/.test(theme) ? white : colourOf(value);
}

function colourOf(value: string): Colour | null {
  return /^[\da-f]{6}$/i.test(value) ? parseColour(`#${value.toLowerCase()}`) : null;
}

const shape = /<(w:drawing|w:pict)(?:\s[^<>]{0,300})?>/g;
// English metric units, of which a page is 7.5 million wide.
const farOffset = 7_000_000;
const leastExtent = 20_000;

/** Without text boxes that are hidden, have no size or stand beside the page. */
function withoutHiddenShapes(xml: string): string {
  let kept = '';
  let start = 0;
  for (const { index, 0: open, 1: name } of xml.matchAll(shape)) {
    if (index < start) continue;
    const close = xml.indexOf(`</${name}>`, index + open.length);
    if (close === -1) break;
    const head = xml.slice(index, Math.min(close, index + 4_000));
    if (!isHiddenShape(head)) continue;
    kept += xml.slice(start, index);
    start = close + name!.length + 3;
  }
  return kept + xml.slice(start);
}

function isHiddenShape(head: string): boolean {
  if (/<wp:docPr\s[^<>]{0,500}\bhidden="(?:1|true)"/.test(head)) return true;
  const offsets = [...head.matchAll(/<wp:posOffset>(-?\d{1,12})</g)].map(([, number]) => Number(number));
  if (offsets.some((offset) => offset <= -farOffset || offset >= 2 * farOffset)) return true;
  const extent = /<wp:extent\s[^<>]{0,100}\bcx="(\d{1,12})"\s{1,9}cy="(\d{1,12})"/.exec(head);
  if (extent !== null && Math.min(Number(extent[1]), Number(extent[2])) < leastExtent) return true;
  return /style="[^"]{0,500}(?:visibility:\s?hidden|mso-hide:\s?all|(?:margin-left|margin-top|left|top):\s?-\d{4,}|(?:width|height):\s?0(?:pt|px|;|"))/.test(
    head,
  );
}

/** Looks of the styles of a document that hide or colour their letters, with what they take over from others. */
export function hidingStyles(stylesXml: string): StyleLooks {
  const own = new Map<string, { readonly looks: Looks; readonly base: string | undefined }>();
  for (const style of stylesXml.split(/<w:style\s/).slice(1)) {
    const id = /w:styleId="([^"]{1,100})"/.exec(style)?.[1];
    if (id === undefined) continue;
    const looks = plainLooks();
    // The styles of tables colour rows and not their letters alone.
    if (!/w:type="table"/.test(style.slice(0, 200)))
      for (const [, property, attributes] of style.matchAll(
        /<w:(vanish|specVanish|sz|color|shd|w|spacing|ind|framePr)(\s[^<>]{0,300})?\/>/g,
      ))
        note(looks, property!, attributes ?? '', new Map());
    own.set(id, { looks, base: /<w:basedOn\s+w:val="([^"]{1,100})"/.exec(style)?.[1] });
  }
  return new Map([...own.keys()].map((id) => [id, inherited(id, own)]));
}

const deepestBase = 20;

function inherited(
  id: string,
  own: ReadonlyMap<string, { readonly looks: Looks; readonly base: string | undefined }>,
): Looks {
  const looks = plainLooks();
  let current = own.get(id);
  for (let depth = 0; current !== undefined && depth < deepestBase; depth += 1) {
    wear(looks, current.looks);
    current = current.base === undefined ? undefined : own.get(current.base);
  }
  return looks;
}

import { type Colour, parseColour } from '../markup/css-colour.ts';
import {
  after,
  type Box,
  identity,
  type Matrix,
  mapped,
  mappedBox,
  type Point,
  shared,
} from './pdf-geometry.ts';

/** A run of letters as a page paints it. */
export interface Painted {
  readonly text: string;
  readonly from: Point;
  readonly to: Point;
  readonly size: number;
  /** Null for patterns and what else has no single colour. */
  readonly ink: Colour | null;
  readonly alpha: number;
  /** 3 paints nothing, 7 only cuts. */
  readonly mode: number;
  /** The part of the page that is painted on at all. */
  readonly clip: Box;
  /** It stands on a layer that is switched off. */
  readonly isOff: boolean;
  /** Horizontal stretch; 0 squeezes a line to nothing. */
  readonly stretch: number;
  /** Place in the order of painting, among texts and areas. */
  readonly order: number;
}

/** A rectangle filled with one colour; null for a shading, whose colours are many. */
export interface Area {
  readonly box: Box;
  readonly colour: Colour | null;
  readonly order: number;
}

/** What a page paints, in order. */
export interface PagePaint {
  readonly texts: readonly Painted[];
  readonly areas: readonly Area[];
}

/** The operators of a page as pdf.js lists them, by name. */
export type Operator = readonly [name: string, args: readonly unknown[]];

interface State {
  matrix: Matrix;
  clip: Box;
  ink: Colour | null;
  alpha: number;
  isPlain: boolean;
  mode: number;
  size: number;
  leading: number;
  stretch: number;
  letterGap: number;
  wordGap: number;
  rise: number;
}

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
const everywhere: Box = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 };

/** Follows the operators of a page. `isOn` tells whether a layer is shown. */
export function paintOf(operators: Iterable<Operator>, isOn: (layer: unknown) => boolean): PagePaint {
  const painter = new Painter(isOn);
  for (const [name, args] of operators) painter.take(name, args);
  return painter;
}

const deepestStack = 2_000;

class Painter implements PagePaint {
  readonly texts: Painted[] = [];
  readonly areas: Area[] = [];
  private readonly isOn: (layer: unknown) => boolean;
  private readonly stack: State[] = [];
  private readonly marks: boolean[] = [];
  private off = 0;
  private order = 0;
  private clips = false;
  private line: Matrix = identity;
  private place: Matrix = identity;
  private state: State = {
    matrix: identity,
    clip: everywhere,
    ink: black,
    alpha: 1,
    isPlain: true,
    mode: 0,
    size: 0,
    leading: 0,
    stretch: 1,
    letterGap: 0,
    wordGap: 0,
    rise: 0,
  };

  constructor(isOn: (layer: unknown) => boolean) {
    this.isOn = isOn;
  }

  take(name: string, args: readonly unknown[]): void {
    this.order += 1;
    const [first, second] = args;
    const number = typeof first === 'number' ? first : 0;
    if (name === 'setGState') this.graphics(first);
    else if (name.startsWith('setFill')) this.colour(name, first);
    else if (/Text|Font|Leading|Spacing|HScale|nextLine/.test(name)) this.text(name, args, number);
    else if (/Mark|Form/.test(name)) this.group(name, args);
    else if (name === 'save') this.push();
    else if (name === 'restore') this.pop();
    else if (name === 'transform') this.state.matrix = after(this.state.matrix, args as unknown as Matrix);
    else if (name === 'clip' || name === 'eoClip') this.clips = true;
    else if (name === 'constructPath') this.path(number, second, args[2]);
    else if (name === 'shadingFill')
      this.areas.push({ box: this.state.clip, colour: null, order: this.order });
  }

  private push(): void {
    if (this.stack.length < deepestStack) this.stack.push({ ...this.state });
  }

  private pop(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private colour(name: string, value: unknown): void {
    if (name === 'setFillTransparent') this.state.ink = { ...black, alpha: 0 };
    else this.state.ink = typeof value === 'string' ? parseColour(value) : null;
  }

  private graphics(settings: unknown): void {
    for (const [key, value] of Array.isArray(settings) ? (settings as [unknown, unknown][]) : []) {
      if (key === 'ca') this.state.alpha = Number(value);
      // A highlighter multiplies, and what is masked covers only in part.
      if (key === 'BM') this.state.isPlain = /normal|source-over/i.test(String(value));
      if (key === 'SMask' && value) this.state.isPlain = false;
    }
  }

  private group(name: string, args: readonly unknown[]): void {
    if (name.startsWith('beginMarked')) {
      const isOff = args[0] === 'OC' && !this.isOn(args[1]);
      this.marks.push(isOff);
      if (isOff) this.off += 1;
    } else if (name === 'endMarkedContent') this.off -= this.marks.pop() ? 1 : 0;
    else if (name === 'paintFormXObjectBegin') {
      this.push();
      const [matrix, box] = args as [Matrix | null, readonly number[] | null];
      if (matrix) this.state.matrix = after(this.state.matrix, matrix);
      if (box) this.clipTo(box);
    } else if (name === 'paintFormXObjectEnd') this.pop();
  }

  private clipTo(sides: ArrayLike<number>): void {
    this.state.clip = shared(this.state.clip, mappedBox(this.state.matrix, boxOf(sides)));
  }

  private path(operator: number, data: unknown, extent: unknown): void {
    const sides = extent as ArrayLike<number> | null;
    const isFilled = operator >= pathFills.first && operator <= pathFills.last;
    if (
      isFilled &&
      sides &&
      this.state.alpha > 0.95 &&
      this.state.isPlain &&
      this.off === 0 &&
      isRectangle(data)
    ) {
      const box = shared(this.state.clip, mappedBox(this.state.matrix, boxOf(sides)));
      this.areas.push({ box, colour: this.state.ink, order: this.order });
    }
    if (this.clips && sides) this.clipTo(sides);
    this.clips = false;
  }

  private text(name: string, args: readonly unknown[], number: number): void {
    const { state } = this;
    if (name === 'beginText') this.line = this.place = identity;
    else if (name === 'setFont') state.size = Number(args[1]);
    else if (name === 'setTextRenderingMode') state.mode = number;
    else if (name === 'setTextRise') state.rise = number;
    else if (name === 'setHScale') state.stretch = number / 100;
    else if (name === 'setCharSpacing') state.letterGap = number;
    else if (name === 'setWordSpacing') state.wordGap = number;
    else if (name === 'setLeading') state.leading = -number;
    else if (name === 'setTextMatrix') this.line = this.place = textMatrixOf(args[0]);
    else if (name === 'moveText' || name === 'setLeadingMoveText') this.move(number, Number(args[1]), name);
    else if (name === 'nextLine') this.move(0, state.leading, name);
    else if (/show/i.test(name)) this.show(args.at(-1));
  }

  private move(x: number, y: number, name: string): void {
    if (name === 'setLeadingMoveText') this.state.leading = y;
    this.line = this.place = after(this.line, [1, 0, 0, 1, x, y]);
  }

  private show(glyphs: unknown): void {
    const { state } = this;
    let text = '';
    let width = 0;
    for (const glyph of Array.isArray(glyphs) ? (glyphs as unknown[]) : []) {
      if (typeof glyph === 'number') width -= (glyph / 1000) * state.size;
      else if (isGlyph(glyph)) {
        text += glyph.unicode;
        width += (glyph.width / 1000) * state.size + state.letterGap + (glyph.isSpace ? state.wordGap : 0);
      }
    }
    const whole = after(state.matrix, this.place);
    const advance = width * state.stretch;
    this.texts.push({
      text,
      from: mapped(whole, { x: 0, y: state.rise }),
      to: mapped(whole, { x: advance, y: state.rise }),
      size: Math.abs(state.size) * Math.hypot(whole[2], whole[3]),
      ink: state.ink,
      alpha: state.alpha,
      mode: state.mode,
      clip: state.clip,
      isOff: this.off > 0,
      stretch: state.stretch,
      order: this.order,
    });
    this.place = after(this.place, [1, 0, 0, 1, advance, 0]);
  }
}

/** `fill`, `eoFill`, `fillStroke`, `eoFillStroke` among pdf.js's numbers. */
const pathFills = { first: 22, last: 25 };

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
}

function textMatrixOf(value: unknown): Matrix {
  const parts = Array.from((value ?? []) as ArrayLike<number>);
  return parts.length === 6 ? (parts as unknown as Matrix) : identity;
}

function boxOf(sides: ArrayLike<number>): Box {
  return { x0: sides[0] ?? 0, y0: sides[1] ?? 0, x1: sides[2] ?? 0, y1: sides[3] ?? 0 };
}

// Moves and lines with their two numbers each, and what closes the path: one rectangle along the axes has at most 5 corners.
const rectangleLength = 16;

function isRectangle(data: unknown): boolean {
  const path = Array.isArray(data) ? (data[0] as ArrayLike<number> | null) : null;
  if (!path || path.length > rectangleLength) return false;
  const corners: Point[] = [];
  for (let at = 0; at < path.length && path[at] !== 4; at += 3) {
    if (path[at] !== 0 && path[at] !== 1) return false;
    corners.push({ x: path[at + 1]!, y: path[at + 2]! });
  }
  const isAlong = corners.every((corner, at) => {
    const next = corners[(at + 1) % corners.length]!;
    return Math.abs(corner.x - next.x) < 0.01 || Math.abs(corner.y - next.y) < 0.01;
  });
  return corners.length >= 4 && isAlong;
}

import { namedColours } from './css-colour-names.ts';
import { fromPolar, hslToRgb, hwbToRgb, labToRgb, oklabToRgb, type ToRgb } from './css-colour-spaces.ts';
import { cssNumber } from './css-number.ts';

/** Red, green and blue 0..255, alpha 0..1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Below this contrast, as WCAG counts it, nobody reads a text: #eeeeee on white has 1.16, #dddddd 1.36. */
const leastContrast = 1.2;

/** The first colour in a CSS value ("#fff", "rgb(0 0 0 / 0)", "url(x) white"); null when there is none we know. */
export function parseColour(value: string): Colour | null {
  const lower = value.slice(0, 300).toLowerCase();
  const mixed = /color-mix\(in [a-z0-9 -]{2,30},(.{1,160})\)/.exec(lower)?.[1];
  if (mixed !== undefined) return mixedColour(mixed);
  // Pages are read on a bright screen.
  const bright = /light-dark\(((?:[^(),]|\([^()]*\)){1,80}),/.exec(lower)?.[1];
  if (bright !== undefined) return parseColour(bright);
  const functional = /(?<![a-z])(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(([^()]{1,80})\)/.exec(lower);
  if (functional) return functionColour(functional[1]!, functional[2]!);
  const hex = /#([\da-f]{3,8})(?![\da-f])/.exec(lower)?.[1];
  if (hex !== undefined) return hexColour(hex);
  for (const word of lower.split(/[^a-z]+/)) {
    const known = namedColours.get(word);
    if (known !== undefined) return hexColour(known);
  }
  return null;
}

/** The colour an old attribute names (`<font color=ffffff>`): the sign before the digits may be missing. */
export function parseLegacyColour(value: string): Colour | null {
  const bare = value.trim().toLowerCase();
  return /^[\da-f]{6}$/.test(bare) ? hexColour(bare) : parseColour(bare);
}

function mixedColour(inside: string): Colour | null {
  const parts = inside.split(/,(?![^(]{0,160}\))/).slice(0, 2);
  const [first, second] = parts.map((part) => parseColour(part));
  if (!first || !second) return null;
  const shares = parts.map((part) => /(\d{1,3}(?:\.\d{1,3})?)%\s{0,3}$/.exec(part.trim())?.[1]);
  const share = shares[0] !== undefined ? Number(shares[0]) / 100 : 1 - Number(shares[1] ?? 50) / 100;
  const mix = (a: number, b: number) => a * share + b * (1 - share);
  return {
    red: mix(first.red, second.red),
    green: mix(first.green, second.green),
    blue: mix(first.blue, second.blue),
    alpha: mix(first.alpha, second.alpha),
  };
}

function hexColour(hex: string): Colour | null {
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (digits.length !== 6 && digits.length !== 8) return null;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: digits.length === 8 ? part(6) / 255 : 1 };
}

/** How a space writes its parts: what a whole of 100 % stands for, and the way to red, green and blue. */
interface Space {
  readonly wholes: readonly [number, number, number];
  readonly toRgb: ToRgb;
}

const spaces: Readonly<Record<string, Space>> = {
  rgb: { wholes: [255, 255, 255], toRgb: (parts) => parts },
  hsl: { wholes: [360, 100, 100], toRgb: ([h, s, l]) => hslToRgb([h, s / 100, l / 100]) },
  hwb: { wholes: [360, 100, 100], toRgb: ([h, w, b]) => hwbToRgb([h, w / 100, b / 100]) },
  lab: { wholes: [100, 125, 125], toRgb: labToRgb },
  lch: { wholes: [100, 150, 360], toRgb: (parts) => labToRgb(fromPolar(parts)) },
  oklab: { wholes: [1, 0.4, 0.4], toRgb: oklabToRgb },
  oklch: { wholes: [1, 0.4, 360], toRgb: (parts) => oklabToRgb(fromPolar(parts)) },
  // Wider spaces differ little where it matters: near white, near black and near each other.
  color: { wholes: [1, 1, 1], toRgb: ([r, g, b]) => [r * 255, g * 255, b * 255] },
};

function functionColour(name: string, inside: string): Colour | null {
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  if (name === 'color') parts.shift();
  const { wholes, toRgb } = spaces[name]!;
  const numbers = wholes.map((whole, at) => partOf(parts[at], whole));
  if (numbers.some((one) => one === null)) return null;
  const [red, green, blue] = toRgb(numbers as [number, number, number]);
  return { red, green, blue, alpha: parts[3] === undefined ? 1 : (partOf(parts[3], 1) ?? 1) };
}

function partOf(written: string | undefined, whole: number): number | null {
  if (written === 'none') return 0;
  if (written?.endsWith('%')) return (Number.parseFloat(written) / 100) * whole;
  return cssNumber(written);
}

/** True for a colour without substance. */
export function isTransparent(colour: Colour): boolean {
  return colour.alpha <= 0.05;
}

/** True when text of one colour cannot be told from a ground of the other. */
export function blends(text: Colour, ground: Colour): boolean {
  const [light, dark] = [luminance(text), luminance(ground)].sort((a, b) => b - a) as [number, number];
  const [hueApart] = [
    Math.max(...channels(text).map((value, at) => Math.abs(value - channels(ground)[at]!))),
  ];
  // Two dark colours can have little contrast and still differ plainly in hue.
  return (light + 0.05) / (dark + 0.05) < leastContrast && hueApart < 60;
}

function channels({ red, green, blue }: Colour): readonly number[] {
  return [red, green, blue];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = Math.min(255, Math.max(0, value)) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** White, or so near to it that nobody reads it on white. */
export function isNearWhite(value: string): boolean {
  const colour = parseColour(value);
  return (
    colour !== null && !isTransparent(colour) && blends(colour, { red: 255, green: 255, blue: 255, alpha: 1 })
  );
}

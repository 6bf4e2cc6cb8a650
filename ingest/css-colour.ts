/** Red, green and blue 0..255, alpha 0..1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

// Names that white or black text is hidden with, and the light ones nobody reads on white.
const named: Readonly<Record<string, string>> = {
  white: '#ffffff',
  snow: '#fffafa',
  ivory: '#fffff0',
  ghostwhite: '#f8f8ff',
  floralwhite: '#fffaf0',
  mintcream: '#f5fffa',
  azure: '#f0ffff',
  aliceblue: '#f0f8ff',
  honeydew: '#f0fff0',
  seashell: '#fff5ee',
  whitesmoke: '#f5f5f5',
  lavenderblush: '#fff0f5',
  oldlace: '#fdf5e6',
  linen: '#faf0e6',
  beige: '#f5f5dc',
  lightyellow: '#ffffe0',
  lightcyan: '#e0ffff',
  gainsboro: '#dcdcdc',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  silver: '#c0c0c0',
  black: '#000000',
  navy: '#000080',
  darkblue: '#00008b',
  blue: '#0000ff',
  green: '#008000',
  darkgreen: '#006400',
  red: '#ff0000',
  darkred: '#8b0000',
  maroon: '#800000',
  gray: '#808080',
  grey: '#808080',
  yellow: '#ffff00',
  orange: '#ffa500',
  teal: '#008080',
  purple: '#800080',
  transparent: '#00000000',
};

/** Below this contrast, as WCAG counts it, nobody reads a text: #eeeeee on white has 1.16, #dddddd 1.36. */
const leastContrast = 1.2;

/** The first colour in a CSS value ("#fff", "rgb(0 0 0 / 0)", "url(x) white"); null when there is none we know. */
export function parseColour(value: string): Colour | null {
  const functional = /(?:rgb|hsl)a?\(([^()]{1,80})\)/.exec(value);
  if (functional) return functionColour(functional[0]!.startsWith('hsl'), functional[1]!);
  const hex = /#([\da-f]{3,8})(?![\da-f])/.exec(value)?.[1];
  if (hex !== undefined) return hexColour(hex);
  for (const word of value.split(/[^a-z]+/)) {
    const known = Object.hasOwn(named, word) ? named[word] : undefined;
    if (known !== undefined) return hexColour(known.slice(1));
  }
  return null;
}

function hexColour(hex: string): Colour | null {
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (digits.length !== 6 && digits.length !== 8) return null;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: digits.length === 8 ? part(6) / 255 : 1 };
}

function functionColour(isHsl: boolean, inside: string): Colour | null {
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  const [first = '', second = '', third = '', alpha = '1'] = parts;
  if (parts.length < 3) return null;
  const share = (part: string, whole: number) =>
    part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part) / whole;
  const [a, b, c] = [
    share(first, isHsl ? 360 : 255),
    share(second, isHsl ? 100 : 255),
    share(third, isHsl ? 100 : 255),
  ];
  if (![a, b, c].every(Number.isFinite)) return null;
  const [red, green, blue] = isHsl ? hslToRgb(a, b, c) : [a * 255, b * 255, c * 255];
  return { red, green, blue, alpha: share(alpha, 1) };
}

function hslToRgb(hue: number, saturation: number, lightness: number): [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
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

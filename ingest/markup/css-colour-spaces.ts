/** Red, green and blue 0..255 from the spaces that style sheets may name colours in; parts as CSS writes them. */
export type ToRgb = (parts: readonly [number, number, number]) => readonly [number, number, number];

const encoded = (linear: number) =>
  255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);

/** Hue in degrees, saturation and lightness 0..1. */
export const hslToRgb: ToRgb = ([hue, saturation, lightness]) => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
};

/** Hue in degrees, whiteness and blackness 0..1. */
export const hwbToRgb: ToRgb = ([hue, white, black]) => {
  if (white + black >= 1) {
    const grey = (255 * white) / (white + black);
    return [grey, grey, grey];
  }
  const [red, green, blue] = hslToRgb([hue, 1, 0.5]);
  const mixed = (channel: number) => channel * (1 - white - black) + 255 * white;
  return [mixed(red), mixed(green), mixed(blue)];
};

/** Lightness 0..1. */
export const oklabToRgb: ToRgb = ([lightness, a, b]) => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

/** Lightness 0..100. */
export const labToRgb: ToRgb = ([lightness, a, b]) => {
  const y = (lightness + 16) / 116;
  const curve = (t: number) => (t ** 3 > 0.008856 ? t ** 3 : (116 * t - 16) / 903.3);
  const [X, Y, Z] = [0.96422 * curve(y + a / 500), curve(y), 0.82521 * curve(y - b / 200)];
  return [
    encoded(3.1341359569 * X - 1.617386332 * Y - 0.4906633012 * Z),
    encoded(-0.9787955529 * X + 1.9161417842 * Y + 0.033454341 * Z),
    encoded(0.0719453115 * X - 0.2289514136 * Y + 1.4052427131 * Z),
  ];
};

/** A colour given by lightness, chroma and hue in degrees as one of lightness and two axes. */
export function fromPolar([lightness, chroma, hue]: readonly [number, number, number]): readonly [
  number,
  number,
  number,
] {
  const angle = (hue / 180) * Math.PI;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

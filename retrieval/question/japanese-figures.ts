/** A figure that Japanese writes with a scale of its own ("2億4000万"), with its place and the ways in which other texts write it. */
export interface JapaneseFigure {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly stems: readonly string[];
}

const scaleOf: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  億: 1e8,
  兆: 1e12,
};
const scale = '千万|百万|兆|億|万|千';
const number = '\\d{1,9}(?:[,.]\\d{1,9}){0,4}';
const figure = new RegExp(`(${number})(${scale})(?:(${number})(${scale}))?`, 'gu');
// "4 billion", "240 million", "200 thousand".
const otherScales = [1e3, 1e6, 1e9];
const mostInFront = 1000;

/** The figures of a Japanese text that have a scale, in order. */
export function japaneseFigures(text: string): readonly JapaneseFigure[] {
  return [...text.matchAll(figure)].map((match) => {
    const [surface, first, firstScale, second, secondScale] = match;
    const value = figureOf(first!, firstScale!) + (second === undefined ? 0 : figureOf(second, secondScale!));
    const scaled = otherScales
      .map((size) => value / size)
      .filter((front) => front >= 1 && front < mostInFront);
    const own = (second ?? first!).replaceAll(',', '');
    const stems = [own, ...scaled.map((front) => String(Number(front.toPrecision(6)))), String(value)];
    return { start: match.index, end: match.index + surface.length, surface, stems: [...new Set(stems)] };
  });
}

function figureOf(digits: string, unit: string): number {
  return Number(digits.replaceAll(',', '')) * scaleOf[unit]!;
}

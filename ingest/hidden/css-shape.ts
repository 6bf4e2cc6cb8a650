import { cssNumber, cssNumbers } from '../markup/css-number.ts';
import type { Declarations } from './css-declarations.ts';

const farAway = 500;
const nearlyNothing = 0.05;

/** Whether a transformation leaves nothing of an element to see, or takes it out of sight. */
export function isMovedAway(style: Declarations): boolean {
  const [scaleX, scaleY] = cssNumbers(style.get('scale')).map(Math.abs);
  if ([scaleX, scaleY].some((one) => one !== undefined && shareOf(one, style.get('scale')) <= nearlyNothing))
    return true;
  const zoom = cssNumber(style.get('zoom'));
  if (zoom !== null && shareOf(zoom, style.get('zoom')) <= nearlyNothing) return true;
  if (cssNumbers(style.get('translate')).some((value) => value <= -farAway || value >= 10 * farAway))
    return true;
  if (/^(?:x|y|1 0 0|0 1 0) /.test(style.get('rotate') ?? '') && isEdgeOn(lastOf(style.get('rotate'))))
    return true;
  const moves = (style.get('transform') ?? '').slice(0, 500).matchAll(/([a-z0-9]{4,12})\(([^()]{0,120})\)/g);
  return [...moves].some(([, name, inside]) => vanishesBy(name!, inside!));
}

function shareOf(value: number, written: string | undefined): number {
  return /%/.test(written ?? '') ? value / 1_000 : value;
}

function lastOf(value: string | undefined): number | null {
  return cssNumber(value?.split(/\s+/).at(-1));
}

function isEdgeOn(degrees: number | null): boolean {
  return degrees !== null && Math.abs(Math.cos((degrees / 180) * Math.PI)) < nearlyNothing;
}

function vanishesBy(name: string, inside: string): boolean {
  const values = cssNumbers(inside.replaceAll(',', ' '));
  if (name.startsWith('scale')) {
    const flat = name === 'scale3d' ? values.slice(0, 2) : name === 'scalez' ? [] : values;
    return flat.some((value) => Math.abs(shareOf(value, inside)) <= nearlyNothing);
  }
  if (name === 'matrix' && values.length === 6) {
    const [a, b, c, d, x, y] = values as [number, number, number, number, number, number];
    return (
      Math.abs(a * d - b * c) <= nearlyNothing ** 2 ||
      Math.min(x, y) <= -farAway ||
      Math.max(x, y) >= 10 * farAway
    );
  }
  if (name.startsWith('translate'))
    return values.some((value) => value <= -farAway * 2 || value >= 10 * farAway) || isFarShare(inside);
  if (/^rotate[xy]$/.test(name)) return isEdgeOn(values[0] ?? null);
  if (name === 'rotate3d') return (values[0] !== 0 || values[1] !== 0) && isEdgeOn(values[3] ?? null);
  return name.startsWith('skew') && values.some(isEdgeOn);
}

function isFarShare(inside: string): boolean {
  return /(?<![\d.])-\d{3,}(?:\.\d+)?(?:%|vw|vh|vmax)/.test(inside);
}

/** Whether clipping leaves nothing of an element. */
export function isClippedAway(style: Declarations): boolean {
  const clip = /rect\(([^()]{1,80})\)/.exec(style.get('clip') ?? '')?.[1];
  if (clip !== undefined && isFlat(clip)) return true;
  const path = style.get('clip-path') ?? style.get('-webkit-clip-path') ?? '';
  const [, name, inside = ''] = /^([a-z]{4,8})\((.{0,300})\)/.exec(path) ?? [];
  if (name === undefined) return false;
  if (name === 'inset') return insetsAll(inside);
  if (name === 'circle') return (cssNumber(inside) ?? 1) <= 0;
  if (name === 'ellipse') return cssNumbers(inside.split(/\bat\b/)[0]).some((radius) => radius <= 0);
  if (name === 'rect') return isFlat(inside);
  if (name === 'xywh')
    return cssNumbers(inside)
      .slice(2, 4)
      .some((size) => size <= 0);
  if (name === 'polygon') return areaOf(cssNumbers(inside.replaceAll(',', ' '))) < 1;
  // A path that closes round anything has at least three points.
  return name === 'path' && (inside.match(/[lhvcsqtaLHVCSQTA]/g)?.length ?? 0) < 2;
}

/** `rect(top, right, bottom, left)` with no height or no width worth the name. */
function isFlat(inside: string): boolean {
  const [top, right, bottom, left] = cssNumbers(inside.replaceAll(',', ' '));
  if (top === undefined || right === undefined || bottom === undefined || left === undefined) return false;
  return bottom - top <= 1 || right - left <= 1;
}

function insetsAll(inside: string): boolean {
  const values = cssNumbers(inside.split(/\bround\b/)[0]);
  const [top = 0, right = top, bottom = top, left = right] = values;
  // Percentages are of a box of 1,000: what is taken from both sides makes the whole.
  return /%/.test(inside) && (top + bottom >= 1_000 || left + right >= 1_000);
}

function areaOf(points: readonly number[]): number {
  if (points.length < 6 || points.length % 2 === 1) return points.length < 6 ? 0 : Number.POSITIVE_INFINITY;
  let twice = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    twice += points[at]! * points[next + 1]! - points[next]! * points[at + 1]!;
  }
  return Math.abs(twice) / 2;
}

import { skeleton } from '../text/transliterate.ts';

/**
 * Dimensions of the bundled model. Two unrelated directions have a cosine of about ±1/16; 384 dimensions lower that to
 * ±1/20 and cost half as much memory again for every stored passage.
 */
export const dimensions = 256;

const gramLengths = [3, 4] as const;

function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mix(seed: number): number {
  let value = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  return (value ^ (value >>> 15)) >>> 0;
}

const known = new Map<string, Float32Array>();

/** The unit vector that belongs to a name: ±1/16 in every dimension, the signs drawn from a hash of the name. */
export function directionOf(name: string): Float32Array {
  const cached = known.get(name);
  if (cached) return cached;
  const vector = new Float32Array(dimensions);
  const size = 1 / Math.sqrt(dimensions);
  let state = hash32(name);
  for (let start = 0; start < dimensions; start += 32) {
    state = (state + 0x9e3779b9) >>> 0;
    const bits = mix(state);
    for (let bit = 0; bit < 32; bit++) vector[start + bit] = (bits >>> bit) & 1 ? size : -size;
  }
  known.set(name, vector);
  return vector;
}

/** Frees the directions kept since the model was compiled last: some 30 MB that nothing needs afterwards. */
export function forgetDirections(): void {
  known.clear();
}

/** Adds `weight * source` to `target`. */
export function addScaled(target: Float32Array, source: Float32Array, weight: number): void {
  for (let index = 0; index < dimensions; index++) target[index] = target[index]! + source[index]! * weight;
}

/** Scales a vector to a length; a zero vector stays zero. Returns the same vector. */
export function scaleTo(vector: Float32Array, length: number): Float32Array {
  let sum = 0;
  for (let index = 0; index < vector.length; index++) sum += vector[index]! * vector[index]!;
  if (sum > 0) {
    const factor = length / Math.sqrt(sum);
    for (let index = 0; index < vector.length; index++) vector[index] = vector[index]! * factor;
  }
  return vector;
}

// A gram touches 16 dimensions, not all: the cosine of two unrelated grams is as small, and compiling is three times as fast.
const gramDimensions = 16;

function addGram(target: Float32Array, gram: string): void {
  let state = hash32(gram);
  for (let count = 0; count < gramDimensions; count++) {
    state = (state + 0x9e3779b9) >>> 0;
    const bits = mix(state);
    const at = bits % dimensions;
    target[at] = target[at]! + (bits >>> 31 ? 1 : -1);
  }
}

/**
 * The unit vector of the sound of a piece of a word: the sum of the directions of its 3- and 4-letter grams, so that words that
 * share letters are close, in either script.
 * @param atStart whether the piece opens a word; the opening letters then count as a gram of their own.
 */
export function soundVector(piece: string, options: { readonly atStart: boolean }): Float32Array {
  const sound = (options.atStart ? '^' : '') + skeleton(piece);
  const vector = new Float32Array(dimensions);
  for (const length of gramLengths) {
    for (let start = 0; start + length <= sound.length; start++)
      addGram(vector, sound.slice(start, start + length));
  }
  // Shorter than any gram: the piece is its own direction.
  if (sound.length < gramLengths[0]) addGram(vector, sound);
  return scaleTo(vector, 1);
}

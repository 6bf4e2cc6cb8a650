import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { cyrillicMutations, mutations, type Random } from './fault-gate-mutations.ts';
import { madeUp } from './gate-grammar.ts';
import { type GateModel, scaleOf } from './gate-model.ts';
import { type Phrase, phrase } from './gate-phrase.ts';
import { plain } from './gate-reading.ts';
import { Readings } from './gate-readings.ts';
import { bucketCount, type Traits, traitsOf } from './gate-traits.ts';

const folder = fileURLToPath(new URL('../eval/safety', import.meta.url));

/** Sets that nothing is learned from, so that they say how the gate does on messages it has not seen. */
export const isUnseen = (name: string): boolean => name.startsWith('unseen');

/** Names of all sets of phrases. */
export function phraseSets(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();
}

/** One set of phrases. */
export function phrasesOf(set: string): readonly Phrase[] {
  return readFileSync(join(folder, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => phrase.parse(JSON.parse(line)));
}

/** What people wrote for the gate to learn from. */
export function writtenPhrases(): readonly Phrase[] {
  return phraseSets()
    .filter((set) => !isUnseen(set))
    .flatMap(phrasesOf);
}

/** A phrase and how it is learned. */
export interface Lesson extends Phrase {
  /** From a frame: learned as it stands, and counting less than what people wrote. */
  readonly isMadeUp: boolean;
}

/** All that the gate learns from: what people wrote and what the frames of `eval/safety/grammar` make. */
export function lessons(): readonly Lesson[] {
  return [...asLessons(writtenPhrases(), false), ...asLessons(madeUp(madeUpPerLanguage), true)];
}

/** Phrases as {@link learn} takes them. */
export function asLessons(phrases: readonly Phrase[], isMadeUp: boolean): readonly Lesson[] {
  return phrases.map((item) => ({ ...item, isMadeUp }));
}

/** Changes with every phrase and every frame, and with the way in which the gate sees them. */
export function lessonHash(phrases: readonly Phrase[]): string {
  const hash = createHash('sha256');
  phrases.forEach(({ text, expect }, index) => {
    hash.update(JSON.stringify([text, expect]));
    if (index % hashedTraits !== 0) return;
    for (const group of traitsOf(new Readings(plain(text))))
      hash.update(new Uint32Array([...group].sort((a, b) => a - b)));
  });
  return hash.digest('hex').slice(0, 32);
}

interface Example {
  readonly traits: Traits;
  readonly kind: number;
  readonly weight: number;
}

const kinds = [null, 'find', 'how-to'] as const;
// Chosen by leaving one set out in turn: fewer rounds miss a point of reports, more change nothing.
const rounds = 8;
// Half as fast or twice as fast costs a tenth of a point of AUC.
const rate = 0.2;
const biasRate = 0.05;
// AdaGrad's memory at the start.
const firstSquare = 0.01;
const shrink = 1e-3;
// Errors smaller than this teach nothing and cost most of the time.
const smallestError = 1e-3;
// Made-up phrases show that a frame is not yet a danger; more of them, or heavier ones, drown what people wrote.
const madeUpPerLanguage = 400;
const madeUpWeight = 0.3;
// Traits of every fifth phrase tell as surely that the gate sees otherwise, in a fifth of the time.
const hashedTraits = 5;

/**
 * A softmax regression by AdaGrad over all phrases, each also with one slip, with small talk around it and, if Cyrillic, in Latin letters
 * and on the wrong keyboard. The mean
 * of several orders of the phrases: what one order learns by chance, the others do not.
 */
export function learn(phrases: readonly Lesson[], seeds: readonly number[] = [1, 2, 3]): GateModel {
  const models = seeds.map((seed) => learnOnce(phrases, seededRandom(seed)));
  const mean = (pick: (model: GateModel) => ArrayLike<number>) =>
    Float64Array.from(
      { length: bucketCount },
      (_, at) => models.reduce((sum, model) => sum + pick(model)[at]!, 0) / models.length,
    );
  const bias = (kind: 'find' | 'howTo') =>
    models.reduce((sum, model) => sum + model.bias[kind], 0) / models.length;
  return {
    find: mean((model) => model.find),
    howTo: mean((model) => model.howTo),
    bias: { find: bias('find'), howTo: bias('howTo') },
    step: 1,
  };
}

function learnOnce(phrases: readonly Lesson[], random: Random): GateModel {
  const examples = phrases.flatMap((item) => variants(item, random));
  const rows = kinds.map(() => new Float64Array(bucketCount));
  const squares = kinds.map(() => new Float64Array(bucketCount).fill(firstSquare));
  const biases = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1)
    for (const item of shuffled(examples, random)) step(item, { rows, squares, biases });
  const against = (kind: number) => rows[kind]!.map((weight, at) => weight - rows[0]![at]!);
  return {
    find: against(1),
    howTo: against(2),
    bias: { find: biases[1]! - biases[0]!, howTo: biases[2]! - biases[0]! },
    step: 1,
  };
}

function variants({ text, language, expect, isMadeUp }: Lesson, random: Random): readonly Example[] {
  const slip = language === 'ja' ? text : mutations['one edit']!(text, random);
  if (isMadeUp) return [example(random() < 0.5 ? slip : text, expect, madeUpWeight)];
  const isCyrillic = language === 'uk' || language === 'ru';
  const inLatin = (way: string) => cyrillicMutations[way]!(text, language);
  const polite = mutations['small talk around']!(text, random);
  const texts = [
    text,
    slip,
    polite,
    ...(isCyrillic ? [inLatin('transliterated'), inLatin('wrong keyboard')] : []),
  ];
  return texts.map((variant) => example(variant, expect, 1));
}

function example(text: string, expect: Phrase['expect'], weight: number): Example {
  return { traits: traitsOf(new Readings(plain(text))), kind: kinds.indexOf(expect), weight };
}

interface Weights {
  readonly rows: readonly Float64Array[];
  readonly squares: readonly Float64Array[];
  readonly biases: number[];
}

function step({ traits, kind, weight }: Example, { rows, squares, biases }: Weights): void {
  const scales = traits.map(scaleOf);
  const raw = rows.map((row, at) =>
    traits.reduce((sum, group, index) => sum + scales[index]! * sumOf(row, group), biases[at]!),
  );
  const most = Math.max(...raw);
  const powers = raw.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  powers.forEach((power, at) => {
    const error = (power / total - (at === kind ? 1 : 0)) * weight;
    biases[at]! -= biasRate * error;
    if (Math.abs(error) < smallestError) return;
    const row = rows[at]!;
    const square = squares[at]!;
    traits.forEach((group, index) => {
      for (const trait of group) {
        const gradient = error * scales[index]! + shrink * row[trait]!;
        square[trait]! += gradient * gradient;
        row[trait]! -= (rate * gradient) / Math.sqrt(square[trait]!);
      }
    });
  });
}

function sumOf(row: Float64Array, group: readonly number[]): number {
  let sum = 0;
  for (const trait of group) sum += row[trait]!;
  return sum;
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bucketCount, type Traits } from './gate-traits.ts';

/** What the learned part of the gate thinks of a message; both are chances, and their sum is at most 1. */
export interface Opinion {
  readonly find: number;
  readonly howTo: number;
}

/** Weights against "an ordinary message", one for each bucket of traits. */
export interface GateModel {
  readonly find: ArrayLike<number>;
  readonly howTo: ArrayLike<number>;
  readonly bias: { readonly find: number; readonly howTo: number };
  /** One step of a weight. */
  readonly step: number;
}

/** Where `train-gate.ts` puts what it learned. */
export const modelFile = new URL('./gate-weights.json', import.meta.url);

const steps = 127;
const fileSchema = z.object({
  /** Hash of the phrases and of the traits it was learned from. */
  learnedFrom: z.string(),
  bias: z.object({ find: z.number(), howTo: z.number() }),
  step: z.number().positive(),
  find: z.string(),
  howTo: z.string(),
});

/** Chances of the two dangers, by softmax against an ordinary message. @param traits from `traitsOf` */
export function opinionOf(model: GateModel, traits: Traits): Opinion {
  let find = 0;
  let howTo = 0;
  for (const group of traits) {
    const scale = scaleOf(group);
    for (const trait of group) {
      find += scale * model.find[trait]!;
      howTo += scale * model.howTo[trait]!;
    }
  }
  const raw = [0, find * model.step + model.bias.find, howTo * model.step + model.bias.howTo];
  const most = Math.max(...raw);
  const [ordinary, ofFind, ofHowTo] = raw.map((value) => Math.exp(value - most)) as [number, number, number];
  const total = ordinary + ofFind + ofHowTo;
  return { find: ofFind / total, howTo: ofHowTo / total };
}

/** The sum grows with the length of a message; its root keeps long and short ones comparable. */
export function scaleOf(group: readonly number[]): number {
  return 1 / Math.sqrt(group.length + 1);
}

/** The file of a model whose weights are exact: one byte a weight, which changes no chance by more than 0.02. */
export function written(model: GateModel, learnedFrom: string): string {
  let most = 0;
  for (const weights of [model.find, model.howTo])
    for (let at = 0; at < weights.length; at += 1) most = Math.max(most, Math.abs(weights[at]!));
  const bytes = (weights: ArrayLike<number>) =>
    Buffer.from(Int8Array.from(weights, (weight) => Math.round((weight / most) * steps)).buffer);
  return `${JSON.stringify(
    {
      learnedFrom,
      bias: model.bias,
      step: (model.step * most) / steps,
      find: bytes(model.find).toString('base64'),
      howTo: bytes(model.howTo).toString('base64'),
    },
    null,
    2,
  )}\n`;
}

/** Reads what {@link written} wrote. Throws when the file is damaged: a gate that reads half its weights is none. */
export function readModel(text: string): GateModel & { readonly learnedFrom: string } {
  const file = fileSchema.parse(JSON.parse(text));
  return { ...file, find: weights(file.find), howTo: weights(file.howTo) };
}

function weights(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== bucketCount) {
    throw new Error(
      `The gate has ${bytes.length} weights instead of ${bucketCount}; run npx tsx retrieval/gate/train-gate.ts`,
    );
  }
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

let kept: GateModel | undefined;

/** The bundled model, read once. */
export function gateModel(): GateModel {
  kept ??= readModel(readFileSync(modelFile, 'utf8'));
  return kept;
}

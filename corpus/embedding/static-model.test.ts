import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compileModel } from '../bundled-model/compile.ts';
import { smallLexicon, smallTexts } from '../bundled-model/small-lexicon.ts';
import { silentLog } from '../log.ts';
import { type EmbeddingEngine, openEngine } from './embedding-engine.ts';
import { prepareStaticModel, sourcesHash } from './static-model.ts';

// Milliseconds of work, but threads and models that start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sources = { concepts: smallLexicon, texts: smallTexts };
const options = { sources, log: silentLog() };

let dataDir: string;
let engine: EmbeddingEngine;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'static-model-test-'));
  const { folder } = await prepareStaticModel(dataDir, options);
  engine = await openEngine({ folder, dtype: 'q8', pooling: 'mean' });
});

afterAll(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function similarity(one: string, other: string): Promise<number> {
  const { values, dimensions } = await engine.embed([one, other]);
  let sum = 0;
  for (let at = 0; at < dimensions; at++) sum += values[at]! * values[dimensions + at]!;
  return sum;
}

describe('the bundled model', () => {
  const alike: readonly (readonly [string, string, string])[] = [
    ['inflections', 'Японія', 'Японією'],
    ['inflections of a short stem', 'міна', 'мінами'],
    ['stems that change their vowel', 'Харків', 'Харкова'],
    ['stems that soften', 'допомога', 'допомозі'],
    ['Ukrainian and English', 'розмінування', 'demining'],
    ['Ukrainian and Russian', 'розмінування', 'разминирования'],
    ['English and Japanese', 'demining', '地雷除去'],
    ['a Japanese sentence and its words', '日本の地雷除去', 'demining by Japan'],
    ['Ukrainian in Latin letters', 'Японія', 'yaponiya'],
    ['Ukrainian by the official table', 'міношукачі', 'minoshukachi'],
    ['one word and its two-word translation', 'міношукач', 'mine detector'],
    ['an abbreviation and its name', 'ДСНС', 'State Emergency Service'],
    ['case and apostrophes', "M'ятний Об’єкт", 'мʼятний обʼєкт'],
    ['composed and decomposed letters', 'їжак'.normalize('NFC'), 'їжак'.normalize('NFD')],
    ['stress marks and soft hyphens', 'розмі\u0301нува\u00adння', 'розмінування'],
    ['models of machines', 'GCS-200', 'gcs 200'],
  ];
  for (const [what, one, other] of alike) {
    it(`brings together ${what}: ${one} and ${other}`, async () => {
      const least = one.includes("'") || what.includes('composed') || what.includes('marks') ? 0.99 : 0.6;
      expect(await similarity(one, other)).toBeGreaterThan(least);
    });
  }

  const apart: readonly (readonly [string, string])[] = [
    ['міна', 'міністр'],
    ['mine', 'minister'],
    ['Японія', 'Україна'],
    ['детектор', 'допомога'],
    ['кавун', 'сапер'],
    ['їжак', 'йод'],
  ];
  for (const [one, other] of apart) {
    it(`keeps apart ${one} and ${other}`, async () => {
      expect(await similarity(one, other)).toBeLessThan(0.35);
    });
  }

  it('brings unknown names together across alphabets', async () => {
    expect(await similarity('Мельничук', 'Melnychuk')).toBeGreaterThan(0.3);
    expect(await similarity('Мельничук', 'Мельничука')).toBeGreaterThan(0.5);
    expect(await similarity('Мельничук', 'Оверченко')).toBeLessThan(0.2);
  });

  it('lets a rare word outweigh the small ones around it', async () => {
    expect(await similarity('що і як це було з міношукачами для всіх', 'міношукачі')).toBeGreaterThan(0.8);
  });

  it('gives a finite unit vector for any text, even one without a letter', async () => {
    const anything = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom('!!!', '👍', '\u0301', '한국어', '[CLS]'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 12 }), async (texts) => {
        const { values, dimensions } = await engine.embed(texts);
        expect(values.length).toBe(texts.length * dimensions);
        for (let at = 0; at < values.length; at += dimensions) {
          expect(Math.abs(Math.hypot(...values.subarray(at, at + dimensions)) - 1)).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives a text the same vector alone and among others', async () => {
    const texts = ['Японія', 'A longer text about mine detectors and a minister in Kharkiv', 'міна'];
    const together = await engine.embed(texts);
    for (const [index, text] of texts.entries()) {
      const alone = await engine.embed([text]);
      const row = together.values.subarray(index * alone.dimensions, (index + 1) * alone.dimensions);
      expect(Array.from(row, (value, at) => Math.abs(value - alone.values[at]!) < 1e-5)).not.toContain(false);
    }
  });

  it('compiles to the same bytes every time', () => {
    const [one, other] = [compileModel(smallLexicon, smallTexts), compileModel(smallLexicon, smallTexts)];
    for (const [path, content] of one) expect(content.equals(other.get(path)!)).toBe(true);
  });
});

describe('prepareStaticModel', () => {
  it('finds the folder it made and makes it again when a file in it was changed or is gone', async () => {
    const first = await prepareStaticModel(dataDir, options);
    const table = join(first.folder, 'onnx', 'model_quantized.onnx');
    const good = readFileSync(table);
    for (const damage of [
      () => writeFileSync(table, good.subarray(0, 999)),
      () => rmSync(join(first.folder, 'manifest.json')),
    ]) {
      damage();
      expect(await prepareStaticModel(dataDir, options)).toEqual(first);
      expect(readFileSync(table).equals(good)).toBe(true);
    }
    expect(readdirSync(join(dataDir, 'model'))).toEqual([basename(first.folder)]);
  });

  it('removes models of earlier lexicons after a day', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'static-model-old-'));
    const [old, recent] = ['old', 'recent'].map((name) => join(folder, 'model', name));
    for (const path of [old!, recent!]) mkdirSync(path, { recursive: true });
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
    utimesSync(old!, twoDaysAgo, twoDaysAgo);
    const { folder: made } = await prepareStaticModel(folder, options);
    expect(readdirSync(join(folder, 'model')).sort()).toEqual([basename(made), 'recent'].sort());
    rmSync(folder, { recursive: true });
  });

  it('can be asked twice at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'static-model-twice-'));
    const [one, other] = await Promise.all([
      prepareStaticModel(folder, options),
      prepareStaticModel(folder, options),
    ]);
    expect(one).toEqual(other);
    expect(readdirSync(join(folder, 'model'))).toEqual([basename(one.folder)]);
    rmSync(folder, { recursive: true });
  });

  it('names the folder by everything the model is made of', async () => {
    const concepts = smallLexicon.slice(1);
    const hashes = await Promise.all(
      [sources, { ...sources, concepts }, { ...sources, texts: [] }].map(sourcesHash),
    );
    expect(new Set(hashes).size).toBe(3);
  });
});

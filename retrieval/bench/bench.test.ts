import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { runChild } from './child.ts';
import { figureOf, figureTable } from './figure.ts';
import { TextGrower } from './grow-text.ts';
import { readOptions } from './options.ts';

describe('the benchmarks', () => {
  it('run over a small corpus and print every figure with machine, versions and seed', async () => {
    const args = ['--only', 'ask', '--sizes', '200', '--questions', '10', '--repeat', '1', '--json'];
    const { stdout } = await runChild('retrieval/bench/run.ts', args);
    const { machine, options, figures } = JSON.parse(stdout.trim().split('\n').at(-1)!);
    expect(machine).toMatchObject({ node: process.version, packages: { minisearch: expect.any(String) } });
    expect(options.seed).toBe(1);
    expect(figures.map(({ name }: { name: string }) => name)).toContain('200 passages: new question p95');
    expect(figures.every(({ median }: { median: number }) => median > 0)).toBe(true);
  });

  it('grow the same documents from the same seed, with passages that are cut from the text', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => new TextGrower(loadLexicon(), seed).document(7));
    expect(one).toEqual(same);
    expect(one!.text).not.toBe(other!.text);
    for (const { start, end } of one!.passages) expect(one!.text.slice(start, end).trim()).not.toBe('');
  });

  it('tell median, spread and target of repetitions', () => {
    const figure = figureOf({ benchmark: 'b', name: 'n', unit: 'ms', target: { most: 2 } }, [3, 1, 9]);
    expect(figureTable([figure]).split('\n').at(-1)).toBe('| b | n | 3 ms | 1-9 (3) | <= 2 MISSED |');
  });

  it('refuse a benchmark or a size that is not known', () => {
    expect(() => readOptions(['--only', 'speed'])).toThrow('--only speed is not one of');
    expect(() => readOptions(['--sizes', 'many'])).toThrow('--sizes many is not a whole number');
    expect(readOptions(['--sizes', '1k,100k'])?.sizes).toEqual([1000, 100_000]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { compareWith, readBaseline, turned, writeBaseline } from './baseline.ts';
import { describeFailure } from './failures.ts';
import type { Outcome } from './outcome.ts';
import { figuresOf, groupsOf, printTable } from './table.ts';

const silence: Answer = {
  kind: 'not_found',
  language: 'uk',
  blocks: [{ kind: 'lead', text: 'Не знайшов.' }],
  citations: [],
  retrieved: [{ url: 'https://a.example', documentId: 'doc', passageId: 'p', page: null, score: 0.5 }],
  topics: [],
};

function outcome(id: number, right: number): Outcome {
  return {
    question: {
      id: `q${id}`,
      set: 'own',
      split: 'tune',
      language: 'uk',
      question: 'Скільки?',
      kind: 'amount',
      gold: ['doc'],
      answer: [['5']],
    },
    answer: silence,
    crossLanguage: false,
    hit1: right,
    hit5: right,
    reciprocalRank: right,
    right,
    answered: right === 1,
    alteredQuotes: 0,
    quotes: 0,
    ms: 1,
  };
}

function outcomes(count: number, right: (id: number) => boolean): readonly Outcome[] {
  return Array.from({ length: count }, (_, id) => outcome(id, right(id) ? 1 : 0));
}

let path: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eval-baseline-'));
  path = join(folder, 'baseline.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function baselineOf(run: readonly Outcome[]) {
  writeBaseline(run, '1 document', path);
  return readBaseline(path)!;
}

describe('the baseline', () => {
  it('is null before the first run', () => {
    expect(readBaseline(path)).toBeNull();
  });

  it('is refused when it is something else', () => {
    writeFileSync(path, '{"questions": 1}');
    expect(() => readBaseline(path)).toThrow('--update-baseline');
  });

  it('shows no difference to the run it was made of', () => {
    const run = outcomes(20, (id) => id % 2 === 0);
    const changes = compareWith(baselineOf(run), groupsOf(run), 1);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every(({ difference, worse }) => difference.value === 0 && !worse)).toBe(true);
  });

  it('calls a fall worse only beyond chance', () => {
    const baseline = baselineOf(outcomes(40, () => true));
    const worse = (lost: number) =>
      compareWith(baseline, groupsOf(outcomes(40, (id) => id >= lost)), 1).some((change) => change.worse);
    expect(worse(1)).toBe(false);
    expect(worse(12)).toBe(true);
  });

  it('names the questions that turned and passes over new ones', () => {
    const baseline = baselineOf(outcomes(4, (id) => id < 2));
    expect(
      turned(
        baseline,
        outcomes(6, (id) => id !== 0 && id !== 3),
      ),
    ).toEqual({ right: ['q2'], wrong: ['q0'] });
  });
});

describe('the table', () => {
  it('shows each group with intervals and a dash where nothing was asked', () => {
    const all = groupsOf(outcomes(10, () => true)).map((group) => figuresOf(group, 1));
    expect(printTable(all)).toMatch(/^all +10 {2}1\.000 \[1\.000 1\.000\].* -$/m);
  });
});

describe('describeFailure', () => {
  it('says what was missing and marks the gold documents', () => {
    const text = describeFailure(outcome(1, 0));
    expect(text).toContain('false silence');
    expect(text).toContain('MISSING 5');
    expect(text).toContain('* 0.500 doc');
  });
});

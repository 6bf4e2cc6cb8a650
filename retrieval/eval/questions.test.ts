import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contains, normalise } from './match.mjs';
import { isAnswerable, questionKinds, readQuestions, splitOf } from './questions.ts';
import { smallSubset } from './subset.ts';

const briefs = new URL('../../corpus/briefs/', import.meta.url);

function briefText(key: string): string {
  return readFileSync(new URL(`${key}.md`, briefs), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
}

describe('the committed questions', () => {
  const questions = readQuestions();

  it('cover every kind and language', () => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds));
    expect(new Set(questions.map(({ language }) => language))).toEqual(new Set(['uk', 'en', 'ru', 'ja']));
  });

  it('have an answer that stands in a gold brief', () => {
    const missing = questions
      .filter(isAnswerable)
      .filter(({ gold, answer }) => {
        const text = normalise(gold.map(briefText).join('\n'));
        return !answer.every((group) => group.some((alternative) => contains(text, alternative)));
      })
      .map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it('are halved about evenly, the same way every time', () => {
    const tuning = questions.filter(({ split }) => split === 'tune').length / questions.length;
    expect(tuning).toBeGreaterThan(0.4);
    expect(tuning).toBeLessThan(0.6);
    expect(questions.every(({ id, split }) => split === splitOf(id))).toBe(true);
  });

  it('give a small subset with every kind in it', () => {
    const subset = smallSubset(questions, 4);
    expect(subset).toHaveLength(questionKinds.length * 4);
    expect(smallSubset([...questions].reverse(), 4)).toEqual(subset);
  });
});

describe('readQuestions', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eval-questions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const good = {
    id: 'a',
    language: 'uk',
    question: 'Скільки?',
    kind: 'amount',
    gold: ['x'],
    answer: ['5|п’ять'],
  };
  const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));

  it('splits alternatives', () => {
    write('own.jsonl', JSON.stringify(good), '');
    expect(readQuestions(folder)[0]).toMatchObject({ set: 'own', answer: [['5', 'п’ять']] });
  });

  it('names file and line of what it cannot read', () => {
    write('own.jsonl', JSON.stringify(good), '{"id": ');
    expect(() => readQuestions(folder)).toThrow('own.jsonl:2 is not JSON');
    write('own.jsonl', JSON.stringify({ ...good, kind: 'riddle' }));
    expect(() => readQuestions(folder)).toThrow('own.jsonl:1 kind');
  });

  it('refuses two questions with one id', () => {
    write('own.jsonl', JSON.stringify(good), JSON.stringify(good));
    expect(() => readQuestions(folder)).toThrow('Two questions are called a');
  });
});

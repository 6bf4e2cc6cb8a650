import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smalltalkOf } from './smalltalk.ts';
import type { Smalltalk } from './smalltalk-phrases.ts';

const phrases = readFileSync(new URL('../eval/safety/smalltalk.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('smalltalkOf', () => {
  it.each([
    ['Привіт!', 'greeting'],
    ['Привееет, боте', 'greeting'],
    ['ghbdsn', 'greeting'],
    ['hello there', 'greeting'],
    ['こんにちは', 'greeting'],
    ['Дякую за відповідь', 'thanks'],
    ['thank you very much', 'thanks'],
    ['👍', 'thanks'],
    ['що ти вмієш?', 'about'],
    ['Hi! Who are you?', 'about'],
    ['who are you', 'about'],
    ['розкажи анекдот', 'about'],
    ['на добраніч', 'bye'],
    ['またね', 'bye'],
    ['ти тупий бот', 'complaint'],
    ['you are useless', 'complaint'],
  ] as const)('knows %s', (text: string, kind: Smalltalk) => {
    expect(smalltalkOf(text)).toBe(kind);
  });

  it.each([
    'Привіт, скільки дала Японія?',
    'help for farmers with mined fields',
    'thanks to whom were the machines bought',
    'hi, what did Norway pledge',
    'допомога Японії на розмінування',
    'ти знаєш, скільки мін знешкодили?',
    'who are FSD?',
    'ок, а Литва?',
  ])('leaves the question %s alone', (text) => {
    expect(smalltalkOf(text)).toBeNull();
  });

  it('takes the talk of the phrase list for talk and its questions for questions', () => {
    const wrong = phrases.filter((line) => (smalltalkOf(line.slice(2)) !== null) !== line.startsWith('S '));
    expect(wrong).toEqual([]);
    expect(phrases.length).toBeGreaterThan(200);
  });

  it('takes no question of the evaluation for talk', () => {
    const questions = ['national', 'donors', 'own'].flatMap((name) =>
      readFileSync(new URL(`../eval/questions/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { kind: string; question: string }),
    );
    const talk = questions.filter(({ question }) => smalltalkOf(question) !== null);
    expect(talk.map(({ question }) => question)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { groupQuestions } from './question-groups.ts';
import type { UnansweredQuestion } from './unanswered.ts';

describe('groups of questions', () => {
  const question = (id: number, text: string, askedCount = 1): UnansweredQuestion => ({
    id,
    question: text,
    language: 'uk',
    askedCount,
    firstAt: '',
    lastAt: '',
    status: 'open',
  });

  it('hold together what asks for the same thing, most asked first', () => {
    const groups = groupQuestions([
      question(1, 'Скільки човнів передала Данія?'),
      question(2, 'Хто дав міношукачі?', 2),
      question(3, 'а скільки Данія передала човнів', 3),
      question(4, 'What is it?'),
    ]);
    expect(groups.map(({ first, ids, asked }) => [first.id, ids, asked])).toEqual([
      [3, [1, 3], 4],
      [2, [2], 2],
      [4, [4], 1],
    ]);
  });
});

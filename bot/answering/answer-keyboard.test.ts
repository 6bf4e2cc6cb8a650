import { describe, expect, it } from 'vitest';
import { answerKeyboard } from './answer-keyboard.ts';

const citation = (n: number) => ({
  n,
  url: `https://outlet.example/${n}`,
  title: 'Title',
  publisher: 'Outlet',
  published: '2025-01-01',
  language: 'uk' as const,
  quote: 'Quote',
  documentId: `d${n}`,
  passageId: `p${n}`,
});
const labelsOf = (count: number) => {
  const citations = Array.from({ length: count }, (_, at) => citation(at + 1));
  const shown = { citations, topics: [], id: 1, generation: 1 } as unknown as Parameters<
    typeof answerKeyboard
  >[0];
  const words = (key: string, args?: Record<string, unknown>) =>
    args === undefined ? key : `${key} ${args.n}`;
  return answerKeyboard(shown, words)
    .inline_keyboard.flat()
    .map(({ text }) => text);
};

describe('answerKeyboard', () => {
  it('says whose page the original is when several are quoted', () => {
    expect(labelsOf(3)).toContain('button-original-number 1');
    expect(labelsOf(1)).toContain('button-original');
  });

  it('opens the evidence of each quote', () => {
    expect(labelsOf(2).filter((label) => label.startsWith('button-evidence-number'))).toHaveLength(2);
  });
});

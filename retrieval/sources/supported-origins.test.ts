import { describe, expect, it } from 'vitest';
import { asking, originsOf, type Story } from './ranked-for-tests.ts';
import { supportedOrigins } from './supported-origins.ts';

const keysOf = (question: string, stories: readonly Story[]) => {
  const asked = asking(question);
  return supportedOrigins(originsOf(stories, asked), asked).map(({ ranked }) => ranked.document.key);
};
const answer: Story = {
  key: 'answer',
  title: 'Японія передала машини розмінування',
  text: 'Японія передала ДСНС 4 машини розмінування.',
  similarity: 0.6,
};
const other: Story = { key: 'other', text: 'Погода в Лісабоні лишається теплою.', similarity: 0 };

describe('supportedOrigins', () => {
  it('leaves out what hardly can answer, and keeps what can', () => {
    expect(keysOf('Скільки машин розмінування передала Японія?', [other, answer])).toEqual(['answer']);
  });

  it('keeps the best of passages of which none can', () => {
    expect(keysOf('Скільки коштує квиток на потяг?', [other])).toEqual(['other']);
  });

  it('leaves out what is far less likely to answer than the best', () => {
    const weaker: Story = { key: 'weaker', text: 'Торік Литва передала ДСНС дві машини.', similarity: 0.2 };
    expect(keysOf('Скільки машин розмінування передала Японія?', [weaker, answer])).toEqual(['answer']);
  });

  it('keeps the weaker side of a comparison', () => {
    const side: Story = { key: 'side', text: 'Норвегія теж передала дві машини.', similarity: 0.2 };
    expect(keysOf('Хто дав більше машин: Японія чи Норвегія?', [side, answer])).toContain('side');
    expect(keysOf('Скільки машин розмінування передала Японія?', [side, answer])).toEqual(['answer']);
  });
});

import { describe, expect, it } from 'vitest';
import { asking, lexicon, originsOf, type Story } from '../sources/ranked-for-tests.ts';
import { giftsFirst, tellsAskedGift } from './gifts-first.ts';

const question = 'What demining equipment has Denmark given Ukraine?';
const stories = {
  plan: {
    key: 'plan',
    published: '2025-03-01',
    text: 'Denmark will supply Ukraine with demining equipment and train people.',
  },
  machines: {
    key: 'machines',
    published: '2024-07-09',
    text: 'Denmark gave the State Emergency Service four demining machines.',
  },
  again: {
    key: 'again',
    published: '2024-07-10',
    text: 'Four demining machines were received by Ukraine from Denmark.',
  },
  detectors: {
    key: 'detectors',
    published: '2025-01-20',
    text: 'Denmark handed over 50 mine detectors for demining to Ukraine.',
  },
  money: {
    key: 'money',
    published: '2025-05-01',
    text: 'Denmark allocated 3 million euros for demining equipment of Ukraine.',
  },
  mention: {
    key: 'mention',
    published: '2025-06-01',
    text: 'Ministers of Denmark and Sweden spoke about demining equipment for Ukraine.',
  },
} satisfies Record<string, Story>;

const keysOf = (names: readonly (keyof typeof stories)[], text = question) => {
  const asked = asking(text);
  const origins = originsOf(
    names.map((name) => ({ ...stories[name], language: 'en' as const, similarity: 0.7 })),
    asked,
  );
  return (
    giftsFirst(() => origins, asked, lexicon)?.map(({ ranked, isPlan }) =>
      isPlan ? `${ranked.document.key} (plan)` : ranked.document.key,
    ) ?? null
  );
};

describe('giftsFirst', () => {
  it('puts what was handed over first, newest first, and a plan last and marked', () => {
    expect(keysOf(['plan', 'machines', 'detectors'])).toEqual(['detectors', 'machines', 'plan (plan)']);
  });

  it('puts money for things behind the things', () => {
    expect(keysOf(['money', 'machines', 'detectors'])).toEqual(['detectors', 'machines', 'money']);
  });

  it('puts a page that tells an event again behind other events', () => {
    expect(keysOf(['machines', 'again', 'detectors'])?.[0]).toBe('detectors');
    expect(keysOf(['machines', 'again', 'detectors'])).toHaveLength(3);
  });

  it('leaves out pages that only mention the giver where two events are told', () => {
    expect(keysOf(['mention', 'machines', 'detectors'])).toEqual(['detectors', 'machines']);
    expect(keysOf(['mention', 'machines'])).toEqual(['machines', 'mention']);
  });

  it('leaves the order alone where nothing was given, and of other questions', () => {
    expect(keysOf(['plan', 'mention'])).toBeNull();
    expect(keysOf(['machines'], 'How many machines has Denmark given?')).toBeNull();
  });
});

describe('tellsAskedGift', () => {
  it('is true only where the asked giver handed over counted things', () => {
    const asked = asking(question);
    const tells = (name: keyof typeof stories) =>
      tellsAskedGift(
        () => originsOf([{ ...stories[name], language: 'en', similarity: 0.7 }], asked),
        asked,
        lexicon,
      );
    expect(tells('machines')).toBe(true);
    expect(tells('plan')).toBe(false);
    expect(tells('mention')).toBe(false);
  });
});

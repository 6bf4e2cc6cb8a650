import { describe, expect, it } from 'vitest';
import { asking, rankedOf, type Story } from './ranked-for-tests.ts';
import { newestOfStory } from './same-story.ts';

const told: Story = {
  key: 'told',
  published: '2025-09-18',
  text: 'Португальські сапери розмінували на Миколаївщині 200 га виноградників. Проєкт «Безпечна лоза» очолює посол Антоніу Валадареш.',
};
const later: Story = {
  key: 'later',
  published: '2026-10-06',
  text: 'Правильна цифра станом на серпень — 281 га виноградників. Про це пишуть у звіті «Безпечна лоза» та каже посол Антоніу Валадареш.',
};
const question = 'Скільки га виноградників уже розмінували португальці на Миколаївщині?';
const newestAmong = (stories: readonly Story[]) => {
  const asked = asking(question);
  const ranked = rankedOf(stories, asked);
  return newestOfStory(ranked[0]!, ranked, asked)?.document.key ?? null;
};

describe('newestOfStory', () => {
  it('finds the page that goes on without the names of the question', () => {
    expect(newestAmong([told, later])).toBe('later');
  });

  it('takes no page that is older, holds no such figure or shares one name only', () => {
    expect(newestAmong([told, { ...later, published: '2025-01-01' }])).toBeNull();
    const noFigure = 'У виноградниках важко, визнають у «Безпечна лоза», і так каже посол Антоніу Валадареш.';
    expect(newestAmong([told, { ...later, text: noFigure }])).toBeNull();
    const oneName = 'Розмінували 281 га виноградників, сказав посол Антоніу Валадареш.';
    expect(newestAmong([told, { ...later, text: oneName }])).toBeNull();
  });

  it('takes no name that many pages have for a sign of one story', () => {
    const others = [1, 2, 3].map((n) => ({
      key: `other-${n}`,
      text: `Інша новина про «Безпечна лоза», де був посол Антоніу Валадареш. Того дня бачили ${n} машини.`,
    }));
    expect(newestAmong([told, later, ...others])).toBeNull();
  });
});

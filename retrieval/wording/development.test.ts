import { describe, expect, it } from 'vitest';
import { chooseEvidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { findDevelopment } from './development.ts';

const developmentOf = (question: string, stories: readonly Story[]) => {
  const asked = asking(question);
  const evidence = chooseEvidence(rankedOf(stories, asked), asked, lexicon);
  const { older, note } = findDevelopment(evidence, asked.understanding, asked.understanding.language);
  return { older: [...older].map(({ ranked }) => ranked.document.key).sort(), note, evidence };
};
const question = 'Скільки зараз операторів розмінування в Україні?';
const operators = (key: string, published: string | null, count: number): Story => ({
  key,
  published,
  publisher: `Видання ${key}`,
  text: `В Україні зараз ${count} операторів розмінування.`,
});

describe('findDevelopment', () => {
  it('names overtaken figures as older and the newest as the newest', () => {
    const { older, note } = developmentOf(question, [
      operators('old', '2023-05-01', 31),
      operators('new', '2025-05-01', 104),
      operators('middle', '2024-05-01', 62),
    ]);
    expect(older).toEqual(['middle', 'old']);
    expect(note).toMatch(/раніше — 31 .*Видання old.*62 .*Видання middle.*найновіше — 104 .*Видання new/);
  });

  it('calls figures of one fortnight a disagreement and none of them older', () => {
    const { older, note } = developmentOf(question, [
      operators('one', '2025-05-01', 104),
      operators('other', '2025-05-12', 110),
    ]);
    expect(older).toEqual([]);
    expect(note).toMatch(/розходяться: 104 .*Видання one.*110 .*Видання other/);
  });

  it('has nothing to say of equal or rounded figures', () => {
    const rounded = developmentOf('Яка площа замінованих територій України?', [
      { key: 'a', published: '2024-05-01', text: 'Площа замінованих територій України — 138503 км².' },
      { key: 'b', published: '2025-05-01', text: 'Площа замінованих територій України — 139 тис. км².' },
    ]);
    expect(rounded.evidence.map(({ figure }) => figure?.value).sort()).toEqual([138_503, 139_000]);
    expect(rounded).toMatchObject({ older: [], note: null });
  });

  it('leaves figures without a date, of another unit or of another thing out', () => {
    const first = operators('new', '2025-05-01', 104);
    expect(developmentOf(question, [first, operators('undated', null, 31)]).note).toBeNull();
    const dogs = {
      key: 'dogs',
      published: '2023-05-01',
      text: 'Зараз оператори розмінування в Україні мають 31 собаку.',
    };
    expect(developmentOf(question, [first, dogs]).note).toBeNull();
    const dollars = developmentOf('Скільки коштів дала Норвегія?', [
      { published: '2024-05-01', text: 'Норвегія дала 90 млн крон коштів.' },
      { published: '2025-05-01', text: 'Норвегія дала 8 млн доларів коштів.' },
    ]);
    expect(dollars.evidence.map(({ figure }) => figure !== null)).toEqual([true, true]);
    expect(dollars.note).toBeNull();
  });

  it('tells of both sides of a comparison without calling one older', () => {
    const { older, note } = developmentOf(
      'Порівняй, скільки операторів розмінування в Україні у 2023 і 2025',
      [operators('old', '2023-05-01', 31), operators('new', '2025-05-01', 104)],
    );
    expect(older).toEqual([]);
    expect(note).toMatch(/раніше — 31 .*найновіше — 104/);
  });

  it('speaks the language of the person', () => {
    const { note } = developmentOf('How many demining operators are there in Ukraine now?', [
      operators('old', '2023-05-01', 31),
      operators('new', '2025-05-01', 104),
    ]);
    expect(note).toMatch(/earlier it was 31 .*the newest is 104/);
  });

  it('lets no page disagree with itself and takes figures twenty times apart for two things', () => {
    const far = developmentOf(question, [
      operators('many', '2025-05-01', 4000),
      operators('few', '2025-05-05', 25),
    ]);
    expect(far).toMatchObject({ older: [], note: null });
  });
});

import { describe, expect, it } from 'vitest';
import { asking, originsOf, type Story } from '../sources/ranked-for-tests.ts';
import { chooseStations } from './timeline.ts';

const stationsOf = (question: string, stories: readonly Story[], limit = 4) => {
  const asked = asking(question);
  return chooseStations(originsOf(stories, asked), asked, limit);
};
const keysOf = (question: string, stories: readonly Story[], limit?: number) =>
  stationsOf(question, stories, limit).map(({ origin }) => origin.ranked.document.key);
const mined = (key: string, published: string | null, thousands: number): Story => ({
  key,
  published,
  text: `Заміновано ${thousands} тис. км² територій України.`,
});

describe('chooseStations', () => {
  it('stands in order of time with one station for each period named', () => {
    const stories = [
      mined('new', '2025-12-10', 137),
      mined('old', '2023-09-28', 174),
      mined('middle', '2024-06-01', 156),
      mined('before', '2022-06-01', 160),
    ];
    const question = 'Як змінювалася площа замінованих територій: 2023, 2024, 2025 рік?';
    expect(keysOf(question, stories, 3)).toEqual(['old', 'middle', 'new']);
  });

  it('finds a period that is named poorly among better sentences of another time', () => {
    const stories = [
      mined('a', '2025-02-10', 139),
      mined('b', '2025-06-10', 138),
      mined('c', '2025-12-10', 137),
      { key: 'poor', published: '2023-09-28', text: 'Тоді заміновано було 174 тис. км².' },
    ];
    expect(keysOf('Як змінилася площа замінованих територій у 2023 і 2025?', stories, 2)).toContain('poor');
  });

  it('knows a month without a year from the day the page appeared', () => {
    const stories = [
      { key: 'november', published: '2026-01-10', text: 'У листопаді заміновано 137 тис. км² територій.' },
      { key: 'may', published: '2025-06-10', text: 'У травні заміновано 139 тис. км² територій.' },
      { key: 'other-may', published: '2024-06-10', text: 'У травні заміновано 156 тис. км² територій.' },
    ];
    const question = 'Як змінилася площа замінованих територій: травень 2025 і листопад 2025?';
    expect(keysOf(question, stories, 2)).toEqual(['may', 'november']);
  });

  it('takes the time of the sentence before when a sentence has none', () => {
    const stories = [
      {
        key: 'carried',
        published: null,
        text: 'Звіт склали в лютому 2023 року. Заміновано 174 тис. км² територій України.',
      },
      mined('new', '2025-12-10', 137),
    ];
    const question = 'Як змінилася площа замінованих територій: лютий 2023 і грудень 2025?';
    const [first, second] = stationsOf(question, stories);
    expect(first).toMatchObject({ from: 1, to: 1 });
    expect(first?.origin.ranked.document.key).toBe('carried');
    expect(second?.origin.ranked.document.key).toBe('new');
  });

  it('puts what has no date last', () => {
    const stories = [
      mined('undated', null, 156),
      mined('new', '2025-12-10', 137),
      mined('old', '2023-09-28', 174),
    ];
    expect(keysOf('Як змінювалася площа замінованих територій?', stories)).toEqual(['old', 'new', 'undated']);
  });

  it('tells a new figure before one that is on the line already, rounded or not', () => {
    const stories = [
      { ...mined('again', '2023-09-28', 174), text: 'Заміновано 173,8 тис. км² територій України.' },
      mined('first', '2024-09-28', 174),
      mined('news', '2024-05-28', 137),
    ];
    const keys = keysOf('Як змінювалася площа замінованих територій?', stories, 2);
    expect(keys).toContain('news');
    expect(keys).toHaveLength(2);
  });

  it('takes figures that lie close together for two, and shows no third moment without a figure of its own', () => {
    const question = 'Як змінювалася площа замінованих територій?';
    const close = [
      mined('a', '2025-01-08', 139),
      mined('b', '2025-06-24', 137),
      mined('c', '2025-12-02', 135),
    ];
    expect(keysOf(question, close)).toEqual(['a', 'b', 'c']);
    const repeated = [...close.slice(0, 2), mined('again', '2025-12-02', 137)];
    expect(keysOf(question, repeated)).toHaveLength(2);
  });

  it('takes a sentence with a date for a step of a chronology, though it has no figure', () => {
    const stories = [
      { key: 'start', published: '2023-02-01', text: 'У січні 2023 року ДСНС почала навчання саперів.' },
      {
        key: 'next',
        published: '2024-08-01',
        text: 'У липні 2024 року сапери ДСНС пройшли навчання в Японії.',
      },
    ];
    expect(keysOf('Хронологія навчання саперів ДСНС', stories)).toEqual(['start', 'next']);
  });

  it('among new figures takes the one farthest in time', () => {
    const stories = [
      mined('first', '2023-01-10', 174),
      mined('near', '2023-02-10', 160),
      mined('far', '2025-12-10', 137),
    ];
    const keys = keysOf('Як змінювалася площа замінованих територій?', stories, 2);
    expect(keys).toContain('far');
    expect(new Set(keys).size).toBe(2);
  });

  it('lets the quote reach over a neighbouring figure of another time', () => {
    const text =
      'Заміновано у грудні 2025 року 137 тис. км² територій. Роботи тривають. Заміновано у листопаді 2025 року 139 тис. км² територій.';
    const [only] = stationsOf('Як змінювалася площа замінованих територій?', [{ text }]);
    expect(only).toMatchObject({ from: 0, to: 2 });
  });

  it('does not let the quote reach for a figure farther away', () => {
    const filler = 'Роботи тривають. Зима холодна. Сапери вдома. ';
    const text = `Заміновано у грудні 2025 року 137 тис. км² територій. ${filler}Заміновано у листопаді 2025 року 139 тис. км² територій.`;
    const [only] = stationsOf('Як змінювалася площа замінованих територій?', [{ text }]);
    expect(only!.to - only!.from).toBe(0);
  });

  it('takes one station of a passage and never more than asked for', () => {
    const stories = [2021, 2022, 2023, 2024, 2025].map((year) =>
      mined(`of-${year}`, `${year}-05-01`, year - 1900),
    );
    for (const limit of [1, 3, 5]) {
      const keys = keysOf('Як змінювалася площа замінованих територій?', stories, limit);
      expect(keys).toHaveLength(limit);
      expect(new Set(keys).size).toBe(limit);
    }
  });

  it('passes over figures of another measure and is empty without any', () => {
    const stories = [
      mined('area', '2025-12-10', 137),
      { key: 'money', published: '2023-01-01', text: 'На заміновані території дали 174 млн євро.' },
    ];
    const question = 'Як змінювалася площа замінованих територій?';
    expect(keysOf(question, stories)).toEqual(['area']);
    expect(keysOf(question, [stories[1]!])).toEqual([]);
  });

  it('prefers the figure of what is counted', () => {
    const stories = [
      { key: 'machines', published: '2024-05-01', text: 'Сапери мають тепер 20 машин.' },
      { key: 'dogs', published: '2024-05-02', text: 'Машини тепер є, а собак у саперів 30, усі здорові.' },
    ];
    expect(keysOf('Як змінювалася кількість машин у саперів?', stories, 1)).toEqual(['machines']);
  });
});

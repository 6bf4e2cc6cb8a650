import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { readWish, soundsLikeSubscribing } from './subscription-words.ts';

const lexicon = loadLexicon();
const read = (text: string) => readWish(text, lexicon);

describe('a wish in words', () => {
  it.each([
    [
      'щопонеділка про Японію і Харківщину',
      { frequency: 'weekly', weekday: 1, topics: ['japan', 'kharkiv-region'], match: 'any' },
    ],
    ['daily about machines at 9', { frequency: 'daily', hour: 9, topics: ['kind-machines'] }],
    [
      'щодня о 7 про гроші від Норвегії',
      { frequency: 'daily', hour: 7, topics: ['norway', 'kind-money'], match: 'all' },
    ],
    [
      'weekly on Fridays at 6 pm about Lithuania and training',
      { frequency: 'weekly', weekday: 5, hour: 18, topics: ['lithuania', 'kind-training'], match: 'any' },
    ],
    [
      "щоп'ятниці о 18:30 про компенсації фермерам",
      { frequency: 'weekly', weekday: 5, hour: 18, topics: ['kind-compensation'] },
    ],
    [
      'одразу про закони, тільки офіційні джерела',
      { frequency: 'instant', officialOnly: true, topics: ['kind-law'] },
    ],
    [
      'машини для Харківщини щотижня',
      { frequency: 'weekly', topics: ['kharkiv-region', 'kind-machines'], match: 'all' },
    ],
    [
      'every morning about Japan, Europe/Warsaw, quiet 22 to 8',
      { frequency: 'daily', hour: 9, zone: 'Europe/Warsaw', quiet: { from: 22, to: 8 }, topics: ['japan'] },
    ],
    ['щодня англійською про Данію', { language: 'en', topics: ['denmark'] }],
    [
      'щовівторка вранці: Херсон, Миколаїв',
      { weekday: 2, hour: 9, topics: ['kherson-region', 'mykolaiv-region'] },
    ],
    ['каждый понедельник про Японию', { frequency: 'weekly', weekday: 1, topics: ['japan'] }],
  ])('is read from "%s"', (text, wish) => {
    const found = read(text);
    expect({ ...found, topics: [...(found.topics ?? [])].sort() }).toMatchObject({
      ...wish,
      topics: [...wish.topics].sort(),
    });
  });

  it('keeps a question as it stands', () => {
    expect(read('щотижня Скільки міношукачів передала Японія?')).toMatchObject({
      frequency: 'weekly',
      question: 'Скільки міношукачів передала Японія?',
    });
  });

  it('names nothing that was not said', () => {
    expect(read('')).toEqual({});
    expect(read('абракадабра 2024')).toEqual({});
    expect(read('щодня')).toEqual({ frequency: 'daily' });
  });

  it('is told from a question', () => {
    for (const text of [
      'щопонеділка про Японію',
      'Підпиши мене на Литву',
      'daily about machines at 9',
      'follow Japan',
    ])
      expect(soundsLikeSubscribing(text), text).toBe(true);
    for (const text of [
      'хочу щодня о 7 ранку знати про розмінування на Херсонщині, тихо з 22 до 8',
      'надсилай мені новини про Японію щопонеділка',
      'Будь ласка, надсилайте щотижня про гроші',
      'Я хочу кожної п’ятниці чути про Литву',
      "I'd like every Monday a summary about Japan",
      'send me news about Lithuania every Friday',
      'сообщай мне каждый день про деньги',
    ])
      expect(soundsLikeSubscribing(text), text).toBe(true);
    for (const text of [
      'хочу знати про те, скільки мін знешкоджують щодня',
      'I want to know about the daily output of deminers',
      'send me what was said about Japan on Monday',
      'Tell me about demining: how many items are destroyed every day',
      'хочу дізнатися про компенсацію',
      'Скільки машин передала Японія?',
      'Що сталося в понеділок',
      'хто стежить за мінами',
      'Яка щоденна норма розмінування',
      'скільки вони щодня розміновують',
    ])
      expect(soundsLikeSubscribing(text), text).toBe(false);
  });
});

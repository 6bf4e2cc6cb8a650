import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../document.ts';
import { splitSentences } from './sentences.ts';

function sentences(text: string, language: Language = 'uk'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** `|` marks where a sentence ends; everything else must stay together. */
function expectSplit(marked: string, language: Language = 'uk'): void {
  const expected = marked.split('|').map((part) => part.trim());
  expect(sentences(marked.replaceAll('|', ''), language)).toEqual(expected);
}

describe('splitSentences', () => {
  it.each([
    'Уряд передав техніку.| Вона вже працює.',
    'Японія виділила 4,5 млн. дол. США на машини.| Це перший внесок.',
    'Навчання пройшли у м. Київ та на вул. Сагайдачного.| Участь узяли 20 саперів.',
    'Витрати склали 500 млн. грн.| Нагадаємо, минулого року було менше.',
    'Закон діє з 2019 р.| Після цього його змінювали двічі.',
    'У 2023 р. Міністерство отримало 12 машин.| Усі працюють.',
    'Про це повідомив І. В. Петренко.| Він очолює центр.',
    'Згідно зі ст. 5 закону № 2642, роботи тривають.| Контроль веде НАМУ.',
    'Площа зменшилась на 3.5 тис. кв. км.| Роботи тривають.',
    '«Навіщо?» – запитав журналіст.| Відповіді не було.',
    'Передали каски, жилети, щупи та ін.| Усе нове.',
    'Чи вистачить коштів?| Поки що ні!| Побачимо…',
    '1. Перша партія прибула.| 2. Друга в дорозі.',
    'Меморандум підписали Дж. Сміт і О. Шевченко.| Документ чинний.',
  ])('keeps short forms together in Ukrainian: %s', (marked) => expectSplit(marked));

  it.each([
    'The U.S. Department of State gave $5.5 million.| It will buy four machines.',
    'Dr. Smith of Tetra Tech Inc. signed contract No. 15.| Work starts in Sept. 2024.',
    'Work is done by the U.S. The programme ends in May.'.replace('U.S. The', 'U.S.| The'),
    'Mr. A. B. Jones visited St. Petersburg Road, e.g. the depot.| He left at 5 p.m. on Monday.',
    'Area fell from 174,000 sq. km to 139,000 sq. km.| That is a fifth.',
  ])('keeps short forms together in English: %s', (marked) => expectSplit(marked, 'en'));

  it('keeps short forms together in Russian', () => {
    expectSplit('Канада выделила 15 млн. долл. в 2022 г.| Это помощь саперам.', 'ru');
  });

  it('splits Japanese, which has no spaces', () => {
    expectSplit('日本は地雷除去機を供与した。|ウクライナは感謝した。', 'ja');
  });

  it('ends a sentence at every line break', () => {
    expect(sentences('Перший пункт\nдругий пункт\n\n третій')).toEqual([
      'Перший пункт',
      'другий пункт',
      'третій',
    ]);
  });

  it('returns nothing for nothing', () => {
    expect(sentences(' \n \n')).toEqual([]);
  });

  it('covers every visible character exactly once, in order', () => {
    const piece = fc.constantFrom(
      'млн. ',
      'Він ',
      'пішов. ',
      '«Так!» ',
      '– ',
      '1. ',
      'U.S. ',
      '\n',
      '… ',
      'а',
      ' ',
      '5.5',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let reached = 0;
        for (const { start, end } of splitSentences(text, 'uk')) {
          expect(text.slice(reached, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
      }),
    );
  });

  it('stays linear on hostile text', () => {
    for (const unit of ['a.', '. ', 'А. ', '«', '1.', '!', 'и.и.']) {
      const started = performance.now();
      splitSentences(unit.repeat(25_000), 'uk');
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});

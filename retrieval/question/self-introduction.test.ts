import { describe, expect, it } from 'vitest';
import { withoutIntroduction } from './self-introduction.ts';

describe('withoutIntroduction', () => {
  it.each([
    ['I work for a donor agency. How much EU money was announced?', 'How much EU money was announced?'],
    ['я мама двох школярів, скільки шкіл бере участь?', 'скільки шкіл бере участь?'],
    ['Готую звернення. Скільки грошей потрібно на розмінування?', 'Скільки грошей потрібно на розмінування?'],
    [
      'я фермер, лише планую розмінувати поле. Скільки компенсує?',
      'лише планую розмінувати поле. Скільки компенсує?',
    ],
    ['Я студентка, пишу курсову. Скільки дала Франція?', 'Скільки дала Франція?'],
    ['чула, що дрони шукають міни, чи правда це і наскільки швидко', 'дрони шукають міни і наскільки швидко'],
    ['学校のレポートを書いています。JICAは何をしていますか。', 'JICAは何をしていますか。'],
  ])('leaves the question of "%s"', (text, question) => {
    expect(withoutIntroduction(text)).toBe(question);
  });

  it.each([
    'я з Херсонщини, скільки відсотків нашої області розмінували?',
    'Скільки машин має ДСНС? Бачив 44',
    'я знайшов міну',
    'Скільки машин передала Японія?',
  ])('keeps "%s" as it is', (text) => {
    expect(withoutIntroduction(text)).toBe(text);
  });
});

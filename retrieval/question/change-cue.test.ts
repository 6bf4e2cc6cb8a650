import { describe, expect, it } from 'vitest';
import { asksForChange, tellsOfEvents } from './change-cue.ts';

describe('asksForChange', () => {
  it.each([
    'How has the number of radars changed?',
    'growth in the number of certified operators',
    'payments quarter by quarter',
    'лізинг для операторів по кварталах',
    'як росла кількість груп',
    'від вересня до грудня збільшувалася кількість договорів',
    'хід робіт на каналах',
    'как менялась цена гектара по месяцам',
    '約束された金額の推移を教えてください',
    '参加者数はどう変わりましたか',
    'Norwegian machines from pledge to delivery',
    'чеські машини від обіцянки до поставки',
    'Japanese machines, step by step',
    'покроково, що було зі страхуванням',
  ])('hears it in "%s"', (question) => {
    expect(asksForChange(question)).toBe(true);
  });

  it.each([
    'how many machines did Japan give?',
    'how to apply for compensation, step by step',
    'як подати заявку, покроково',
    'what sites was the Step by Step campaign for?',
    'скільки шкіл у програмі «Крок за кроком»?',
    'what do mines cost the economy every year',
    'in order to certify an operator, what is needed?',
  ])('does not hear it in "%s"', (question) => {
    expect(asksForChange(question)).toBe(false);
  });
});

describe('tellsOfEvents', () => {
  it('tells a story from the course of one figure', () => {
    expect(tellsOfEvents('history of the workshop')).toBe(true);
    expect(tellsOfEvents('the workshop step by step')).toBe(true);
    expect(tellsOfEvents('how has the budget changed')).toBe(false);
  });
});

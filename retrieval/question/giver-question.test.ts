import { describe, expect, it } from 'vitest';
import { asking } from '../sources/ranked-for-tests.ts';
import { asksForGivers, asksForMostGiver } from './giver-question.ts';

describe('asksForMostGiver', () => {
  it.each([
    'who gave the most for demining',
    'найбільший донор розмінування',
    'яка країна дала найбільше машин',
    'кто дал больше всех денег на разминирование',
    'Хто найбільше допомагає Україні з розмінуванням?',
    'who gives the most money',
    'largest single pledge at the Riga forum',
    '最大の支援国はどこですか',
  ])('hears it in "%s"', (text) => {
    expect(asksForMostGiver(asking(text).understanding)).toBe(true);
  });

  it.each([
    'в якій області найбільше людей постраждало від мін',
    'найбільша заявка на Харківщині: скільки гектарів',
    'Which donor to Clear Path fell the most between 2024 and 2025?',
    'What demining equipment has Japan given Ukraine?',
    'хто взяв у лізинг найбільше техніки',
  ])('does not hear it in "%s"', (text) => {
    expect(asksForMostGiver(asking(text).understanding)).toBe(false);
  });
});

describe('asksForGivers', () => {
  it.each([
    'who supports Ukraine with demining?',
    'Які країни допомагають розміновувати Україну?',
    'кто дает деньги на разминирование',
    'донори розмінування',
    'which countries help',
    'どの国がウクライナの地雷除去を支援していますか',
  ])('hears it in "%s"', (text) => {
    expect(asksForGivers(asking(text).understanding)).toBe(true);
  });

  it.each([
    'хто дав найбільше грошей на розмінування',
    'хто передав собак-саперів',
    'who gave 12 machines to Kharkiv?',
    'Яка країна оплатила навчання сапера?',
    'скільки дала Норвегія на розмінування',
    'хто допомагає постраждалим від мін',
  ])('does not hear it in "%s"', (text) => {
    expect(asksForGivers(asking(text).understanding)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { isNegated } from './negation.ts';

describe('isNegated', () => {
  it.each([
    'The money was not paid.',
    "The money wasn't paid.",
    'Nobody was hurt.',
    'Machines came without crews.',
    'The ministry refused to pay.',
    'Гроші не виплатили.',
    'Жодна машина не прибула вчасно, і ніхто не пояснив.',
    'Коштів немає.',
    'Деньги не выплатили.',
    '機械は供与されませんでした。',
  ])('hears the no in "%s"', (sentence) => {
    expect(isNegated(sentence)).toBe(true);
  });

  it.each([
    'The money was paid.',
    'No more than 40 machines came.',
    'Not only machines came.',
    'Безпека полів зросла.',
    'Прибуло не менше 40 машин.',
    'Невідомий предмет знешкодили.',
    'Notes on nonnegotiable terms.',
    'Бездоганна робота саперів.',
  ])('hears none in "%s"', (sentence) => {
    expect(isNegated(sentence)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { asksForPiece, isOfOnePiece } from './asked-piece.ts';

describe('asksForPiece', () => {
  it.each([
    'Скільки коштує одна машина GCS-200?',
    'what is the price of one machine',
    'сколько стоит одна собака',
    'price of a single vehicle without the trailer',
    '地雷探知機は1台いくらですか',
  ])('hears that the price of one piece is asked for in: %s', (question) => {
    expect(asksForPiece(question)).toBe(true);
  });

  it.each(['Скільки коштував пакет?', 'how many machines did one company give', 'яка вартість програми'])(
    'does not hear it in: %s',
    (question) => {
      expect(asksForPiece(question)).toBe(false);
    },
  );
});

describe('isOfOnePiece', () => {
  it('tells the price of each from the price of a parcel', () => {
    expect(isOfOnePiece('Кожна машина коштує 300 тисяч євро.')).toBe(true);
    expect(isOfOnePiece('The machines cost EUR 310,000 each.')).toBe(true);
    expect(isOfOnePiece('Вартість партії — 2,4 млн доларів.')).toBe(false);
  });
});

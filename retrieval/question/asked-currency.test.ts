import { describe, expect, it } from 'vitest';
import { askedCurrency } from './asked-currency.ts';

describe('askedCurrency', () => {
  it.each([
    ['яка підтримка від Ісландії в ісландських кронах', 'isk'],
    ['вартість десяти машин у доларах', 'usd'],
    ['сколько лир дала Турция', 'try'],
    ['скільки чеських крон коштує контракт', 'czk'],
    ['how many euros has Iceland paid', 'eur'],
    ['医療用は何ドルですか', 'usd'],
  ])('hears the currency of "%s"', (question, code) => {
    expect(askedCurrency(question)).toBe(code);
  });

  it.each(['скільки машин у Харкові', 'how much did Japan give', 'в Україні скільки'])(
    'hears none in "%s"',
    (question) => {
      expect(askedCurrency(question)).toBeNull();
    },
  );
});

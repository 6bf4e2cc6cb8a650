import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, sameQuantity } from './quantity.ts';

const found = (text: string) =>
  findQuantities(text).map(({ value, kind, unit }) => `${value} ${kind} ${unit}`);

describe('findQuantities', () => {
  it.each([
    ['Японія надасть 4 млрд японських єн', '4000000000 money jpy'],
    ['$25.6 million', '25600000 money usd'],
    ['USD 24.5 million', '24500000 money usd'],
    ['€1.07bn', '1070000000 money eur'],
    ['CHF100 million', '100000000 money chf'],
    ['15,8 млрд єн', '15800000000 money jpy'],
    ['40億円', '4000000000 money jpy'],
    ['22,5 мільйона канадських доларів', '22500000 money cad'],
    ['700 мільйонів норвезьких крон', '700000000 money nok'],
    ['67,2 тис. грн', '67200 money uah'],
    ['137,000 square kilometres', '137000 area km2'],
    ['139 тис. км²', '139000 area km2'],
    ['12.5 тис. га', '12500 area ha'],
    ['71,6 відсотка', '71.6 percent percent'],
    ['35 per cent', '35 percent percent'],
    ['три мільйони гривень', '3000000 money uah'],
    ['51 день', '51 duration day'],
    ['9 тисяч гривень на місяць', '9000 money uah'],
    ['300 тысяч рублей', '300000 money rub'],
    ['півтора мільйона гривень', '1500000 money uah'],
    ['двадцять чотири машини', '24 count машини'],
    ['Twenty-four women', '24 count women'],
    ['供与額は4億2000万円', '420000000 money jpy'],
    ['操作員18人', '18 count 操作員'],
    ['誤検知が4割減った', '40 percent percent'],
    ['3週間の研修', '3 duration week'],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['за 8–10 тисяч гривень', '8000 money uah', '10000 money uah'],
    ['от 32 до 45 тысяч гривен', '32000 money uah', '45000 money uah'],
    ['between 3 and 5 million euros', '3000000 money eur', '5000000 money eur'],
    ['10-15 % of land', '10 percent percent', '15 percent percent'],
    ['5–7 машин', '5 count машин', '7 count машин'],
    ['кошти (95 млн та 19 млн дол. США)', '95000000 money usd', '19000000 money usd'],
    ['cut from 110 million to 95 million euros', '110000000 money eur', '95000000 money eur'],
    ['95 млн мін та 19 млн доларів', '95000000 count мін', '19000000 money usd'],
  ])('gives both numbers of a range or a pair the unit that stands once: %s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      'Період: 2024 рік; Середня ціна, грн/га: 61 900; Кількість торгів: 44',
      ['61900 money uah', '44 count '],
    ],
    ['Донор: Німеччина; Сума, млн євро: 31,0; Призначення: машини', ['31000000 money eur']],
    ['Operator: A; Area (ha): 214.6', ['214.6 area ha']],
  ])('reads the unit of a cell from its header: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('joins a number spread over two scales', () => {
    expect(found('1 billion 70 million dollars')).toEqual(['1070000000 money usd']);
    expect(found('540 тис. 841 предмет')).toEqual(['540841 count предмет']);
  });

  it('names what a bare number counts', () => {
    expect(found('передали 40 спецавтомобілів')).toEqual(['40 count спецавтомобілів']);
  });

  it.each([
    '7 листопада 2025 року',
    '15 July 2025',
    'GCS-200',
    'D-250',
    '2022-2027',
    '№ 12',
    '09.07.2024',
    'у 2026-му',
    '14–16 квітня',
    'тел. 044-123-45-67',
    '8月に到着',
  ])('takes no quantity from %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('keeps thousands and decimals apart whatever the marks', () => {
    expect(found('1 374 особи, 1,374 people, 1.374.000 євро')).toEqual([
      '1374 count особи',
      '1374 count people',
      '1374000 money eur',
    ]);
  });

  it('gives offsets that lie inside the text and in order for any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d .,$€%млнтисгажовбр\-а-яіїє]{0,60}$/u), (text) => {
        let last = 0;
        for (const { start, end, value } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          last = start;
        }
      }),
    );
  });
});

describe('sameQuantity', () => {
  const one = (text: string) => findQuantities(text)[0]!;

  it('sees one figure in two spellings and languages', () => {
    expect(sameQuantity(one('4 млрд єн'), one('4 billion yen'))).toBe(true);
  });

  it('keeps currencies and values apart', () => {
    expect(sameQuantity(one('4 млн євро'), one('4 млн доларів'))).toBe(false);
    expect(sameQuantity(one('139 тис. км²'), one('137 тис. км²'), 0.01)).toBe(false);
    expect(sameQuantity(one('139 тис. км²'), one('138.5 тис. км²'), 0.01)).toBe(true);
  });
});

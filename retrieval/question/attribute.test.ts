import { describe, expect, it } from 'vitest';
import { attributeOf } from './attribute.ts';

describe('attributeOf', () => {
  it.each([
    ['скільки коштує одна машина', 'price'],
    ['сколько стоит машина', 'price'],
    ['機械の価格を教えてください', 'price'],
    ['скільки коштує розмінування гектара', 'price per hectare'],
    ['what does it cost to clear one hectare', 'price per hectare'],
    ['яка зарплата сапера', 'salary'],
    ['how much does a deminer earn', 'salary'],
    ['除去員の給料はいくらですか', 'salary'],
    ['機械の重さは', 'weight'],
    ['機械の速度はどれくらい', 'speed'],
    ['地雷を探知できる深さ', 'depth'],
    ['この会社の社長は誰ですか', 'head'],
    ['who is the director of the centre', 'head'],
    ['探知機はどこで買えますか', 'buy'],
    ['今年の予算は', 'budget'],
    ['センターの電話番号', 'phone'],
    ['会社の住所', 'address'],
    ['скільки людей загинуло на мінах', 'killed'],
    ['how many were injured', 'injured'],
    ['who makes the machine', 'made'],
  ])('reads %s as asking for the %s', (question, name) => {
    expect(attributeOf(question)?.name).toBe(name);
  });

  it.each([
    'хто дав машини',
    'How many machines did Japan give?',
    '日本は何台供与しましたか',
    'скільки ваганів передали',
    'the deepest minefields of the weekend',
  ])('finds no property in %s', (question) => {
    expect(attributeOf(question)).toBeNull();
  });

  it.each([
    ['скільки коштує машина', 'Вартість машини — 25 млн грн.', 'Японія передала 4 машини за 2 місяці.'],
    ['яка вага машини', 'Машина має вагу 12 т.', 'У вагоні 12 машин.'],
    ['how heavy is the machine', 'The machine weighs 12 tonnes.', 'The machine came from Japan in 12 boxes.'],
    ['社長は誰', 'Директор компанії — Іван Вигаданий.', 'Компанія працює в Києві.'],
    ['給料はいくら', '除去員の給料は月5万円です。', '除去員は200人です。'],
    ['скільки загинуло', 'Міни забрали 297 життів: 297 загиблих.', 'Міни знайшли на 297 полях.'],
  ])('to "%s" lets "%s" answer and not "%s"', (question, telling, silent) => {
    const { told } = attributeOf(question)!;
    expect(told.test(telling)).toBe(true);
    expect(told.test(silent)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { JapaneseForms } from './japanese-forms.ts';

const forms = new JapaneseForms<string>();
const listed =
  'パン タイ タイヤ デマ センター ローラー トラック クレーン ハルキウ州 メーカ 十 北 一 千 町 県 台 点 円 農業 地雷 除去 センサー ドル 各 国';
for (const form of listed.split(' ')) forms.add(form, form);

const find = (run: string, followsNumber = false) =>
  forms.find(run, followsNumber).flatMap(({ concepts }) => concepts);

describe('JapaneseForms', () => {
  it.each([
    ['ジャパン', []],
    ['タイムズ', []],
    ['デマイナー', []],
    ['オレクサンドル', []],
    ['パンとタイの', ['パン', 'タイ']],
  ])('finds no short word inside a longer one in katakana: %s', (run, expected) => {
    expect(find(run)).toEqual(expected);
  });

  it.each([
    ['クレーントラック', ['クレーン', 'トラック']],
    ['センサーセンターで', ['センサー', 'センター']],
    ['ハルキウ州の', ['ハルキウ州']],
    ['メーカー', ['メーカ']],
  ])('splits katakana made of known words only: %s', (run, expected) => {
    expect(find(run)).toEqual(expected);
  });

  it('finds a long word that opens or closes an unknown compound', () => {
    expect(find('マインローラー')).toEqual(['ローラー']);
    expect(find('センタープラザ')).toEqual(['センター']);
  });

  it.each([
    ['十勝北農業', ['農業']],
    ['久我千秋', []],
    ['北斗電機', []],
    ['点検', []],
    ['円滑に', []],
    ['一方で', []],
  ])('takes no single kanji out of a longer unknown word: %s', (run, expected) => {
    expect(find(run)).toEqual(expected);
  });

  it.each([
    ['音更町の', false, ['町']],
    ['何台目', false, ['台']],
    ['台目', true, ['台']],
    ['十台', false, ['十', '台']],
    ['千円', false, ['千', '円']],
    ['北の町', false, ['北', '町']],
    ['各国', false, ['各', '国']],
    ['地雷十', false, ['地雷', '十']],
  ])('takes one that stands alone, behind a name or beside a number: %s', (run, followsNumber, expected) => {
    expect(find(run, followsNumber)).toEqual(expected);
  });

  it('asks for a name by its sound only where katakana is no known word', () => {
    const asked: string[] = [];
    const named = new JapaneseForms<string>((word) => {
      asked.push(word);
      return word === 'ポルタワ' ? { concepts: ['poltava'], length: 1 } : null;
    });
    named.add('町', '町');
    named.add('トラック', 'トラック');
    expect(named.find('ポルタワ州とトラックの町').flatMap(({ concepts }) => concepts)).toEqual([
      'poltava',
      'トラック',
      '町',
    ]);
    expect(asked).toEqual(['ポルタワ']);
  });
});

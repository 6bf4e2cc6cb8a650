import { describe, expect, it } from 'vitest';
import { countedInJapanese } from './counted-word.ts';

describe('countedInJapanese', () => {
  it.each([
    ['韓国はウクライナの送電会社に何台の車両を贈りますか', '車両'],
    ['最初に何頭の犬が到着しましたか', '犬'],
    ['州では除去機械が何台稼働していますか', '州では除去機械'],
    ['5月と12月に、それぞれ何台の除去機を計画していましたか', '除去機'],
    ['義足と義手はそれぞれ何人?', '義足と義手'],
    ['ドローンをウクライナに何機贈りますか', 'ドローン'],
    ['除去機を2026年に合計で何台供与しましたか', '除去機'],
    ['地雷による死者数は', '地雷による死者'],
  ])('stands before the number or behind it: %s', (question, expected) => {
    expect(countedInJapanese(question)).toBe(expected);
  });

  it.each([
    '訓練場では年間何人が訓練を受けますか',
    'JICAの研修には何人が参加しましたか',
    '支援は何人を対象にしていましたか',
  ])('is not said in %s', (question) => {
    expect(countedInJapanese(question)).toBe('');
  });

  it('is null where nothing is counted', () => {
    expect(countedInJapanese('誰が払いましたか')).toBeNull();
  });
});

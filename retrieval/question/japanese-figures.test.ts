import { describe, expect, it } from 'vitest';
import { japaneseFigures } from './japanese-figures.ts';

describe('japaneseFigures', () => {
  it.each([
    ['40億円', '40億', ['40', '4', '4000000000']],
    ['2億4000万クローネ', '2億4000万', ['4000', '240', '240000000']],
    ['150万ユーロ', '150万', ['150', '1.5', '1500000']],
    ['3,800万円', '3,800万', ['3800', '38', '38000000']],
    ['20万人', '20万', ['20', '200', '200000']],
  ])('tells how other texts write %s', (text, surface, stems) => {
    expect(japaneseFigures(text)).toMatchObject([{ surface, stems }]);
  });

  it('leaves figures without a scale alone', () => {
    expect(japaneseFigures('14台と2025年')).toEqual([]);
  });
});

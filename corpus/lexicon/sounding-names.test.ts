import { describe, expect, it } from 'vitest';
import { loadLexicon } from './lexicon.ts';
import { SoundingNames, vowelsApart } from './sounding-names.ts';

const names = new SoundingNames(() => [
  ['полтава', 'poltava'],
  ['печеніги', 'pechenihy'],
  ['андорра', 'andorra'],
  ['олександрія', 'oleksandriia'],
  ['ポジッリャ', 'podillia'],
]);

describe('SoundingNames', () => {
  it.each([
    ['ポルタワ', ['poltava']],
    ['ペチェニヒ', ['pechenihy']],
    ['ポジーリャ', ['podillia']],
  ])('finds what %s names', (word, expected) => {
    expect(names.find(word)).toEqual(expected);
  });

  it.each(['アンドリー', 'オレクサンドル', 'デマイナー', 'パト'])('finds nothing for %s', (word) => {
    expect(names.find(word)).toEqual([]);
  });

  it('counts vowels that differ, but not those that only hold consonants apart', () => {
    expect(vowelsApart('porUtaba', 'portaba')).toBe(0);
    expect(vowelsApart('petenihI', 'petinih')).toBe(1);
  });

  it('lets a region be named by another spelling of its town', () => {
    const ids = (text: string) =>
      loadLexicon()
        .mentions(text)
        .map(({ concept }) => concept.id);
    expect(ids('ザポリッジャ州の掘削機')).toContain('zaporizhzhia-region');
    expect(ids('ポルタワの工場')).toContain('poltava');
  });
});

import { describe, expect, it } from 'vitest';
import { soundOfWord, soundsOfKatakana, soundTerm } from './sound.ts';

const keys = (word: string) => soundsOfKatakana(word).map(({ key }) => key);

describe('sound', () => {
  it.each([
    ['ハンソル', 'hansol'],
    ['オーシャン', 'ocean'],
    ['ペチェニヒ', 'печеніги'],
    ['ハルキウ', 'харків'],
    ['ラブロフ', 'лавров'],
    ['ポジーリャ', 'поділля'],
    ['ポジーリャ', 'podillia'],
    ['カーター', 'carter'],
    ['ボルツァーノ', 'больцано'],
    ['ウォルター', 'walter'],
    ['コンバト', 'комбат'],
    ['スミス', 'smith'],
    ['ヴィクトル', 'viktor'],
    ['ウィリアム', 'william'],
  ])('of %s is one of the sounds of its spelling %s', (katakana, word) => {
    expect(keys(katakana)).toContain(soundOfWord(word)?.key);
  });

  it.each([
    ['ハンソル', 'hanover'],
    ['ポルタワ', 'полтавка'],
    ['アンドリー', 'андора'],
  ])('tells %s from %s', (katakana, word) => {
    const sounds = soundsOfKatakana(katakana);
    const other = soundOfWord(word);
    expect(
      sounds.some(({ key, spoken }) => key === other?.key && spoken.toLowerCase() === other.spoken),
    ).toBe(false);
  });

  it('has readings for katakana only, never more than eight', () => {
    expect(soundsOfKatakana('会社')).toEqual([]);
    expect(soundOfWord('gcs200')).toBeNull();
    expect(soundsOfKatakana('チャーチーフーチジフーター').length).toBeLessThanOrEqual(8);
  });

  it('gives a term to names of three sounds and more', () => {
    expect(soundTerm(soundOfWord('hansol')!)).toBe('0hnsr');
    expect(soundTerm(soundOfWord('anna')!)).toBeNull();
  });
});

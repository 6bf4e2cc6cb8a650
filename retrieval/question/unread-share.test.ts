import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { termsOf } from './question-terms.ts';
import { unreadShare } from './unread-share.ts';

const lexicon = loadLexicon();
const shareOf = (text: string, language: 'ja' | 'uk' = 'ja') =>
  unreadShare({ language, text, terms: termsOf(text, lexicon) });

describe('unreadShare', () => {
  it('is high where the words that decide a Japanese question are not known', () => {
    expect(shareOf('東京でおすすめの居酒屋と天麩羅はどこ?')).toBeGreaterThan(0.4);
  });

  it('is low where some page holds them', () => {
    const question = '紙芝居は何部つくられましたか';
    const asked = { language: 'ja', text: question, terms: termsOf(question, lexicon) } as const;
    expect(unreadShare(asked)).toBeGreaterThan(0.4);
    expect(unreadShare(asked, () => true)).toBeLessThan(0.4);
  });

  it('is low where they are', () => {
    expect(shareOf('日本はウクライナの地雷除去にいくら供与しましたか')).toBeLessThan(0.4);
  });

  it('is 0 in other languages', () => {
    expect(shareOf('скільки дала Японія', 'uk')).toBe(0);
  });
});

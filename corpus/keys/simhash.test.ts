import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintWords, hammingDistance, isNearDuplicate, simhash } from './simhash.ts';

const words = (count: number, prefix = 'word') =>
  Array.from({ length: count }, (_, index) => `${prefix}${(index * 7919) % 4001}`);

const fingerprint = (text: string) => ({ simhash: simhash(text), words: fingerprintWords(text).length });

describe('simhash', () => {
  it('is 16 hex digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(simhash(text)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('does not see case, punctuation or line breaks', () => {
    expect(simhash('Японія передала, 50 ДЕТЕКТОРІВ!')).toBe(simhash('японія передала\n50 детекторів'));
  });

  it('of a text without words is the same as of another', () => {
    expect(simhash('')).toBe(simhash('?!'));
  });

  it('takes Japanese by the character', () => {
    expect(fingerprintWords('地雷除去 2024')).toEqual(['地', '雷', '除', '去', '2024']);
  });
});

describe('hammingDistance', () => {
  it('counts differing bits', () => {
    expect(hammingDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(hammingDistance('8000000000000001', '0000000000000000')).toBe(2);
  });

  it('is a distance', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
    fc.assert(
      fc.property(hash, hash, hash, (a, b, c) => {
        expect(hammingDistance(a, b)).toBe(hammingDistance(b, a));
        expect(hammingDistance(a, b) === 0).toBe(a === b);
        expect(hammingDistance(a, c)).toBeLessThanOrEqual(hammingDistance(a, b) + hammingDistance(b, c));
      }),
    );
  });
});

describe('isNearDuplicate', () => {
  it('knows a release with a few words changed', () => {
    const text = words(400);
    const edited = [...text.slice(0, 200), 'yesterday', ...text.slice(200)];
    expect(isNearDuplicate(fingerprint(text.join(' ')), fingerprint(edited.join(' ')))).toBe(true);
  });

  it('tells different texts apart', () => {
    expect(
      isNearDuplicate(fingerprint(words(400).join(' ')), fingerprint(words(400, 'other').join(' '))),
    ).toBe(false);
  });

  it('never judges texts of under 50 words', () => {
    const short = fingerprint(words(49).join(' '));
    expect(isNearDuplicate(short, short)).toBe(false);
    const enough = fingerprint(words(50).join(' '));
    expect(isNearDuplicate(enough, enough)).toBe(true);
  });
});

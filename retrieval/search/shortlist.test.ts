import { describe, expect, it } from 'vitest';
import { PassageTerms, packTerms } from '../../corpus/terms/passage-terms.ts';
import { understand } from '../question/understand.ts';
import { lexicon, today } from '../sources/ranked-for-tests.ts';
import type { Candidate } from './candidates.ts';
import { needsShortlist, shortlist } from './shortlist.ts';

const understanding = understand({ text: 'robots in Kherson' }, { lexicon, now: new Date(today) });
const question = { understanding, rarity: new Map(understanding.terms.map((term) => [term, 1])) };
const nothing = { stems: [], concepts: [], kinds: [], grams: [] };

function termsOf(stems: readonly string[], context: readonly string[] = []): PassageTerms {
  const block = packTerms({
    sentences: [{ start: 0, end: 9, isOrder: false, ...nothing, stems }],
    context: { ...nothing, stems: context },
    about: nothing,
    aboutText: '',
    indexed: '',
  });
  return PassageTerms.read(block)!;
}

const asked = understanding.terms.flatMap(({ stems }) => stems);
const candidates: readonly Candidate[] = Array.from({ length: 100 }, (_, at) => ({
  passageId: at + 1,
  fused: 0.02 - at * 0.0001,
  similarity: 0.5,
}));
const ids = (chosen: readonly Candidate[]) => chosen.map(({ passageId }) => passageId);

describe('the shortlist of a large corpus', () => {
  it('has the candidates that say what was asked, wherever the engines put them', () => {
    const terms = new Map(candidates.map(({ passageId }) => [passageId, termsOf(['other'])]));
    terms.set(99, termsOf(asked)).set(100, termsOf(['other'], asked));
    const chosen = ids(shortlist(candidates, terms, question));
    expect(chosen).toHaveLength(60);
    expect(chosen.slice(0, 3)).toEqual([99, 100, 1]);
    expect(chosen).not.toContain(98);
  });

  it('has every candidate whose terms are not stored', () => {
    const terms = new Map(candidates.slice(0, 90).map(({ passageId }) => [passageId, termsOf(asked)]));
    expect(ids(shortlist(candidates, terms, question))).toEqual(
      expect.arrayContaining([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]),
    );
  });

  it('is what the engines put first as long as no terms are stored', () => {
    const backwards = candidates.map(({ passageId }, at) => ({
      ...candidates[at]!,
      passageId: 101 - passageId,
    }));
    expect(shortlist(backwards, new Map(), question)).toEqual(backwards.slice(0, 60));
  });

  it('is made when there is something to choose from in a large corpus, and only then', () => {
    expect(needsShortlist(candidates, 100_000)).toBe(true);
    expect(needsShortlist(candidates, 4999)).toBe(false);
    expect(needsShortlist(candidates.slice(0, 60), 100_000)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { attacksOn, attackText } from './pattern-attacks.ts';
import { builtPatterns, patternLiterals } from './patterns.ts';

const literals = patternLiterals();
const built = await builtPatterns();
const sites = [...literals, ...built.sites];

describe('the regular expressions of the program', () => {
  it('are found wherever they stand', () => {
    expect(new Set(literals.map(({ place }) => place.split('/')[0]))).toEqual(
      new Set(['bot', 'corpus', 'ingest', 'retrieval']),
    );
    expect(literals.length).toBeGreaterThan(300);
  });

  it('are found when they are put together from strings, each of them', () => {
    expect(built.unseen).toEqual([]);
    expect(built.sites.length).toBeGreaterThan(150);
    for (const file of ['bot/digest/subscription-words.ts', 'corpus/instruction/instruction-english.ts'])
      expect(built.sites.filter(({ place }) => place.startsWith(file)).length).toBeGreaterThan(20);
  });

  // How long each takes on 50 kB is measured by fault-patterns.ts; one that grows exponentially does not end here.
  it('come to an end on texts made to make them try again and again', () => {
    let tried = 0;
    for (const { source, flags } of sites) {
      const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
      for (const attack of attacksOn(source, flags)) {
        pattern.test(attackText(attack, 300));
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(sites.length * 20);
  });
});

describe('attacks on an expression', () => {
  it.each([
    ['turn a loop over', String.raw`\s+$`, '', ' '],
    ['turn a loop over behind what leads to it', String.raw`(?:19|20)\d\dр\p{L}*!`, '1911р', 'a'],
    ['repeat all that a loop begins with', String.raw`кілограм\p{L}*\s+на`, '', 'кілограмa'],
    ['join a loop and what follows it', String.raw`(?:\p{Lu}\d{1,9}-)+$`, '', 'A1-'],
    ['look into look-arounds', String.raw`\B(?=(?:\d{3})+$)`, '', '111'],
  ])('%s', (_name, source, prefix, unit) => {
    expect(attacksOn(source, 'u')).toContainEqual(expect.objectContaining({ prefix, unit }));
  });

  it('are as long as asked for, with an ending that fits nowhere', () => {
    expect(attackText({ prefix: 'a', unit: 'bc', ending: '!' }, 5)).toBe('abcbcb!');
  });
});

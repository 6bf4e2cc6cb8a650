import { describe, expect, it } from 'vitest';
import { attacksOn, patternLiterals } from './patterns.ts';

const sites = patternLiterals();

describe('the regular expressions of the program', () => {
  it('are found wherever they stand', () => {
    expect(new Set(sites.map(({ place }) => place.split('/')[0]))).toEqual(
      new Set(['bot', 'corpus', 'ingest', 'retrieval']),
    );
    expect(sites.length).toBeGreaterThan(300);
  });

  // How long each takes on 50 kB is measured by fault-patterns.ts; one that grows exponentially does not end here.
  it('come to an end on texts made to make them try again and again', () => {
    let tried = 0;
    for (const { source, flags } of sites) {
      const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
      for (const attack of attacksOn(source, 400)) {
        pattern.test(attack);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(sites.length * 20);
  });
});

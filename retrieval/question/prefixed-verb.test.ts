import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { prefixedVerbConcepts } from './prefixed-verb.ts';

const lexicon = loadLexicon();

describe('prefixedVerbConcepts', () => {
  it.each([
    ['назбирали', 'collect'],
    ['позбирали', 'collect'],
    ['доперевірили', 'check'],
  ])('finds the act of "%s"', (word, id) => {
    expect(prefixedVerbConcepts(word, lexicon).map((concept) => concept.id)).toContain(id);
  });

  it.each(['зараз', 'польща', 'demined', 'постіль'])('finds none in "%s"', (word) => {
    expect(prefixedVerbConcepts(word, lexicon)).toEqual([]);
  });
});

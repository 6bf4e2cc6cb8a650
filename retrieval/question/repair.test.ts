import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { editDistance, repairQuestion, type Vocabulary } from './repair.ts';

const lexicon = loadLexicon();
const vocabulary: Vocabulary = {
  known: async (stems) => new Set(stems.filter((stem) => lexicon.knowsStem(stem))),
  counts: async () => new Map([['милион', 90]]),
};
const mended = (text: string) => repairQuestion(text, vocabulary, lexicon);
const meant = async (text: string) =>
  new Set(lexicon.mentions(await mended(text)).map(({ concept }) => concept.id));

describe('repairQuestion', () => {
  it('leaves a readable question as it was', async () => {
    const question = 'Скільки машин Японія передала ДСНС?';
    expect(await mended(question)).toBe(question);
  });

  it('reads Ukrainian typed with the Latin layout', async () => {
    expect(await mended('crskmrb lfkf zgjysz')).toBe('скільки дала японія');
  });

  it('reads Ukrainian typed in Latin letters', async () => {
    expect(await meant('skilky dala yaponia')).toContain('japan');
  });

  it('reads h as х where г makes no word', async () => {
    expect(await meant('skilky zlotyh dala polshcha')).toContain('polish-zloty');
  });

  it('corrects a slip in a word of the field', async () => {
    expect(await meant('міношукчі від литви')).toContain('mine-detector');
  });

  it('takes of two words equally near the one that the corpus writes', async () => {
    expect(await meant('скільки мільонів дали')).toContain('million');
  });

  it('puts back a letter left out of an ending', async () => {
    expect(await meant('гроші на розмінуваня')).toContain('demining');
  });

  it('does not touch a name it has never seen', async () => {
    expect(await mended('що зробив Zyqqantor?')).toBe('що зробив Zyqqantor?');
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours as one edit and stops above the limit', () => {
    expect(editDistance('saper', 'sapre', 2)).toBe(1);
    expect(editDistance('mine', 'mines', 2)).toBe(1);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

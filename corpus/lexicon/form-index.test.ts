import { describe, expect, it } from 'vitest';
import { stem } from '../text/stem.ts';
import { FormIndex } from './form-index.ts';

const conceptsOf = (index: FormIndex<string>, word: string) =>
  index.entriesFor(word, stem(word), undefined).map(({ concept }) => concept);

describe('FormIndex', () => {
  it('finds inflected forms of a listed one', () => {
    const index = new FormIndex<string>((_, written) => (written === 'искать' ? ['искали'] : []));
    index.add('search', 'искать');
    expect(conceptsOf(index, 'искали')).toEqual(['search']);
  });

  it('lets a listed form win over an inflected one of the same stem', () => {
    const index = new FormIndex<string>((concept) => (concept === 'collect' ? ['збирала'] : []));
    index.add('collect', 'зібрати');
    index.add('choir', 'збирала');
    expect(conceptsOf(index, 'збирала')).toEqual(['choir']);
  });

  it('reads ahead until every form is read, and finds the same after it', () => {
    const index = new FormIndex<string>();
    index.add('collect', 'зібрати');
    index.add('choir', 'хор');
    expect([index.readNext(), index.readNext(), index.readNext()]).toEqual([true, true, false]);
    expect(conceptsOf(index, 'хор')).toEqual(['choir']);
  });
});

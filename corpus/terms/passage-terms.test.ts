import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFields } from './lexical.ts';
import { haveSameWords, PassageTerms, packTerms, type TermNumbers, termNumber } from './passage-terms.ts';

const terms = fc.array(fc.string({ maxLength: 12 }), { maxLength: 20 });
const lists = fc.record({ stems: terms, concepts: terms, grams: terms });
const sentence = lists.chain((found) =>
  fc
    .record({ start: fc.nat(1000), end: fc.nat(1000), isOrder: fc.boolean() })
    .map((range) => ({ ...found, ...range })),
);

describe('packed terms', () => {
  it('hold for every sentence, for all of them, and for context and title what was put in', () => {
    const passage = fc.record({
      sentences: fc.array(sentence, { maxLength: 6 }),
      context: lists,
      about: lists,
      aboutText: fc.string(),
      indexed: fc.string(),
    });
    fc.assert(
      fc.property(passage, fc.string({ maxLength: 12 }), (written, other) => {
        const read = PassageTerms.read(packTerms(written))!;
        expect(read.ranges()).toEqual(written.sentences.map(({ start, end }) => ({ start, end })));
        const holds = (
          part: TermNumbers,
          all: readonly { stems: string[]; concepts: string[]; grams: string[] }[],
        ) => {
          for (const term of [other, ...all.flatMap(({ stems }) => stems)])
            expect(part.hasStem(term)).toBe(all.some(({ stems }) => stems.includes(term)));
          for (const term of [other, ...all.flatMap(({ concepts }) => concepts)])
            expect([part.hasConcept(term), part.hasConceptAmong(new Set([termNumber(term)]))]).toEqual(
              Array(2).fill(all.some(({ concepts }) => concepts.includes(term))),
            );
          for (const term of [other, ...all.flatMap(({ grams }) => grams)])
            expect(part.hasGram(term)).toBe(all.some(({ grams }) => grams.includes(term)));
        };
        written.sentences.forEach((one, at) => {
          holds(read.sentence(at), [one]);
          expect(read.isOrder(at)).toBe(one.isOrder);
        });
        holds(read.text, written.sentences);
        holds(read.context, [written.context]);
        holds(read.about(written.aboutText)!, [written.about]);
        expect(read.about(`${written.aboutText}.`)).toBeNull();
      }),
    );
  });

  it('are not read when the block is cut, of another layout or no block at all', () => {
    const { terms: block } = indexFields({
      text: 'Норвегія передала 40 машин. Сапери вже працюють.',
      context: 'Норвегія',
      language: 'uk',
      about: 'Норвегія передала машини',
    });
    expect(PassageTerms.read(block)?.sentenceCount).toBe(2);
    for (let length = 0; length < block.length; length += 1)
      expect(PassageTerms.read(block.subarray(0, length))).toBeNull();
    expect(PassageTerms.read(Uint8Array.from(block, (byte, at) => (at === 0 ? byte ^ 1 : byte)))).toBeNull();
  });

  it('tell, of the layout before too, whether the same stands in the word index', () => {
    const passage = {
      text: 'Норвегія передала 40 машин.',
      context: '',
      language: 'uk',
      about: 'Машини',
    } as const;
    const { terms: block } = indexFields(passage);
    const before = Uint8Array.from(block, (byte, at) => (at === 0 ? byte - 1 : byte));
    const unknown = Uint8Array.from(block, (byte, at) => (at === 0 ? byte - 2 : byte));
    const { terms: retitled } = indexFields({ ...passage, about: 'Собаки' });
    const { terms: rewritten } = indexFields({ ...passage, text: 'Норвегія передала 41 машину.' });
    expect(PassageTerms.read(before)).toBeNull();
    expect([before, unknown, block].map((stored) => haveSameWords(stored, retitled))).toEqual([
      true,
      false,
      true,
    ]);
    expect([rewritten, block.subarray(0, 8)].map((stored) => haveSameWords(stored, block))).toEqual([
      false,
      false,
    ]);
  });

  it('are read from a block that does not start at a multiple of four bytes', () => {
    const { terms: block } = indexFields({ text: 'Сапери.', context: '', language: 'uk', about: '' });
    const shifted = new Uint8Array(block.length + 1).subarray(1);
    shifted.set(block);
    expect(PassageTerms.read(shifted)?.ranges()).toEqual([{ start: 0, end: 7 }]);
  });

  it('number the words of the lexicon so that hardly two share one', async () => {
    const { loadLexicon } = await import('../lexicon/lexicon.ts');
    const words = new Set(loadLexicon().concepts.flatMap(({ forms }) => Object.values(forms).flat()));
    expect(words.size - new Set([...words].map(termNumber)).size).toBeLessThanOrEqual(3);
  });
});

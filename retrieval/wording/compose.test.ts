import { describe, expect, it } from 'vitest';
import { chooseEvidence, type Evidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { citationBlocks, hintBlocks, type QuoteMark, toCitation } from './compose.ts';

const asked = asking('Скільки машин передала Японія?');
const evidenceOf = (story: Partial<Story> = {}): Evidence =>
  chooseEvidence(
    rankedOf([{ text: 'Японія передала 4 машини.', publisher: 'Видання', ...story }], asked),
    asked,
    lexicon,
  )[0]!;

describe('toCitation', () => {
  it('holds what is needed to check the quote', () => {
    expect(toCitation(evidenceOf({ key: 'japan', published: '2024-07' }), 3)).toMatchObject({
      n: 3,
      url: 'https://видання.example/japan',
      published: '2024-07',
      quote: 'Японія передала 4 машини.',
      start: 0,
      end: 25,
      documentId: 'japan',
    });
  });

  it.each([
    ['changed', { text: 'Японія передала 9 машини.', start: 0, end: 25 }],
    ['moved', { text: 'Японія передала 4 машини.', start: 1, end: 26 }],
    ['empty', { text: '', start: 4, end: 4 }],
  ])('throws on a quote that is %s', (_, change) => {
    const evidence = evidenceOf();
    const broken = { ...evidence, quote: { ...evidence.quote, ...change } };
    expect(() => toCitation(broken, 1)).toThrow(/passage1 is not verbatim/);
  });
});

describe('citationBlocks', () => {
  const textsOf = (evidence: Evidence, mark: QuoteMark | null = null) =>
    citationBlocks(toCitation(evidence, 2), 'uk', mark).map(({ text }) => text);

  it('puts the number before the quote and the source below', () => {
    const [quote, source] = textsOf(evidenceOf({ published: '2024-07-09' }));
    expect(quote).toBe('[2] «Японія передала 4 машини.»');
    expect(source?.trim()).toBe('Видання · 09.07.2024');
  });

  it('marks the part that answers where it stands behind number and date', () => {
    const citation = toCitation(evidenceOf({ published: '2024-07-09' }), 2);
    const [quote] = citationBlocks(citation, 'uk', 'older', { start: 7, end: 15 });
    const [strong] = quote!.strong!;
    expect(quote!.text.slice(strong!.start, strong!.end)).toBe('передала');
    expect(citationBlocks(citation, 'uk', null)[0]).not.toHaveProperty('strong');
  });

  it('says when the quote is older, in another language, on trial, reprinted or a brief', () => {
    const evidence = evidenceOf({ published: '2024-07-09', language: 'en', tier: 'unreviewed' });
    const [quote, source] = textsOf({ ...evidence, reprints: 2 }, 'older');
    expect(quote).toContain('[2] Раніше (09.07.2024): «');
    expect(source).toContain('англійською · джерело на перевірці · ще 2 видання повторюють');
  });

  it('says when the quote tells of what was still to come', () => {
    const [quote] = textsOf(evidenceOf({ published: '2023-06' }), 'announced');
    expect(quote).toContain('[2] Оголошено (06.2023): «');
  });

  it('links the publisher and nothing else', () => {
    const [, source] = citationBlocks(toCitation(evidenceOf({ key: 'japan' }), 1), 'uk', null);
    const [{ start, end, url }] = source!.links! as [{ start: number; end: number; url: string }];
    expect(source!.text.slice(start, end)).toBe('Видання');
    expect(url).toBe('https://видання.example/japan');
  });
});

describe('hintBlocks', () => {
  const ranked = rankedOf(
    [
      { text: 'а', publisher: 'Перше', title: 'Дар Японії' },
      { text: 'б', publisher: 'Друге', title: 'Японія дала 4 машини' },
      { text: 'в', publisher: 'Третє', title: 'Ⅳ етап і ½ шляху' },
      { text: 'г', publisher: 'Четверте', title: 'Інше' },
    ],
    asked,
  );

  it('names the nearest three sources and leaves out every title with a figure', () => {
    const texts = hintBlocks(ranked, 'uk').map(({ text }) => text);
    expect(texts.slice(1)).toEqual(['• Перше: Дар Японії', '• Друге', '• Третє']);
    expect(texts.join(' ')).not.toMatch(/\p{N}/u);
  });

  it('names a document once and links it', () => {
    const blocks = hintBlocks([ranked[0]!, ranked[0]!, ranked[1]!], 'uk').slice(1);
    expect(blocks.map(({ text, links }) => text.slice(links![0]!.start, links![0]!.end))).toEqual([
      'Перше',
      'Друге',
    ]);
  });

  it('says nothing when nothing is near', () => {
    expect(hintBlocks([], 'uk')).toEqual([]);
  });
});

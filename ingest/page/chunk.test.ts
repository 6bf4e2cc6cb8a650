import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../corpus/text/sentences.ts';
import { chunkPage } from './chunk.ts';
import type { Page, PageBlock } from './page.ts';

function page(blocks: readonly PageBlock[]): Page {
  return {
    title: 'Техніка для саперів',
    publisher: null,
    published: null,
    language: 'uk',
    blocks,
    canonicalUrl: null,
    feeds: [],
    charset: 'utf-8',
  };
}

function paragraph(text: string): PageBlock {
  return { kind: 'paragraph', text };
}

function passagesOf(blocks: readonly PageBlock[]): string[] {
  const { text, passages } = chunkPage(page(blocks));
  return passages.map(({ start, end }) => text.slice(start, end));
}

const sentence = 'Уряд передав піротехнічним підрозділам ще десять машин для очищення полів у громадах. ';

describe('chunkPage', () => {
  it('keeps a short page in one passage', () => {
    expect(passagesOf([paragraph('Перше речення. Друге речення.'), paragraph('Новий абзац.')])).toEqual([
      'Перше речення. Друге речення.\n\nНовий абзац.',
    ]);
  });

  it('cuts a long paragraph between sentences only, at about 700 to 1100 characters', () => {
    const parts = passagesOf([paragraph(sentence.repeat(40).trim())]);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(1_100);
      expect(part.startsWith('Уряд передав')).toBe(true);
      expect(part.endsWith('громадах.')).toBe(true);
    }
  });

  it('begins a new passage at every heading and names the heading', () => {
    const blocks: PageBlock[] = [
      paragraph('Вступ до новини.'),
      { kind: 'heading', level: 2, text: 'Що передали' },
      paragraph('Передали техніку.'),
      { kind: 'heading', level: 3, text: 'Деталі' },
      paragraph('Деталі відомі.'),
    ];
    const { text, passages } = chunkPage(page(blocks));
    expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Вступ до новини.',
      'Що передали\nПередали техніку.',
      'Деталі\nДеталі відомі.',
    ]);
    expect(passages.map(({ heading }) => heading)).toEqual([null, 'Що передали', 'Деталі']);
    expect(passages[2]!.context).toContain('Що передали');
  });

  it('keeps a list with the sentence that introduces it', () => {
    const items = ['сорок машин', 'п’ятдесят детекторів', 'три роботи'].map((text) => ({
      kind: 'list-item' as const,
      text,
    }));
    const parts = passagesOf([paragraph(sentence.repeat(8).trim()), paragraph('Службі передали:'), ...items]);
    expect(parts.at(-1)).toContain('Службі передали:\n• сорок машин\n• п’ятдесят детекторів\n• три роботи');
  });

  it('repeats the introduction of a split list in the context only', () => {
    const items = Array.from({ length: 30 }, (_, index) => ({
      kind: 'list-item' as const,
      text: `партія ${index}: ${'обладнання для розмінування '.repeat(3).trim()}`,
    }));
    const { text, passages } = chunkPage(page([paragraph('Службі передали:'), ...items]));
    expect(passages.length).toBeGreaterThan(2);
    for (const passage of passages.slice(1)) {
      expect(text.slice(passage.start, passage.end)).not.toContain('Службі передали:');
      expect(text.slice(passage.start, passage.end).startsWith('• партія')).toBe(true);
      expect(passage.context).toContain('Службі передали:');
    }
  });

  it('never cuts a table row', () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      kind: 'table-row' as const,
      text: `Країна: Донор ${index}; Сума: ${index} млн. євро; Примітка: ${'слово '.repeat(12).trim()}.`,
    }));
    const { text, passages } = chunkPage(page([paragraph('Внески донорів'), ...rows]));
    for (const { text: row } of rows) {
      expect(passages.filter(({ start, end }) => text.slice(start, end).includes(row))).toHaveLength(1);
    }
  });

  it('puts the opening of the page into the context of later passages', () => {
    const { passages } = chunkPage(page([paragraph(`Японія допомогла саперам. ${sentence.repeat(30)}`)]));
    expect(passages[0]!.context).toBe('Техніка для саперів');
    expect(passages[1]!.context).toContain('Японія допомогла саперам.');
  });

  it('keeps the page number a passage starts on', () => {
    const blocks: PageBlock[] = [1, 2, 3].map((number) => ({
      ...paragraph(sentence.repeat(5).trim()),
      page: number,
    }));
    expect(chunkPage(page(blocks)).passages.map(({ page: number }) => number)).toEqual([1, 2, 3]);
  });

  it('returns nothing for a page without text', () => {
    expect(chunkPage(page([]))).toEqual({ text: '', passages: [] });
  });

  it('tiles the text: in order, no overlap, nothing visible left out, no sentence cut', () => {
    const block: fc.Arbitrary<PageBlock> = fc.record({
      kind: fc.constantFrom('heading', 'paragraph', 'list-item', 'table-row'),
      text: fc
        .array(
          fc.constantFrom('Так.', 'Машини, 5 млн. грн., передали 2.', sentence.trim(), 'довге', '«Чому?» –'),
          {
            minLength: 1,
            maxLength: 25,
          },
        )
        .map((parts) => parts.join(' ')),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const { text, passages } = chunkPage(page(blocks));
        let reached = 0;
        for (const { start, end } of passages) {
          expect(text.slice(reached, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
        const cuts = new Set(passages.map(({ end }) => end));
        for (const { start, end } of splitSentences(text, 'uk')) {
          for (const cut of cuts) expect(cut > start && cut < end).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

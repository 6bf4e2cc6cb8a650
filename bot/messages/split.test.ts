import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { type FormattedText, splitText, telegramLimits } from './split.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const naughtyPieces = [
  'undefined',
  'NULL',
  '\\',
  '1;DROP TABLE users',
  '<script>alert(0)</script>',
  '_*[]()~`>#+-=|{}.!',
  '﷽',
  '👨‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🇺🇦🇯🇵🇱🇹',
  '👩🏽‍💻',
  'Z̮̞̠͙͔ͅA̗̞͈̻̗L̫͕̲̫G̙͉̰̭O̮̣̱',
  'مُنَاقَشَةُ سُبُلِ',
  'בְּרֵאשִׁית',
  '田中さん',
  'กำ',
  '각',
  '\u202Etest\u202C',
  '\u200b',
  '\r\n',
  '\n\n',
  ' ',
  '\t',
  'й',
  'ї',
  'Ⱥ',
  '𝕳𝖊𝖑𝖑𝖔',
  '\ufeff',
  '. ',
  'ሀ',
  '️⃣1️⃣',
  '\u0600a',
  'क्षि',
  '\ud83d',
  '\udc00',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...naughtyPieces),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const limits = fc.record({
  maxUnits: fc.integer({ min: 20, max: 120 }),
  maxEntities: fc.integer({ min: 1, max: 5 }),
});

/** Disjoint links with text between them, on grapheme boundaries. */
function withLinks(whole: string, cuts: readonly number[]): FormattedText {
  const ends = [...segmenter.segment(whole)].map((part) => part.index);
  const points = [...new Set(cuts.map((cut) => ends[cut % Math.max(ends.length, 1)] ?? 0))].sort(
    (a, b) => a - b,
  );
  const entities: MessageEntity[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const length = Math.min(points[i + 1]! - points[i]!, 15);
    const end = ends.findLast((position) => position <= points[i]! + length)!;
    if (end > points[i]!) {
      entities.push({
        type: 'text_link',
        offset: points[i]!,
        length: end - points[i]!,
        url: 'https://example.org/',
      });
    }
  }
  return { text: whole, entities };
}

describe('splitText', () => {
  it('rejoins exactly and keeps every part within the limits', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(500), { maxLength: 20 }), limits, (whole, cuts, limit) => {
        const parts = splitText(withLinks(whole, cuts), limit);
        expect(parts.map((part) => part.text).join('')).toBe(whole);
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(limit.maxUnits);
          expect(part.text.length).toBeGreaterThan(0);
          expect(part.entities.length).toBeLessThanOrEqual(limit.maxEntities);
          for (const entity of part.entities)
            expect(entity.offset + entity.length).toBeLessThanOrEqual(part.text.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('cuts no grapheme that fits into a part', () => {
    fc.assert(
      fc.property(text, limits, (whole, limit) => {
        const boundaries = new Set(
          [...segmenter.segment(whole)].map((part) => part.index).concat(whole.length),
        );
        const longest = Math.max(0, ...[...segmenter.segment(whole)].map((part) => part.segment.length));
        fc.pre(longest <= limit.maxUnits);
        let position = 0;
        for (const part of splitText({ text: whole, entities: [] }, limit)) {
          position += part.text.length;
          expect(boundaries.has(position)).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('cuts no link that fits into a part and loses none', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(500), { maxLength: 12 }), limits, (whole, cuts, limit) => {
        const source = withLinks(whole, cuts);
        fc.pre([...segmenter.segment(whole)].every((part) => part.segment.length <= 4));
        const covered = splitText(source, limit).flatMap((part) =>
          part.entities.map((entity) => part.text.slice(entity.offset, entity.offset + entity.length)),
        );
        expect(covered).toEqual(source.entities.map((e) => whole.slice(e.offset, e.offset + e.length)));
      }),
      { numRuns: 600 },
    );
  });

  it('never cuts a surrogate pair even in one endless cluster', () => {
    const endless = `a${'\u0301\u{1d165}'.repeat(5000)}`;
    for (const part of splitText({ text: endless, entities: [] })) {
      expect(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(part.text)).toBe(true);
      expect(part.text.length).toBeLessThanOrEqual(telegramLimits.maxUnits);
    }
  });

  it('prefers paragraph ends to line ends and spaces', () => {
    const parts = splitText(
      { text: 'One two.\nThree four.\n\nFive six seven.', entities: [] },
      { maxUnits: 25, maxEntities: 9 },
    );
    expect(parts.map((part) => part.text)).toEqual(['One two.\nThree four.\n\n', 'Five six seven.']);
  });

  it('carries a quote that is longer than a message over into the next part', () => {
    const quote = 'слово '.repeat(1000);
    const parts = splitText({
      text: quote,
      entities: [{ type: 'expandable_blockquote', offset: 0, length: quote.length }],
    });
    expect(parts).toHaveLength(2);
    for (const part of parts) {
      expect(part.entities).toEqual([{ type: 'expandable_blockquote', offset: 0, length: part.text.length }]);
    }
  });

  it('starts a new part before the entity that would be one too many', () => {
    const words = Array.from({ length: 150 }, (_, i) => `w${i} `);
    let offset = 0;
    const entities = words.map((word): MessageEntity => {
      const entity = { type: 'bold' as const, offset, length: word.length - 1 };
      offset += word.length;
      return entity;
    });
    const parts = splitText({ text: words.join(''), entities });
    expect(Math.max(...parts.map((part) => part.entities.length))).toBeLessThanOrEqual(100);
    expect(parts.flatMap((part) => part.entities)).toHaveLength(150);
  });
});

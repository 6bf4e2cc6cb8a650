import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import type { AnswerBlock } from '../../retrieval/answer.ts';
import { findBareLinks } from './bare-links.ts';
import { renderBlocks } from './render.ts';

const covered = (text: string, entities: readonly MessageEntity[], type: string) =>
  entities.filter((entity) => entity.type === type).map((e) => text.slice(e.offset, e.offset + e.length));

describe('renderBlocks', () => {
  it('keeps the words of the answer and marks lead, quote, source and link', () => {
    const blocks: AnswerBlock[] = [
      { kind: 'lead', text: 'Japan gave 40 vehicles.' },
      { kind: 'quote', text: '“40 vehicles <b>_were_*”' },
      {
        kind: 'source',
        text: 'Ostriv · 20.11.2024',
        links: [{ start: 0, end: 6, url: 'https://ostriv.org/a?b=1&c=2' }],
      },
    ];
    const { text, entities } = renderBlocks(blocks);
    expect(text).toBe(blocks.map((block) => block.text).join('\n'));
    expect(covered(text, entities, 'bold')).toEqual(['Japan gave 40 vehicles.']);
    expect(covered(text, entities, 'expandable_blockquote')).toEqual(['“40 vehicles <b>_were_*”']);
    expect(covered(text, entities, 'text_link')).toEqual(['Ostriv']);
  });

  it('gives no link to an address that is not on the web', () => {
    const links = ['tg://user?id=1', 'javascript:alert(1)', 'nonsense'].map((url) => ({
      start: 0,
      end: 5,
      url,
    }));
    expect(renderBlocks([{ kind: 'plain', text: 'title', links }]).entities).toEqual([]);
  });

  it('disarms names, addresses and commands in quoted words without changing them', () => {
    const quote =
      'Пишіть @evil_bot або evil.com/x, mail a@b.org; /deletemydata, tg://user?id=5. Ціна 5.5 км/год';
    const { text, entities } = renderBlocks([{ kind: 'quote', text: quote }]);
    expect(text).toBe(quote);
    expect(covered(text, entities, 'code')).toEqual([
      '@evil_bot',
      'evil.com/x,',
      'a@b.org',
      '/deletemydata',
      'tg://user?id=5.',
    ]);
  });

  it('strips direction controls outside quotes and moves the links along', () => {
    const text = '\u202eTitle\u2069 here';
    const rendered = renderBlocks([
      { kind: 'source', text, links: [{ start: 1, end: 6, url: 'https://a.org' }] },
    ]);
    expect(rendered.text).toBe('Title here');
    expect(covered(rendered.text, rendered.entities, 'text_link')).toEqual(['Title']);
  });

  it('leaves bold before fixed-width text and takes it up again behind it', () => {
    const { text, entities } = renderBlocks([{ kind: 'lead', text: 'See gov.ua for 3 facts' }]);
    expect(covered(text, entities, 'bold')).toEqual(['See ', ' for 3 facts']);
    expect(covered(text, entities, 'code')).toEqual(['gov.ua']);
  });

  it('makes only entities inside the text and only links of its own for any words', () => {
    const kind = fc.constantFrom<AnswerBlock['kind']>(
      'lead',
      'quote',
      'source',
      'note',
      'hint',
      'card',
      'plain',
    );
    const piece = fc.constantFrom(
      '<b>',
      '&amp;',
      '_*[]()',
      'tg://user?id=1',
      '\u202e',
      '@admin',
      'x.org',
      '\n',
      ' ',
      '/start',
      '👩‍💻',
    );
    const words = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.record({ kind, text: words }), { maxLength: 5 }), (blocks) => {
        const { text, entities } = renderBlocks(blocks);
        for (const entity of entities) {
          expect(entity.length).toBeGreaterThan(0);
          expect(entity.offset + entity.length).toBeLessThanOrEqual(text.length);
          expect(entity.type).not.toBe('text_link');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('findBareLinks', () => {
  it('takes time that grows with the length of hostile text and not with its square', () => {
    // The quicker of three: another process may have taken the processor in between.
    const spentMs = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const startedAt = performance.now();
          findBareLinks(text);
          return performance.now() - startedAt;
        }),
      );
    for (const piece of ['a', 'a.', '@', 'a@', '/', 'a:', 'http://', '-', 'а.']) {
      const short = spentMs(piece.repeat(12_500 / piece.length));
      const long = spentMs(piece.repeat(50_000 / piece.length));
      // Four times the text: linear is 4, a square 16. Below 5 ms the clock is not sharp enough to tell.
      expect(long).toBeLessThan(Math.max(5, short) * 10);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDom } from './dom.ts';
import { maxDepth, prepareHtml } from './html-source.ts';

function prepared(source: string) {
  const result = prepareHtml(source);
  if (result === 'too-large') throw new Error('too large');
  return result;
}

function textOf(source: string): string {
  return (parseDom(`<html><body>${prepared(source).html}</body></html>`).body.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close] of html.matchAll(/<(\/?)[a-z][^>]*>/g)) {
    depth += close ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

describe('prepareHtml', () => {
  it('keeps text and structure of ordinary pages', () => {
    expect(textOf('<p>One<p>Two <b>bold</b><ul><li>a<li>b</ul>')).toBe('OneTwo boldab');
    expect(prepared('<p class="x" onclick="evil()">a</p>').html).toBe('<p class="x">a</p>');
  });

  it('flattens what is nested too deep and keeps the text', () => {
    const { html } = prepared(`${'<div>'.repeat(5_000)}deep text${'</div>'.repeat(5_000)}<p>after</p>`);
    expect(depthOf(html)).toBeLessThanOrEqual(maxDepth + 1);
    expect(html).toContain('deep text');
    expect(html).toContain('<p>after</p>');
  });

  it('refuses a page of a million elements', () => {
    expect(prepareHtml('<i>x'.repeat(100_000))).toBe('too-large');
  });

  it('collects structured data and style sheets apart from the text', () => {
    const source =
      '<script type="application/ld+json">{"a":"<p>"}</script><style>p{color:red}</style><p>Text</p>';
    expect(prepared(source)).toEqual({
      html: '  <p>Text</p>',
      jsonLd: ['{"a":"<p>"}'],
      styles: ['p{color:red}'],
    });
  });

  it('reads tags with quotes that never close, and "<" that is no tag', () => {
    expect(textOf('<p title="never closed>Text</p><p>5 < 6 and 7 > 3</p>')).toContain('5 < 6 and 7 > 3');
    expect(textOf('a < b <3 c')).toBe('a < b <3 c');
  });

  it('keeps a "<" inside a title', () => {
    expect(prepared('<title>A <b> story</title>').html).toBe('<title>A &lt;b> story</title>');
  });

  it.each([
    ['unclosed comments', '<!-- '],
    ['unclosed vector images', '<svg>'],
    ['open quotes', '<a href="'],
    ['attributes', '<p a=1 '],
    ['angle brackets', '<'],
    ['end tags', '</div>'],
    ['quoted attributes', '<p a="\'" b=\'"\'>'],
  ])('takes linear time for 200,000 characters of %s', (_, piece) => {
    const started = performance.now();
    prepareHtml(piece.repeat(200_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(700);
  });

  it('survives ten thousand attributes and a value of a megabyte', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `a${index}="v"`).join(' ');
    expect(
      prepared(`<p ${many} id="last">x</p><p class="${'y'.repeat(1_000_000)}">z</p>`).html.length,
    ).toBeLessThan(10_000);
  });

  it('never lets anything through but bounded, balanced mark-up', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<li>',
      '<td>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '"',
      "'",
      '<a href="',
      '>',
      'text ',
      '<br/>',
      '</',
      '<svg>',
      '</svg>',
      '<![CDATA[',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { html } = prepared(pieces.join(''));
        expect(html).not.toMatch(/<!--|<script|<svg/);
        expect(depthOf(html)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

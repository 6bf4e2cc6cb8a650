import { describe, expect, it } from 'vitest';
import { parseDom } from './dom.ts';
import { removeHidden } from './hidden-text.ts';
import { prepareHtml } from './html-source.ts';

function seen(html: string): string {
  const prepared = prepareHtml(`<html><body><p>Visible story.</p> ${html}</body></html>`);
  if (prepared === 'too-large') throw new Error('too large');
  const document = parseDom(prepared.html);
  removeHidden(document, prepared.styles);
  return (document.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('removeHidden', () => {
  it.each([
    '<p hidden>SECRET</p>',
    '<p aria-hidden="true">SECRET</p>',
    '<p style="display:none">SECRET</p>',
    '<p style="DISPLAY : NONE !important">SECRET</p>',
    '<div style="visibility: hidden"><b>SECRET</b></div>',
    '<p style="opacity:0">SECRET</p>',
    '<p style="opacity: 0.01">SECRET</p>',
    '<p style="filter:opacity(0%)">SECRET</p>',
    '<p style="font-size:0">SECRET</p>',
    '<p style="font-size:1px">SECRET</p>',
    '<p style="font:0/0 a">SECRET</p>',
    '<p style="color:#fff">SECRET</p>',
    '<p style="color:rgb(255, 255, 255);background-color:white">SECRET</p>',
    '<p style="color:#c0ffee;background:#c0ffee">SECRET</p>',
    '<p style="color:transparent">SECRET</p>',
    '<p style="color:rgba(0,0,0,0)">SECRET</p>',
    '<font color="#FFFFFF">SECRET</font>',
    '<p style="position:absolute;left:-9999px">SECRET</p>',
    '<p style="position:fixed;top:-200em">SECRET</p>',
    '<p style="text-indent:-9999px">SECRET</p>',
    '<p style="margin-left:-5000px">SECRET</p>',
    '<p style="transform:scale(0)">SECRET</p>',
    '<p style="transform: translateX(-9999px)">SECRET</p>',
    '<div style="height:0;overflow:hidden">SECRET</div>',
    '<div style="max-height:0px;overflow:hidden">SECRET</div>',
    '<div style="clip:rect(0,0,0,0);position:absolute">SECRET</div>',
    '<div style="clip-path: inset(100%)">SECRET</div>',
    '<span class="sr-only">SECRET</span>',
    '<span class="a visually-hidden b">SECRET</span>',
    '<style>.x1{display:none}</style><p class="x1">SECRET</p>',
    '<style>/* c */ @media screen { p.x2 , .x3 { visibility:hidden } }</style><p class="x2">SECRET</p><i class="x3">SECRET</i>',
    '<style>a{b:c}/* one */ .x4 /* two */ { /* three */ display : none }</style><p class="x4">SECRET</p>',
    '<style>div.y5 > p:nth-child(1){display:none}</style><div class="y5"><p>SECRET</p></div>',
    '<style>#ghost{color:#fff}</style><p id="ghost">SECRET</p>',
    '<!-- SECRET -->',
    '<!-- unclosed SECRET',
    '<template><p>SECRET</p></template>',
    '<noscript>SECRET</noscript>',
    '<script>SECRET</script>',
    '<textarea>SECRET</textarea>',
    '<svg><title>SECRET</title></svg>',
  ])('takes out %s', (html) => {
    expect(seen(html)).toBe('Visible story.');
  });

  it.each([
    '<p style="color:#fff;background:#003366">Shown.</p>',
    '<div style="background-color:#222"><p style="color:white">Shown.</p></div>',
    '<style>.hero{background:#000}.hero-text{color:#fff}</style><div class="hero"><p class="hero-text">Shown.</p></div>',
    '<style>@media print{.y{display:none}}</style><p class="y">Shown.</p>',
    '<style>@media (max-width:600px){.y{display:none}}</style><p class="y">Shown.</p>',
    '<style>.y:hover{opacity:0}</style><p class="y">Shown.</p>',
    '<p style="opacity:0.9;font-size:10px;margin-left:-15px">Shown.</p>',
    '<p style="text-indent:20px;height:auto">Shown.</p>',
    '<p style="position:relative;left:5px;margin:0 -15px">Shown.</p>',
    '<p style="transform:translateX(0) scale(1);opacity:.6;zoom:1;scale:1">Shown.</p>',
    '<p style="color:#ccc">Shown.</p>',
    '<p style="color:#fff;background:linear-gradient(#003,#036)">Shown.</p>',
    '<p style="color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text;background-clip:text">Shown.</p>',
    '<p style="color:#800000;background:#000080">Shown.</p>',
    '<p style="color:var(--ink)">Shown.</p>',
    '<p style="clip-path:polygon(0 0,100% 0,100% 100%,0 100%)">Shown.</p>',
    '<p style="letter-spacing:-0.02em">Shown.</p>',
    '<p style="overflow:hidden;max-width:60ch;height:40px">Shown.</p>',
    '<style>.fade:not(.seen){opacity:0}</style><p class="fade">Shown.</p>',
    '<style>p:not(.y){color:#333;.z{display:none}}</style><p class="w">Shown.</p>',
    '<style>:root{--show:block}.y{display:var(--show)}</style><p class="y">Shown.</p>',
    '<dialog open><p>Shown.</p></dialog>',
  ])('keeps %s', (html) => {
    expect(seen(html)).toBe('Visible story. Shown.');
  });

  it('keeps a page that hides itself until a script has run', () => {
    const html =
      '<style>body{visibility:hidden}.main{opacity:0}</style><div class="main"><p>A long story that fills nearly the whole page.</p></div>';
    expect(seen(html)).toContain('A long story');
  });

  it('takes linear time for hostile style sheets', () => {
    for (const piece of ['a/**/', '{', '}', '/*', '@media{', 'a{b:c}', ';', 'a{/*']) {
      const started = performance.now();
      seen(`<style>${piece.repeat(200_000 / piece.length)}</style>`);
      expect(performance.now() - started, piece).toBeLessThan(700);
    }
  });
});

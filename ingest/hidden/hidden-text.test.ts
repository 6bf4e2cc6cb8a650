import { describe, expect, it } from 'vitest';
import { parseDom } from '../markup/dom.ts';
import { prepareHtml } from '../markup/html-source.ts';
import { removeHidden } from './hidden-text.ts';

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
    '<p hidden="until-found">SECRET</p>',
    '<p style="color:oklch(99% 0 0)">SECRET</p>',
    '<div style="background:#0a0a0a"><p style="color:#0b0b0b">SECRET</p></div>',
    '<table><tr><td bgcolor=navy><font color=000080>SECRET</font></td></tr></table>',
    '<p style="font-size:calc(1px - 1px)">SECRET</p>',
    '<p style="transform:matrix(0,0,0,0,0,0)">SECRET</p>',
    '<p style="display:none;display:invalid">SECRET</p>',
    '<style>:root{--a:none;--b:var(--a)}.v1{display:var(--b)}</style><p class="v1">SECRET</p>',
    '<style>.v2{color:#222;@media screen{display:none}}</style><p class="v2">SECRET</p>',
    '<style>.v3{display:none</style><p class="v3">SECRET</p>',
    '<div><template shadowrootmode=open><b></b></template>SECRET</div>',
    '</ SECRET>',
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
    '<details><summary>Shown.</summary></details>',
    '<p style="color:oklch(40% 0.1 250)">Shown.</p>',
    '<p style="color:hwb(210 20% 40%)">Shown.</p>',
    '<p style="color:color-mix(in srgb, black, white 30%)">Shown.</p>',
    '<p style="color:light-dark(#222, white)">Shown.</p>',
    '<p style="color:#fff;background:tomato">Shown.</p>',
    '<div style="color:#333;background:#eee"><p style="color:#444">Shown.</p></div>',
    '<p style="transform:translate(-50%, -50%) rotate(90deg) scale(.9)">Shown.</p>',
    '<p style="transform:matrix(1,0,0,1,10,0) rotateY(180deg) skewX(10deg)">Shown.</p>',
    '<p style="rotate:90deg;scale:1 1;zoom:90%">Shown.</p>',
    '<p style="margin:-100px 0;position:absolute;left:50%;top:100vh">Shown.</p>',
    '<p style="clip-path:inset(10% 20%);clip:auto">Shown.</p>',
    '<p style="clip-path:path(\'M0 0 L 100 0 L 100 100 Z\')">Shown.</p>',
    '<p style="mask:linear-gradient(black, transparent);filter:blur(0) brightness(1)">Shown.</p>',
    '<p style="opacity:50%;font-size:90%;letter-spacing:-1px">Shown.</p>',
    '<p style="font:bold 12px/1.5 Arial;word-spacing:-2px">Shown.</p>',
    '<p style="font-size:clamp(12px, 2vw, 20px);text-indent:1.5em">Shown.</p>',
    '<p style="display:bogus;display:block;visibility:visible">Shown.</p>',
    '<p style="max-width:100%;overflow:hidden;display:none;display:flex">Shown.</p>',
    '<style>@media (prefers-color-scheme:dark){.y{color:#fff}}</style><p class="y">Shown.</p>',
    '<style>@media (min-width:3000px){.y{display:none}}</style><p class="y">Shown.</p>',
    '<style>@media not screen{.y{display:none}}</style><p class="y">Shown.</p>',
    '<style>.a::after{content:"}.y{display:none}"}</style><p class="y">Shown.</p>',
    '<style>/* it\'s */.z{color:#000}/* don\'t .y{display:none} */</style><p class="y">Shown.</p>',
    '<style>.y{color:#fff}.x{background:#003}</style><div class="x"><p class="y">Shown.</p></div>',
    '<style>.y:empty{display:none}.w:has(.none){display:none}</style><p class="y w">Shown.</p>',
    '<style>.y{display:none}</style><p class="y-wide">Shown.</p>',
    '<style>.y{--d:none;display:var(--e, block)}</style><p class="y">Shown.</p>',
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

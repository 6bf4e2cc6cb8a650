import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

const text = (html: string) =>
  cellText(
    parseHTML(`<html><body><div id="cell">${html}</div></body></html>`).document.querySelector('#cell')!,
  );

describe('cellText', () => {
  it.each([
    [
      '<ul><li>витяг із кадастру</li><li>звіт, не старший за 12 місяців</li></ul>',
      'витяг із кадастру; звіт, не старший за 12 місяців',
    ],
    ['40 <b>машин</b><br>50 міношукачів', '40 машин 50 міношукачів'],
    ['<p>Так.</p><p>Безоплатно.</p>', 'Так. Безоплатно.'],
    ['', ''],
  ])('parts what stands on lines of its own: %s', (html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

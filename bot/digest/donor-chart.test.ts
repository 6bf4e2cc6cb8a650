import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { chartSvg, renderChart } from './donor-chart.ts';

const chart = { title: '', footer: '', bars: [{ label: '', value: 1 }] };

/** Dark pixels of a picture: letters, not bars and not background. */
function inkOf(png: Buffer): number {
  const embedded = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="900" height="188"><image width="900" height="188" xlink:href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const { pixels } = new Resvg(embedded).render();
  let ink = 0;
  for (let i = 0; i < pixels.length; i += 4) if (pixels[i]! < 100 && pixels[i + 2]! < 100) ink += 1;
  return ink;
}

describe('the chart of donors', () => {
  it('is a PNG with a row per donor', () => {
    const png = renderChart({ ...chart, bars: [chart.bars[0]!, { label: 'Литва', value: 3 }] });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(900);
    expect(png.length).toBeLessThan(100_000);
  });

  it('really shows its words, Cyrillic with ї, ґ and є included, regular and bold', () => {
    const empty = inkOf(renderChart(chart));
    expect(inkOf(renderChart({ ...chart, title: 'Нове за донорами' })) - empty).toBeGreaterThan(500);
    expect(inkOf(renderChart({ ...chart, bars: [{ label: 'їґє', value: 1 }] })) - empty).toBeGreaterThan(60);
    const latin = inkOf(renderChart({ ...chart, bars: [{ label: 'i', value: 1 }] }));
    const yi = inkOf(renderChart({ ...chart, bars: [{ label: 'ї', value: 1 }] }));
    expect(yi).not.toBe(latin);
  });

  it('takes labels that look like markup or hold forbidden characters', () => {
    const bars = [{ label: '<b>&"\u0000\u202e', value: 2 }];
    expect(chartSvg({ ...chart, bars })).toContain('&#60;b&#62;&#38;');
    expect(renderChart({ ...chart, bars }).length).toBeGreaterThan(1000);
  });
});

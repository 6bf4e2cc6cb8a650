import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { createReader, type Reader } from '../reader/reader.ts';
import { bombs } from './bombs.ts';

// Small enough for every run of the tests; `tsx ingest/trials/fault-reader.ts` has them in full size.
const scale = 0.004;

let reader: Reader;
beforeAll(() => {
  reader = createReader({ log: silentLog(), children: 2, limits: { wallMs: 4_000, textWallMs: 4_000 } });
});
afterAll(() => reader.close());

describe('a small bomb', () => {
  it.each(bombs)(
    '$name ends in an outcome',
    async (bomb) => {
      const outcome = await reader.read(bomb.build(scale));
      expect(['page', 'feed', 'sitemap', 'unreadable']).toContain(outcome.status);
      expect(JSON.stringify(outcome)).not.toMatch(/root:|could not start/);
    },
    20_000,
  );

  it('does not keep the next document from being read', async () => {
    const html = `<!doctype html><title>Machines</title><article><h1>Machines</h1><p>${'Ten machines arrived in Kharkiv on Monday. '.repeat(10)}</p></article>`;
    const outcome = await reader.read({
      bytes: new TextEncoder().encode(html),
      url: 'https://a.example/1',
      contentType: 'text/html',
    });
    expect(outcome).toMatchObject({ status: 'page', page: { title: 'Machines' } });
  });
});

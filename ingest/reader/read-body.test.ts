import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../fixtures/make-zip.ts';
import type { ReadOutcome } from '../page/page.ts';
import { readBody } from './read-body.ts';

function read(
  body: string | Uint8Array,
  url = 'https://site.example/a',
  contentType: string | null = null,
): Promise<ReadOutcome> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return readBody({ bytes, url, contentType });
}

async function codeOf(body: string | Uint8Array, url?: string): Promise<string> {
  const outcome = await read(body, url);
  return outcome.status === 'unreadable' ? outcome.code : outcome.status;
}

const story = '<p>Уряд передав саперам двадцять машин для розмінування полів на півдні країни.</p>';

function lockedPdf(): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
    `<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const list = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  return `${text}xref\n0 5\n0000000000 65535 f \n${list}trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n${start}\n%%EOF`;
}

describe('readBody', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n\t ', 'empty'],
    ['an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'unsupported-type'],
    [
      'an old Word file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'unsupported-type',
    ],
    ['rich text', '{\\rtf1 text}', 'unsupported-type'],
    ['JSON', '{"a": [1, 2, 3]}', 'unsupported-type'],
    ['XML of an unknown kind', '<?xml version="1.0"?><invoice><sum>5</sum></invoice>', 'unsupported-type'],
    ['a cut-off archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'damaged'],
    ['an archive of pictures', makeZip([['a.png', 'x']]), 'unsupported-type'],
    ['a spreadsheet', makeZip([['xl/workbook.xml', '<x/>']]), 'unsupported-type'],
    ['junk called PDF', '%PDF-1.7 nothing more', 'damaged'],
    ['a locked PDF', lockedPdf(), 'encrypted'],
    ['a page without text', '<html><body><img src="a.png"></body></html>', 'no-text'],
    ['a damaged packed file', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'damaged'],
    [
      'entities of its own',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>',
      'damaged',
    ],
    ['XML nested too deep', `<?xml version="1.0"?><rss>${'<a>'.repeat(300)}`, 'too-deep'],
    ['a page of 11 MB', '<p>x</p>'.repeat(1_400_000), 'too-large'],
    [
      'random bytes',
      Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7919 + index * index) % 256),
      'not-a-document',
    ],
  ])('answers %s with a typed outcome', async (_, body, code) => {
    expect(await codeOf(body)).toBe(code);
  });

  it('calls a scan without text layer a scan', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([300, 300]).drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
    expect(await codeOf(await pdf.save())).toBe('no-text');
  });

  it('goes by content, not by the claimed type or the name', async () => {
    expect(await codeOf(`<!doctype html><title>A</title>${story}`, 'https://site.example/file.pdf')).toBe(
      'page',
    );
    expect(
      await codeOf(
        '<rss version="2.0"><channel><title>t</title></channel></rss>',
        'https://site.example/page.html',
      ),
    ).toBe('feed');
    const outcome = await read(
      'Перший рядок\n\nДругий абзац про розмінування.',
      'https://site.example/x.html',
      'text/html',
    );
    expect(outcome).toMatchObject({ status: 'page', page: { title: 'Перший рядок' } });
  });

  it('reads a packed sitemap and refuses one that unpacks to too much', async () => {
    const sitemap =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://site.example/1</loc></url></urlset>';
    expect(await read(gzipSync(sitemap))).toMatchObject({
      status: 'sitemap',
      urls: [{ url: 'https://site.example/1' }],
    });
    expect(await codeOf(gzipSync(Buffer.alloc(25_000_000)))).toBe('too-large');
    expect(await codeOf(gzipSync(gzipSync(sitemap)))).toBe('unsupported-type');
  });

  it('refuses a Word document that is a bomb before unpacking it', async () => {
    const bomb = makeZip([
      ['[Content_Types].xml', '<x/>'],
      ['word/document.xml', Buffer.alloc(20_000_000, 65)],
    ]);
    expect(deflateRawSync(Buffer.alloc(1_000)).length).toBeLessThan(100);
    expect(await codeOf(bomb)).toBe('too-large');
    expect(await codeOf(makeZip([['word/document.xml', 'no xml']]))).toBe('damaged');
  });

  it('reports unreadable text instead of indexing it', async () => {
    const noise = Buffer.from(
      Array.from({ length: 3_000 }, (_, index) => (index % 9 === 0 ? 32 : 128 + ((index * 89) % 128))),
    );
    expect(await codeOf(noise)).toBe('mojibake');
  });

  it('reads a page in windows-1251 whose header says otherwise', async () => {
    const bytes = iconv.encode(
      `<html><head><title>Допомога саперам</title></head><body>${story}</body></html>`,
      'windows-1251',
    );
    const outcome = await read(bytes, 'https://site.example/a', 'text/html; charset=utf-8');
    expect(outcome).toMatchObject({
      status: 'page',
      page: { charset: 'windows-1251', language: 'uk', title: 'Допомога саперам' },
    });
  });

  it('ignores the id of a Markdown file from the web, and believes a local one', async () => {
    const text =
      '---\nid: 2024-01-01-x\nurl: "https://real.example/x"\ntitle: "T"\npublished: 2024-03\n---\nТекст про допомогу.';
    const remote = await read(text, 'https://evil.example/x.md');
    expect(
      remote.status === 'page' && {
        key: remote.page.key,
        isBrief: remote.page.isBrief,
        url: remote.page.url,
      },
    ).toEqual({});
    const local = await read(text, 'file:///briefs/x.md');
    expect(local).toMatchObject({
      page: { key: '2024-01-01-x', isBrief: true, url: 'https://real.example/x', published: '2024-03' },
    });
  });

  it('says in one line what is wrong with front matter', async () => {
    const outcome = await read('---\nid: x\npublished: sometime\n---\nText.', 'file:///a.md');
    expect(outcome).toMatchObject({
      code: 'damaged',
      reason: 'front matter, published: "sometime" is not a date like 2024-03-15',
    });
    expect(await codeOf('---\nid: [unclosed\n---\nText.', 'file:///a.md')).toBe('damaged');
  });

  it('reads the body of a script-filled page from its structured data', async () => {
    const body = 'Перше речення про допомогу саперам із Данії. '.repeat(12);
    const page = `<html><head><title>Допомога</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Допомога', articleBody: body })}</script></head><body><div id="root"></div></body></html>`;
    expect(await read(page)).toMatchObject({ status: 'page', page: { blocks: [{ text: body.trim() }] } });
  });

  it('never throws, whatever the bytes', async () => {
    const starts = [
      '',
      '%PDF-1.4\n',
      'PK\u0003\u0004',
      '<html>',
      '<?xml version="1.0"?><rss>',
      '---\n',
      '\u001f\u008b',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const outcome = await read(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
        expect(['page', 'feed', 'sitemap', 'unreadable']).toContain(outcome.status);
      }),
      { numRuns: 120 },
    );
  });
});

import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { RawBody } from '../page/page.ts';

/** A document made to break its reader. */
export interface Bomb {
  readonly name: string;
  /** @param scale 1 for the full size; tests use a fraction. */
  readonly build: (scale: number) => RawBody;
}

const many = (scale: number, n: number) => Math.max(1, Math.round(scale * n));

function web(name: string, contentType: string, text: (scale: number) => string | Buffer): Bomb {
  return {
    name,
    build: (scale) => ({
      bytes: new Uint8Array(Buffer.from(text(scale))),
      url: `https://bomb.example/${name}`,
      contentType,
    }),
  };
}

const html = (name: string, body: (scale: number) => string) =>
  web(name, 'text/html; charset=utf-8', (scale) => `<!doctype html><title>Bomb</title><body>${body(scale)}`);
const xml = (name: string, body: (scale: number) => string) =>
  web(name, 'application/xml', (scale) => `<?xml version="1.0"?>${body(scale)}`);
const pdf = (name: string, objects: (scale: number) => readonly (string | Buffer)[]) =>
  web(name, 'application/pdf', (scale) => pdfOf(objects(scale)));
const docx = (name: string, files: (scale: number) => readonly ZipEntry[]) =>
  web(name, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', (scale) =>
    zipOf(files(scale)),
  );

/** Every bomb we know, by what it aims at. */
export const bombs: readonly Bomb[] = [
  html('html-siblings', (scale) => '<p>a'.repeat(many(scale, 1_000_000))),
  html('html-depth', (scale) => '<div>'.repeat(many(scale, 1_000_000))),
  html('html-inline-depth', (scale) => '<b><i>'.repeat(many(scale, 500_000))),
  html(
    'html-attributes',
    (scale) => `<p ${Array.from({ length: many(scale, 200_000) }, (_, n) => `a${n}=1`).join(' ')}>text`,
  ),
  html('html-open-comment', (scale) => `<!-- ${'-'.repeat(many(scale, 8_000_000))}`),
  html('html-open-attribute', (scale) => `<a href="${"<a href='".repeat(many(scale, 800_000))}`),
  html('html-table', (scale) => `<table>${'<tr><td>a<td>b'.repeat(many(scale, 500_000))}`),
  html('html-nested-tables', (scale) => '<table><tr><td>'.repeat(many(scale, 300_000))),
  html(
    'html-spans',
    (scale) => `<table>${'<tr><td colspan=1000 rowspan=65534>a'.repeat(many(scale, 20_000))}`,
  ),
  html('html-entities', (scale) => '&amp;&#65;&#x41;&nosuch;'.repeat(many(scale, 400_000))),
  html('html-long-word', (scale) => `<p>${'a'.repeat(many(scale, 9_000_000))}`),
  html('html-spaces', (scale) => `<p>a${' \n\t'.repeat(many(scale, 3_000_000))}b`),
  html('html-styles', (scale) => `<style>${'.a{color:red}'.repeat(many(scale, 600_000))}</style><p>text`),
  html(
    'html-json',
    (scale) =>
      `<script type="application/ld+json">${'{"a":['.repeat(many(scale, 1_000_000))}</script><p>text`,
  ),
  html('html-dates', (scale) => `<p>${'1 1 1 2024 '.repeat(many(scale, 800_000))}`),
  xml(
    'xml-laughs',
    () => `<!DOCTYPE r [<!ENTITY a "lol">${laughs()}]><rss><channel><title>&e20;</title></channel></rss>`,
  ),
  xml(
    'xml-quadratic',
    (scale) =>
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(many(scale, 100_000))}">]><rss><channel><title>${'&a;'.repeat(many(scale, 100_000))}</title></channel></rss>`,
  ),
  xml(
    'xml-outside',
    () =>
      '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title><item><title>&a;</title><link>https://a.example/</link></item></channel></rss>',
  ),
  xml('xml-depth', (scale) => `<rss><channel>${'<a>'.repeat(many(scale, 200_000))}`),
  xml(
    'xml-references',
    (scale) => `<rss><channel><title>${'&#65;'.repeat(many(scale, 1_900_000))}</title></channel></rss>`,
  ),
  xml(
    'xml-items',
    (scale) =>
      `<rss><channel>${'<item><link>https://a.example/</link></item>'.repeat(many(scale, 200_000))}</channel></rss>`,
  ),
  xml(
    'xml-sitemap',
    (scale) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${'<url><loc>https://a.example/</loc></url>'.repeat(many(scale, 250_000))}</urlset>`,
  ),
  pdf('pdf-flate-flate', (scale) => [catalog, pagesOf(1), page, twiceDeflated(many(scale, 400) * 1_000_000)]),
  pdf('pdf-flate', (scale) => [
    catalog,
    pagesOf(1),
    page,
    stream('/FlateDecode', repeatDeflated('( ) Tj\n'.repeat(100_000), many(scale, 1_000))),
  ]),
  pdf('pdf-operators', (scale) => [
    catalog,
    pagesOf(1),
    page,
    stream('/FlateDecode', repeatDeflated('q Q\n'.repeat(100_000), many(scale, 100))),
  ]),
  pdf('pdf-text', (scale) => [
    catalog,
    pagesOf(1),
    page,
    stream(
      '/FlateDecode',
      repeatDeflated('BT /F 9 Tf (abc abc abc) Tj ET\n'.repeat(10_000), many(scale, 300)),
    ),
  ]),
  pdf('pdf-count', () => [catalog, pagesOf(1_000_000_000), page, stream(null, Buffer.from('BT (a) Tj ET'))]),
  pdf('pdf-page-loop', () => [
    catalog,
    '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R 3 0 R] >>',
    page,
    stream(null, Buffer.from('')),
  ]),
  pdf('pdf-array', (scale) => [catalog, pagesOf(1), page, '['.repeat(many(scale, 5_000_000))]),
  docx('docx-zeros', (scale) => [
    { name: 'word/document.xml', data: repeatRaw(' '.repeat(1_000_000), many(scale, 1_000)) },
    ...docxParts,
  ]),
  docx('docx-zeros-honest', (scale) => {
    const times = many(scale, 1_000);
    const data = repeatRaw(' '.repeat(1_000_000), times);
    return [{ name: 'word/document.xml', data, size: times * 1_000_000 }, ...docxParts];
  }),
  docx('docx-paragraphs', (scale) => [
    deflated(
      'word/document.xml',
      `${docxHead}${'<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(many(scale, 1_000_000))}${docxTail}`,
    ),
    ...docxParts,
  ]),
  docx('docx-depth', (scale) => [
    deflated('word/document.xml', `${docxHead}${'<w:tbl><w:tr><w:tc>'.repeat(many(scale, 300_000))}`),
    ...docxParts,
  ]),
  docx('docx-entries', (scale) =>
    Array.from({ length: many(scale, 60_000) }, (_, n) => deflated(`word/${n}.xml`, '')),
  ),
];

function laughs(): string {
  return Array.from(
    { length: 20 },
    (_, n) => `<!ENTITY e${n + 1} "${`&${n === 0 ? 'a' : `e${n}`};`.repeat(10)}">`,
  ).join('');
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>';
const pagesOf = (count: number) => `<< /Type /Pages /Count ${count} /Kids [3 0 R] >>`;

function stream(filter: string | null, data: Buffer): Buffer {
  const head = `<< /Length ${data.length}${filter === null ? '' : ` /Filter ${filter}`} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

function twiceDeflated(bytes: number): Buffer {
  const once = repeatDeflated('\n'.repeat(1_000_000), Math.ceil(bytes / 1_000_000));
  return stream('[/FlateDecode /FlateDecode]', deflateSync(once));
}

/** Deflated text, many times over, without ever holding the text. */
function repeatRaw(text: string, times: number): Buffer {
  const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...new Array<Buffer>(times).fill(block), deflateRawSync('')]);
}

// The checksum at the end is left out: readers of PDF do not miss it.
function repeatDeflated(text: string, times: number): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), repeatRaw(text, times)]);
}

function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(at);
    parts.push(whole);
    at += whole.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

interface ZipEntry {
  readonly name: string;
  /** Raw deflate data. */
  readonly data: Buffer;
  /** Size after unpacking; a lie, as in a bomb that wants to get past a check of it, unless it is given. */
  readonly size?: number;
}

function deflated(name: string, text: string): ZipEntry {
  return { name, data: deflateRawSync(text), size: Buffer.byteLength(text) };
}

const docxHead =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const docxTail = '</w:body></w:document>';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const docxParts: readonly ZipEntry[] = [
  deflated(
    '[Content_Types].xml',
    `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  deflated(
    '_rels/.rels',
    `<Relationships xmlns="${packageNames}/relationships"><Relationship Id="r" Type="${officeNames}" Target="word/document.xml"/></Relationships>`,
  ),
];

function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, data, size } of entries) {
    const fields = zipFields(data.length, size ?? 1_000, name.length);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), fields, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    centrals.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), fields, tail, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

function zipFields(packedSize: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(8, 2);
  fields.writeUInt32LE(packedSize, 12);
  fields.writeUInt32LE(size, 16);
  fields.writeUInt16LE(nameLength, 20);
  return fields;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DocumentDraft } from '../../corpus/document.ts';

/** Formats of which pages can be made. */
export const pageFormats = ['md', 'html', 'pdf', 'docx'] as const;

/** Writes a document once in one format. */
export async function writePage(
  folder: string,
  format: (typeof pageFormats)[number],
  draft: DocumentDraft,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const paragraphs = draft.text.split('\n\n');
  const made = { md: markdown, html: htmlPage, pdf, docx }[format](draft, paragraphs);
  writeFileSync(join(folder, `${draft.key}.${format}`), await made);
}

/** A feed whose items carry their whole text. */
export function feedOf(drafts: readonly DocumentDraft[], origin: string): string {
  const items = drafts.map((draft) => {
    const url = `${origin}/${draft.key}.html`;
    const html = draft.text
      .split('\n\n')
      .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
      .join('');
    return `<item><title>${escaped(draft.title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(draft.fetchedAt).toUTCString()}</pubDate><description>${escaped(html)}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title><link>${origin}</link><description>Bench</description>${items.join('')}</channel></rss>`;
}

/** A news page with the furniture that article extraction has to leave out. */
export function htmlPage(draft: DocumentDraft, paragraphs: readonly string[]): string {
  const menu = Array.from(
    { length: 25 },
    (_, at) => `<li><a href="/section/${at}">Section ${at}</a></li>`,
  ).join('');
  const teasers = Array.from(
    { length: 12 },
    (_, at) => `<li><a href="/other/${at}">Another story ${at}</a></li>`,
  ).join('');
  const body = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
  return `<!doctype html><html lang="${draft.language}"><head><meta charset="utf-8"><title>${escaped(draft.title)}</title>
<meta property="article:published_time" content="${draft.fetchedAt}"></head><body><nav><ul>${menu}</ul></nav>
<main><article><h1>${escaped(draft.title)}</h1>${body}</article></main><aside><ul>${teasers}</ul></aside></body></html>`;
}

function markdown(draft: DocumentDraft, paragraphs: readonly string[]): string {
  return `# ${draft.title}\n\n${paragraphs.join('\n\n')}\n`;
}

// The fonts every PDF reader has only know Latin letters.
async function pdf(draft: DocumentDraft, paragraphs: readonly string[]): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  file.setTitle(draft.title);
  const lines = paragraphs.flatMap((text) => [...wrapped(text.replace(/[^\x20-\x7e]/g, ' ')), '']);
  for (let from = 0; from < lines.length; from += 50) {
    const page = file.addPage([595, 842]);
    for (const [at, line] of lines.slice(from, from + 50).entries())
      page.drawText(line, { x: 50, y: 790 - at * 15, size: 10, font });
  }
  return file.save();
}

function wrapped(text: string): readonly string[] {
  return text.match(/.{1,90}(?:\s|$)/g) ?? [];
}

function docx(draft: DocumentDraft, paragraphs: readonly string[]): Buffer {
  const namespace = 'http://schemas.openxmlformats.org';
  const body = [draft.title, ...paragraphs]
    .map((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  return storedZip([
    [
      '[Content_Types].xml',
      `<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="r1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="${namespace}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ],
  ]);
}

/** A ZIP file without compression. */
function storedZip(files: readonly (readonly [string, string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const data = Buffer.from(text);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title);
    offset += 30 + title.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

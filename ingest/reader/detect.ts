import { readZipDirectory } from '../formats/zip-directory.ts';
import type { UnreadableCode } from '../page/page.ts';

/** What bytes are, whatever was claimed of them. `text` still has to be decoded and looked at. */
export type BinaryKind = 'pdf' | 'docx' | 'gzip' | 'text';

/** What a decoded text is. */
export type TextKind = 'html' | 'feed' | 'sitemap' | 'address-list' | 'markdown' | 'text';

/** A kind of file that is not read, with the sentence that says so. */
export interface Refusal {
  readonly code: UnreadableCode;
  readonly reason: string;
}

const magics: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly name: string }[] =
  [
    { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'an image (PNG)' },
    { bytes: [0xff, 0xd8, 0xff], name: 'an image (JPEG)' },
    { bytes: [0x47, 0x49, 0x46, 0x38], name: 'an image (GIF)' },
    { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, name: 'an image (WebP)' },
    { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, name: 'a video or image container (MP4, AVIF)' },
    { bytes: [0x1a, 0x45, 0xdf, 0xa3], name: 'a video (WebM)' },
    { bytes: [0x49, 0x44, 0x33], name: 'a sound file (MP3)' },
    { bytes: [0x4f, 0x67, 0x67, 0x53], name: 'a sound file (Ogg)' },
    { bytes: [0x52, 0x49, 0x46, 0x46], name: 'a sound or video file (RIFF)' },
    { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office file (.doc, .xls); save it as .docx or PDF' },
    { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
    { bytes: [0x4d, 0x5a, 0x90], name: 'a program' },
    { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'an archive (7z)' },
    { bytes: [0x52, 0x61, 0x72, 0x21], name: 'an archive (RAR)' },
    { bytes: [0x42, 0x5a, 0x68], name: 'an archive (bzip2)' },
    { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'an archive (zstd)' },
    { bytes: [0x77, 0x4f, 0x46, 0x46], name: 'a font' },
    { bytes: [0x77, 0x4f, 0x46, 0x32], name: 'a font' },
    { bytes: [0x00, 0x01, 0x00, 0x00, 0x00], name: 'a font' },
    { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database' },
    { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a rich text file (RTF); save it as .docx or PDF' },
  ];

/** Kind of a file by its first bytes; for archives by what they hold. */
export function detectBinary(bytes: Uint8Array): BinaryKind | Refusal {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return archiveKind(bytes);
  const magic = magics.find(({ bytes: mark, at = 0 }) =>
    mark.every((byte, index) => head[at + index] === byte),
  );
  return magic ? { code: 'unsupported-type', reason: `the file is ${magic.name}` } : 'text';
}

function archiveKind(bytes: Uint8Array): BinaryKind | Refusal {
  const entries = readZipDirectory(bytes);
  if (!entries) return { code: 'damaged', reason: 'the archive is cut off or damaged' };
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has('word/document.xml')) return 'docx';
  if (entries.some(({ name }) => name.startsWith('xl/'))) {
    return { code: 'unsupported-type', reason: 'the file is a spreadsheet (.xlsx); save it as PDF' };
  }
  if (entries.some(({ name }) => name.startsWith('ppt/'))) {
    return { code: 'unsupported-type', reason: 'the file is a presentation (.pptx); save it as PDF' };
  }
  if (has('mimetype') && has('content.xml')) {
    return { code: 'unsupported-type', reason: 'the file is an OpenDocument file; save it as .docx or PDF' };
  }
  return { code: 'unsupported-type', reason: 'the file is an archive (zip)' };
}

const lookedAt = 64_000;
const htmlTag =
  /<(?:!doctype html|html|head|body|title|meta|div|p|table|article|section|main|h[1-6]|ul|ol|span|a|br|font|center)(?:[\s>/]|$)/gi;
const frontMatter = /^\ufeff?\s{0,10}---\r?\n[\s\S]{0,20000}?\n---\s{0,5}(?:\r?\n|$)/;

/** Kind of a decoded text by its structure; the name of the file only tells Markdown from plain text. */
export function detectText(text: string, url: string): TextKind | Refusal {
  const head = text.slice(0, lookedAt);
  if (head.trim() === '') return { code: 'empty', reason: 'the file is empty' };
  if (controlShare(head) > 0.02)
    return { code: 'not-a-document', reason: 'the file holds binary data, not text' };
  const root = rootElement(head);
  if (root === 'rss' || root === 'feed' || root === 'rdf') return 'feed';
  if (root === 'urlset' || root === 'sitemapindex') return 'sitemap';
  if (root === 'html') return 'html';
  if (root === null && /^[\s\ufeff]*<\?xml/.test(head)) {
    return { code: 'damaged', reason: 'the XML defines entities of its own, or holds no element' };
  }
  if (frontMatter.test(head) || /\.(?:md|markdown)$/i.test(pathOf(url))) return 'markdown';
  if (root !== null && head.trimStart().startsWith('<?xml')) {
    return { code: 'unsupported-type', reason: `the file is XML of an unknown kind (<${root}>)` };
  }
  if (isJson(text)) return { code: 'unsupported-type', reason: 'the file holds data (JSON), not a text' };
  if (/^%!PS/.test(head))
    return { code: 'unsupported-type', reason: 'the file is PostScript; save it as PDF' };
  const tags = head.match(htmlTag)?.length ?? 0;
  if (root !== null ? tags > 0 : tags > 2) return 'html';
  return isAddressList(head) ? 'address-list' : 'text';
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

/** Local name, in lower case, of the first element if the text begins with mark-up. */
function rootElement(head: string): string | null {
  let at = 0;
  for (;;) {
    while (/[\s\ufeff]/.test(head[at] ?? '')) at += 1;
    if (head.startsWith('<?', at)) at = after(head, '?>', at);
    else if (head.startsWith('<!--', at)) at = after(head, '-->', at);
    else if (/^<!doctype html/i.test(head.slice(at, at + 20))) return 'html';
    else if (head.startsWith('<!', at)) at = after(head, '>', at);
    else break;
  }
  const name = /^<(?:[\w-]{1,30}:)?([\w-]{1,30})[\s>/]/.exec(head.slice(at, at + 100))?.[1];
  return name?.toLowerCase() ?? null;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function controlShare(head: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  return (head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0) / head.length;
}

function isJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return false;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}

function isAddressList(head: string): boolean {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length >= 2 && lines.every((line) => /^\s{0,5}https?:\/\/\S{3,2000}\s{0,5}$/.test(line));
}

import { gunzipSync } from 'node:zlib';
import { readDocx } from '../formats/docx.ts';
import { readFeed } from '../formats/feed.ts';
import { readMarkdown } from '../formats/markdown.ts';
import { readPlainText } from '../formats/plain-text.ts';
import { readAddressList, readSitemap } from '../formats/sitemap.ts';
import { readHtml } from '../html/html.ts';
import type { RawBody, ReadOutcome, UnreadableCode } from '../page/page.ts';
import { readPdf } from '../pdf/pdf.ts';
import { decodeText } from './charset.ts';
import { detectBinary, detectText } from './detect.ts';

/** The longest real pages have 5 MB, most of it scripts. */
const maxTextBytes = 10_000_000;
const maxFileBytes = 20_000_000;
/** A text of 4 million characters is a shelf of books, not a document. */
const maxTextLength = 4_000_000;

/**
 * Reads bytes from outside: what they are is decided by their content, the claimed type is only a hint for the
 * encoding. Pure on its argument and never throws for bad input; a parser that fails ends in `damaged`. Bombs are
 * refused where they can be seen; time and memory have to be limited from outside.
 */
export async function readBody(raw: RawBody): Promise<ReadOutcome> {
  if (raw.bytes.length === 0) return unreadable('empty', 'the file is empty');
  const kind = detectBinary(raw.bytes);
  if (typeof kind !== 'string') return unreadable(kind.code, kind.reason);
  if (kind === 'text') return readText(raw);
  if (kind === 'gzip') return readGzip(raw);
  if (raw.bytes.length > maxFileBytes)
    return unreadable('too-large', tooLarge(raw.bytes.length, maxFileBytes));
  return kind === 'pdf' ? readPdf(raw.bytes) : readDocx(raw.bytes);
}

/** Sitemaps are often stored packed; a packed file inside a packed file is not. */
async function readGzip(raw: RawBody): Promise<ReadOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(raw.bytes, { maxOutputLength: maxFileBytes });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge
      ? unreadable('too-large', `the packed file unpacks to more than ${maxFileBytes / 1_000_000} MB`)
      : unreadable('damaged', 'the packed file (gzip) is damaged');
  }
  if (detectBinary(bytes) === 'gzip')
    return unreadable('unsupported-type', 'the file is an archive inside an archive');
  return readBody({ ...raw, bytes });
}

function readText(raw: RawBody): ReadOutcome {
  if (raw.bytes.length > maxTextBytes)
    return unreadable('too-large', tooLarge(raw.bytes.length, maxTextBytes));
  const decoded = decodeText(raw.bytes, raw.contentType);
  if (!decoded) {
    return looksBinary(raw.bytes)
      ? unreadable('not-a-document', 'the file holds binary data, not text')
      : unreadable('mojibake', 'the text is unreadable in every encoding that was tried');
  }
  const { text, charset } = decoded;
  const kind = detectText(text, raw.url);
  if (typeof kind !== 'string') return unreadable(kind.code, kind.reason);
  switch (kind) {
    case 'html':
      return readHtml(text, raw.url, charset);
    case 'feed':
      return readFeed(text, raw.url);
    case 'sitemap':
      return readSitemap(text, raw.url);
    case 'address-list':
      return readAddressList(text);
    case 'markdown':
    case 'text':
      if (text.length > maxTextLength)
        return unreadable('too-large', 'the text has more than 4 million characters');
      return kind === 'markdown' ? readMarkdown(text, raw.url, charset) : readPlainText(text, charset);
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096);
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls > 0.02 * head.length;
}

function tooLarge(bytes: number, most: number): string {
  return `the file has ${Math.ceil(bytes / 1_000_000)} MB, more than ${most / 1_000_000} MB are not read`;
}

function unreadable(code: UnreadableCode, reason: string): ReadOutcome {
  return { status: 'unreadable', code, reason };
}

import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { detectLanguage } from '../../corpus/language/language.ts';
import { collectBlocks } from '../html/html-blocks.ts';
import { parseDom } from '../markup/dom.ts';
import { prepareHtml } from '../markup/html-source.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { withoutBoilerplate } from '../page/boilerplate-blocks.ts';
import { findDay } from '../page/date-words.ts';
import type { Page, PageBlock, ReadOutcome } from '../page/page.ts';
import { parseTimestamp } from '../page/timestamp.ts';
import { hidingStyles, withoutHiddenRuns } from './docx-hidden.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory.ts';

/** A 500-page report without pictures unpacks to some 20 MB of XML. */
const maxUnpackedBytes = 60_000_000;
/** XML packs 10 to 30 times; a thousand times is a bomb. */
const maxRatio = 250;

/** Reads a Word document (.docx): headings, paragraphs, lists and tables as on a page. */
export async function readDocx(bytes: Uint8Array): Promise<ReadOutcome> {
  const entries = readZipDirectory(bytes) ?? [];
  const refused = refuseArchive(entries);
  if (refused) return refused;
  let html: string;
  try {
    const result = await mammoth.convertToHtml(visibleParts(bytes, entries), {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Назва'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    });
    html = result.value;
  } catch {
    return { status: 'unreadable', code: 'damaged', reason: 'the Word document is damaged' };
  }
  const prepared = prepareHtml(`<html><body>${html}</body></html>`);
  if (prepared === 'too-large') {
    return { status: 'unreadable', code: 'too-large', reason: 'the Word document has too many paragraphs' };
  }
  return pageOf(collectBlocks(parseDom(prepared.html).body), coreProperties(bytes, entries));
}

/**
 * The archive as mammoth reads it, without what readers of the document do not see: mammoth keeps hidden and white text.
 * `file` is how it takes an archive that is open already; its type does not say so.
 */
function visibleParts(bytes: Uint8Array, entries: readonly ZipEntry[]): { buffer: Buffer } {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const textOf = (name: string) => {
    const entry = byName.get(name);
    return entry === undefined ? null : readZipEntry(bytes, entry, inflateRawSync);
  };
  const hidden = hidingStyles(textOf('word/styles.xml') ?? '');
  const file = {
    exists: (name: string) => byName.has(name),
    read: async (name: string) => {
      const text = textOf(name);
      if (text === null) throw new Error(`${name} cannot be unpacked`);
      return /^word\/[^/]{1,60}\.xml$/.test(name) && name !== 'word/styles.xml'
        ? withoutHiddenRuns(text, hidden)
        : text;
    },
  };
  return { file } as unknown as { buffer: Buffer };
}

function refuseArchive(entries: readonly ZipEntry[]): ReadOutcome | null {
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return { status: 'unreadable', code: 'encrypted', reason: 'the document is protected by a password' };
  }
  const parts = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  const unpacked = parts.reduce((sum, entry) => sum + entry.bytes, 0);
  const isBomb = parts.some(
    ({ bytes, compressedBytes }) => bytes > 1_000_000 && bytes > maxRatio * compressedBytes,
  );
  if (unpacked <= maxUnpackedBytes && !isBomb) return null;
  return {
    status: 'unreadable',
    code: 'too-large',
    reason: 'the document unpacks to far more than it should',
  };
}

interface CoreProperties {
  readonly title: string | null;
  readonly created: string | null;
}

function coreProperties(bytes: Uint8Array, entries: readonly ZipEntry[]): CoreProperties {
  const entry = entries.find(({ name }) => name === 'docProps/core.xml');
  const xml = entry && entry.bytes < 100_000 ? readZipEntry(bytes, entry, inflateRawSync) : null;
  const read = (name: string) =>
    new RegExp(`<${name}[^>]{0,100}>([^<]{1,300})</`).exec(xml ?? '')?.[1] ?? null;
  return { title: read('dc:title'), created: read('dcterms:created') };
}

function pageOf(read: readonly PageBlock[], core: CoreProperties): ReadOutcome {
  // Footnotes come as a list at the end whose items point back with an arrow.
  const tidy = read.map((block) => ({ ...plainBlock(block), text: block.text.replace(/\s?↑$/, '') }));
  const blocks = withoutBoilerplate(tidy);
  const first = blocks[0];
  const named = visibleLine(core.title ?? '');
  const titled = blocks.slice(0, 4).find(({ text }) => text === named && named !== '');
  const isShort = first?.kind === 'paragraph' && first.text.length < 160 && !/[.:;,]$/.test(first.text);
  const opening = first?.kind === 'heading' || (isShort && named === '') ? first : undefined;
  const lower = named === '' ? blocks.slice(1, 4).find(({ kind }) => kind === 'heading') : undefined;
  const headline = titled ?? opening ?? lower;
  const story = blocks.filter((block) => block !== headline);
  if (story.length === 0)
    return { status: 'unreadable', code: 'no-text', reason: 'the document has no text' };
  const page: Page = {
    title: headline?.text ?? named,
    publisher: null,
    published: dateOf(story) ?? parseTimestamp(core.created),
    language: detectLanguage(story.map(({ text }) => text).join('\n')),
    blocks: story,
    canonicalUrl: null,
    feeds: [],
    charset: 'utf-8',
  };
  return { status: 'page', page };
}

function plainBlock({ kind, text, level }: PageBlock): PageBlock {
  return { kind, text, ...(level === undefined ? {} : { level }) };
}

function dateOf(blocks: readonly PageBlock[]): string | null {
  for (const { text } of blocks.slice(0, 8)) {
    const found = text.length <= 90 ? findDay(text) : null;
    if (found) return found.date;
  }
  return null;
}

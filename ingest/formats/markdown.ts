import { detectLanguage } from '../../corpus/language/language.ts';
import { withoutBoilerplate } from '../page/boilerplate-blocks.ts';
import { findDay } from '../page/date-words.ts';
import type { Page, PageBlock, ReadOutcome } from '../page/page.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { markdownBlocks } from './markdown-blocks.ts';

/**
 * Reads Markdown. A local file whose front matter has an `id` and a `url` is a brief: our own retelling of the page at
 * that address. What comes from the web may say what it likes about itself: its id and address are ignored.
 */
export function readMarkdown(source: string, url: string, charset: string): ReadOutcome {
  const { matter, body, problem } = splitFrontMatter(source);
  if (problem !== null) return { status: 'unreadable', code: 'damaged', reason: problem };
  const isLocal = url.startsWith('file:');
  const isBrief = isLocal && matter?.id !== undefined && matter.url !== undefined;
  const read = markdownBlocks(body);
  const { title, blocks } = withTitle(isBrief ? read : withoutBoilerplate(read), matter?.title ?? null);
  if (blocks.length === 0) return { status: 'unreadable', code: 'no-text', reason: 'the file has no text' };
  const text = blocks.map((block) => block.text).join('\n');
  const page: Page = {
    title,
    publisher: matter?.publisher ?? null,
    published: matter?.published ?? (matter ? null : dateOf(blocks)),
    language: matter?.language ?? detectLanguage(text),
    blocks,
    canonicalUrl: null,
    feeds: [],
    charset,
    ...(isLocal && matter ? localFacts(matter) : {}),
    ...(isBrief ? { isBrief: true } : {}),
  };
  return { status: 'page', page };
}

function localFacts(matter: FrontMatter): Pick<Page, 'key' | 'kind' | 'donors' | 'topics' | 'url'> {
  return {
    ...(matter.id === undefined ? {} : { key: matter.id }),
    ...(matter.url === undefined ? {} : { url: matter.url }),
    ...(matter.kind === undefined ? {} : { kind: matter.kind }),
    donors: matter.donors,
    topics: matter.topics,
  };
}

/** The title of the front matter, or else the first heading, which is then not part of the text. */
function withTitle(
  blocks: readonly PageBlock[],
  named: string | null,
): { readonly title: string; readonly blocks: readonly PageBlock[] } {
  const first = blocks[0];
  const isHeadline = first?.kind === 'heading' && (named === null || first.text === named);
  return { title: named ?? (isHeadline ? first.text : ''), blocks: isHeadline ? blocks.slice(1) : blocks };
}

/** Only a short line at the top is a date line; dates further down belong to the story. */
function dateOf(blocks: readonly PageBlock[]): string | null {
  for (const block of blocks.slice(0, 3)) {
    const found = block.text.length <= 60 ? findDay(block.text) : null;
    if (found) return found.date;
  }
  return null;
}

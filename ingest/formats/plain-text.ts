import { detectLanguage } from '../../corpus/language/language.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { withoutBoilerplate } from '../page/boilerplate-blocks.ts';
import { findDay } from '../page/date-words.ts';
import type { Page, PageBlock, ReadOutcome } from '../page/page.ts';

const bulletLine = /^\s{0,8}(?:[•●▪■◦‣·►✓*+]|[-–—](?=\s)|\d{1,2}[.)](?=\s\p{Ll}))\s{0,4}(\S.*)$/u;
/** Text wrapped by hand breaks between these lengths; shorter lines are lines, longer ones whole paragraphs. */
const wrapped = { least: 45, most: 120 };
const longestTitle = 160;

/** Reads plain text: paragraphs, bullets, a title on the first line; furniture copied along with a page is left out. */
export function readPlainText(source: string, charset: string): ReadOutcome {
  const blocks = withoutBoilerplate(blocksOf(source));
  const first = blocks[0];
  const isTitled = first !== undefined && blocks.length > 1 && isTitle(first);
  const story = isTitled ? blocks.slice(1) : blocks;
  if (story.length === 0) return { status: 'unreadable', code: 'no-text', reason: 'the file has no text' };
  const page: Page = {
    title: isTitled ? first.text : '',
    publisher: null,
    published: dateOf(source),
    language: detectLanguage(story.map(({ text }) => text).join('\n')),
    blocks: story,
    canonicalUrl: null,
    feeds: [],
    charset,
  };
  return { status: 'page', page };
}

function isTitle(block: PageBlock): boolean {
  return block.kind !== 'list-item' && block.text.length <= longestTitle && !/[.:;,]$/.test(block.text);
}

function blocksOf(source: string): PageBlock[] {
  const blocks: { kind: PageBlock['kind']; text: string; last: string }[] = [];
  let isFresh = true;
  // A single long line tells that lines were not wrapped by hand: then each is a paragraph of its own.
  const lines = source.split(/\r\n|[\n\r\f\u2028\u2029]/);
  const isByHand = !lines.some((line) => line.length > wrapped.most);
  for (const raw of lines) {
    const line = visibleLine(raw);
    const bullet = bulletLine.exec(raw);
    const previous = blocks.at(-1);
    if (line === '' || /^[-=_*~\s]{3,}$/.test(line)) isFresh = true;
    else if (bullet) {
      blocks.push({ kind: 'list-item', text: visibleLine(bullet[1]!), last: line });
      isFresh = false;
    } else if (!isFresh && isByHand && previous && isWrapped(previous.last, line)) {
      previous.text = joinLines(previous.text, line);
      previous.last = line;
    } else {
      blocks.push({ kind: 'paragraph', text: line, last: line });
      isFresh = false;
    }
  }
  return blocks.map(({ kind, text }) => ({ kind, text }));
}

function isWrapped(line: string, next: string): boolean {
  if (line.length < wrapped.least) return /^\p{Ll}/u.test(next) && !/[.!?:;…]$/.test(line);
  return !/[.!?:;…]["»”)]?$/.test(line) || /^\p{Ll}/u.test(next) || line.length > 60;
}

function joinLines(text: string, next: string): string {
  return /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`;
}

function dateOf(source: string): string | null {
  const lines = source
    .slice(0, 5_000)
    .split(/\r?\n/)
    .map(visibleLine)
    .filter((line) => line !== '');
  for (const line of lines.slice(0, 6)) {
    const found = line.length <= 70 ? findDay(line) : null;
    if (found) return found.date;
  }
  return null;
}

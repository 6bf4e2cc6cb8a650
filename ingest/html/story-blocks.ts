import { type DomElement, lineage } from '../markup/dom.ts';
import { linkShare } from '../page/boilerplate-blocks.ts';
import { type BoilerplateKind, boilerplateKind } from '../page/boilerplate-phrases.ts';
import { type Choice, commonAncestor, densestElement, withoutSpace } from './article.ts';
import { collectBlocks, type HtmlBlock } from './html-blocks.ts';

/** Shorter texts ("Comments") stand on a page in several places, so words alone do not tell which is meant. */
const shortestKnownByWords = 40;

/**
 * Readability's choice, and what it drops without reason: the lead between headline and story, lists, tables and
 * short paragraphs between chosen ones, a list, table or closing sentence right behind the last one.
 */
export function storyBlocks(blocks: readonly HtmlBlock[], choice: Choice, body: DomElement): HtmlBlock[] {
  const words = wordsOf(choice);
  const isChosen = blocks.map((block) => isInChoice(block, choice, words));
  const chosen = blocks.filter((_, index) => isChosen[index]);
  if (chosen.length === 0) return collectBlocks(densestElement(body));
  const first = isChosen.indexOf(true);
  const last = isChosen.lastIndexOf(true);
  const homes = homesOf(chosen, body);
  const end = endOfStory(blocks, last, homes);
  const lead = leadIndexes(blocks, first);
  return blocks.filter((block, index) => {
    if (isChosen[index] || lead.has(index)) return true;
    // Labels tell the next step where comments and other stories begin; it drops them itself.
    if (index > first && !block.group && boilerplateKind(block.text) !== null) return true;
    if (index < first || index > end || linkShare(block) >= 0.5) return false;
    return index > last || belongs(block, homes);
  });
}

/** Boxes the chosen blocks stand in, the boxes around those, and the smallest one around all. */
interface Homes {
  readonly near: ReadonlySet<DomElement | null>;
  readonly outer: ReadonlySet<DomElement | null>;
  readonly root: DomElement;
}

function homesOf(chosen: readonly HtmlBlock[], body: DomElement): Homes {
  const near = new Set(chosen.map(homeOf));
  const around = [...near].flatMap((home) => [
    home?.parentNode ?? null,
    home?.parentNode?.parentNode ?? null,
  ]);
  const outer = new Set(around.filter((box) => box !== null && !/^(?:body|html)$/.test(box.localName)));
  const root = commonAncestor(
    chosen.map(({ element }) => element),
    body,
  );
  return { near, outer, root };
}

function homeOf(block: HtmlBlock): DomElement | null {
  return (block.group ?? block.element).parentNode;
}

/** Whether a block that was not chosen stands beside chosen ones. */
function belongs(block: HtmlBlock, { near, outer, root }: Homes): boolean {
  const home = homeOf(block);
  if (near.has(home)) return true;
  // Asides that are still here belong to the story ("Background"), though Readability drops every one.
  const aside = [...lineage(block.element)].find(({ localName }) => localName === 'aside');
  if (aside && near.has(aside.parentNode)) return true;
  const box = home?.parentNode ?? null;
  // Editors of some systems put every paragraph, list and table into a box of its own.
  const isCousin = [box, box?.parentNode ?? null].some((around) => near.has(around) || outer.has(around));
  return isCousin && (block.group ? [...lineage(block.element)].includes(root) : isSentence(block));
}

function isSentence(block: HtmlBlock): boolean {
  const isWhole = block.text.length >= 25 && /[.!?:]["»”)]?$/.test(block.text);
  return block.kind === 'paragraph' && isWhole && linkShare(block) < 0.2;
}

const passedOver: ReadonlySet<BoilerplateKind | null> = new Set([
  'credit',
  'advertisement',
  'metadata',
  'share',
]);

/** Index of the last block that still belongs to the story; captions and advertisements do not end it. */
function endOfStory(blocks: readonly HtmlBlock[], last: number, homes: Homes): number {
  let end = last;
  for (let index = last + 1; index < blocks.length; index += 1) {
    if (isContinuation(blocks, index, homes)) end = index;
    else if (!passedOver.has(boilerplateKind(blocks[index]!.text))) break;
  }
  return end;
}

/** A list or table right behind the last chosen block, or a whole sentence beside the chosen ones. */
function isContinuation(blocks: readonly HtmlBlock[], index: number, homes: Homes): boolean {
  const block = blocks[index]!;
  if (linkShare(block) >= 0.5) return false;
  if (block.kind === 'list-item' || block.kind === 'table-row') {
    const before = blocks[index - 1];
    return before?.group === block.group || /:$/.test(before?.text ?? '') || block.kind === 'table-row';
  }
  return isSentence(block) && belongs(block, homes);
}

function isInChoice(block: HtmlBlock, choice: Choice, hasWords: (text: string) => boolean): boolean {
  const isKept = choice.elements.has(block.element);
  // Rows and definitions are put together from cells, so their words never stand in a row.
  if (block.kind === 'table-row') {
    return [...block.element.querySelectorAll('td')].some((cell) => choice.elements.has(cell));
  }
  if (block.element.localName === 'dd') return isKept;
  return (isKept || block.text.length >= shortestKnownByWords) && hasWords(withoutSpace(block.text));
}

/** Searches the choice from where the last text was found: blocks come in the same order, so most finds are near. */
function wordsOf(choice: Choice): (text: string) => boolean {
  let reached = 0;
  let budget = 60_000_000;
  return (text) => {
    let at = choice.text.indexOf(text, reached);
    budget -= at === -1 ? choice.text.length - reached : 0;
    if (at === -1 && budget > 0) {
      at = choice.text.indexOf(text);
      budget -= choice.text.length;
    }
    if (at >= reached) reached = at;
    return at !== -1;
  };
}

/** Whole sentences between the headline and the first chosen paragraph. */
function leadIndexes(blocks: readonly HtmlBlock[], first: number): ReadonlySet<number> {
  const lead = new Set<number>();
  for (let index = first - 1; index >= Math.max(0, first - 4); index -= 1) {
    const block = blocks[index]!;
    if (block.kind === 'heading') return block.level === 1 ? lead : new Set();
    if (block.text.length >= 80 && /[.!?…]["»”]?$/.test(block.text) && linkShare(block) < 0.3)
      lead.add(index);
  }
  return new Set();
}

import { type Choice, chooseStory, commonAncestor, densestElement, withoutSpace } from './article.ts';
import { withoutBoilerplate } from './boilerplate-blocks.ts';
import { removeFurniture } from './boilerplate-elements.ts';
import { boilerplateKind } from './boilerplate-phrases.ts';
import { type DomDocument, type DomElement, lineage } from './dom.ts';
import { collectBlocks, type HtmlBlock } from './html-blocks.ts';
import { visibleLine } from './visible-text.ts';

/** A list of links without an introducing sentence is a menu or a list of other stories. */
const menuShare = 0.6;
/** Shorter texts ("Comments") stand on a page in several places, so words alone do not tell which is meant. */
const shortestKnownByWords = 40;

/**
 * The story's blocks, without furniture. Changes the document (furniture is removed from it), so whatever else is
 * wanted from the page has to be read before.
 */
export function articleBlocks(document: DomDocument, title: string): HtmlBlock[] {
  removeFurniture(document);
  const choice = chooseStory(document);
  const blocks = choice
    ? chosenBlocks(collectBlocks(document.body), choice, document.body)
    : collectBlocks(densestElement(document.body));
  return withoutTitle(withoutBoilerplate(withoutMenus(blocks)), title);
}

/** Every block of the page with the least filtering, for pages on which the careful way finds nothing. */
export function everyBlock(document: DomDocument, title: string): HtmlBlock[] {
  const blocks = collectBlocks(document.body).filter((block) => linkShare(block) < 0.5);
  return withoutTitle(withoutBoilerplate(withoutMenus(blocks)), title);
}

/**
 * Readability's choice, and what it drops without reason: the lead between headline and story, lists, tables and
 * short paragraphs between chosen ones, a list or table right behind the last one.
 */
function chosenBlocks(blocks: readonly HtmlBlock[], choice: Choice, body: DomElement): HtmlBlock[] {
  const words = wordsOf(choice);
  const isChosen = blocks.map((block) => isInChoice(block, choice, words));
  const first = isChosen.indexOf(true);
  const last = isChosen.lastIndexOf(true);
  if (first === -1) return collectBlocks(densestElement(body));
  const root = commonAncestor(
    blocks.filter((_, index) => isChosen[index]).map(({ element }) => element),
    body,
  );
  const homes = new Set(blocks.filter((_, index) => isChosen[index]).map(homeOf));
  let end = last;
  while (end + 1 < blocks.length && isContinuation(blocks, end + 1, homes)) end += 1;
  const lead = leadIndexes(blocks, first);
  return blocks.filter((block, index) => {
    if (isChosen[index] || lead.has(index)) return true;
    // Labels tell the next step where comments and other stories begin; it drops them itself.
    if (index > first && !block.group && boilerplateKind(block.text) !== null) return true;
    if (index < first || index > end || linkShare(block) >= 0.5) return false;
    return index > last || belongs(block, homes, root);
  });
}

function homeOf(block: HtmlBlock): DomElement | null {
  return (block.group ?? block.element).parentNode;
}

/** Whether a block that was not chosen stands beside chosen ones; lists and tables may have a box of their own. */
function belongs(block: HtmlBlock, homes: ReadonlySet<DomElement | null>, root: DomElement): boolean {
  const home = homeOf(block);
  if (homes.has(home)) return true;
  // Asides that are still here belong to the story ("Background"), though Readability drops every one.
  const aside = [...lineage(block.element)].find(({ localName }) => localName === 'aside');
  if (aside && homes.has(aside.parentNode)) return true;
  if (!block.group) return false;
  const outer = home?.parentNode ?? null;
  return (
    (homes.has(outer) || homes.has(outer?.parentNode ?? null)) && [...lineage(block.element)].includes(root)
  );
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

/** A list or table right behind the last chosen block, or a whole sentence beside the chosen ones. */
function isContinuation(
  blocks: readonly HtmlBlock[],
  index: number,
  homes: ReadonlySet<DomElement | null>,
): boolean {
  const block = blocks[index]!;
  if (linkShare(block) >= 0.5) return false;
  if (block.kind === 'list-item' || block.kind === 'table-row') {
    const before = blocks[index - 1];
    return before?.group === block.group || /:$/.test(before?.text ?? '') || block.kind === 'table-row';
  }
  const isSentence = block.text.length >= 25 && /[.!?:]["»”)]?$/.test(block.text) && linkShare(block) < 0.2;
  return block.kind === 'paragraph' && isSentence && homes.has(homeOf(block));
}

function linkShare(block: HtmlBlock): number {
  return block.linkLength / Math.max(1, block.text.length);
}

function withoutMenus(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  const lists = new Map<DomElement, { readonly items: HtmlBlock[]; readonly isIntroduced: boolean }>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'list-item' || block.group === null) continue;
    const list = lists.get(block.group);
    if (list) list.items.push(block);
    else lists.set(block.group, { items: [block], isIntroduced: /:$/.test(blocks[index - 1]?.text ?? '') });
  }
  const isMenu = ({
    items,
    isIntroduced,
  }: {
    readonly items: readonly HtmlBlock[];
    readonly isIntroduced: boolean;
  }) => {
    const linked = items.reduce((sum, item) => sum + item.linkLength, 0);
    const length = items.reduce((sum, item) => sum + item.text.length, 0);
    const isFurniture = items.every(({ text }) => boilerplateKind(text) !== null);
    return !isIntroduced && (linked > menuShare * length || isFurniture);
  };
  const menus = new Set([...lists].filter(([, list]) => isMenu(list)).map(([group]) => group));
  return blocks.filter(({ group }) => group === null || !menus.has(group));
}

function withoutTitle(blocks: readonly HtmlBlock[], title: string): HtmlBlock[] {
  const wanted = comparable(title);
  return blocks.filter(({ text, kind, element }, index) => {
    if (index > 3 && kind !== 'heading') return true;
    const isHeadline =
      kind === 'heading' && [...lineage(element)].some(({ localName }) => localName === 'h1');
    return !(comparable(text) === wanted || (isHeadline && wanted.startsWith(comparable(text))));
  });
}

function comparable(text: string): string {
  return visibleLine(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

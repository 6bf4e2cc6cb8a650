import { type DomDocument, type DomElement, lineage } from '../markup/dom.ts';
import { visibleLine } from '../markup/visible-text.ts';
import { linkShare, withoutBoilerplate } from '../page/boilerplate-blocks.ts';
import { boilerplateKind } from '../page/boilerplate-phrases.ts';
import { chooseStory, densestElement } from './article.ts';
import { removeFurniture } from './boilerplate-elements.ts';
import { collectBlocks, type HtmlBlock } from './html-blocks.ts';
import { storyBlocks } from './story-blocks.ts';

/** A list of links without an introducing sentence is a menu or a list of other stories. */
const menuShare = 0.6;

/**
 * The story's blocks, without furniture. Changes the document (furniture is removed from it), so whatever else is
 * wanted from the page has to be read before.
 */
export function articleBlocks(document: DomDocument, title: string): HtmlBlock[] {
  removeFurniture(document, title);
  const choice = chooseStory(document);
  const blocks = choice
    ? storyBlocks(
        collectBlocks(document.body).filter(({ isRow }) => !isRow),
        choice,
        document.body,
      )
    : collectBlocks(densestElement(document.body)).filter(({ isRow }) => !isRow);
  return withoutTitle(withoutBoilerplate(withoutMenus(blocks)), title);
}

/**
 * Every block of the page that is not plainly furniture, for short pages on which Readability finds nothing. With
 * `boxes: 'kept'` not even boxes are left out: the last resort for pages whose story stands in one called "sidebar".
 */
export function everyBlock(
  document: DomDocument,
  title: string,
  options: { readonly boxes: 'removed' | 'kept' },
): HtmlBlock[] {
  if (options.boxes === 'removed') removeFurniture(document, title);
  const blocks = collectBlocks(document.body).filter((block) => linkShare(block) < 0.5 && !block.isRow);
  return withoutTitle(withoutBoilerplate(withoutMenus(blocks)), title);
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

import {
  type BoilerplateKind,
  boilerplateKind,
  endsLikeTeaser,
  endsWithReadMore,
} from './boilerplate-phrases.ts';
import type { PageBlock } from './page.ts';

/** What the rules look at; `linkLength` is known for HTML only. */
export interface JudgedBlock extends PageBlock {
  readonly linkLength?: number;
}

/** Lists and tables are rich in short names ("Відео: 3 камери"): only unmistakable furniture is believed there. */
const believedInLists: ReadonlySet<BoilerplateKind> = new Set([
  'cookie',
  'read-more',
  'related',
  'comments',
  'subscribe',
  'share',
  'copyright',
]);
const longestTeaser = 700;
/** Two cut texts in a row are a list of teasers; one may be an author's pause. */
const teaserRun = 2;
const enoughText = 300;
/** Nothing stands above comments but the story, however short it is. */
const enoughForComments = 80;

/** Share of a block's text inside links; 0 where links are not known. */
export function linkShare(block: JudgedBlock): number {
  return (block.linkLength ?? 0) / Math.max(1, block.text.length);
}

function kindOf(block: JudgedBlock): BoilerplateKind | null {
  const kind = boilerplateKind(block.text);
  if (kind === null || block.kind === 'paragraph' || block.kind === 'heading') return kind;
  return believedInLists.has(kind) ? kind : null;
}

/** Whether a block, standing under "Читайте також", is one of the stories announced there. */
function isAnnounced(block: JudgedBlock): boolean {
  const kind = kindOf(block);
  // These end the page and have to be seen by the caller.
  if (block.kind === 'table-row' || kind === 'comments' || kind === 'copyright') return false;
  if (linkShare(block) > 0.5 || endsLikeTeaser(block.text) || kind !== null) return true;
  if (block.kind === 'heading') return linkShare(block) > 0;
  return block.text.length < 140 && !/[.!?:;]["»”)]?$/.test(block.text);
}

/**
 * Blocks of the story itself. Lines of furniture go; so does what stands under their headings, cut teasers with
 * "Читати більше", and a tail of teasers. Never touches the wording of what stays.
 */
export function withoutBoilerplate<Block extends JudgedBlock>(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let keptLength = 0;
  let rest = blocks.reduce((sum, { text }) => sum + text.length, 0);
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index]!;
    const kind = kindOf(block);
    rest -= block.text.length;
    if (kind === null && !isTeaser(block) && !isAnnouncement(block) && !isCounter(block)) {
      kept.push(block);
      keptLength += block.text.length;
      continue;
    }
    if (kind === 'read-more' || (kind === null && isTeaser(block))) dropHeadline(kept, block);
    if (endsPage(kind, block, keptLength, rest)) break;
    if (kind === 'related') index = endOfSection(blocks, index);
  }
  return withoutTail(withoutNames(withoutRepeats(kept)));
}

/** Comments, the imprint and a request for support come last; what follows belongs to them. */
function endsPage(kind: BoilerplateKind | null, block: JudgedBlock, before: number, after: number): boolean {
  if (kind === 'comments') return before > enoughForComments;
  const isImprint = kind === 'copyright' && /©|\(c\)|права|rights/i.test(block.text);
  const isAppeal = block.kind === 'heading' && (kind === 'donate' || kind === 'subscribe');
  return (isImprint || isAppeal) && before > enoughText && after < before / 2 && after < 800;
}

/** "💬 12  👁 2 310": signs and numbers, but no word. */
function isCounter(block: JudgedBlock): boolean {
  return block.kind === 'paragraph' && !/\p{L}{2}/u.test(block.text);
}

const fileName = /\.(?:pdf|docx?|xlsx?|zip)(?!\p{L})|\((?:pdf|docx?|xlsx?)|\d\s?(?:кб|мб|kb|mb)/iu;
const sourceLabel =
  /^(?:джерело|источник|source|документ|додат|файл|звіт|завантажити|повний текст|document|report|annex|download|full text)/iu;

/** A paragraph that is nothing but a link, or a short label and a link, announces another page. */
function isAnnouncement(block: JudgedBlock): boolean {
  if (block.kind !== 'paragraph' || block.text.length > 200 || fileName.test(block.text)) return false;
  const share = linkShare(block);
  if (share > 0.8) return block.text.length > 12 && !/[.:;]["»”)]?$/.test(block.text);
  const label = /^([^:]{2,30}):\s/.exec(block.text)?.[1];
  return label !== undefined && share > 0.6 && share * block.text.length > 18 && !sourceLabel.test(label);
}

function isTeaser(block: JudgedBlock): boolean {
  return block.kind !== 'table-row' && block.text.length < longestTeaser && endsWithReadMore(block.text);
}

/** A teaser's headline, or the cut text before a lone "Read more", stands right before it. */
function dropHeadline<Block extends JudgedBlock>(kept: Block[], teaser: JudgedBlock): void {
  const isBare = boilerplateKind(teaser.text) === 'read-more';
  let previous = kept.at(-1);
  if (isBare && previous && (endsLikeTeaser(previous.text) || linkShare(previous) > 0.6)) {
    kept.pop();
    previous = kept.at(-1);
  } else if (isBare) return;
  if (previous && (linkShare(previous) > 0.8 || previous.kind === 'heading')) kept.pop();
}

function endOfSection(blocks: readonly JudgedBlock[], start: number): number {
  const label = blocks[start]!;
  const isBare = label.kind === 'heading' || /:$/.test(label.text) || label.text.length < 40;
  let end = start;
  for (let index = start + 1; index < blocks.length; index += 1) {
    const block = blocks[index]!;
    if (!(isBare ? isAnnounced(block) : linkShare(block) > 0.8 && block.kind !== 'heading')) break;
    end = index;
  }
  return end;
}

/** A page that prints a text twice (for phones, for printing) says it once. */
function withoutRepeats<Block extends JudgedBlock>(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ kind, text }) => {
    if (kind === 'table-row' || text.length < 60) return true;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

const personName =
  /^\p{Lu}[\p{Ll}’'ʼ-]{1,20}(?: \p{Lu}\.?){0,2} \p{Lu}[\p{Ll}’'ʼ-]{1,25}(?:-\p{Lu}\p{Ll}{1,20})?$/u;

/** A name alone on a line, before the first sentence or behind the last one, signs the story. */
function withoutNames<Block extends JudgedBlock>(blocks: readonly Block[]): Block[] {
  const isSentence = (block: JudgedBlock) =>
    /[.!?:;…]["»”)]?$/.test(block.text) || block.kind !== 'paragraph';
  const first = blocks.findIndex(isSentence);
  const last = blocks.findLastIndex(isSentence);
  return blocks.filter(({ text, kind }, index) => {
    const isEdge = index < first || index > last;
    return !(isEdge && kind === 'paragraph' && personName.test(text));
  });
}

/** Cuts headings without text and runs of teasers off the end. */
function withoutTail<Block extends JudgedBlock>(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  let teasers = 0;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index]!;
    const isCut =
      block.kind !== 'table-row' && block.text.length < longestTeaser && endsLikeTeaser(block.text);
    if (isCut) teasers += 1;
    else if (block.kind !== 'heading' && !(block.kind === 'paragraph' && linkShare(block) > 0.8)) break;
    if (!isCut || teasers >= teaserRun || linkShare(block) > 0.3) end = index;
  }
  const tail = blocks.slice(0, end);
  while (tail.at(-1)?.kind === 'heading') tail.pop();
  return tail;
}

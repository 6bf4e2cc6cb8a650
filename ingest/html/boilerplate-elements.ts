import { type DomDocument, type DomElement, lineage } from '../markup/dom.ts';
import { judgeNames } from './furniture-names.ts';
import { removeLabelledBoxes } from './labelled-boxes.ts';
import { PageMeasure } from './page-measure.ts';

const furnitureRoles = new Set(
  'navigation banner contentinfo search menu menubar toolbar tablist alert status complementary'.split(' '),
);
const alwaysFurniture = new Set(['nav', 'button', 'dialog', 'input', 'menu', 'optgroup', 'option']);
const captionClass =
  /(?:^|[\s_-])(?:caption|credit|photo-?credit|copyright|byline|subscribe|newsletter|related|share|tags|advert|wp-caption-text)(?:$|[\s_-])/i;
const fixedPosition = /position\s{0,3}:\s{0,3}(?:fixed|sticky)/i;
/** Texts of an aside that belong to the story: "Довідка", "For reference". */
const storyBox =
  /^(?:довідк|довідково|для довідки|для розуміння|контекст|що відомо|цифри|факти|справка|for reference|background|reference|fact ?box|key (?:facts|figures)|context|note|at a glance)/i;

const linkHeavy = 0.5;
const shortText = 200;
const longestForm = 900;
const longestCaption = 400;

/**
 * Takes navigation, banners, comments, share bars, cards of other stories and the like out of the page.
 * `title` tells the headline from those of other stories.
 */
export function removeFurniture(document: DomDocument, title: string): void {
  const measure = new PageMeasure(document.body, title);
  removeForms(document, measure);
  for (const element of [...document.body.querySelectorAll('*')]) {
    if (element.parentNode && isFurniture(element, measure)) element.remove();
  }
  removeCardLists(document, measure);
  removeLabelledBoxes(document.body, new PageMeasure(document.body, title));
}

/** A form goes with the box that explains it: "Subscribe", "Poll", "Your opinion". */
function removeForms(document: DomDocument, measure: PageMeasure): void {
  for (const form of [...document.body.querySelectorAll('form, input[type=radio], input[type=email]')]) {
    if (!form.parentNode) continue;
    let box: DomElement | null = null;
    for (const ancestor of lineage(form)) {
      const isFrame = /^(?:body|main|article|td|table)$/.test(ancestor.localName);
      if (isFrame || measure.isMostOfPage(ancestor) || measure.length(ancestor) > longestForm) break;
      if (measure.length(ancestor) - measure.length(form) > shortText) break;
      box = ancestor;
    }
    box?.remove();
  }
}

const fewestCards = 3;
const longestCard = 900;
const linkedHeadline = 'h2 a, h3 a, h4 a, h5 a, h6 a, a h2, a h3, a h4, a h5, a h6';

/** Three neighbours of one kind, each a short box under a linked headline, are announcements of other pages. */
function removeCardLists(document: DomDocument, measure: PageMeasure): void {
  const carriers = new Set<DomElement>();
  for (const headline of document.body.querySelectorAll(linkedHeadline)) {
    for (const ancestor of lineage(headline)) {
      if (carriers.has(ancestor)) break;
      carriers.add(ancestor);
    }
  }
  for (const list of [...document.body.querySelectorAll('ul, ol, div, section')]) {
    if (!list.parentNode || !carriers.has(list) || measure.isMostOfPage(list)) continue;
    const children = [...list.children].filter((child) => measure.length(child) > 0);
    const cards = children.filter((child) => measure.length(child) < longestCard && carriers.has(child));
    if (cards.length >= fewestCards && cards.length >= 0.8 * children.length) list.remove();
  }
}

function isFurniture(element: DomElement, measure: PageMeasure): boolean {
  const name = element.localName;
  if (alwaysFurniture.has(name)) return true;
  if (name === 'figcaption') return element.parentNode?.querySelector('table') === null;
  // A consent dialog may hold more words than the story it stands in front of.
  if (/^(?:alert)?dialog$/.test(element.getAttribute('role') ?? '')) return !measure.hasHeadline(element);
  if (name === 'td') return isSideColumn(element, measure);
  const kind = furnitureKind(element, name);
  if (kind === 'no') return false;
  if (kind === 'picture') return isPicture(element, measure);
  // Comments may be longer than the story they stand under; only the headline tells that they are not.
  if (kind === 'comments') return !measure.hasHeadline(element) && measure.share(element) < 0.85;
  if (measure.isMostOfPage(element)) return false;
  if (kind === 'furniture') return true;
  return (
    measure.linkShare(element) > linkHeavy || (measure.length(element) < shortText && !hasSentence(element))
  );
}

const widestSide = 220;

/** A narrow column of a layout table with boxes in it, beside the wide one with the story. */
function isSideColumn(cell: DomElement, measure: PageMeasure): boolean {
  const width = widthOf(cell);
  if (
    width === null ||
    width > widestSide ||
    cell.querySelector('table') === null ||
    measure.hasHeadline(cell)
  )
    return false;
  return [...(cell.parentNode?.children ?? [])].some(
    (other) =>
      other !== cell && (widthOf(other) ?? 0) >= 2 * width && measure.length(other) > measure.length(cell),
  );
}

function widthOf(cell: DomElement): number | null {
  const width = Number(cell.getAttribute('width') ?? Number.NaN);
  return Number.isFinite(width) ? width : null;
}

type FurnitureKind = 'no' | 'furniture' | 'comments' | 'doubtful' | 'picture';

function furnitureKind(element: DomElement, name: string): FurnitureKind {
  if (name === 'aside')
    return storyBox.test((element.textContent ?? '').trim().slice(0, 80)) ? 'no' : 'furniture';
  if (name === 'footer' || name === 'header') return isInsideStory(element) ? 'no' : 'furniture';
  if (name === 'figure') return 'picture';
  if (fixedPosition.test(element.getAttribute('style') ?? '')) return 'furniture';
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return 'furniture';
  if (/^(?:html|body|main|article|table|tbody|tr|td|th|h1|h2|a|li|strong|b|em|i)$/.test(name)) return 'no';
  if (name === 'p') return captionClass.test(element.getAttribute('class') ?? '') ? 'furniture' : 'no';
  const isInLine =
    name === 'span' && /^(?:p|li|h\d|span|td|b|strong|a)$/.test(element.parentNode?.localName ?? '');
  return isInLine ? 'no' : (judgeNames(element) ?? 'no');
}

function isInsideStory(element: DomElement): boolean {
  for (const ancestor of lineage(element)) if (/^(?:article|main)$/.test(ancestor.localName)) return true;
  return false;
}

/** A picture with its caption, as opposed to a table or a quotation set as a figure. */
function isPicture(element: DomElement, measure: PageMeasure): boolean {
  return (
    measure.length(element) < longestCaption &&
    element.querySelector('table, blockquote, pre, ul, ol') === null &&
    !measure.hasHeadline(element)
  );
}

function hasSentence(element: DomElement): boolean {
  const text = (element.textContent ?? '').trim();
  return text.length > 60 && /\p{L}{2}[.!?;:]["»”)]?$/u.test(text.slice(-10));
}

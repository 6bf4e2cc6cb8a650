import { boilerplateKind, endsLikeTeaser } from './boilerplate-phrases.ts';
import { type DomDocument, type DomElement, lineage } from './dom.ts';
import { visibleLine } from './visible-text.ts';

/** Names in class and id that announce page furniture; believed unless most of the page stands inside. */
const furnitureNames = names(
  'cookie cookies consent gdpr ccpa breadcrumb breadcrumbs crumbs pagination pager paginator comments comment ' +
    'commentlist commentform disqus respond share shares sharing sharebar sharer social socials sociallinks addthis ' +
    'addtoany a2a newsletter subscribe subscription subscriptions advert advertisement advertising ads adv adsense ' +
    'adsbygoogle adfox sponsored related relatedposts recommend recommended recommendation recommendations ' +
    'readalso readmore outbrain taboola mgid promoted trending sidebar nav navbar navigation menu submenu megamenu ' +
    'footer topbar login signin signup modal popup overlay tagcloud taglist authorbox breadcrumbs skip ticker ' +
    'newsticker weather currency exchange horoscope poll voting donate donation mistape errorreport feedback ' +
    'authorbox authorbio authorinfo authorcard authorblock authorprofile authordescription aboutauthor aboutauthors postauthor ' +
    'bio byline printonly toolbar caption figcaption credits photocredit copyright toc langswitch language lang',
);
/** Names that are furniture only when what they hold is mostly links or very short. */
const doubtfulNames = names(
  'widget widgets banner banners promo promotion teaser teasers popular also more latest lastnews other others ' +
    'author authors tag tags meta info header gallery slider carousel swiper support rating views counter ' +
    'print tools actions social-links links extra bottom aside rail side announce anons similar see next prev ' +
    'previous interesting hot top subscribe-box follow partner partners sponsor ad date time category categories ' +
    'rubric rubrics label labels source credit copyright photo',
);
const furnitureRoles = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist alert status complementary'.split(
    ' ',
  ),
);
const alwaysFurniture = new Set(['nav', 'button', 'dialog', 'input', 'menu', 'optgroup', 'option']);

const captionClass =
  /(?:^|[\s_-])(?:caption|credit|photo-?credit|copyright|byline|subscribe|newsletter|related|share|tags|advert|wp-caption-text)(?:$|[\s_-])/i;

/** Texts of an aside that belong to the story: "Довідка", "For reference". */
const storyBox =
  /^(?:довідк|довідково|для довідки|для розуміння|контекст|що відомо|цифри|факти|справка|for reference|background|reference|fact ?box|key (?:facts|figures)|context|note|at a glance)/i;

const mostOfPage = 0.4;
const linkHeavy = 0.5;
const shortText = 200;
const longestCard = 700;
const longestForm = 900;

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Lengths that the rules compare; text is measured once per element and pass. */
class Measure {
  private readonly lengths = new Map<DomElement, number>();
  readonly whole: number;
  constructor(body: DomElement) {
    this.whole = Math.max(1, this.length(body));
  }
  length(element: DomElement): number {
    let length = this.lengths.get(element);
    if (length === undefined) {
      length = (element.textContent ?? '').replace(/\s+/g, ' ').length;
      this.lengths.set(element, length);
    }
    return length;
  }
  linkShare(element: DomElement): number {
    let linked = element.localName === 'a' ? this.length(element) : 0;
    if (linked === 0) for (const link of element.querySelectorAll('a[href]')) linked += this.length(link);
    return linked / Math.max(1, this.length(element));
  }
  isMostOfPage(element: DomElement): boolean {
    return this.length(element) > mostOfPage * this.whole || element.querySelector('h1') !== null;
  }
}

/** Takes navigation, banners, comments, share bars, cards of other stories and the like out of the page. */
export function removeFurniture(document: DomDocument): void {
  const measure = new Measure(document.body);
  for (const element of [...document.body.querySelectorAll('*')]) {
    if (element.parentNode && isFurniture(element, measure)) element.remove();
  }
  removeForms(document, measure);
  removeCardLists(document, measure);
  const rest = new Measure(document.body);
  for (const element of [
    ...document.body.querySelectorAll('h2,h3,h4,h5,h6,p,div,span,strong,b,a,dt,summary,legend,li'),
  ]) {
    if (element.parentNode) removeLabelled(element, rest, document.body);
  }
}

/** A form goes with the box that explains it: "Subscribe", "Poll", "Your opinion". */
function removeForms(document: DomDocument, measure: Measure): void {
  for (const form of [
    ...document.body.querySelectorAll('form, input[type=radio], input[type=email], textarea'),
  ]) {
    if (!form.parentNode) continue;
    let box: DomElement | null = null;
    for (const ancestor of lineage(form)) {
      const isFrame = /^(?:body|main|article|td|table)$/.test(ancestor.localName);
      if (isFrame || measure.isMostOfPage(ancestor) || measure.length(ancestor) > longestForm) break;
      if (measure.length(ancestor) - measure.length(form) > shortText && ancestor !== form) break;
      box = ancestor;
    }
    box?.remove();
  }
}

/** A picture with its caption, as opposed to a table or a quotation set as a figure. */
function isPicture(element: DomElement, measure: Measure): boolean {
  return measure.length(element) < 400 && element.querySelector('table, blockquote, pre, ul, ol') === null;
}

const fewestCards = 3;
const linkedHeadline = 'h2 a, h3 a, h4 a, h5 a, h6 a, a h2, a h3, a h4, a h5, a h6';

/** Three neighbours of one kind, each a short box under a linked headline, are announcements of other pages. */
function removeCardLists(document: DomDocument, measure: Measure): void {
  for (const list of [...document.body.querySelectorAll('ul, ol, div, section')]) {
    if (!list.parentNode || measure.isMostOfPage(list)) continue;
    const children = [...list.children].filter((child) => (child.textContent ?? '').trim() !== '');
    const cards = children.filter(
      (child) => (child.textContent ?? '').length < 900 && child.querySelector(linkedHeadline) !== null,
    );
    if (cards.length >= fewestCards && cards.length >= 0.8 * children.length) list.remove();
  }
}

function isFurniture(element: DomElement, measure: Measure): boolean {
  const name = element.localName;
  if (alwaysFurniture.has(name)) return true;
  if (name === 'figcaption') return element.parentNode?.querySelector('table') === null;
  if (name === 'aside')
    return !storyBox.test((element.textContent ?? '').trim()) && !measure.isMostOfPage(element);
  if (name === 'footer' || name === 'header')
    return !isInsideStory(element) && !measure.isMostOfPage(element);
  if (name === 'figure') return isPicture(element, measure);
  if (/position\s{0,3}:\s{0,3}(?:fixed|sticky)/i.test(element.getAttribute('style') ?? ''))
    return !measure.isMostOfPage(element);
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return !measure.isMostOfPage(element);
  if (/^(?:html|body|main|article|table|tbody|tr|td|th|h1|h2|a|li|strong|b|em|i)$/.test(name)) return false;
  if (name === 'p')
    return captionClass.test(element.getAttribute('class') ?? '') && !measure.isMostOfPage(element);
  if (name === 'span' && /^(?:p|li|h\d|span|td|b|strong|a)$/.test(element.parentNode?.localName ?? ''))
    return false;
  return hasFurnitureName(element, measure);
}

function isInsideStory(element: DomElement): boolean {
  for (const ancestor of lineage(element)) if (/^(?:article|main)$/.test(ancestor.localName)) return true;
  return false;
}

function hasFurnitureName(element: DomElement, measure: Measure): boolean {
  const tokens = nameTokens(element);
  if (tokens.length === 0) return false;
  if (tokens.some((token) => furnitureNames.has(token))) {
    const isComments = /(?:^|[\s_-])comments?(?:$|[\s_-](?:list|area|section|wrap|block)|$)/i.test(
      `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`,
    );
    if (isComments) return element.querySelector('h1, article, [itemprop=articleBody]') === null;
    return !measure.isMostOfPage(element);
  }
  if (!tokens.some((token) => doubtfulNames.has(token)) || measure.isMostOfPage(element)) return false;
  return (
    measure.linkShare(element) > linkHeavy || (measure.length(element) < shortText && !hasSentence(element))
  );
}

function nameTokens(element: DomElement): string[] {
  const source = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  const tokens: string[] = [];
  for (const name of source.split(/\s+/)) {
    // Utility classes say how something looks: "lg:block", "mt-4", "has-sidebar", "no-comments", "post-with-share".
    if (name === '' || /[:[\]/]|^(?:has|no|with|without|is|js|wp|col|row|tag|category)-/i.test(name))
      continue;
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    tokens.push(...parts, parts.join(''));
  }
  return tokens.filter((token) => token.length > 1);
}

function hasSentence(element: DomElement): boolean {
  return (
    /\p{L}{2,}[.!?;:]["»”)]?\s{0,3}$/u.test((element.textContent ?? '').trim()) &&
    (element.textContent ?? '').trim().length > 60
  );
}

/** Kinds that head a box of their own. */
const boxKinds: ReadonlySet<string> = new Set([
  'related',
  'comments',
  'subscribe',
  'donate',
  'author',
  'share',
]);
const inlineTag = /^(?:span|strong|b|a|em|i|u|font|small)$/;
const holdsBlocks = 'p, div, ul, ol, table, h2, h3, h4, section';

/** A box that begins with "Читайте також", "Comments (3)" or the like goes as a whole; so does a card with "Read more". */
function removeLabelled(element: DomElement, measure: Measure, body: DomElement): void {
  if (measure.length(element) > 200 || element.querySelector(holdsBlocks) !== null) return;
  const label = visibleLine(element.textContent ?? '');
  const kind = boilerplateKind(label);
  if (kind === 'read-more') removeCard(element, measure, body);
  const isHeading = kind !== null && boxKinds.has(kind);
  // "<b>Читайте також:</b> <a>…</a>" in the middle of a text: the line has to go with its label, not the label alone.
  if (isHeading && !isPartOfLine(element, label)) removeBox(element, label, measure, body);
}

function isPartOfLine(element: DomElement, label: string): boolean {
  if (!inlineTag.test(element.localName)) return false;
  const block = [...lineage(element)].find(({ localName }) => !inlineTag.test(localName));
  return (
    block !== undefined &&
    visibleLine(block.textContent ?? '') !== label &&
    block.querySelector(holdsBlocks) === null
  );
}

function removeBox(element: DomElement, label: string, measure: Measure, body: DomElement): void {
  let box: DomElement | null = null;
  for (const ancestor of lineage(element)) {
    if (
      ancestor === body ||
      /^(?:article|main|td)$/.test(ancestor.localName) ||
      measure.isMostOfPage(ancestor)
    )
      break;
    if (!visibleLine((ancestor.textContent ?? '').slice(0, 600)).startsWith(label)) break;
    box = ancestor;
  }
  // A label without a box is left for the rules that know what stands behind it.
  if (box && visibleLine(box.textContent ?? '') !== label) box.remove();
}

function removeCard(element: DomElement, measure: Measure, body: DomElement): void {
  let card: DomElement | null = null;
  const label = visibleLine(element.textContent ?? '');
  for (const ancestor of lineage(element)) {
    if (ancestor === body || measure.length(ancestor) > longestCard || measure.isMostOfPage(ancestor)) break;
    const text = visibleLine(ancestor.textContent ?? '');
    if (!text.endsWith(label) || text.split(label).length > 2) break;
    const before = text.slice(0, text.length - label.length).trim();
    const isTeaser = endsLikeTeaser(before) || hasHeadlineLink(ancestor, label);
    if (before === '' || isTeaser) card = ancestor;
  }
  card?.remove();
}

function hasHeadlineLink(element: DomElement, label: string): boolean {
  for (const link of element.querySelectorAll('a[href]')) {
    const text = visibleLine(link.textContent ?? '');
    if (text !== label && text.length > 15) return true;
  }
  return false;
}

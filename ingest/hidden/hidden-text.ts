import { blends, type Colour, isTransparent, parseColour, parseLegacyColour } from '../markup/css-colour.ts';
import { type DomDocument, type DomElement, lineage } from '../markup/dom.ts';
import { shadowMark } from '../markup/html-source.ts';
import { type Declarations, parseDeclarations, withVariables } from './css-declarations.ts';
import { hides, inkOf, paintOf } from './css-hides.ts';
import { rulesOfPage } from './css-sheet.ts';
import { RuleSelector } from './hidden-selectors.ts';

// Sites ship tens of thousands of rules; those that hide stand in few and only inline sheets are seen at all.
const maxRules = 3_000;
/** A rule that hides most of a page waits for a script to show it again (AMP, lazy themes): it hides nothing. */
const wholePageShare = 0.6;

// Without hyphens and underscores, which every framework sets in its own way.
const hiddenClass =
  /^(?:sronly(?:element|text)?|issronly|showforsr|visuallyhidden(?:focusable)?|screenreader(?:text|only|s)?|a11yhidden|(?:is|u|uk|tw)?hidden|ishidden|uvisuallyhidden|dnone|hide|elementinvisible|invisible|isinvisible|opacity0|texttransparent|text0|offscreen|assistivetext|noscript|hiddentext)$/i;

/**
 * Takes everything out of the page that a reader does not see: hidden attributes, inline styles, rules of inline style
 * sheets, well-known helper classes, letters in the colour of their ground. Orders to language models and search spam live there.
 */
export function removeHidden(document: DomDocument, styles: readonly string[]): void {
  const page = new HiddenPage(document, styles);
  for (const mark of [...document.querySelectorAll(`wbr[${shadowMark}]`)]) {
    if (mark.parentNode !== null && !isPageFrame(mark.parentNode)) mark.parentNode.remove();
  }
  for (const element of [...document.querySelectorAll('*')]) {
    if (page.isMarkedHidden(element) && !isPageFrame(element)) element.remove();
    else if ((hasHiddenClass(element) || isHiddenFromReaders(element)) && !page.isWhole(element))
      element.remove();
  }
  for (const element of page.hiddenByRules()) if (!page.isWhole(element)) element.remove();
}

/** What a page's letters stand on: a colour, or a picture that nobody can tell. */
type Ground = Colour | 'picture';

class HiddenPage {
  private readonly whole: number;
  private readonly selector: RuleSelector;
  private readonly rules: ReturnType<typeof rulesOfPage>['rules'];
  private readonly variables: ReadonlyMap<string, string>;
  private readonly painted = new Map<DomElement, Ground>();

  constructor(document: DomDocument, styles: readonly string[]) {
    this.whole = textLength(document.body);
    this.selector = new RuleSelector(document);
    ({ rules: this.rules, variables: this.variables } = rulesOfPage(styles, maxRules));
    for (const [element, { declarations }] of this.selector.of(this.rules.filter(paints))) {
      const ground = groundIn(declarations);
      if (ground !== null) this.painted.set(element, ground);
    }
  }

  /** True for what holds most of the page. */
  isWhole(element: DomElement): boolean {
    const isMost = this.whole > 0 && textLength(element) > wholePageShare * this.whole;
    return isPageFrame(element) || (isMost && element.querySelector('p, article, h1') !== null);
  }

  isMarkedHidden(element: DomElement): boolean {
    if (element.hasAttribute('hidden') || isClosed(element)) return true;
    const style = this.styleOf(element);
    if (style.size > 0 && hides(style, 'white is read')) return true;
    const font = element.localName === 'font' ? element.getAttribute('color') : null;
    const ink = inkOf(style);
    const colour = ink !== undefined ? parseColour(ink) : font !== null ? parseLegacyColour(font) : null;
    return colour !== null && this.isLost(element, colour);
  }

  *hiddenByRules(): Generator<DomElement> {
    const gone = this.rules.filter(({ declarations }) => hides(declarations, 'white is read'));
    for (const [element] of this.selector.of(gone)) yield element;
    const inked = this.rules.filter(
      ({ selector, declarations }) => /[.#[]/.test(selector) && inkOf(declarations) !== undefined,
    );
    for (const [element, { declarations }] of this.selector.of(inked)) {
      const colour = parseColour(inkOf(declarations)!);
      // Other rules give links, buttons and headlines their background; white text inside sentences is another matter.
      const isOverlay = /^(?:a|button|h\d)$/.test(element.localName);
      if (colour !== null && !isOverlay && this.isLost(element, colour)) yield element;
    }
  }

  /** Letters of a colour that cannot be told from their ground: white where nothing else is known. */
  private isLost(element: DomElement, colour: Colour): boolean {
    if (isTransparent(colour)) return false;
    const ground = this.groundOf(element);
    return ground !== 'picture' && (ground === null ? isWhite(colour) : blends(colour, ground));
  }

  private groundOf(element: DomElement): Ground | null {
    for (const ancestor of lineage(element)) {
      const own = groundIn(this.styleOf(ancestor)) ?? this.painted.get(ancestor);
      if (own !== undefined) return own;
      const old = ancestor.getAttribute('bgcolor');
      const colour = old === null ? null : parseLegacyColour(old);
      if (colour !== null) return colour;
    }
    return null;
  }

  private styleOf(element: DomElement): Declarations {
    const written = element.getAttribute('style');
    return written === null ? noStyle : withVariables(parseDeclarations(written), this.variables);
  }
}

const noStyle: Declarations = new Map();

function paints({ declarations }: { readonly declarations: Declarations }): boolean {
  return groundIn(declarations) !== null;
}

function groundIn(style: Declarations): Ground | null {
  const paint = paintOf(style);
  if (paint === undefined) return null;
  if (/gradient|url\(|image|var\(/.test(paint)) return 'picture';
  const colour = parseColour(paint);
  return colour === null || isTransparent(colour) ? null : colour;
}

const isWhite = (colour: Colour) => blends(colour, { red: 255, green: 255, blue: 255, alpha: 1 });

function isPageFrame(element: DomElement): boolean {
  return /^(?:html|head|body|main)$/.test(element.localName);
}

function isHiddenFromReaders(element: DomElement): boolean {
  return element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true';
}

function textLength(element: DomElement): number {
  return (element.textContent ?? '').length;
}

/** What browsers show only after a press, or never (the brackets of ruby text). */
function isClosed(element: DomElement): boolean {
  if (element.localName === 'dialog') return !element.hasAttribute('open');
  return element.hasAttribute('popover') || element.localName === 'rp';
}

function hasHiddenClass(element: DomElement): boolean {
  const names = element.getAttribute('class');
  return names?.split(/\s+/).some((name) => hiddenClass.test(name.replace(/[-_]/g, ''))) ?? false;
}

import { type CssRule, hides, parseDeclarations, parseRules } from './css.ts';
import { isNearWhite } from './css-colour.ts';
import { type DomDocument, type DomElement, lineage } from './dom.ts';

// Sites ship tens of thousands of rules; those that hide stand in few and only inline sheets are seen at all.
const maxRules = 3_000;
const maxMatchedRules = 200;
/** A rule that hides most of a page waits for a script to show it again (AMP, lazy themes): it hides nothing. */
const wholePageShare = 0.6;

const hiddenClass =
  /^(?:sr-only|visually-?hidden|screen-reader(?:-text|-only|s)?|screenreader|a11y-hidden|hidden|is-hidden|d-none|hide|u-hidden|u-visually-hidden|element-invisible|invisible|offscreen|off-screen|assistive-text|noscript|hidden-text)$/i;

/**
 * Takes everything out of the page that a reader does not see: hidden attributes, inline styles, rules of inline style
 * sheets, well-known helper classes, white text on white. Orders to language models and search spam live there.
 */
export function removeHidden(document: DomDocument, styles: readonly string[]): void {
  const whole = textLength(document.body);
  const isWholePage = (element: DomElement) =>
    isPageFrame(element) ||
    (whole > 0 &&
      textLength(element) > wholePageShare * whole &&
      element.querySelector('p, article, h1') !== null);
  const sheet = styles.flatMap((style) => parseRules(style, maxRules));
  const coloured = new Set(selectedBy(document, sheet.filter(hasDarkBackgroundRule)));
  for (const element of [...document.querySelectorAll('*')]) {
    if (isMarkedHidden(element, coloured) && !isPageFrame(element)) element.remove();
    else if ((hasHiddenClass(element) || isHiddenFromReaders(element)) && !isWholePage(element))
      element.remove();
  }
  for (const element of selectedBy(
    document,
    sheet.filter(({ declarations }) => hides(declarations, 'white is read')),
  )) {
    if (!isWholePage(element)) element.remove();
  }
  const white = sheet.filter(({ selector, declarations }) => /[.#]/.test(selector) && hides(declarations));
  for (const element of selectedBy(document, white)) {
    // Other rules give links, buttons and headlines their background; white text inside sentences is another matter.
    const isOverlay = /^(?:a|button|h\d)$/.test(element.localName);
    if (!isOverlay && !isWholePage(element) && !hasDarkBackground(element, coloured)) element.remove();
  }
}

function isPageFrame(element: DomElement): boolean {
  return /^(?:html|head|body|main)$/.test(element.localName);
}

function hasDarkBackgroundRule({ declarations }: CssRule): boolean {
  const background = declarations.get('background-color') ?? declarations.get('background');
  return (
    background !== undefined &&
    !/^(?:none|transparent|inherit|initial)/.test(background) &&
    !isNearWhite(background)
  );
}

function isHiddenFromReaders(element: DomElement): boolean {
  return element.getAttribute('aria-hidden') === 'true';
}

function textLength(element: DomElement): number {
  return (element.textContent ?? '').length;
}

function isMarkedHidden(element: DomElement, coloured: ReadonlySet<DomElement>): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  if (isClosed(element)) return true;
  const style = parseDeclarations(element.getAttribute('style') ?? '');
  if (hides(style, 'white is read')) return true;
  const fontColour = element.localName === 'font' ? element.getAttribute('color')?.toLowerCase() : undefined;
  const isWhite = hides(style) || (fontColour !== undefined && isNearWhite(fontColour));
  return isWhite && !hasDarkBackground(element, coloured);
}

/** What browsers show only after a press, or never (the brackets of ruby text). */
function isClosed(element: DomElement): boolean {
  if (element.localName === 'dialog') return !element.hasAttribute('open');
  return element.hasAttribute('popover') || element.localName === 'rp';
}

/** White letters are read well on the dark background of an outer box. */
function hasDarkBackground(element: DomElement, coloured: ReadonlySet<DomElement>): boolean {
  for (const ancestor of lineage(element)) {
    const style = parseDeclarations(ancestor.getAttribute('style') ?? '');
    if (style.has('background-image')) return true;
    const background =
      style.get('background-color') ??
      style.get('background') ??
      ancestor.getAttribute('bgcolor')?.toLowerCase();
    if (background && !/^(?:none|transparent)/.test(background)) return !isNearWhite(background);
    if (coloured.has(ancestor)) return true;
  }
  return false;
}

function hasHiddenClass(element: DomElement): boolean {
  const names = element.getAttribute('class');
  return names?.split(/\s+/).some((name) => hiddenClass.test(name)) ?? false;
}

function* selectedBy(document: DomDocument, rules: readonly CssRule[]): Generator<DomElement> {
  for (const { selector } of rules.filter(isPlainRule).slice(0, maxMatchedRules)) {
    yield* select(document, selector);
  }
}

const positions = /:(?:first|last|only|nth)-(?:last-)?(?:child|of-type)(?:\([^)]{1,20}\))?/g;

/**
 * States, generated content and script-dependent roots (`.js .x`, `.no-js .x`) say nothing about the text at rest, nor does
 * `:not(.loaded)` with anything softer than `display: none`: themes fade their paragraphs in that way.
 */
function isPlainRule({ selector, declarations }: CssRule): boolean {
  const isGone = declarations.get('display') === 'none';
  const choices = isGone ? /:(?:is|where|not)(?=\()/g : /:(?:is|where)(?=\()/g;
  const bare = selector.replace(positions, '').replace(choices, '');
  return selector.length < 500 && !/[:\\]|\.(?:no-)?js\b|^@/.test(bare);
}

function select(document: DomDocument, selector: string): readonly DomElement[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // A selector the engine does not know selects nothing, as in a browser.
    return [];
  }
}

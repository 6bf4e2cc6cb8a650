import type { DomDocument, DomElement } from '../markup/dom.ts';
import type { CssRule } from './css-sheet.ts';

const maxMatchedRules = 300;

const positions = /:(?:first|last|only|nth)-(?:last-)?(?:child|of-type)(?:\([^)]{1,20}\))?/g;

/** Selects what rules of a sheet are about, as far as it shows without scripts and pointers. */
export class RuleSelector {
  private readonly document: DomDocument;
  private readonly names: ReadonlySet<string>;

  constructor(document: DomDocument) {
    this.document = document;
    const names = new Set<string>();
    for (const element of document.querySelectorAll('[class], [id]')) {
      for (const name of (element.getAttribute('class') ?? '').split(/\s+/)) names.add(`.${name}`);
      names.add(`#${element.getAttribute('id') ?? ''}`);
    }
    this.names = names;
  }

  /** Each rule with the elements it selects; those of classes that are not on the page cost nothing. */
  *of(rules: readonly CssRule[]): Generator<readonly [DomElement, CssRule]> {
    const met = rules.filter((rule) => isPlainRule(rule) && this.mayMeet(rule.selector));
    for (const rule of met.slice(0, maxMatchedRules))
      for (const element of select(this.document, atRest(rule.selector))) yield [element, rule];
  }

  private mayMeet(selector: string): boolean {
    if (/[(\\[]/.test(selector)) return true;
    return selector
      .split(',')
      .some((one) => (one.match(/[.#][^\s.#:>+~*]{1,200}/g) ?? []).every((name) => this.names.has(name)));
  }
}

/** The selector with what holds for every page at rest written out. */
function atRest(selector: string): string {
  return selector
    .replace(/:root(?![\w-])/g, 'html')
    .replace(/:(?:any-)?link(?![\w-])/g, '[href]')
    .replace(/(?<=[\w\])*-]):(?:lang|dir)\([^()]{1,40}\)|(?<=[\w\])*-]):scope/g, '')
    .replace(/:(?:lang|dir)\([^()]{1,40}\)|:scope(?![\w-])/g, '*')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_whole, hex: string) => escaped(Number.parseInt(hex, 16)));
}

function escaped(code: number): string {
  const sign = String.fromCodePoint(Math.min(code, 0x10ffff));
  return sign > '\u007f' || /[\w-]/.test(sign) ? sign : `\\${sign}`;
}

/**
 * States, generated content and script-dependent roots (`.js .x`, `.no-js .x`) say nothing about the text at rest, nor does
 * `:not(.loaded)` with anything softer than `display: none`: themes fade their paragraphs in that way.
 */
function isPlainRule({ selector, declarations }: CssRule): boolean {
  const isGone = declarations.get('display') === 'none';
  const choices = isGone ? /:(?:is|where|not|has)(?=\()|:empty/g : /:(?:is|where|has)(?=\()|:empty/g;
  const bare = atRest(selector).replace(/\\./g, '').replace(positions, '').replace(choices, '');
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

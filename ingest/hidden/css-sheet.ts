import { type Declarations, parseDeclarations, withVariables } from './css-declarations.ts';
import { mediaHolds } from './css-media.ts';

/** A rule of a style sheet. */
export interface CssRule {
  readonly selector: string;
  readonly declarations: Declarations;
}

interface OpenBlock {
  readonly prelude: string;
  readonly skipped: boolean;
  /** Declarations that stand before and between nested rules. */
  own: string;
}

/**
 * The plain rules of a style sheet, at most `limit`, nested ones with their parents' selectors before their own. Rules
 * under a condition count when it holds for an ordinary wide screen; key frames and font faces do not. What the sheet leaves open
 * is closed at its end, as in a browser. Linear: one scan over the braces, strings and comments.
 */
export function parseRules(source: string, limit: number): readonly CssRule[] {
  const sheet = structureOf(source.replace(/<!--|-->/g, ' '));
  const rules: CssRule[] = [];
  const blocks: OpenBlock[] = [];
  let start = 0;
  const close = (position: number) => {
    const block = blocks.pop();
    if (block && !block.skipped) rules.push(...ruleOf(block, blocks, sheet.slice(start, position)));
    start = position + 1;
  };
  for (let position = 0; position < sheet.length && rules.length < limit; position += 1) {
    const character = sheet[position];
    if (character === '{') {
      blocks.push(opened(sheet.slice(Math.max(start, position - 2_000), position), blocks.at(-1)));
      start = position + 1;
    } else if (character === '}') close(position);
    else if (character === ';' && blocks.length === 0) start = position + 1;
  }
  for (let left = Math.min(blocks.length, 50); left > 0 && rules.length < limit; left -= 1)
    close(sheet.length);
  return rules;
}

/** Without comments, and without what could be taken for structure in strings, which end with their line. */
function structureOf(source: string): string {
  let kept = '';
  let start = 0;
  for (let at = source.search(/["'/]/); at !== -1 && at < source.length; ) {
    const sign = source[at]!;
    const isComment = source.startsWith('/*', at);
    const end = isComment ? commentEnd(source, at) : sign === '/' ? at + 1 : stringEnd(source, at, sign);
    if (isComment || sign !== '/') {
      const string = isComment ? ' ' : source.slice(at, end).replace(/[{};\\]/g, ' ');
      kept += source.slice(start, at) + string;
      start = end;
    }
    nextSign.lastIndex = end;
    at = nextSign.exec(source)?.index ?? -1;
  }
  return kept + source.slice(start);
}

const nextSign = /["'/]/g;

function commentEnd(source: string, at: number): number {
  const close = source.indexOf('*/', at + 2);
  return close === -1 ? source.length : close + 2;
}

function stringEnd(source: string, at: number, quote: string): number {
  for (let position = at + 1; position < source.length; position += 1) {
    if (source[position] === '\\') position += 1;
    else if (source[position] === quote || source[position] === '\n') return position + 1;
  }
  return source.length;
}

function opened(before: string, outer: OpenBlock | undefined): OpenBlock {
  const semicolon = before.lastIndexOf(';');
  if (outer) outer.own = `${outer.own}${before.slice(0, semicolon + 1)}`.slice(0, 8_000);
  const prelude = before.slice(semicolon + 1).trim();
  return { prelude, skipped: (outer?.skipped ?? false) || isSkipped(prelude), own: '' };
}

function ruleOf(block: OpenBlock, outer: readonly OpenBlock[], rest: string): readonly CssRule[] {
  const declarations = parseDeclarations(block.own + rest);
  if (!block.prelude.startsWith('@'))
    return [{ selector: nestedSelector(outer, block.prelude), declarations }];
  // Declarations under a condition inside a rule are the rule's.
  const parent = parentOf(outer);
  return parent === undefined || declarations.size === 0 ? [] : [{ selector: parent, declarations }];
}

function parentOf(outer: readonly OpenBlock[]): string | undefined {
  return outer.findLast(({ prelude }) => !prelude.startsWith('@'))?.prelude;
}

function nestedSelector(outer: readonly OpenBlock[], own: string): string {
  const parent = parentOf(outer);
  if (parent === undefined) return own;
  const whole = own.includes('&') ? own.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${own}`;
  return whole.slice(0, 500);
}

function isSkipped(prelude: string): boolean {
  if (!prelude.startsWith('@')) return false;
  const media = /^@media\b(.{0,500})$/is.exec(prelude);
  if (media !== null) return !mediaHolds(media[1]!.trim());
  return !/^@(?:supports|layer|container|scope)/i.test(prelude);
}

/** Variables of all sheets: the last value any rule gives them, or the first value their registration names. */
export function variablesOf(
  rules: readonly CssRule[],
  styles: readonly string[],
): ReadonlyMap<string, string> {
  const registered = styles.flatMap((style) =>
    [
      ...style.matchAll(
        /@property\s{1,9}(--[\w-]{1,60})[^{}]{0,20}\{[^{}]{0,300}?initial-value\s{0,9}:([^;{}]{1,100})/gi,
      ),
    ].map(([, name, value]) => [name!.toLowerCase(), value!.trim().toLowerCase()] as const),
  );
  const set = rules.flatMap(({ declarations }) =>
    [...declarations].filter(([name]) => name.startsWith('--')),
  );
  return new Map([...registered, ...set]);
}

/** The rules of all sheets of a page with their variables filled in. */
export function rulesOfPage(
  styles: readonly string[],
  limit: number,
): { readonly rules: readonly CssRule[]; readonly variables: ReadonlyMap<string, string> } {
  const plain = styles.flatMap((style) => parseRules(style, limit));
  const variables = variablesOf(plain, styles);
  const rules = plain.map(({ selector, declarations }) => ({
    selector,
    declarations: withVariables(declarations, variables),
  }));
  return { rules, variables };
}

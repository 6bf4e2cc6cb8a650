/** Declarations of a style attribute or rule: property to value, both lower case, `!important` removed. */
export type Declarations = ReadonlyMap<string, string>;

// What a browser takes for these; it ignores a declaration with any other word and keeps the one before.
const known: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:none|block|inline|flow-root|contents|list-item|run-in|ruby|math|(?:inline|block) ?-?(?:flow|block|flex|grid|table|flow-root)|flex|grid|table(?:-[a-z-]{1,20})?|-webkit-(?:inline-)?(?:box|flex)|inherit|initial|unset|revert(?:-layer)?|var\(.{0,200})$/,
  visibility: /^(?:visible|hidden|collapse|inherit|initial|unset|revert(?:-layer)?|var\(.{0,200})$/,
};

/** Reads `a: b; c: d`. Later declarations win unless an earlier one is important or they mean nothing, as in CSS. */
export function parseDeclarations(source: string): Declarations {
  const declarations = new Map<string, string>();
  const important = new Set<string>();
  for (const part of pieces(withoutEscapes(withoutComments(source.slice(0, 8_000))).toLowerCase())) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const name = part.slice(0, colon).trim();
    const isImportant = /!\s{0,9}important/.test(part);
    const value = part
      .slice(colon + 1)
      .replace(/!\s{0,9}important/, '')
      .trim();
    if ((important.has(name) && !isImportant) || known[name]?.test(value) === false) continue;
    if (isImportant) important.add(name);
    declarations.set(name, value);
  }
  return declarations;
}

/** Split at semicolons outside quotes and brackets: addresses of pictures hold them too. */
function pieces(source: string): readonly string[] {
  return source.match(/(?:"[^"]{0,2000}"|'[^']{0,2000}'|\([^()]{0,2000}\)|[^;])+/g) ?? [];
}

/** A comment that nobody closes goes on to the end, as in a browser. */
export function withoutComments(source: string): string {
  let kept = '';
  let at = 0;
  for (let open = source.indexOf('/*'); open !== -1; open = source.indexOf('/*', at)) {
    kept += `${source.slice(at, open)} `;
    const close = source.indexOf('*/', open + 2);
    if (close === -1) return kept;
    at = close + 2;
  }
  return kept + source.slice(at);
}

/** "\\64 isplay" is "display" to a browser. */
export function withoutEscapes(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_whole, hex: string | undefined, sign: string) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

// A variable may hold a variable; a ring of them holds nothing.
const deepest = 6;

/** The declarations with their variables filled in: their own, then those of the page. */
export function withVariables(
  declarations: Declarations,
  variables: ReadonlyMap<string, string>,
): Declarations {
  if (![...declarations.values()].some((value) => value.includes('var('))) return declarations;
  const look = (name: string) => declarations.get(name) ?? variables.get(name);
  return new Map([...declarations].map(([name, value]) => [name, filled(value, look)]));
}

function filled(value: string, look: (name: string) => string | undefined): string {
  let current = value;
  for (let depth = 0; depth < deepest && current.includes('var('); depth += 1) {
    current = current
      .slice(0, 500)
      .replace(
        /var\(\s{0,9}(--[\w-]{1,60})\s{0,9}(?:,([^()]{0,100}))?\)/g,
        (_whole, name: string, other = '') => (look(name) ?? other).trim(),
      );
  }
  return current;
}

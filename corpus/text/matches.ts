/**
 * Every match of a global expression, in order. `String.matchAll` makes a copy of the expression for each text, and V8 compiles the
 * copy anew once garbage collection has swept its table of expressions: a tenth of a question's time.
 */
export function matchesIn(text: string, scan: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  scan.lastIndex = 0;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    if (match[0] === '')
      throw new TypeError(`${scan} matches nothing at ${match.index}: it would do so for ever`);
    found.push(match);
  }
  return found;
}

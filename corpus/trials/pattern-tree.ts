/** A regular expression as a tree, as far as it takes to write texts that it meets, almost meets and tries again. */
export type PatternNode =
  /** One character, as it stands in the source: a sign, a class, an escape. */
  | { readonly kind: 'unit'; readonly source: string }
  | { readonly kind: 'group'; readonly choices: readonly PatternNode[] }
  | { readonly kind: 'row'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'loop'; readonly body: PatternNode; readonly least: number; readonly most: number }
  /** Anchors, look-arounds and back references: they take no text of their own. */
  | { readonly kind: 'nothing'; readonly inside: PatternNode | null };

interface Cursor {
  readonly source: string;
  at: number;
}

/** Reads the source of a valid regular expression. */
export function parsePattern(source: string): PatternNode {
  return choicesAt({ source, at: 0 });
}

function choicesAt(cursor: Cursor): PatternNode {
  const choices = [rowAt(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at += 1;
    choices.push(rowAt(cursor));
  }
  return choices.length === 1 ? choices[0]! : { kind: 'group', choices };
}

function rowAt(cursor: Cursor): PatternNode {
  const items: PatternNode[] = [];
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source[cursor.at]!)) {
    items.push(loopAt(cursor, atomAt(cursor)));
  }
  return { kind: 'row', items };
}

const loopSigns: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
};

function loopAt(cursor: Cursor, body: PatternNode): PatternNode {
  const counted = /^\{(\d{1,6})(,?)(\d{0,6})\}/.exec(cursor.source.slice(cursor.at, cursor.at + 20));
  const sign = loopSigns[cursor.source[cursor.at] ?? ''];
  if (counted === null && sign === undefined) return body;
  cursor.at += counted?.[0].length ?? 1;
  if (cursor.source[cursor.at] === '?') cursor.at += 1;
  if (sign !== undefined) return { kind: 'loop', body, least: sign[0], most: sign[1] };
  const least = Number(counted![1]);
  const open = counted![3] === '' ? Number.POSITIVE_INFINITY : Number(counted![3]);
  return { kind: 'loop', body, least, most: counted![2] === '' ? least : open };
}

function atomAt(cursor: Cursor): PatternNode {
  const sign = cursor.source[cursor.at]!;
  if (sign === '(') return groupAt(cursor);
  const unit = sign === '[' ? classAt(cursor) : sign === '\\' ? escapeAt(cursor) : signAt(cursor);
  cursor.at += unit.length;
  const isPlace = /^(?:[\^$]|\\[bB]|\\[1-9]|\\k<.*>)$/.test(unit);
  return isPlace ? { kind: 'nothing', inside: null } : { kind: 'unit', source: unit };
}

function signAt({ source, at }: Cursor): string {
  return String.fromCodePoint(source.codePointAt(at)!);
}

function escapeAt({ source, at }: Cursor): string {
  const long = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<[^>]*>|c[a-z])/i;
  return long.exec(source.slice(at, at + 80))?.[0] ?? source.slice(at, at + 2);
}

function classAt({ source, at }: Cursor): string {
  let end = at + 1;
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return source.slice(at, end + 1);
}

function groupAt(cursor: Cursor): PatternNode {
  const opening = /^\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]*:))?/.exec(
    cursor.source.slice(cursor.at, cursor.at + 80),
  )![0];
  cursor.at += opening.length;
  const inside = choicesAt(cursor);
  cursor.at += 1;
  return /^\(\?<?[=!]/.test(opening) ? { kind: 'nothing', inside } : inside;
}

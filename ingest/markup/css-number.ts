/** Pixels, degrees or plain numbers; percentages and shares of the view as if of a box of 1,000 px. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cap: 11,
  ic: 16,
  lh: 20,
  rlh: 20,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  '%': 10,
  vw: 10,
  vh: 10,
  vi: 10,
  vb: 10,
  vmin: 10,
  vmax: 10,
  svw: 10,
  svh: 10,
  lvw: 10,
  lvh: 10,
  dvw: 10,
  dvh: 10,
  deg: 1,
  grad: 0.9,
  rad: 57.3,
  turn: 360,
};

const tokens =
  /\s{1,9}|[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:e[-+]?\d{1,3})?(?:%|[a-z]{1,4})?|[a-z-]{2,10}\(|[-+*/(),]/gy;
const longest = 120;

/**
 * The number that opens a CSS value: `-9999px`, `.5em`, `1e-3px`, `calc(-100vw - 10px)`, `clamp(0px, 1vw, 2px)`. Null for
 * words and what is no number.
 */
export function cssNumber(value: string | undefined): number | null {
  if (value === undefined) return null;
  const parts = tokensOf(value.slice(0, longest).trim());
  const reader = { parts, at: 0 };
  const found = term(reader);
  return found === null || !Number.isFinite(found) ? null : found;
}

/** Every number of a list: `0 -9999px`, `1, 0`. */
export function cssNumbers(value: string | undefined): readonly number[] {
  const reader = { parts: tokensOf((value ?? '').slice(0, 4 * longest).trim()), at: 0 };
  const found: number[] = [];
  while (reader.at < reader.parts.length) {
    const one = term(reader);
    if (one !== null) found.push(one);
    else reader.at += 1;
  }
  return found;
}

interface TokenReader {
  readonly parts: readonly string[];
  at: number;
}

function tokensOf(value: string): readonly string[] {
  const found: string[] = [];
  tokens.lastIndex = 0;
  for (let match = tokens.exec(value); match !== null; match = tokens.exec(value)) {
    if (match[0].trim() !== '') found.push(match[0]);
  }
  return found;
}

function term(reader: TokenReader): number | null {
  const token = reader.parts[reader.at];
  if (token === undefined) return null;
  if (/[\d]/.test(token[0] === '-' || token[0] === '+' || token[0] === '.' ? (token[1] ?? '') : token[0]!)) {
    reader.at += 1;
    const [, number, unit] = /^([-+]?[\d.]{1,20}(?:e[-+]?\d{1,3})?)([a-z%]{0,4})$/.exec(token) ?? [];
    const factor = units[unit ?? ''];
    return factor === undefined ? null : Number(number) * factor;
  }
  if (token === '(' || token.endsWith('(')) {
    reader.at += 1;
    return called(token.slice(0, -1), argumentsOf(reader));
  }
  return null;
}

function argumentsOf(reader: TokenReader): readonly (number | null)[] {
  const found: (number | null)[] = [];
  while (reader.at < reader.parts.length && reader.parts[reader.at] !== ')') {
    found.push(sum(reader));
    if (reader.parts[reader.at] === ',') reader.at += 1;
    else if (reader.parts[reader.at] !== ')') break;
  }
  reader.at += 1;
  return found;
}

function sum(reader: TokenReader): number | null {
  let total = product(reader);
  while (total !== null && reader.at < reader.parts.length) {
    const sign = reader.parts[reader.at]!;
    // "1px -1px" in a calc is written without a space by nobody but attackers; a browser drops it, and so may we add it.
    if (sign !== '+' && sign !== '-') break;
    reader.at += 1;
    const next = product(reader);
    if (next === null) return null;
    total += sign === '+' ? next : -next;
  }
  return total;
}

function product(reader: TokenReader): number | null {
  let total = term(reader);
  while (total !== null && /^[*/]$/.test(reader.parts[reader.at] ?? '')) {
    const sign = reader.parts[reader.at];
    reader.at += 1;
    const next = term(reader);
    if (next === null) return null;
    total = sign === '*' ? total * next : total / next;
  }
  return total;
}

function called(name: string, all: readonly (number | null)[]): number | null {
  if (all.some((one) => one === null) || all.length === 0) return null;
  const numbers = all as readonly number[];
  if (name === 'min') return Math.min(...numbers);
  if (name === 'max') return Math.max(...numbers);
  if (name === 'clamp') return Math.max(numbers[0]!, Math.min(numbers[1] ?? 0, numbers[2] ?? 0));
  if (name === 'abs') return Math.abs(numbers[0]!);
  return /^(?:-webkit-calc|calc|)$/.test(name) ? numbers[0]! : null;
}

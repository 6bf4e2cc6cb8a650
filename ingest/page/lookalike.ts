import { domainToUnicode } from 'node:url';

/** A host that could be taken for one that we know. */
export interface LookAlike {
  readonly known: string;
  /** In what way; for words in the language of whoever reads. */
  readonly kind: 'same-look' | 'moved-dots' | 'same-beginning' | 'one-character' | 'mixed-alphabets';
  /** The same as one English phrase. */
  readonly reason: string;
}

// Letters of Cyrillic and Greek, and digits, that look like Latin letters in the fonts of a chat.
const twins: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ѵ: 'v',
  ԝ: 'w',
  г: 'r',
  п: 'n',
  з: '3',
  б: '6',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  η: 'n',
  γ: 'y',
  ω: 'w',
  0: 'o',
  1: 'l',
  5: 's',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
};

/** Shorter names are one letter away from too many honest ones. */
const shortestForEdits = 6;

/**
 * Compares a host with those the corpus knows.
 * @returns null for a known host, a host below a known one, and one that resembles none.
 */
export function findLookAlike(host: string, knownHosts: Iterable<string>): LookAlike | null {
  const mine = clean(host);
  const shown = clean(domainToUnicode(mine));
  const known = [...new Set([...knownHosts].map(clean))].filter((name) => name !== '');
  if (known.some((name) => mine === name || mine.endsWith(`.${name}`))) return null;
  const skeleton = skeletonOf(shown);
  for (const name of known) {
    const kind = likenessOf(shown, skeleton, name);
    if (kind !== null) return { known: name, kind, reason: phrases[kind](name) };
  }
  if (!isMixed(shown)) return null;
  const reason = `mixes alphabets: written ${mine}, shown as ${shown}`;
  return { known: skeleton, kind: 'mixed-alphabets', reason };
}

type Likeness = Exclude<LookAlike['kind'], 'mixed-alphabets'>;

const phrases: Readonly<Record<Likeness, (name: string) => string>> = {
  'same-look': (name) => `looks the same as ${name} but is written with other characters`,
  'moved-dots': (name) => `is ${name} with dots or hyphens moved`,
  'same-beginning': (name) => `begins with the name of ${name}`,
  'one-character': (name) => `is one character away from ${name}`,
};

function likenessOf(shown: string, skeleton: string, name: string): Likeness | null {
  const other = skeletonOf(clean(domainToUnicode(name)));
  if (skeleton === other) return 'same-look';
  if (skeleton.replace(/[.-]/g, '') === other.replace(/[.-]/g, '')) return 'moved-dots';
  if (skeleton.includes(`${other.replaceAll('.', '-')}.`) || shown.startsWith(`${name}.`))
    return 'same-beginning';
  return other.length >= shortestForEdits && isOneEdit(skeleton, other) ? 'one-character' : null;
}

function clean(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')
    .replace(/:\d+$/, '');
}

function skeletonOf(host: string): string {
  const plain = host.normalize('NFKD').replace(/\p{M}/gu, '');
  const letters = [...plain].map((letter) => twins[letter] ?? letter).join('');
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

// A name in one alphabet is honest (президент.укр); one label with letters of two is made to deceive.
function isMixed(host: string): boolean {
  return host
    .split('.')
    .some((label) => /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label));
}

/** One letter added, left out, replaced, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const restA = a.slice(at);
  const restB = b.slice(at);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

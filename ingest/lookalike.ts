import { domainToUnicode } from 'node:url';

/** A host that could be taken for one that we know. */
export interface LookAlike {
  readonly known: string;
  /** One phrase for a moderator. */
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
    const reason = reasonOf(shown, skeleton, name);
    if (reason !== null) return { known: name, reason };
  }
  if (isMixed(shown))
    return { known: skeleton, reason: `mixes alphabets: written ${mine}, shown as ${shown}` };
  return null;
}

function reasonOf(shown: string, skeleton: string, name: string): string | null {
  const other = skeletonOf(clean(domainToUnicode(name)));
  if (skeleton === other) return `looks the same as ${name} but is written with other characters`;
  if (skeleton.replace(/[.-]/g, '') === other.replace(/[.-]/g, ''))
    return `is ${name} with dots or hyphens moved`;
  if (skeleton.includes(`${other.replaceAll('.', '-')}.`) || shown.startsWith(`${name}.`))
    return `begins with the name of ${name}`;
  if (other.length >= shortestForEdits && isOneEdit(skeleton, other))
    return `is one character away from ${name}`;
  return null;
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

/**
 * Spellings of one word become one spelling: Ukrainian and Russian letters, their Latin transliterations, look-alike
 * letters of the other alphabet and doubled letters all fold to a Latin skeleton, so that `знайшов`, `znayshov`,
 * `знаайшов` and `znaishow` are the same key.
 */

// One sign for one letter, so that a typo in ж or я is one edit here as well.
// biome-ignore format: a table is read by rows
const cyrillicToLatin: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', д: 'd', е: 'e', є: 'e', ж: 'Z', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'T', ч: 'C',
  ш: 'S', щ: 'Q', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'U', я: 'A', ё: 'e',
};

// Digraphs first, then single letters that transliterations use in more than one way.
const latinSpellings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'Q'],
  [/zh/g, 'Z'],
  [/ch/g, 'C'],
  [/sh/g, 'S'],
  [/kh/g, 'h'],
  [/ts|c/g, 'T'],
  [/[yj]/g, 'i'],
  [/iu/g, 'U'],
  [/ia/g, 'A'],
  [/ie/g, 'e'],
  [/w/g, 'v'],
  [/x/g, 'h'],
  [/g/g, 'h'],
];

// biome-ignore format: a table is read by rows
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а', c: 'с', e: 'е', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', h: 'н', b: 'в',
};

const digitLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** Doubled letters become single ones: the commonest slip of a thumb, and free to forgive. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

/** Skeleton of a word written in Cyrillic, possibly with Latin look-alikes inside. */
export const foldCyrillic = remembered((word) => {
  let out = '';
  for (const letter of word) out += cyrillicToLatin[lookalikes[letter] ?? letter] ?? letter;
  return out;
});

/** Skeleton of a Slavic word that was typed in Latin letters. */
export const foldLatin = remembered((word) => {
  let out = word;
  for (const [pattern, replacement] of latinSpellings) out = out.replace(pattern, replacement);
  return out;
});

// People use the same few thousand words, and each message is read in several ways.
const mostRemembered = 20_000; // about 3 MB
const longestRemembered = 40;

function remembered(fold: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const folded = fold(word);
    if (known.size >= mostRemembered) known.clear();
    if (word.length <= longestRemembered) known.set(word, folded);
    return folded;
  };
}

/** `m1ne`, `gr3nade`, `м1на`: digits between letters are letters. */
export function withoutLeet(word: string): string {
  return word.replace(/(?<=\p{L})[013457](?=\p{L})/gu, (digit) => digitLetters[digit] ?? digit);
}

const qwerty = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const jcuken = 'йцукенгшщзхїфівапролджєячсмитьбю';
const toCyrillicKeys = new Map([
  ...[...qwerty].map((key, index) => [key, [...jcuken][index]!] as const),
  ['/', '.'] as const,
  ['?', ','] as const,
  ['&', '?'] as const,
]);
const toLatinKeys = new Map([
  ...[...jcuken].map((key, index) => [key, [...qwerty][index]!] as const),
  ['ы', 's'] as const,
  ['ъ', ']'] as const,
  ['э', "'"] as const,
]);

/**
 * What the same keys give with the keyboard switched to Cyrillic. `ы` and `і` share a key and a skeleton; the marks of the
 * Cyrillic layout lie on `/`, `?` and `&`.
 */
export function asCyrillicKeys(text: string): string {
  return remap(text, toCyrillicKeys);
}

/** What the same keys give with the keyboard switched to Latin. */
export function asLatinKeys(text: string): string {
  return remap(text, toLatinKeys);
}

function remap(text: string, keys: ReadonlyMap<string, string>): string {
  let out = '';
  for (const letter of text) out += keys.get(letter) ?? letter;
  return out;
}

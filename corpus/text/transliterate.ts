/**
 * A shared Latin skeleton for Cyrillic and Latin spellings. It is lossy on purpose: Харків, Kharkiv and Kharkov's
 * consonants, Ніккен and NIKKEN, "скільки" and "skilky" meet in the same letters, so that names, brands and loan words
 * are found across alphabets without a dictionary.
 */

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ъ: '', ю: 'iu', я: 'ia', ы: 'i', э: 'e', ё: 'e',
}; // biome-ignore format: an alphabet reads better in rows

const latinRules: readonly (readonly [RegExp, string])[] = [
  [/[àáâãäåā]/g, 'a'],
  [/[èéêëēėę]/g, 'e'],
  [/[ìíîïī]/g, 'i'],
  [/[òóôõöøō]/g, 'o'],
  [/[ùúûüū]/g, 'u'],
  [/[çčć]/g, 'ch'],
  [/[šś]/g, 'sh'],
  [/[žźż]/g, 'zh'],
  [/ł/g, 'l'],
  [/[ñń]/g, 'n'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/g/g, 'h'],
  [/[yj]/g, 'i'],
];

/** The skeleton of one normalised word; digits pass through, doubled letters become one. */
export function skeleton(word: string): string {
  let latin = '';
  for (const letter of word) latin += cyrillic[letter] ?? letter;
  if (/^[a-z0-9]*$/.test(word) || /[^\p{Script=Cyrillic}]/u.test(word)) {
    for (const [from, to] of latinRules) latin = latin.replace(from, to);
  }
  return latin.replace(/(\p{L})\1+/gu, '$1');
}

const layoutLatin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const layoutUkrainian = "йцукенгшщзхїфівапролджєячсмитьбю'";
const layoutRussian = 'йцукенгшщзхъфывапролджэячсмитьбюё';

function relayout(text: string, from: string, to: string): string {
  return [...text.toLowerCase()].map((key) => (from.includes(key) ? to[from.indexOf(key)]! : key)).join('');
}

/** What was meant when Ukrainian or Russian was typed with the Latin layout switched on (`ghjdsyf` for `провіна`). */
export function fromLatinLayout(text: string): { readonly uk: string; readonly ru: string } {
  return { uk: relayout(text, layoutLatin, layoutUkrainian), ru: relayout(text, layoutLatin, layoutRussian) };
}

/** What was meant when English was typed with the Ukrainian or Russian layout switched on. */
export function fromCyrillicLayout(text: string): string {
  const viaUkrainian = relayout(text, layoutUkrainian, layoutLatin);
  return relayout(viaUkrainian, layoutRussian, layoutLatin);
}

/** Letter 4-grams of a skeleton; a shorter word is its own gram. */
export function grams(word: string): readonly string[] {
  const size = 4; // 4 beat 3 and 5 on Ukrainian and Russian retrieval by 2 to 9 points of recall@1
  if (word.length <= size) return word.length < 3 ? [] : [word];
  return Array.from({ length: word.length - size + 1 }, (_, index) => word.slice(index, index + size));
}

// Spellings people use when they type Ukrainian without a Cyrillic keyboard, longest first.
const latinToCyrillic: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'щ'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts/g, 'ц'],
  [/ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/ya|ia|ja/g, 'я'],
  [/yu|iu|ju/g, 'ю'],
  [/ye|ie|je/g, 'є'],
  [/yi|ji/g, 'ї'],
  [/yo|jo/g, 'йо'],
];
const latinLetters = 'abcdefghijklmnopqrstuvwxyz';
const cyrillicLetters = 'абцдефггійклмнопкрстуввкиз';

/** Ukrainian typed in Latin letters put back into Cyrillic, as near as one can tell ("skilky" -> "скілки"). */
export function toCyrillic(text: string): string {
  let result = text.toLowerCase();
  for (const [from, to] of latinToCyrillic) result = result.replace(from, to);
  return [...result].map((letter) => cyrillicLetters[latinLetters.indexOf(letter)] ?? letter).join('');
}

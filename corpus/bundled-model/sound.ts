// biome-ignore-all format: the letter tables are read by eye, six lines instead of a hundred.
const byEar: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ъ: '', ы: 'y', э: 'e', ю: 'yu', я: 'ya',
};

// The table of 2010 writes я as ya where a word begins, and as ia elsewhere; many people write ya everywhere.
const official: Readonly<Record<string, string>> = { ...byEar, г: 'h', и: 'y', й: 'i', ї: 'i', х: 'kh', є: 'ie', ю: 'iu', я: 'ia' };
const officialAtStart: Readonly<Record<string, string>> = { й: 'y', ї: 'yi', є: 'ye', ю: 'yu', я: 'ya' };
const everyday: Readonly<Record<string, string>> = { ...byEar, г: 'h', и: 'y', х: 'kh' };

// Long words are hardly typed in Latin letters other than by a machine, which follows the official table.
const longestTypedByEar = 9;

/** True for a word with a Cyrillic letter. */
export function isCyrillic(word: string): boolean {
  return /[а-яіїєґ]/u.test(word);
}

/** The ways a lower-case Cyrillic word is typed in Latin letters, without repeats. */
export function latinSpellings(word: string): readonly string[] {
  const spell = (table: Readonly<Record<string, string>>) => [...word].map((letter) => table[letter] ?? letter);
  const [first, ...rest] = spell(official);
  const spellings = [[officialAtStart[word[0]!] ?? first, ...rest]];
  if (word.length <= longestTypedByEar) spellings.push(spell(everyday), spell(byEar));
  return [...new Set(spellings.map((spelling) => spelling.join('')))];
}

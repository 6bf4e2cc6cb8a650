// biome-ignore-all format: the letter tables are read by eye, six lines instead of a hundred.
const byEar: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ъ: '', ы: 'y', э: 'e', ю: 'yu', я: 'ya',
};

// Two habits: Ukrainian letters by the usual table (г as h, и as y, х as kh), and letters by ear. The official table writes я as ia
// inside a word, which machines do and people do not; the names it is used for have their English forms in the lexicon.
const byTable: Readonly<Record<string, string>> = { ...byEar, г: 'h', и: 'y', х: 'kh' };

/** True for a word with a Cyrillic letter. */
export function isCyrillic(word: string): boolean {
  return /[а-яіїєґ]/u.test(word);
}

/** The ways a lower-case Cyrillic word is typed in Latin letters, the likeliest first, without repeats. */
export function latinSpellings(word: string): readonly string[] {
  const spellings = [byTable, byEar].map((table) => [...word].map((letter) => table[letter] ?? letter).join(''));
  return [...new Set(spellings)];
}

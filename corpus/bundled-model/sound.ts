// biome-ignore-all format: the letter tables are read by eye, six lines instead of a hundred.
const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ъ: '', ы: 'i', э: 'e', ю: 'iu', я: 'ia',
};

/** How people type Ukrainian and Russian in Latin letters: the official 2010 table, passport style, and by ear. */
const spellings: readonly Readonly<Record<string, string>>[] = [
  { ...letters, г: 'h', и: 'y', й: 'i', х: 'kh', ы: 'y' },
  { ...letters, г: 'h', и: 'y', й: 'y', х: 'kh', є: 'ye', ї: 'yi', ю: 'yu', я: 'ya', ы: 'y' },
  { ...letters, й: 'j', х: 'h', є: 'je', ю: 'ju', я: 'ja', щ: 'sch', ц: 'c' },
];

function spell(word: string, table: Readonly<Record<string, string>>): string {
  return [...word].map((letter) => table[letter] ?? letter).join('');
}

/** True for a word with a Cyrillic letter. */
export function isCyrillic(word: string): boolean {
  return /[а-яіїєґ]/u.test(word);
}

/** The ways a lower-case Cyrillic word is typed in Latin letters, without repeats. */
export function latinSpellings(word: string): readonly string[] {
  return [...new Set(spellings.map((table) => spell(word, table)))];
}

/**
 * A rough common sound of a word in either script, so that a name shares its character grams with its own
 * transliteration: "вагнер", "vagner" and "wagner" all become "vagner". Not for display.
 */
export function soundOf(word: string): string {
  return spell(word, letters)
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c(?!h)|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/(?<![sczk])h/g, 'g')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

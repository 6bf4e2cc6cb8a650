/** A pseudo-random number in [0, 1); the same seed gives the same sequence. */
export type Random = () => number;

/** One of the items. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!;
}

const ukLatin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'yu',
  я: 'ya',
  ы: 'y',
  э: 'e',
  ъ: '',
  ё: 'yo',
};
const ruLatin: Readonly<Record<string, string>> = { ...ukLatin, г: 'g', и: 'i', х: 'h' };
const keys = new Map(
  [...'йцукенгшщзхїфівапролджєячсмитьбюыъэ'].map((letter, index) => [
    letter,
    [..."qwertyuiop[]asdfghjkl;'zxcvbnm,.s]'"][index]!,
  ]),
);
// Where the punctuation of the Ukrainian layout lies on the Latin one.
for (const [mark, key] of [
  [',', '?'],
  ['.', '/'],
  ['?', '&'],
] as const)
  keys.set(mark, key);
const homoglyphs: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
};
const alphabets = { cyrillic: 'абвгдежзиклмнопрстухцчшюяіїє', latin: 'abcdefghijklmnopqrstuvwxyz' };

function oneEdit(text: string, random: Random): string {
  const letters = [...text];
  const places = letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : []));
  const at = pick(places, random);
  const alphabet = /\p{Script=Cyrillic}/u.test(letters[at]!) ? alphabets.cyrillic : alphabets.latin;
  const other = pick([...alphabet], random);
  const edits: readonly (() => readonly string[])[] = [
    () => letters.toSpliced(at, 1),
    () => letters.toSpliced(at, 1, other),
    () => letters.toSpliced(at, 0, other),
    () =>
      letters[at + 1] === undefined ? letters : letters.toSpliced(at, 2, letters[at + 1]!, letters[at]!),
  ];
  return pick(edits, random)().join('');
}

function doubled(text: string, random: Random): string {
  const letters = [...text];
  const at = pick(
    letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : [])),
    random,
  );
  return letters.toSpliced(at, 0, letters[at]!).join('');
}

function mapped(text: string, map: (letter: string) => string | undefined): string {
  return Array.from(text.toLowerCase(), (letter) => map(letter) ?? letter).join('');
}

/** Ways in which one message reaches us written differently. */
export const mutations: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'as written': (text) => text,
  'one edit': oneEdit,
  'doubled letter': doubled,
  'no punctuation': (text) => text.replace(/[^\p{L}\p{N}\s-]/gu, ' '),
  capitals: (text) => text.toUpperCase(),
  emoji: (text, random) =>
    `${pick(['💣', '😱😱', '‼️', '🙏'], random)} ${text} ${pick(['😭', '❗❗❗', '🔥'], random)}`,
  'small talk around': (text, random) =>
    `${pick(['Hi bot. ', 'Привіт, бот. ', 'Вибачте, що турбую. ', 'Доброго ранку! '], random)}${text} ${pick(['Дякую.', 'Thanks!', 'Спасибо', ''], random)}`,
  'zero width': (text) => text.replace(/(\p{L}\p{L})(?=\p{L})/gu, '$1\u200b'),
  homoglyphs: (text) => mapped(text, (letter) => homoglyphs[letter]),
};

/** Further ways for Cyrillic texts only. */
export const cyrillicMutations: Readonly<Record<string, (text: string, language: string) => string>> = {
  transliterated: (text, language) =>
    mapped(text, (letter) => (language === 'ru' ? ruLatin : ukLatin)[letter]),
  'wrong keyboard': (text) => mapped(text, (letter) => keys.get(letter)),
};

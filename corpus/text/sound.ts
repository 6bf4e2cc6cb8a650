/**
 * What a name sounds like, told alike from its spelling in katakana, Cyrillic and Latin letters: ハンソル and Hansol, ペチェニヒ and
 * Печеніги. Japanese has one sign for l and r, for b and v, for h, f and (of Ukrainian г) g, and puts vowels between consonants; so
 * what one script cannot tell apart is one sound here.
 */
export interface Sound {
  /** The consonants in order, with `a` before them where the name begins with a vowel. */
  readonly key: string;
  /** With the vowels; in a name from katakana those that may only hold consonants apart are capitals. */
  readonly spoken: string;
}

const vowels = 'aiueo';
const rows: readonly (readonly [string, string])[] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['h', 'ガギグゲゴ'],
  ['s', 'サシスセソ'],
  ['z', 'ザジズゼゾ'],
  ['t', 'タ__テト'],
  ['c', '_チツ__'],
  ['d', 'ダ__デド'],
  ['z', '_ヂヅ__'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['', 'ヤ_ユ_ヨ'],
  ['r', 'ラリルレロ'],
  ['b', 'ワヰ_ヱヲ'],
  ['b', 'ヷヸヴヹヺ'],
];
const kana = new Map(
  rows.flatMap(([consonant, signs]) =>
    [...signs].flatMap((sign, at) => (sign === '_' ? [] : [[sign, [consonant, vowels[at]!]] as const])),
  ),
);
const smallVowels = new Map([...'ァィゥェォャュョヮ'].map((sign, at) => [sign, 'aiueoauoa'[at]!]));
// Vowels that Japanese puts behind a consonant that has none.
const fillers = /^(?:[クスツヌフムルグズヅブプヴ]|[トド]|[キシチジヂヒ])$/u;
// スーザン may be "Sarzan": r after a vowel is written as a longer one.
const mayHideR = /[aeo]/u;
const mostReadings = 8;

/** The ways in which a word of katakana may have sounded; none for anything else. */
export function soundsOfKatakana(word: string): readonly Sound[] {
  let readings = [''];
  const add = (...choices: readonly string[]) => {
    const next = readings.flatMap((reading) => choices.map((choice) => reading + choice));
    readings = next.length > mostReadings ? readings.map((reading) => reading + choices[0]!) : next;
  };
  const signs = [...word];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at]!;
    const small = smallVowels.get(signs[at + 1] ?? '');
    if (small !== undefined) at += 1;
    if (sign === 'ー') {
      if (mayHideR.test(readings[0]!.slice(-1))) add('', 'r');
    } else if (sign === 'ン') add(/[バビブベボパピプペポマミムメモ]/u.test(signs[at + 1] ?? '') ? 'm' : 'n');
    else if (sign !== 'ッ') {
      const spoken = kana.get(sign);
      if (spoken === undefined) return [];
      add(...choicesOf(sign, spoken, small, at === 0 ? '' : readings[0]!.slice(-1)));
    }
  }
  return readings.map((reading) => soundOf(reading));
}

function choicesOf(
  sign: string,
  [consonant, vowel]: readonly [string, string],
  small: string | undefined,
  last: string,
): readonly string[] {
  if (sign === 'ウ' && small !== undefined) return [`b${small}`];
  if (small !== undefined) return [consonant + small];
  // ハルキウ is Kharkiv, アウディ Audi.
  if (sign === 'ウ' && last !== '') return ['U', 'b'];
  if (!fillers.test(sign)) return [consonant + vowel];
  const filled = consonant + vowel.toUpperCase();
  // Lavrov is ラブロフ, "Baltic" バルチック, Podillia ポジーリャ.
  if (sign === 'フ') return [filled, `b${vowel.toUpperCase()}`];
  if (sign === 'チ') return [filled, `t${vowel}`];
  return sign === 'ジ' ? [filled, `d${vowel}`] : [filled];
}

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'b', г: 'h', ґ: 'h', д: 'd', е: 'e', є: 'e', ж: 'z', з: 'z', и: 'i', і: 'i', ї: 'i', й: '',
  к: 'k', л: 'r', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'h', х: 'h', ц: 'c', ч: 'c',
  ш: 's', щ: 's', ь: '', ъ: '', ю: 'u', я: 'a', ы: 'i', э: 'e', ё: 'o',
}; // biome-ignore format: an alphabet reads better in rows

const latin: readonly (readonly [RegExp, string])[] = [
  [/sch|shch|sh|th/g, 's'],
  [/tch|ch|ts|tz/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/dzh|zh|dj|j(?=[aeiou])/g, 'z'],
  [/kh|gh|ph|g|f/g, 'h'],
  [/ck|qu?|c/g, 'k'],
  [/x/g, 'ks'],
  [/l/g, 'r'],
  [/[vw]/g, 'b'],
  [/y(?=[aeiou])|j/g, ''],
  [/i(?=[aeou])/g, ''],
  [/y/g, 'i'],
  [/C/g, 'c'],
];

/** The sound of a normalised word of Cyrillic or Latin letters; null for anything else. */
export function soundOfWord(word: string): Sound | null {
  let spoken = '';
  if (/^[a-z]+$/.test(word)) {
    spoken = word;
    for (const [from, to] of latin) spoken = spoken.replace(from, to);
  } else {
    for (const letter of word.replaceAll('дж', 'ж')) {
      const sound = cyrillic[letter];
      if (sound === undefined) return null;
      spoken += sound;
    }
  }
  return soundOf(spoken);
}

function soundOf(reading: string): Sound {
  const spoken = reading.replace(/n(?=[bpm])/g, 'm').replace(/([a-z])\1+/g, '$1');
  const consonants = spoken.replace(/[aiueo]/gi, '').replace(/([a-z])\1+/g, '$1');
  return { key: /^[aiueo]/i.test(spoken) ? `a${consonants}` : consonants, spoken };
}

// ペチェニヒ has four consonants, カルーセル three: with fewer a third of all words sound like some town.
const fewestConsonants = 3;

/**
 * The term under which the word index keeps the sound of a name; null for one so short that many sound alike. It begins with a digit, as no
 * group of letters does.
 */
export function soundTerm({ key }: Sound): string | null {
  return key.length < fewestConsonants ? null : `0${key}`;
}

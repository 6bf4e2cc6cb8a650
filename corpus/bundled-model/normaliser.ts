/** One step of a tokenizer.json normaliser; the same list is applied here when the vocabulary is made. */
export type NormaliserStep =
  | { readonly type: 'NFKC' }
  | { readonly type: 'Lowercase' }
  | { readonly type: 'Replace'; readonly pattern: { readonly Regex: string }; readonly content: string };

/** Closes every Latin, Cyrillic or digit word, so that a piece can tell "мін" the word from "мін" in "міністр". */
export const wordEnd = '_';

const cyrillic = 'а-яіїєґ';
const letters = `a-z${cyrillic}`;
const word = `${letters}0-9`;
const hiragana = 'ぁ-ん';
const katakana = 'ァ-ヶー';

// Accents are folded letter by letter and for Latin only: dropping combining marks wholesale would turn й into и and ї into і.
const latinFolds: readonly (readonly [string, string])[] = [
  ['àáâãäåāăą', 'a'],
  ['çćĉċč', 'c'],
  ['ďđð', 'd'],
  ['èéêëēĕėęě', 'e'],
  ['ĝğġģ', 'g'],
  ['ìíîïĩīĭįı', 'i'],
  ['ķ', 'k'],
  ['ĺļľŀł', 'l'],
  ['ñńņňŋ', 'n'],
  ['òóôõöøōŏő', 'o'],
  ['ŕŗř', 'r'],
  ['śŝşšș', 's'],
  ['ţťŧțþ', 't'],
  ['ùúûüũūŭůűų', 'u'],
  ['ýÿŷ', 'y'],
  ['źżž', 'z'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
];

function replace(pattern: string, content: string): NormaliserStep {
  return { type: 'Replace', pattern: { Regex: pattern }, content };
}

/**
 * Everything that is no letter or digit of the alphabet becomes a space, so that no text ever holds an unknown token.
 * @param kanji the kanji the vocabulary knows; others cannot be told apart and are dropped.
 */
export function normaliserSteps(kanji: string): readonly NormaliserStep[] {
  return [
    replace("['’ʼ`´‘‛′ʹ＇]", ''),
    { type: 'NFKC' },
    { type: 'Lowercase' },
    // Soft hyphen, zero-width characters, stress marks and the dot that lower-casing leaves of a Turkish İ.
    replace('[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\u0300\\u0301\\u0307]', ''),
    replace('ё', 'е'),
    ...latinFolds.map(([from, to]) => replace(`[${from}]`, to)),
    replace(`[^${word}${hiragana}${katakana}${kanji}]+`, ' '),
    // Japanese has no spaces: the change of script is the best word boundary there is without a dictionary.
    ...[hiragana, katakana, word].map((script) =>
      replace(`(?<=[${script}])(?=[^${script} ])|(?<=[^${script} ])(?=[${script}])`, ' '),
    ),
    // "mv4" and "MV-4" are one machine.
    replace(`(?<=[${letters}])(?=[0-9])|(?<=[0-9])(?=[${letters}])`, ' '),
    replace(`(?<=[${word}])(?![${word}])`, wordEnd),
  ];
}

/** Words of a text as the tokenizer will see them, with {@link wordEnd}. */
export function createSplitter(steps: readonly NormaliserStep[]): (text: string) => readonly string[] {
  const apply = steps.map((step): ((text: string) => string) => {
    if (step.type === 'NFKC') return (text) => text.normalize('NFKC');
    if (step.type === 'Lowercase') return (text) => text.toLowerCase();
    const pattern = new RegExp(step.pattern.Regex, 'gu');
    return (text) => text.replaceAll(pattern, step.content);
  });
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const normal = apply.reduce((current, step) => step(current), text);
    const words = normal.split(/\s+/u).filter((part) => part !== '');
    known.set(text, words);
    return words;
  };
}

/** The distinct kanji in some texts, sorted, ready for a character class. */
export function kanjiIn(texts: Iterable<string>): string {
  const found = new Set<string>();
  for (const text of texts) for (const sign of text.match(/[一-鿿々]/gu) ?? []) found.add(sign);
  return [...found].sort().join('');
}

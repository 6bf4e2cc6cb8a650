import { isCyrillic } from './sound.ts';

/** Columns of the lexicon that are written with spaces between words. */
export type SpacedLanguage = 'en' | 'uk' | 'ru';

/**
 * A stem this long is met at the start of a longer word by its inflections and hardly ever by chance; a shorter one ("мін",
 * "mine") only counts in its inflections, which are spelled out, or it would also match "міністр" and "minister". Four letters do
 * when the ending that was cut is long ("япон|ія").
 */
const openStem = { letters: 5, lettersAfterLongEnding: 4, longEnding: 2 } as const;

/** No stem below this is ever open. */
export const shortestOpenStem = openStem.lettersAfterLongEnding;

type EndingClasses = readonly (readonly [RegExp, string])[];

// What a short word turns into, by its last letters. Forms made up by rule cost memory, so each class only gets its own. The
// lexicon lists the forms of short verbs.
const endingClasses: Readonly<Record<SpacedLanguage, EndingClasses>> = {
  uk: [
    [/(?:ти|тися|тись)$/u, ''],
    [/[иі]й$/u, 'ий ій а е і ого ому им ої у ою их ими я є його йому їм ю єю їх їми'],
    [/[ії]я$/u, 'ія ії ію ією ій іям іями іях'],
    [/а$/u, 'а и і у ою ам ами ах  о'],
    [/я$/u, 'я і ї ю ею єю ь й ям ями ях'],
    [/[оеє]$/u, 'о е є а я у ю і ї ом ем єм  ам ями ах ях ів ь'],
    [/[ьй]$/u, 'ь й я ю ем єм еві єві і ї ів їв ям ями ях'],
    [/./u, ' а у ом ові і и ів ам ами ах'],
  ],
  ru: [
    [/(?:ть|ться|ти|тись)$/u, ''],
    [/[ыи]й$|ой$/u, 'ый ий ой ая ое ые ого ому ым ой ую ых ыми ие его ему им их ими яя ее юю ей'],
    [/ия$/u, 'ия ии ию ией ий иям иями иях'],
    [/а$/u, 'а ы и е у ой  ам ами ах'],
    [/я$/u, 'я и е ю ей ь й ям ями ях'],
    [/[оеё]$/u, 'о е а я у ю ом ем  ам ями ах ях ей'],
    [/[ьй]$/u, 'ь й я ю ем е и ей ев ям ями ях'],
    [/./u, ' а у ом е ы и ов ам ами ах'],
  ],
  en: [
    [/y$/u, 'y ies ied ys'],
    [/e$/u, 'e es ed ing'],
    [/(?:ing|ed)$/u, ''],
    [/(?:s|x|z|ch|sh)$/u, ' es s ed ing'],
    [/./u, ' s ed ing'],
  ],
};

// Every ending in either Slavic language, for finding the stem.
const slavicEndings = [
  ...new Set([
    ...[...endingClasses.uk, ...endingClasses.ru].flatMap(([, endings]) => endings.split(' ')),
    ...'ння нню нням ием ие єм ев ыми юю єї ею'.split(' '),
  ]),
]
  .filter((ending) => ending !== '')
  .sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
const verbTails = ['тися', 'ться', 'тись', 'ти', 'ть'];
const verbEndings =
  'в ла ло ли но на ний ного ної ну ні них нням ння нню ють ют ет ит ят ить ять л лся є ю'.split(' ');
const englishTails = ['ings', 'ing', 'ies', 'ed', 'es', 's', 'e', 'y'];

/** How one word of the lexicon is recognised in a text. */
export interface WordPattern {
  /** Whole words, without the word end. */
  readonly wholes: readonly string[];
  /** Openings of longer words; empty when the stem is too short to be safe. */
  readonly stems: readonly string[];
}

function cut(word: string, tails: readonly string[], options: { readonly keep: number }): string {
  const tail = tails.find((end) => word.endsWith(end) && word.length - end.length >= options.keep);
  return tail === undefined ? word : word.slice(0, word.length - tail.length);
}

/** The part of a Cyrillic or English word its inflections share, at least three letters where there are three. */
export function stemOf(word: string): string {
  if (!isCyrillic(word)) return cut(word, englishTails, { keep: 3 });
  const verb = cut(word, verbTails, { keep: 4 });
  return verb !== word ? verb : cut(word, slavicEndings, { keep: 3 });
}

/**
 * Stems under which Ukrainian and Russian hide the same word: допомога, допомозі; Харків, Харкова; внесок, внеску;
 * грудень, грудня. A vowel only changes in the last syllable of a word without an ending.
 */
function alternations(stem: string, word: string): readonly string[] {
  const soft: Readonly<Record<string, string>> = { г: 'з', к: 'ц', х: 'с' };
  const softened = /[ая]$/u.test(word) ? soft[stem.at(-1)!] : undefined;
  const found = softened ? [stem.slice(0, -1) + softened] : [];
  if (word !== stem && word !== `${stem}ь`) return found;
  const closed = /^(.*[бвгґджзклмнпрстфхцчшщй])([іоеє])([бвгґджзклмнпрстфхцчшщ]{1,2})$/u.exec(stem);
  if (closed) {
    const [, head, vowel, tail] = closed;
    if (vowel === 'і') found.push(`${head}о${tail}`, `${head}е${tail}`);
    else if (tail!.length === 1) found.push(head! + tail);
  }
  const iotated = /^(.+)ї([бвгґджзклмнпрстфхцчшщ])$/u.exec(stem);
  if (iotated) found.push(`${iotated[1]}є${iotated[2]}`);
  return found;
}

// Such a form is listed beside the plain one it comes from; inflecting it again would only make up words.
const oblique = /(?:ами|ями|ими|ыми|ах|ях|их|ых|ам|ям|ом|ем|єм|ою|ею|єю|ів|їв|ов|ого|ому|ої|ові|еві)$/u;

function inflections(word: string, stem: string, language: SpacedLanguage): readonly string[] {
  if (word.length < 3 || oblique.test(word)) return [];
  const endings = endingClasses[language].find(([last]) => last.test(word))?.[1] ?? '';
  return endings === '' ? [] : endings.split(' ').map((ending) => stem + ending);
}

/** Whether the stem of a word may stand for every longer word that begins with it. */
export function isOpenStem(stem: string, word: string): boolean {
  if (stem.length >= openStem.letters) return true;
  return stem.length >= openStem.lettersAfterLongEnding && word.length - stem.length >= openStem.longEnding;
}

/** Every way a word of the lexicon shows up in a text. An abbreviation in capitals is never inflected. */
export function patternOf(
  word: string,
  options: { readonly language: SpacedLanguage; readonly isInflected: boolean },
): WordPattern {
  if (!options.isInflected || !/^[a-zа-яіїєґ]+$/u.test(word)) return { wholes: [word], stems: [] };
  const stem = stemOf(word);
  if (!isOpenStem(stem, word)) {
    const language = isCyrillic(word) ? options.language : 'en';
    return { wholes: [...new Set([word, ...inflections(word, stem, language)])], stems: [] };
  }
  const hidden = isCyrillic(word) ? alternations(stem, word) : [];
  return { wholes: [word], stems: [stem, ...hidden.filter((one) => isOpenStem(one, word))] };
}

/** Endings that say nothing of the meaning of the word they close. */
export const allEndings: readonly string[] = [
  ...new Set([
    ...slavicEndings,
    ...verbEndings,
    ...verbTails,
    ...englishTails,
    'er',
    'ers',
    'or',
    'ors',
    'd',
    'ся',
    'сь',
  ]),
].sort();

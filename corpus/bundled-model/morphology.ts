import { isCyrillic } from './sound.ts';

/**
 * A stem this long is met at the start of a longer word by its inflections and hardly ever by chance; a shorter one ("мін",
 * "mine") only counts in its listed inflections, or it would also match "міністр" and "minister". Four letters do when
 * the ending that was cut is long ("япон|ія").
 */
const openStem = { letters: 5, lettersAfterLongEnding: 4, longEnding: 2 } as const;

/** No stem below this is ever open. */
export const shortestOpenStem = openStem.lettersAfterLongEnding;

const nounEndings =
  'ами ями ові еві єві ою ею єю ом ем єм ям ам ах ях ів їв ев ов ей ой ий ій а я у ю і ї и ы е є о ь'.split(
    ' ',
  );
// What a short noun turns into, by its last letter: made-up forms cost memory, so each class only gets its own.
const nounClasses: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[иії][яї]$/u, 'ія ії ію ією ій ия ии ию ией ий иям иями иях іям іями іях'.split(' ')],
  [/[ая]$/u, 'а и і у ою ам ами ах ы ой е я ї ю єю ею ей ь ям ями ях'.split(' ').concat('')],
  [/[оеє]$/u, 'о а у ом і ам ами ах е я ю ем ям ями ях ей'.split(' ').concat('')],
  [/[ьй]$/u, 'ь й я ю ем єм ї і ів їв ей ев ям ями ях и'.split(' ')],
];
const hardNounEndings = 'а у ом ові і и ів ам ами ах ы ов е'.split(' ').concat('');
const adjectiveEndings =
  'ого ому ими ими ої ій ою им их ий ій ая яя ое ее ые ие ый ой ей ую юю ым ых его ему ими а е і у я є ю'.split(
    ' ',
  );
const verbEndings =
  'ти ть тися ться в ла ло ли но на ний ного ної ну ні них нням ння нню є ють ють ет ют ит ят ить ять л лся'.split(
    ' ',
  );
const englishEndings = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ers', "'s"].map((ending) =>
  ending.replace("'", ''),
);

const cyrillicEndings = [
  ...new Set([
    ...nounEndings,
    ...adjectiveEndings,
    'ия',
    'ию',
    'ии',
    'ие',
    'ием',
    'ией',
    'ія',
    'ію',
    'ії',
    'ією',
    'ння',
    'нню',
    'нням',
  ]),
].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
const verbTails = ['тися', 'ться', 'тись', 'ти', 'ть'];
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

const verbStem = { keep: 4 } as const;

function isVerbCut(word: string): boolean {
  return cut(word, verbTails, verbStem) !== word;
}

/** The part of a Cyrillic or English word its inflections share, at least three letters where there are three. */
export function stemOf(word: string): string {
  if (!isCyrillic(word)) return cut(word, englishTails, { keep: 3 });
  return isVerbCut(word) ? cut(word, verbTails, verbStem) : cut(word, cyrillicEndings, { keep: 3 });
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
    else if (tail!.length === 1 && stem.length > shortestOpenStem) found.push(head! + tail);
  }
  const iotated = /^(.+)ї([бвгґджзклмнпрстфхцчшщ])$/u.exec(stem);
  if (iotated) found.push(`${iotated[1]}є${iotated[2]}`);
  return found;
}

// Such a form is listed beside the plain one it comes from; inflecting it again would only make up words.
const oblique = /(?:ами|ями|ими|ах|ях|их|ам|ям|ом|ем|єм|ою|ею|єю|ів|їв|ов|ого|ому|ої|ові|еві)$/u;

function endingsFor(word: string): readonly string[] {
  if (!isCyrillic(word)) return englishEndings;
  // Only a verb long enough to be cut before its infinitive ending has a stem to inflect; the lexicon lists the short ones.
  if (/(?:ти|тися|ать|ять|ить|еть|уть|ться)$/u.test(word)) return isVerbCut(word) ? verbEndings : [];
  if (/(?:ий|ый)$/u.test(word)) return adjectiveEndings;
  return nounClasses.find(([last]) => last.test(word))?.[1] ?? hardNounEndings;
}

/** Whether the stem of a word may stand for every longer word that begins with it. */
export function isOpenStem(stem: string, word: string): boolean {
  if (stem.length >= openStem.letters) return true;
  return stem.length >= openStem.lettersAfterLongEnding && word.length - stem.length >= openStem.longEnding;
}

/** Every way a word of the lexicon shows up in a text. An abbreviation in capitals is never inflected. */
export function patternOf(word: string, options: { readonly inflected: boolean }): WordPattern {
  if (!options.inflected || !/^[a-zа-яіїєґ]+$/u.test(word)) return { wholes: [word], stems: [] };
  const stem = stemOf(word);
  const stems = isCyrillic(word) ? [stem, ...alternations(stem, word)] : [stem];
  const open = stems.filter((one) => isOpenStem(one, word));
  const short = stems.filter((one) => !isOpenStem(one, word) && one.length >= 2);
  const endings = oblique.test(word) || word.length < 3 ? [] : endingsFor(word);
  const wholes = short.flatMap((one) => endings.map((ending) => one + ending));
  return { wholes: [...new Set([word, ...wholes])], stems: open };
}

/** Endings that say nothing of the meaning of the word they close. */
export const allEndings: readonly string[] = [
  ...new Set([
    ...cyrillicEndings,
    ...verbEndings,
    ...verbTails,
    ...englishEndings,
    ...englishTails,
    'or',
    'ors',
    'ся',
    'сь',
  ]),
].sort();

import { asCyrillicKeys, asLatinKeys, foldCyrillic, foldLatin, squeeze, withoutLeet } from './gate-fold.ts';
import { withoutHomonyms } from './gate-homonyms.ts';
import { withoutIdioms } from './gate-idioms.ts';
import type { Sentence, Word } from './gate-sentence.ts';
import { englishWords, type Meaning, slavicWords, type Tag, withinOneEdit } from './gate-vocabulary.ts';

/** How the letters of a message are to be taken. */
export type View = 'written' | 'transliterated' | 'cyrillic-keys' | 'latin-keys';

// A Telegram message is at most 4,096 long. Of anything longer the beginning says what it is about and the end asks.
const headChars = 4096;
const tailChars = 1024;
const longestWord = 40;
const longestSentence = 40;
// As far as any rule looks.
const stretchOverlap = 16;

// Zero-width and typesetting characters split words that a reader sees whole.
const invisible = /[\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{M}/gu;
// Marks of mines, grenades and shells. One-letter marks only without a space: «с 4 июля» is a date.
const modelNames =
  'тм tm пмн pmn пфм pfm мон mon озм ozm пом pom птм ptm вог vog рпг rpg ргд rgd рго rgo фаб fab каб kab шоаб shoab офаб аоаб';
const stretched = modelNames
  .split(' ')
  .map((name) => [...name].map((letter) => `${letter}{1,2}`).join(''))
  .join('|');
const model = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${stretched})[-\\s]?\\d{1,4}[мmнсsт]?|(?:ф|f|c|с)-?[14]|мс-?3|9н\\d{3}|пмн|pmn|пфм|pfm|озмк?[ауиі]?|ozm|монк[ауи]|ргд|rgd|ргн|rgn|тмка|тмку|ргдшк[ау])(?![\\p{L}\\p{N}])`,
  'gu',
);
// Titles of several words; their words alone mean tanks, duties and the world.
const gameTitle =
  /world of (?:tanks|warships|warcraft)|call of duty|counter[- ]?strike|grand theft auto|battlefield (?:[1-6]|v(?!\p{L})|2042)|dust ?(?:2|ii)(?!\p{L})|war thunder|rainbow six|half-life|metal gear|red dead|far cry|ворлд оф (?:т[еэ]нкс|варшипс)|світ[іу]? танків|кол[лд]? оф д\p{L}{2,5}|каунтер[- ]?страйк\p{L}{0,2}/gu;
// The map of mined areas has `mine` in its address.
const address =
  /(?:https?:\/\/\S+|(?<![\p{L}\d])(?:[a-z\d-]{1,40}\.){1,4}(?:ua|com|org|net|gov|info|int|eu|jp|app)(?![\p{L}\d])\S*)/gu;
const weight = /(?:кг|кілограм\p{L}{0,9}|килограмм\p{L}{0,9})\s{1,9}на\s{1,9}\d+/gu;
const calibre =
  /(?<!\d)\d+(?:[.,]\d+)?[\s-]{0,2}(?:мм|mm|см|cm|ммм|кг|kg|міліметр\p{L}*|миллиметр\p{L}*)(?!\p{L})/gu;
const age = /\d{1,3}\s+(?:рок(?:ів|и)|год(?:а|ов)|лет|years?)(?!\p{L})/gu;
const metres = /(?<![$€£\d])\d+[\s-]{0,2}(?:м|m|метр\p{L}*|met(?:er|re)s?)(?![\p{L}²2])/gu;
const phone = /(?<![\p{L}\p{N}])(?:101|102|103|104|112|911)(?![\p{L}\p{N}])/gu;
const pieces = /[\p{L}\p{N}$]+(?:['’ʼ`´*-][\p{L}\p{N}]+)*|[.!?;\n…]+|[,:—–]+/gu;
const comma = ',';
const unknown: Meaning = { tags: new Set<Tag>(), guessed: false };
const cyrillic = /\p{Script=Cyrillic}/u;

/** Cuts, lower-cases and strips what a reader does not see. */
export function plain(text: string): string {
  const cut =
    text.length <= headChars + tailChars ? text : `${text.slice(0, headChars)}\n${text.slice(-tailChars)}`;
  // `US` is a country, `us` is people.
  const named = cut.replace(/^.*\p{Ll}/gmu, (line) => line.replace(/\bUS\b/gu, 'USA'));
  // Й and Ї are single letters; only marks that stand alone after composition are decoration.
  return whole(named.normalize('NFKC').replace(invisible, '').toLowerCase());
}

// `б о м б а`, `b.o.m.b`: four letters set apart are a word; fewer may be initials or prepositions.
const spacedLetters = /(?<!\S)(?:\p{L} ){3,}\p{L}(?!\S)/gu;
const pointedLetters = /(?<![\p{L}\p{N}])(?:\p{L}[.*_·-]){3,}\p{L}(?![\p{L}\p{N}])/gu;
// Beside such words, wider gaps part the short ones: `м і н а   я к`.
const shortSpaced = /(?<=^| {2})\p{L} \p{L}(?: \p{L})?(?= {2}|$)/gu;

/** True when letters are set apart so that a word is not read at once. */
export function hidesWords(text: string): boolean {
  return text.search(spacedLetters) >= 0 || text.search(pointedLetters) >= 0;
}

function whole(text: string): string {
  const joined = text
    .replace(pointedLetters, (word) => word.replace(/[.*_·-]/g, ''))
    .replace(spacedLetters, (word) => word.replaceAll(' ', ''));
  return joined === text ? text : joined.replace(shortSpaced, (word) => word.replaceAll(' ', ''));
}

/** Words of a message, sentence by sentence. `text` comes from {@link plain}. */
export function readMessage(text: string, view: View): readonly Sentence[] {
  const typed =
    view === 'cyrillic-keys' ? asCyrillicKeys(text) : view === 'latin-keys' ? asLatinKeys(text) : text;
  const known = withoutIdioms(typed)
    .replace(address, ' ')
    .replace(weight, ' ')
    .replace(calibre, ' ')
    .replace(age, ' ')
    .replace(metres, ' метрів ')
    .replace(phone, ' ')
    .replace(model, ' uxo ')
    .replace(gameTitle, ' videogame ');
  const sentences: string[][] = [[]];
  for (const [piece] of known.matchAll(pieces)) {
    if (/^[.!?;\n…]/.test(piece)) sentences.push([]);
    else sentences.at(-1)!.push(/^[,:—–]/.test(piece) ? comma : piece);
  }
  return sentences
    .filter((sentence) => sentence.length > 0)
    .map((sentence) =>
      withoutHomonyms(mended(commasMarked(joinLetters(sentence).flatMap((piece) => wordsOf(piece, view))))),
    )
    .filter((sentence) => sentence.some(({ tags }) => tags.size > 0))
    .flatMap(inStretches);
}

// Rules compare words of one sentence with each other: stretches keep that linear in a text without full stops.
function inStretches(sentence: Sentence): readonly Sentence[] {
  if (sentence.length <= longestSentence) return [sentence];
  const step = longestSentence - stretchOverlap;
  const count = Math.ceil((sentence.length - stretchOverlap) / step);
  return Array.from({ length: count }, (_, index) =>
    sentence.slice(index * step, index * step + longestSentence),
  );
}

// `м і н а`: letters set apart are one word. Three or fewer may be initials or prepositions.
function joinLetters(sentence: readonly string[]): readonly string[] {
  const out: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length >= 4) out.push(run.join(''));
    else out.push(...run);
    run = [];
  };
  for (const piece of sentence) {
    if (/^\p{L}$/u.test(piece)) run.push(piece);
    else {
      flush();
      out.push(piece);
    }
  }
  flush();
  return out;
}

// Commas are no words: the word after one carries the mark.
function commasMarked(words: readonly Word[]): readonly Word[] {
  return words.flatMap((here, index) => {
    if (here.text === comma) return [];
    return words[index - 1]?.text === comma ? [{ ...here, afterComma: true }] : [here];
  });
}

// A message repeats words, and so do people; reading one through all its typos costs a hundred times the look-up.
const mostRemembered = 20_000; // about 6 MB
const rememberedWords = new Map<View, Map<string, readonly Word[]>>();

function wordsOf(piece: string, view: View): readonly Word[] {
  if (piece.length > longestWord) return [word(piece, unknown)];
  const words = rememberedWords.get(view) ?? new Map<string, readonly Word[]>();
  rememberedWords.set(view, words);
  const known = words.get(piece);
  if (known !== undefined) return known;
  const read = readPiece(piece, view);
  if (words.size >= mostRemembered) words.clear();
  words.set(piece, read);
  return read;
}

function readPiece(piece: string, view: View): readonly Word[] {
  if (piece === comma) return [word(comma, unknown)];
  if (/^[\d$]/.test(piece) && !/\p{L}/u.test(piece)) return [numberWord(piece)];
  const joined = withoutLeet(piece)
    .replace(/(?<=[a-z])['’]s$/u, '')
    .replace(/['’ʼ`´*-]/gu, '');
  const whole = meaningOf(joined, view, { fuzzy: !/[-*]/.test(piece) && isFuzzy(view) });
  if (whole.tags.size > 0) return [word(joined, whole)];
  if (piece.includes('-')) {
    return piece.split('-').map((part) => word(part, meaningOf(part, view, { fuzzy: isFuzzy(view) })));
  }
  return unglued(joined, view) ?? [word(joined, { tags: maybeTags(joined, view), guessed: true })];
}

// Ten and more things are news; `2 снаряди` may lie in a garden.
function numberWord(piece: string): Word {
  const isFigure = Number(piece) >= 10 || piece.includes('$');
  return word(piece, { tags: new Set<Tag>(isFigure ? ['figure'] : []), guessed: false });
}

// Letters read through another keyboard are a guess already; a second guess on top finds words in noise.
function isFuzzy(view: View): boolean {
  return view === 'written' || view === 'transliterated';
}

function word(text: string, meaning: Meaning): Word {
  return { text, afterComma: false, ...meaning };
}

function meaningOf(text: string, view: View, options: { readonly fuzzy: boolean }): Meaning {
  if (cyrillic.test(text)) return slavicWords.meaning(foldCyrillic(text), options);
  if (view !== 'transliterated') return englishWords.meaning(text, options);
  if (englishOnly.has(text)) return englishWords.meaning(text, options);
  const english = englishWords.exact(text);
  if (english && !translitHomographs.has(text)) return sure(english);
  const slavic = slavicWords.meaning(foldLatin(text), options);
  return english ? sure(new Set([...english, ...slavic.tags])) : slavic;
}

// English words that are also the transliteration of a word the gate needs.
const translitHomographs = new Set(['take', 'do', 'pole']);
// Little English words that would fold to something else: `on` to the UN.
const englishOnly = new Set(
  'on in the a an at by for and or not with from am it as if so up out off into than then but'.split(' '),
);

function sure(tags: ReadonlySet<Tag>): Meaning {
  return { tags, guessed: false };
}

const reported: readonly Tag[] = [
  'one',
  'hazard',
  'home',
  'ground',
  'found',
  'foundMany',
  'lies',
  'doing',
  'call',
];

// `знайшовміну`, `вгороді`: a forgotten space.
function unglued(text: string, view: View): readonly Word[] | null {
  if (text.length < 6 || text.length > 24) return null;
  for (let at = 1; at <= text.length - 3; at += 1) {
    const left = text.slice(0, at);
    const right = text.slice(at);
    if (at < 3 && (right.length < 5 || !/^(?:в|у|на|я|v|u|na)$/u.test(left))) continue;
    const rightMeaning = meaningOf(right, view, { fuzzy: false });
    if (!reported.some((tag) => rightMeaning.tags.has(tag))) continue;
    const leftMeaning = meaningOf(left, view, { fuzzy: false });
    if (at >= 3 && leftMeaning.tags.size === 0) continue;
    return [word(left, leftMeaning), word(right, rightMeaning)];
  }
  return null;
}

// A space too many: `сна ряд`.
function mended(sentence: readonly Word[]): Sentence {
  const out: Word[] = [];
  for (let index = 0; index < sentence.length; index += 1) {
    const here = sentence[index]!;
    const next = sentence[index + 1];
    const joint = next && here.tags.size === 0 && next.tags.size === 0 ? here.text + next.text : '';
    const meaning = joint.length >= 5 ? meaningOf(joint, 'written', { fuzzy: false }) : null;
    if (meaning && meaning.tags.size > 0) {
      out.push(word(joint, meaning));
      index += 1;
    } else out.push(here);
  }
  return out;
}

const mineForms = ['mina', 'minu', 'mini', 'minoiu', 'minoi'];

// Four letters are too few to be sure of a typo; what may be `міна` counts only beside a place and a call for help.
function maybeTags(text: string, view: View): ReadonlySet<Tag> {
  const slavic = cyrillic.test(text) || view === 'transliterated';
  const folded = (cyrillic.test(text) ? squeeze(foldCyrillic(text)) : squeeze(foldLatin(text)))
    .replace('U', 'iu')
    .replace('A', 'ia');
  if (folded.length < 3 || folded.length > 6) return new Set();
  const near = slavic
    ? !slavicWords.isReal(folded) && mineForms.some((form) => withinOneEdit(folded, form))
    : !englishWords.isReal(text) && ['mine', 'bomb'].some((form) => withinOneEdit(text, form));
  return new Set<Tag>(near ? ['maybe'] : []);
}

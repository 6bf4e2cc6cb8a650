import { matchesIn } from './matches.ts';
import { stem } from './stem.ts';

/**
 * The one normaliser. Indexing and asking both go through it, so a spelling that differs only in case, Unicode form,
 * apostrophe, soft hyphen or kind of space is the same spelling on both sides. Offsets are not kept: quotes are cut
 * from the stored text, never from normalised text.
 */

// Zero-width characters and soft hyphens are typesetting, not spelling.
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/g;
// U+02BC is a letter and U+2019 a quotation mark to most tokenisers, although Ukrainian writers mean one sign.
const apostrophes = /(?<=\p{L})['’ʼ‘`´ʹ′＇](?=\p{L})/gu;
// "Norway's" is Norway; without this the possessive would be glued to the name.
const possessive = /(?<=[a-z])['’ʼ]s(?![\p{L}])/giu;
const tokens = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;
const anyTypesetting = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069'’ʼ‘`´ʹ′＇]|\u0301/;
const combiningStress = /\u0301/g;

/** Lower case, compatibility form, no invisible characters, no apostrophes inside words, ё as е. */
export function normalise(text: string): string {
  return lower(withoutTypesetting(text));
}

function withoutTypesetting(text: string): string {
  const composed = text.normalize('NFKC');
  // Most texts have none of these; looking once is a third of the price of replacing three times.
  if (!anyTypesetting.test(composed)) return composed;
  return composed
    .replace(invisible, '')
    .replace(possessive, '')
    .replace(apostrophes, '')
    .replace(combiningStress, '');
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** A word or number of a text. */
export interface Token {
  /** Normalised. */
  readonly text: string;
  /** For matching; see {@link stem}. */
  readonly stem: string;
  /** No space parts it from the token before (`gcs` `200`). */
  readonly glued: boolean;
  /** Written in capitals only: tells US from us and IT from it. */
  readonly capitals: boolean;
  /** Begins with a capital letter, as a name does: tells Дія, the portal, from дія, an action. */
  readonly capitalised: boolean;
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** True for a token written in kanji or kana, where words are not parted by spaces. */
export function isJapanese(token: string): boolean {
  // Its scripts begin at U+2E80; words of other scripts need no regular expression.
  return token.charCodeAt(token.length - 1) >= 0x2e80 || token.charCodeAt(0) >= 0x2e80
    ? japanese.test(token)
    : false;
}

/**
 * Words and numbers in order. Numbers keep inner points and commas (`1,374`, `15.8`).
 * @param remembers whether new words are kept for the next text; not worth it for a list of words each of which is read once.
 */
export function tokenise(text: string, remembers = true): readonly Token[] {
  const clean = withoutTypesetting(text);
  // "GCSは" is a name and a particle: Japanese sets no space between them.
  const hasJapanese = japanese.test(clean);
  const found: Token[] = [];
  let end = -1;
  for (const match of matchesIn(clean, tokens)) {
    let { index } = match;
    for (const word of hasJapanese ? match[0].split(scriptBorder) : [match[0]]) {
      const { alone, glued } = readingsOf(word, remembers);
      const gap = index - end;
      const isGlued = end >= 0 && (gap === 0 || (gap === 1 && gluing.includes(clean[end]!)));
      found.push(isGlued ? glued : alone);
      index += word.length;
      end = index;
    }
  }
  return found;
}

const scriptBorder =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?=[\p{Script=Latin}\p{Script=Cyrillic}])/u;

interface Readings {
  readonly alone: Token;
  readonly glued: Token;
}

const gluing = '-–/.';
// Texts use the same words again and again; reading each spelling once halves the time of cutting a text.
const readings = new Map<string, Readings>();
const readingsLimit = 50_000; // about 15 MB
const longestKept = 40;

function readingsOf(word: string, remembers: boolean): Readings {
  const known = readings.get(word);
  if (known !== undefined) return known;
  const capitals = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const text = lower(word);
  const alone = { text, stem: stem(text), glued: false, capitals, capitalised: /^\p{Lu}/u.test(word) };
  const made = { alone, glued: { ...alone, glued: true } };
  if (!remembers) return made;
  if (readings.size >= readingsLimit) readings.clear();
  if (word.length <= longestKept) readings.set(word, made);
  return made;
}

/** Collapses white space; for titles and other one-line texts that are shown. */
export function oneLine(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

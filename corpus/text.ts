/**
 * The one normaliser. Indexing and asking both go through it, so a spelling that differs only in case, Unicode form,
 * apostrophe, soft hyphen or kind of space is the same spelling on both sides. Offsets are not kept: quotes are cut
 * from the stored text, never from normalised text.
 */

// Zero-width characters and soft hyphens are typesetting, not spelling.
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/g;
// U+02BC is a letter and U+2019 a quotation mark to most tokenisers, although Ukrainian writers mean one sign.
const apostrophes = /(?<=\p{L})['’ʼ‘`´ʹ′＇](?=\p{L})/gu;
const tokens = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;
const combiningStress = /\u0301/g;

/** Lower case, compatibility form, no invisible characters, no apostrophes inside words, ё as е. */
export function normalise(text: string): string {
  return lower(withoutTypesetting(text));
}

function withoutTypesetting(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(apostrophes, '').replace(combiningStress, '');
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** A word or number of a text. */
export interface Token {
  /** Normalised. */
  readonly text: string;
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
  return japanese.test(token);
}

/** Words and numbers in order. Numbers keep inner points and commas (`1,374`, `15.8`). */
export function tokenise(text: string): readonly Token[] {
  const clean = withoutTypesetting(text);
  const found: Token[] = [];
  let end = -2;
  for (const match of clean.matchAll(tokens)) {
    const between = clean.slice(Math.max(end, 0), match.index);
    const word = match[0];
    const capitals = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
    const glued = end >= 0 && /^[-–/.]?$/.test(between);
    found.push({ text: lower(word), glued, capitals, capitalised: /^\p{Lu}/u.test(word) });
    end = match.index + match[0].length;
  }
  return found;
}

/** Collapses white space; for titles and other one-line texts that are shown. */
export function oneLine(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

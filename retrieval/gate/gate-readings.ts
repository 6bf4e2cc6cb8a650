import { withoutIdioms } from './gate-idioms.ts';
import { readJapanese } from './gate-japanese-words.ts';
import { readMessage, type View } from './gate-reading.ts';
import type { Sentence } from './gate-sentence.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const latin = /[a-z]/;
const cyrillic = /\p{Script=Cyrillic}/u;

/** A message and every way in which its letters may be taken; each is read at most once. */
export class Readings {
  readonly isJapanese: boolean;
  /** As typed, and as it would be typed on another keyboard or in another alphabet. */
  readonly views: readonly View[];
  #japanese: readonly Sentence[] | undefined;
  #likely: readonly View[] | undefined;
  readonly #read = new Map<View, readonly Sentence[]>();

  /** @param text comes from `plain` */
  constructor(readonly text: string) {
    this.isJapanese = japanese.test(text);
    const [isLatin, isCyrillic] = [latin.test(text), cyrillic.test(text)];
    this.views = [
      'written',
      ...(isLatin ? ['transliterated' as const] : []),
      ...(isLatin && !isCyrillic ? ['cyrillic-keys' as const] : []),
      ...(isCyrillic && !isLatin ? ['latin-keys' as const] : []),
    ];
  }

  /** The words of the message in one view. */
  in(view: View): readonly Sentence[] {
    const known = this.#read.get(view) ?? readMessage(this.text, view);
    this.#read.set(view, known);
    return known;
  }

  /** The Japanese words of the message that mean something to the gate. */
  japanese(): readonly Sentence[] {
    this.#japanese ??= this.isJapanese ? readJapanese(withoutIdioms(this.text)) : [];
    return this.#japanese;
  }

  /** The views in which the letters make most sense: not those of another keyboard unless they know twice as many words. */
  likelyViews(): readonly View[] {
    this.#likely ??= this.#chosenViews();
    return this.#likely;
  }

  #chosenViews(): readonly View[] {
    const typed = this.views.filter((view) => !view.endsWith('keys'));
    const keys = this.views.find((view) => view.endsWith('keys'));
    if (keys === undefined) return typed;
    const known = Math.max(...typed.map((view) => this.#knownWords(view)));
    const knownAsKeys = this.#knownWords(keys);
    return knownAsKeys > 2 * known ? [keys] : typed;
  }

  #knownWords(view: View): number {
    return this.in(view)
      .flat()
      .filter(({ tags, guessed }) => tags.size > 0 && !guessed).length;
  }
}

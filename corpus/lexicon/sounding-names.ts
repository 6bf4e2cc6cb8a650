import { soundOfWord, soundsOfKatakana, soundTerm } from '../text/sound.ts';

interface Named<Concept> {
  readonly concept: Concept;
  readonly spoken: string;
}

const fewestSigns = 4;
// All of the lexicon's take a tenth of a second.
const namesAtOnce = 200;
// A vowel that is heard otherwise (ペチニヒ) inside a name of four consonants; one of three has to agree in all, and every name in how it
// ends: アンドリー is not Andorra.
const otherVowels = 1;
const consonantsToForgive = 4;

/** Finds the names of a lexicon that sound like a word of katakana, whatever alphabet they are listed in. */
export class SoundingNames<Concept> {
  readonly #byKey = new Map<string, readonly Named<Concept>[]>();
  #unread: Iterator<readonly [string, Concept]> | undefined;
  #isRead = false;

  /** @param names every name with its concept, as words of one alphabet each; read when first needed. */
  constructor(private readonly names: () => Iterable<readonly [string, Concept]>) {}

  /** Reads some of the names ahead of the texts that need them, a few milliseconds' worth; false when all are read. */
  readNext(): boolean {
    if (this.#isRead) return false;
    this.#unread ??= this.names()[Symbol.iterator]();
    for (let count = 0; count < namesAtOnce; count += 1) {
      const next = this.#unread.next();
      if (next.done === true) {
        this.#isRead = true;
        this.#unread = undefined;
        return false;
      }
      this.#add(...next.value);
    }
    return true;
  }

  /** The concepts whose names sound most like the word; none when none sounds much like it. */
  find(word: string): readonly Concept[] {
    if (word.length < fewestSigns) return [];
    while (this.readNext());
    let best = otherVowels + 1;
    let found: readonly Concept[] = [];
    for (const sound of soundsOfKatakana(word)) {
      if (soundTerm(sound) === null) continue;
      for (const { concept, spoken } of this.#byKey.get(sound.key) ?? []) {
        const distance = vowelsApart(sound.spoken, spoken);
        if (distance > 0 && sound.key.replace(/^a/, '').length < consonantsToForgive) continue;
        if (distance < best) found = [];
        if (distance <= best && distance <= otherVowels) {
          best = distance;
          if (!found.includes(concept)) found = [...found, concept];
        }
      }
    }
    return found;
  }

  #add(name: string, concept: Concept): void {
    const [sound] = /^[\p{Script=Katakana}ー]+$/u.test(name) ? soundsOfKatakana(name) : [soundOfWord(name)];
    if (sound === undefined || sound === null || soundTerm(sound) === null) return;
    const known = this.#byKey.get(sound.key) ?? [];
    if (known.some((other) => other.concept === concept && other.spoken === sound.spoken)) return;
    this.#byKey.set(sound.key, [...known, { concept, spoken: sound.spoken }]);
  }
}

/** In how many places the vowels of two words with the same consonants differ; a filler that the other has not is no difference. */
export function vowelsApart(katakana: string, other: string): number {
  const groups = (spoken: string) => spoken.toLowerCase().split(/[^aiueo]/);
  const fillers = katakana.split(/[^aiueoAIUEO]/).map((group) => /^[AIUEO]$/.test(group));
  const [own, theirs] = [groups(katakana), groups(other)];
  if (own.length !== theirs.length) return otherVowels + 1;
  const differs = own.map((group, at) => group !== theirs[at] && !(fillers[at] && theirs[at] === ''));
  return differs.at(-1) ? otherVowels + 1 : differs.filter(Boolean).length;
}

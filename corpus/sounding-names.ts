import { type Sound, soundOfWord, soundsOfKatakana } from './sound.ts';

interface Named<Concept> {
  readonly concept: Concept;
  readonly spoken: string;
}

// ペチェニヒ has four consonants, カルーセル three: with fewer a third of all words sound like some town.
const fewestConsonants = 3;
const fewestSigns = 4;
// A vowel that is heard otherwise (ペチニヒ) inside a name of four consonants; one of three has to agree in all, and every name in how it
// ends: アンドリー is not Andorra.
const otherVowels = 1;
const consonantsToForgive = 4;

/** Finds the names of a lexicon that sound like a word of katakana, whatever alphabet they are listed in. */
export class SoundingNames<Concept> {
  #byKey: ReadonlyMap<string, readonly Named<Concept>[]> | undefined;

  /** @param names every name with its concept, as words of one alphabet each; read when first needed. */
  constructor(private readonly names: () => Iterable<readonly [string, Concept]>) {}

  /** The concepts whose names sound most like the word; none when none sounds much like it. */
  find(word: string): readonly Concept[] {
    if (word.length < fewestSigns) return [];
    this.#byKey ??= this.#read();
    let best = otherVowels + 1;
    let found: readonly Concept[] = [];
    for (const sound of soundsOfKatakana(word)) {
      if (sound.key.length < fewestConsonants) continue;
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

  #read(): ReadonlyMap<string, readonly Named<Concept>[]> {
    const read = new Map<string, Named<Concept>[]>();
    for (const [name, concept] of this.names()) {
      const sounds: readonly (Sound | null)[] = /^[\p{Script=Katakana}ー]+$/u.test(name)
        ? soundsOfKatakana(name).slice(0, 1)
        : [soundOfWord(name)];
      for (const sound of sounds) {
        if (sound === null || sound.key.length < fewestConsonants) continue;
        const known = read.get(sound.key) ?? [];
        if (known.some((other) => other.concept === concept && other.spoken === sound.spoken)) continue;
        read.set(sound.key, [...known, { concept, spoken: sound.spoken }]);
      }
    }
    return read;
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

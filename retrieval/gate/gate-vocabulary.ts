import { foldCyrillic, squeeze } from './gate-fold.ts';
import { realWords } from './gate-lookalikes.ts';
import { speechWords } from './gate-speech-words.ts';
import { aidWords, reportWords } from './gate-words.ts';
import { handlingWords, harmlessObjects } from './handling-words.ts';
import { hazardWords, placeWords } from './hazard-words.ts';
import { signWords } from './sign-words.ts';

const lists = {
  ...hazardWords,
  ...placeWords,
  ...reportWords,
  ...aidWords,
  ...handlingWords,
  ...signWords,
  ...speechWords,
  harmless: harmlessObjects,
} as const;

/** What a word can mean to the gate. A word may carry several. */
export type Tag = keyof typeof lists | 'figure' | 'maybe';

/** Tags of one spelling, and how sure we are: a guess came through a typo. */
export interface Meaning {
  readonly tags: ReadonlySet<Tag>;
  readonly guessed: boolean;
}

interface Entry {
  readonly form: string;
  readonly isStem: boolean;
  readonly tags: Set<Tag>;
}

// Under five letters every word is one edit away from another real word.
const shortestFuzzy = 5;
const shortestSwap = 4;
// A stem is compared with the beginning of any longer word, so it meets more strangers than a whole word.
const shortestFuzzyStem = 6;
const longestStem = 12;
// People use the same few thousand words; a lookup through all typos costs 20 µs, a remembered one 0.1 µs.
const mostRemembered = 20_000;
const nothing: Meaning = { tags: new Set(), guessed: false };

/** Words of one script, found exactly, by stem, or one edit away. */
export class Vocabulary {
  readonly #words = new Map<string, Entry>();
  readonly #stems = new Map<string, Entry>();
  readonly #near = new Map<string, readonly Entry[]>();
  readonly #real: ReadonlySet<string>;
  readonly #remembered = new Map<string, Meaning>();

  constructor(words: readonly (readonly [Tag, string])[], real: ReadonlySet<string>) {
    this.#real = real;
    const spelled = new Set<string>();
    for (const [tag, word] of words) {
      this.#add(tag, squeeze(word));
      spelled.add(word).add(squeeze(word));
    }
    for (const word of spelled) this.#indexTypos(word);
  }

  #add(tag: Tag, word: string): void {
    const isStem = word.endsWith('*');
    const form = isStem ? word.slice(0, -1) : word;
    const map = isStem ? this.#stems : this.#words;
    const entry = map.get(form) ?? { form, isStem, tags: new Set<Tag>() };
    entry.tags.add(tag);
    map.set(form, entry);
  }

  // Both `shell` and `shel`: `shlel` is one edit from the first, `sheel` from the second.
  #indexTypos(word: string): void {
    const isStem = word.endsWith('*');
    const form = isStem ? word.slice(0, -1) : word;
    if (form.length < shortestSwap) return;
    const { tags } = (isStem ? this.#stems : this.#words).get(squeeze(form))!;
    const entry: Entry = { form, isStem, tags };
    // Nearly every key has one entry; an array that is pushed to has room for seventeen.
    for (const key of nearKeys(form)) this.#near.set(key, [...(this.#near.get(key) ?? []), entry]);
  }

  /** Tags of a folded word; empty when it is unknown. */
  meaning(word: string, options: { readonly fuzzy: boolean }): Meaning {
    const key = options.fuzzy ? `~${word}` : word;
    const known = this.#remembered.get(key);
    if (known) return known;
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    const found = this.#look(word, options);
    this.#remembered.set(key, found);
    return found;
  }

  #look(word: string, options: { readonly fuzzy: boolean }): Meaning {
    const exact = this.exact(word);
    if (exact !== null) return { tags: exact, guessed: false };
    const squeezed = squeeze(word);
    if (!options.fuzzy || squeezed.length < shortestSwap || this.isReal(squeezed)) return nothing;
    const close = this.#closest(squeezed) ?? (squeezed === word ? null : this.#closest(word));
    return close === null ? nothing : { tags: close.tags, guessed: true };
  }

  /** Tags of a spelling that needs no guess, or null. Doubled letters count as single ones. */
  exact(word: string): ReadonlySet<Tag> | null {
    const squeezed = squeeze(word);
    const stem = this.#stemOf(squeezed);
    const entry = this.#words.get(squeezed);
    if (!entry) return stem?.tags ?? null;
    return stem ? new Set([...entry.tags, ...stem.tags]) : entry.tags;
  }

  /** A real word that must not be read as a typo of another. */
  isReal(word: string): boolean {
    return this.#real.has(squeeze(word));
  }

  #stemOf(word: string): Entry | null {
    for (let length = Math.min(word.length, longestStem); length >= 3; length -= 1) {
      const entry = this.#stems.get(word.slice(0, length));
      if (entry) return entry;
    }
    return null;
  }

  #closest(word: string): Entry | null {
    const whole = this.#firstNear(
      word,
      (entry) => !entry.isStem && isTypo(word, entry.form) && !isInflected(word, entry),
    );
    if (whole) return whole;
    for (let length = Math.min(word.length, longestStem - 1); length >= shortestFuzzyStem - 1; length -= 1) {
      const start = word.slice(0, length);
      const stem = this.#firstNear(
        start,
        (entry) => entry.isStem && entry.form.length >= shortestFuzzyStem && withinOneEdit(start, entry.form),
      );
      if (stem) return stem;
    }
    return null;
  }

  #firstNear(word: string, accept: (entry: Entry) => boolean): Entry | null {
    for (const key of nearKeys(word)) {
      const entry = this.#near.get(key)?.find(accept);
      if (entry) return entry;
    }
    return null;
  }
}

// Four-letter words meet only through swapped neighbours, which share a one-letter deletion as well.
function nearKeys(word: string): readonly string[] {
  return [word, ...deletions(word)];
}

const acts: readonly Tag[] = ['handle', 'everyday', 'demine', 'search', 'layMines', 'ownPlan'];

// News tell `знешкодили` and `defused`, plans say `знешкодити` and `defuse`: one edit apart, worlds apart.
function isInflected(word: string, { form, tags }: Entry): boolean {
  if (!acts.some((tag) => tags.has(tag))) return false;
  if (/ti?$/.test(form) && /(?:v|l[aoi]?|n[aoi]|no|to|Ut|e)$/.test(word)) return true;
  return word.startsWith(form) && /[sdrnyvl]$/.test(word);
}

function isTypo(word: string, form: string): boolean {
  if (!withinOneEdit(word, form)) return false;
  if (Math.min(word.length, form.length) >= shortestFuzzy) return true;
  return word.length === form.length && [...word].sort().join('') === [...form].sort().join('');
}

function deletions(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** One letter changed, added, dropped, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

// Latin letters do not tell `авіабомба` from `авябомба`: both stand in the list.
function spellings(form: string): readonly string[] {
  const merged = form.replaceAll('ia', 'A').replaceAll('iu', 'U');
  return merged === form ? [form] : [form, merged];
}

function vocabulary(script: RegExp, fold: (word: string) => string, real: string): Vocabulary {
  const words = (Object.entries(lists) as [Tag, string][]).flatMap(([tag, list]) =>
    list
      .split(/\s+/)
      .filter((word) => script.test(word))
      .flatMap((word) => spellings(fold(word.replaceAll('-', ''))).map((form) => [tag, form] as const)),
  );
  return new Vocabulary(
    words,
    new Set(
      real
        .split(/\s+/)
        .filter((word) => script.test(word))
        .map((word) => squeeze(fold(word))),
    ),
  );
}

/** Ukrainian and Russian words, by skeleton. */
export const slavicWords = vocabulary(/\p{Script=Cyrillic}/u, foldCyrillic, realWords);

/** English words, as they are written. */
export const englishWords = vocabulary(/^[a-z]/, (word) => word, realWords);

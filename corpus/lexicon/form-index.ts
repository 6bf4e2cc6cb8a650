import { anyInflection, type FormPattern, readForm, withoutMarkers } from './lexicon-form.ts';

/** A listed form and the concept it stands for. */
export interface Entry<Concept> {
  readonly concept: Concept;
  readonly form: FormPattern;
}

// A word like "mine" opens two hundred forms; looking those up that go on as the text does spares comparing with all. Most stems
// open one: lists are replaced by longer ones, because an array that is pushed to has room for seventeen, 3 MB for all stems.
interface Opened<Concept> {
  all: readonly Entry<Concept>[];
  single: readonly Entry<Concept>[];
  bySecondStem: Map<string, readonly Entry<Concept>[]> | null;
  /** One for all stems that open nothing but one word of a concept; never changed. */
  readonly isShared: boolean;
}

interface Unread<Concept> {
  readonly concept: Concept;
  readonly written: string;
}

// How the stemmer folds the letters a word can begin with; a stem keeps the two letters its word opens with.
const folded: Readonly<Record<string, string>> = {
  і: 'и', ї: 'и', ы: 'и', й: 'и', є: 'е', э: 'е', ё: 'е', ґ: 'г', ь: '', ъ: '',
}; // biome-ignore format: an alphabet reads better in a row
const openingLetters = 2;
const startOfWord = /\p{N}|\p{L}[\p{L}'’ʼ]{0,3}/u;

function opening(word: string): string {
  const plain = openings.get(word.slice(0, openingLetters));
  if (plain !== undefined) return plain;
  const start = startOfWord.exec(withoutMarkers(word))?.[0].toLowerCase() ?? '';
  let found = '';
  for (const letter of start) {
    if (/[\p{L}\p{N}]/u.test(letter)) found += folded[letter] ?? letter;
    if (found.length === openingLetters) break;
  }
  return found;
}

// Nearly all words open with two plain letters; looking those up halves the time the lexicon takes to load.
const plainLetters = [...'abcdefghijklmnopqrstuvwxyz', ...'абвгдеєжзиіїйклмнопрстуфхцчшщюяґыэё'];
const openings = new Map(
  plainLetters.flatMap((first) =>
    plainLetters.flatMap((second) => {
      const pair = [first, first.toUpperCase()].flatMap((a) => [a + second, a + second.toUpperCase()]);
      return pair.map((written) => [written, (folded[first] ?? first) + (folded[second] ?? second)] as const);
    }),
  ),
);

const none: readonly never[] = [];
// Words of texts looked up before; a look-up by word saves reading its opening letters again.
const foundLimit = 50_000;

/**
 * The forms of a lexicon by the stem of their first word. Stemming all of them takes longer than everything else at the
 * start of a process, so forms are read when the first word with their two opening letters is looked up.
 */
export class FormIndex<Concept> {
  readonly #unread = new Map<string, Unread<Concept>[]>();
  readonly #byFirstStem = new Map<string, Opened<Concept>>();
  readonly #byLetter = new Map<string, readonly string[]>();
  readonly #found = new Map<string, Opened<Concept> | null>();
  readonly #shared = new Map<Concept, Opened<Concept>>();

  /** @param inflect further forms of a listed one; those of one word count only where no listed form has their stem, or, with the
   * marker of a capital, only where one has. */
  constructor(
    private readonly inflect: (concept: Concept, written: string) => readonly string[] = () => [],
  ) {}

  /** Adds a form as it is written in the lexicon. */
  add(concept: Concept, written: string): void {
    const key = opening(written);
    const waiting = this.#unread.get(key);
    if (waiting === undefined) this.#unread.set(key, [{ concept, written }]);
    else waiting.push({ concept, written });
  }

  /**
   * Forms whose first word has this stem and whose second, if any, has the next; in the order in which they were added.
   * `word` is the word that the stem was taken from.
   */
  entriesFor(word: string, stemmed: string, nextStem: string | undefined): readonly Entry<Concept>[] {
    const opened = this.#openedBy(word, stemmed);
    if (opened === null) return none;
    const longer = nextStem === undefined ? undefined : opened.bySecondStem?.get(nextStem);
    if (longer === undefined) return opened.single;
    if (opened.single.length === 0) return longer;
    return opened.all.filter((entry) => entry.form.stems.length === 1 || longer.includes(entry));
  }

  #openedBy(word: string, stemmed: string): Opened<Concept> | null {
    const known = this.#found.get(word);
    if (known !== undefined) return known;
    const opened = this.#entries(word, stemmed);
    if (this.#found.size >= foundLimit) this.#found.clear();
    this.#found.set(word, opened);
    return opened;
  }

  /** True when some form opens with the stem. */
  hasStem(stemmed: string): boolean {
    return this.#entries(stemmed, stemmed) !== null;
  }

  #entries(word: string, stemmed: string): Opened<Concept> | null {
    this.#read(opening(word));
    return this.#byFirstStem.get(stemmed) ?? null;
  }

  /** Every opening stem that begins with a letter; reads the forms with it. */
  stemsFrom(letter: string): readonly string[] {
    const known = this.#byLetter.get(letter);
    if (known !== undefined) return known;
    for (const key of [...this.#unread.keys()].filter((unread) => unread.startsWith(letter))) this.#read(key);
    const stems = [...this.#byFirstStem.keys()].filter((stemmed) => stemmed.startsWith(letter)).sort();
    this.#byLetter.set(letter, stems);
    return stems;
  }

  /** Reads some of the forms that no look-up has needed yet, a tenth of a second at most; false when none is left. */
  readNext(): boolean {
    const [key] = this.#unread.keys();
    if (key === undefined) return false;
    this.#read(key);
    return true;
  }

  #read(key: string): void {
    const waiting = this.#unread.get(key);
    if (waiting === undefined) return;
    this.#unread.delete(key);
    for (const { concept, written } of waiting) this.#index({ concept, form: readForm(written) });
    const inflected = waiting.flatMap(({ concept, written }) =>
      this.inflect(concept, written).map((form) => ({ concept, form: readForm(form) })),
    );
    const isTold = ({ form: { stems, writing } }: Entry<Concept>) =>
      stems.length > 1 || (writing === 'capitalised') === this.#byFirstStem.has(stems[0]!);
    for (const entry of inflected.filter(isTold)) this.#index(entry);
  }

  #index({ concept, form }: Entry<Concept>): void {
    const [first, second] = form.stems;
    if (first === undefined) return;
    const isPlain = second === undefined && form.exact === null && form.writing === 'any';
    const known = this.#byFirstStem.get(first);
    if (known === undefined && isPlain) this.#byFirstStem.set(first, this.#sharedBy(concept));
    else add({ concept, form: isPlain ? anyInflection : form }, second, this.#ownOf(first, known));
  }

  #sharedBy(concept: Concept): Opened<Concept> {
    const known = this.#shared.get(concept);
    if (known !== undefined) return known;
    const all = [{ concept, form: anyInflection }];
    const made = { all, single: all, bySecondStem: null, isShared: true };
    this.#shared.set(concept, made);
    return made;
  }

  /** What the stem opens, as an object of its own that may be changed. */
  #ownOf(first: string, known: Opened<Concept> | undefined): Opened<Concept> {
    if (known?.isShared === false) return known;
    const own = {
      all: known?.all ?? none,
      single: known?.single ?? none,
      bySecondStem: null,
      isShared: false,
    };
    this.#byFirstStem.set(first, own);
    if (known !== undefined) this.#found.clear();
    return own;
  }
}

function add<Concept>(entry: Entry<Concept>, second: string | undefined, to: Opened<Concept>): void {
  if (to.all.some((listed) => isSame(listed, entry))) return;
  const were = to.all;
  to.all = [...to.all, entry];
  // Most stems open single words only: one list is both.
  if (second === undefined) to.single = to.single === were ? to.all : [...to.single, entry];
  else {
    to.bySecondStem ??= new Map();
    to.bySecondStem.set(second, [...(to.bySecondStem.get(second) ?? none), entry]);
  }
}

function isSame(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.concept === other.concept && patternKey(one.form) === patternKey(other.form);
}

/** Equal for two forms that match the same words. */
export function patternKey({ writing, exact, stems }: FormPattern): string {
  return exact === null ? `${writing} ${stems.join(' ')}` : `${writing} =${exact.join(' ')}`;
}

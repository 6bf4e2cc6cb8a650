import type { DocumentRecord, Passage } from '../../corpus/document.ts';
import { SentenceOrders } from '../../corpus/instruction/sentence-orders.ts';
import type { Lexicon, Mention } from '../../corpus/lexicon/lexicon.ts';
import { aboutText, conceptTerm, indexConcepts, indexGrams, indexStems } from '../../corpus/terms/lexical.ts';
import { type PassageTerms, type TermNumbers, termNumber } from '../../corpus/terms/passage-terms.ts';
import { type SentenceRange, splitSentences } from '../../corpus/text/sentences.ts';
import { type Token, tokenise } from '../../corpus/text/text.ts';
import { findQuantities, type Quantity } from '../figures/quantity.ts';
import { countryNumbers, placeNumbers, scopeNumbers, scopesOf } from '../question/scope.ts';

/** The terms of a stretch of text, ready for matching. */
export interface TermSet {
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly grams: ReadonlySet<string>;
  /** What was stored of the terms: answers "has it this one" without reading the text. */
  readonly stored?: TermNumbers | null;
}

/** A figure with the terms of the words it counts; null for figures with a unit. */
export interface AnalysedQuantity extends Quantity {
  readonly noun: TermSet | null;
}

/** A sentence of a passage with its UTF-16 offsets in the passage text. */
export interface AnalysedSentence extends TermSet {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quantities: readonly AnalysedQuantity[];
  /** Names a place, a country or a brand other than Ukraine itself: that narrows what a figure is about. */
  readonly isScoped: boolean;
  /** Names a country other than Ukraine. */
  readonly namesCountry: boolean;
  /** Names a region or a town. */
  readonly namesPlace: boolean;
  /** Its terms without the countries of currencies: "New Zealand dollars" do not name New Zealand. */
  readonly apartFromMoney: TermSet;
  /** Its terms without places that something was in: "at a meeting in Reykjavik, Iceland" does not tell what Iceland did. */
  readonly apartFromPlaces: TermSet;
  /** Gives orders to software that reads the page; no evidence of anything. */
  readonly isOrder: boolean;
}

/** A passage cut into sentences with their terms; `context` holds the terms of title, headings and opening. */
export interface AnalysedPassage {
  readonly sentences: readonly AnalysedSentence[];
  readonly text: TermSet;
  readonly context: TermSet;
  /** Title and donors of the document: what it is about, not only what it mentions. */
  readonly title: TermSet & { readonly isScoped: boolean };
}

/** Analyses passages and remembers the last ones; passages never change under one id and version. */
export class PassageAnalyser {
  readonly #cache = new Map<string, AnalysedPassage>();

  /**
   * @param limit passages kept. The next question meets some of them again, the more of them the smaller the corpus: with 1,000
   * instead of 200 a new question takes 24 ms of processor time instead of 42 at 1,000 passages, 36 instead of 41 at 10,000 and
   * 36 instead of 37 at 100,000, for some 10 MB of memory; with 3,000 no less. Since orders are stored with the terms an analysis costs less, and
   * 500 keep 7 MB.
   */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly limit = 500,
  ) {}

  /** @param terms as they are stored; without them the text is read when its terms are asked for. */
  analyse(passage: Passage, document: DocumentRecord, terms: PassageTerms | null = null): AnalysedPassage {
    const known = this.#cache.get(passage.key);
    if (known !== undefined) {
      this.#cache.delete(passage.key);
      this.#cache.set(passage.key, known);
      return known;
    }
    const fresh = this.#analyseAnew(passage, document, terms);
    this.#cache.set(passage.key, fresh);
    if (this.#cache.size > this.limit) this.#cache.delete(this.#cache.keys().next().value!);
    return fresh;
  }

  #analyseAnew(passage: Passage, document: DocumentRecord, terms: PassageTerms | null): AnalysedPassage {
    const { lexicon } = this;
    const ranges = terms?.ranges() ?? splitSentences(passage.text, document.language);
    const orders = terms ?? new SentenceOrders(passage.text, ranges);
    const sentences = ranges.map((range, index) => {
      const text = passage.text.slice(range.start, range.end);
      const stored = terms?.sentence(index) ?? null;
      return new LazySentence(lexicon, text, { range, index, stored, orders });
    });
    const about = aboutText(document);
    return {
      sentences,
      text: new MergedTerms(sentences, terms?.text ?? null),
      context: new LazyTerms(lexicon, passage.context, terms?.context ?? null),
      title: new LazyTerms(lexicon, about, terms?.about(about) ?? null),
    };
  }
}

/** Terms that are derived from the text when they are first asked for, and looked up in what is stored as long as they are not. */
class LazyTerms implements TermSet {
  #stems: ReadonlySet<string> | undefined;
  #concepts: ReadonlySet<string> | undefined;
  #grams: ReadonlySet<string> | undefined;
  #tokens: readonly Token[] | undefined;

  constructor(
    protected readonly lexicon: Lexicon,
    readonly text: string,
    readonly stored: TermNumbers | null,
  ) {}

  get stems(): ReadonlySet<string> {
    this.#stems ??= new Set(indexStems(this.#read()));
    return this.#stems;
  }

  get concepts(): ReadonlySet<string> {
    this.#concepts ??= new Set(indexConcepts(this.#mentions()));
    return this.#concepts;
  }

  get grams(): ReadonlySet<string> {
    this.#grams ??= indexGrams(this.#read(), this.#mentions());
    return this.#grams;
  }

  get isScoped(): boolean {
    return this.stored?.hasConceptAmong(scopeNumbers(this.lexicon)) ?? scopesOf(this.#mentions()).length > 0;
  }

  get namesCountry(): boolean {
    return this.#hasConceptAmong(countryNumbers(this.lexicon));
  }

  get namesPlace(): boolean {
    return this.#hasConceptAmong(placeNumbers(this.lexicon));
  }

  #hasConceptAmong(numbers: ReadonlySet<number>): boolean {
    if (this.stored !== null) return this.stored.hasConceptAmong(numbers);
    return this.#mentions().some(({ concept }) => numbers.has(termNumber(conceptTerm(concept.id))));
  }

  #mentions(): readonly Mention[] {
    return this.lexicon.mentionsIn(this.#read());
  }

  #read(): readonly Token[] {
    this.#tokens ??= tokenise(this.text);
    return this.#tokens;
  }
}

// Ukrainian and Russian say "в Норвегії виділили" of the giver too, so that there only a town with its country is a place.
const locative =
  /(?<!\p{L})(?:in|at|near)\s\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30})?(?:,\s\p{Lu}[\p{L}-]{1,30})?(?!['’\p{L}]|\s\p{Lu})|(?<!\p{L})(?:у|в|во|на)\s\p{Lu}[\p{L}'’ʼ-]{1,30}(?:,\s|\s\()\p{Lu}[\p{L}'’ʼ-]{1,30}\)?/gu;
// In Ukrainian, Russian and English a currency of several countries has the country before it.
const countryOfCurrency =
  /(?<!\p{L})\p{L}{3,20}(?:[ -]\p{L}{3,12})?\s(?=(?:долар|доллар|франк|крон|єн|иен|йен|фунт|злот|лір[аиу]?|лир|крн|dollar|franc|kron[aeo]|yen|pound|zlot|lira)\p{L}{0,6}(?!\p{L}))/giu;

interface SentencePlace {
  readonly range: SentenceRange;
  readonly index: number;
  readonly stored: TermNumbers | null;
  /** What is stored of the passage, or its text. */
  readonly orders: { isOrder(index: number): boolean };
}

class LazySentence extends LazyTerms implements AnalysedSentence {
  #apartFromMoney: TermSet | undefined;
  #apartFromPlaces: TermSet | undefined;
  #quantities: readonly AnalysedQuantity[] | undefined;
  readonly start: number;
  readonly end: number;

  constructor(
    lexicon: Lexicon,
    text: string,
    private readonly place: SentencePlace,
  ) {
    super(lexicon, text, place.stored);
    this.start = place.range.start;
    this.end = place.range.end;
  }

  get apartFromMoney(): TermSet {
    this.#apartFromMoney ??= this.#without(countryOfCurrency);
    return this.#apartFromMoney;
  }

  get apartFromPlaces(): TermSet {
    this.#apartFromPlaces ??= this.#without(locative);
    return this.#apartFromPlaces;
  }

  // Most sentences hold nothing of the kind, and their own terms are stored.
  #without(part: RegExp): TermSet {
    const rest = this.text.replace(part, ' ');
    return rest === this.text ? this : new LazyTerms(this.lexicon, rest, null);
  }

  get isOrder(): boolean {
    return this.place.orders.isOrder(this.place.index);
  }

  get quantities(): readonly AnalysedQuantity[] {
    this.#quantities ??= findQuantities(this.text).map((quantity) => ({
      ...quantity,
      noun:
        quantity.kind === 'count' && quantity.unit !== ''
          ? new LazyTerms(this.lexicon, headOf(quantity.unit), null)
          : null,
    }));
    return this.#quantities;
  }
}

// "14 собак-саперів" are dogs and no deminers.
function headOf(noun: string): string {
  return noun.replace(/(?<!\p{L})(\p{Script=Cyrillic}{3,30})-\p{Script=Cyrillic}{3,30}/gu, '$1');
}

class MergedTerms implements TermSet {
  #stems: ReadonlySet<string> | undefined;
  #concepts: ReadonlySet<string> | undefined;
  #grams: ReadonlySet<string> | undefined;

  constructor(
    private readonly parts: readonly LazyTerms[],
    readonly stored: TermNumbers | null,
  ) {}

  get stems(): ReadonlySet<string> {
    this.#stems ??= union(this.parts.map(({ stems }) => stems));
    return this.#stems;
  }

  get concepts(): ReadonlySet<string> {
    this.#concepts ??= union(this.parts.map(({ concepts }) => concepts));
    return this.#concepts;
  }

  get grams(): ReadonlySet<string> {
    this.#grams ??= union(this.parts.map(({ grams }) => grams));
    return this.#grams;
  }
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const item of set) all.add(item);
  return all;
}

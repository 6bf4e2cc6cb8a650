import { readdirSync, readFileSync } from 'node:fs';
import type { DocumentDraft, PassageDraft } from '../../corpus/document.ts';
import type { Concept, ConceptKind, Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { splitSentences } from '../../corpus/text/sentences.ts';

type Written = 'en' | 'uk';

const briefsFolder = new URL('../../corpus/briefs/', import.meta.url);
// Replacing one of these by another of its kind keeps a sentence readable.
const swappedKinds: ReadonlySet<ConceptKind> = new Set([
  'country',
  'place',
  'org',
  'person',
  'machine',
  'brand',
]);
const publishers = 60;
const passageChars = 700;
const firstDay = Date.UTC(2022, 1, 24);
const days = 1700;

/** Source of numbers in [0, 1). */
type Random = () => number;

/**
 * Endless documents put together from sentences of the starter corpus, with other names, figures and dates. Real sentences
 * keep common words common; swapped and invented names give the long tail that every large collection has.
 */
export class TextGrower {
  readonly #sentences: Readonly<Record<Written, readonly string[]>>;
  readonly #names: Readonly<Record<Written, NameSwap>>;

  constructor(
    lexicon: Lexicon,
    private readonly seed: number,
  ) {
    this.#sentences = readSentences();
    this.#names = { en: new NameSwap(lexicon, 'en'), uk: new NameSwap(lexicon, 'uk') };
  }

  /** The document of a number; the same seed and number give the same one. */
  document(number: number): DocumentDraft {
    const random = seededRandom(this.seed * 1_000_003 + number);
    const language: Written = random() < 0.5 ? 'uk' : 'en';
    const title = this.#sentence(language, random).slice(0, 90);
    const paragraphs = Array.from({ length: 1 + Math.floor(random() * 7) }, () =>
      this.#paragraph(language, random),
    );
    const published = new Date(firstDay + Math.floor(random() * days) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const outlet = Math.floor(random() ** 2 * publishers);
    return {
      key: `bench-${number}`,
      url: `https://outlet${outlet}.example/${number}`,
      title,
      publisher: `Outlet ${outlet}`,
      published,
      language,
      kind: 'news',
      tier: outlet % 4 === 0 ? 'official' : 'established',
      fetchedAt: `${published}T12:00:00.000Z`,
      text: paragraphs.join('\n\n'),
      passages: cut(paragraphs, title),
    };
  }

  #paragraph(language: Written, random: Random): string {
    let text = this.#sentence(language, random);
    while (text.length < passageChars) text += ` ${this.#sentence(language, random)}`;
    return text;
  }

  #sentence(language: Written, random: Random): string {
    const pool = this.#sentences[language];
    const written = pool[Math.floor(random() * pool.length)]!;
    return this.#names[language].swap(otherFigures(written, random), random);
  }
}

function cut(paragraphs: readonly string[], title: string): PassageDraft[] {
  const opening = paragraphs[0]!.slice(0, 220);
  let start = 0;
  return paragraphs.map((paragraph, at) => {
    const from = start;
    start += paragraph.length + 2;
    const context = at === 0 ? title : `${title}\n${opening}`;
    return { start: from, end: from + paragraph.length, heading: null, page: null, context };
  });
}

function readSentences(): Record<Written, string[]> {
  const found: Record<Written, string[]> = { en: [], uk: [] };
  for (const name of readdirSync(briefsFolder).filter((file) => file.endsWith('.md'))) {
    const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(
      readFileSync(new URL(name, briefsFolder), 'utf8'),
    )!;
    const language = /^language: uk$/m.test(head!) ? 'uk' : 'en';
    for (const { start, end } of splitSentences(body!, language)) {
      const sentence = body!.slice(start, end).replace(/\s+/g, ' ').trim();
      if (sentence.length > 25) found[language].push(sentence);
    }
  }
  return found;
}

function otherFigures(sentence: string, random: Random): string {
  return sentence.replace(/\d+/g, (digits) => {
    if (/^20[12]\d$/.test(digits)) return String(2014 + Math.floor(random() * 13));
    const value = Math.round(Number(digits) * (0.5 + random()));
    return String(value).padStart(digits.startsWith('0') ? digits.length : 1, '0');
  });
}

const syllables = {
  en: [
    'ka',
    'lo',
    'ver',
    'ton',
    'mi',
    'ra',
    'bel',
    'dor',
    'han',
    'sty',
    'wick',
    'ne',
    'gar',
    'os',
    'lin',
    'pe',
  ],
  uk: [
    'ка',
    'ло',
    'вер',
    'бів',
    'ми',
    'ра',
    'бел',
    'дор',
    'ган',
    'сти',
    'хів',
    'не',
    'гар',
    'ос',
    'лин',
    'ківк',
  ],
} as const;

/** Puts other names of the same kind in place of the names of a sentence, and invented ones in place of unknown ones. */
class NameSwap {
  readonly #byKind = new Map<ConceptKind, string[]>();
  readonly #kindOf = new Map<string, ConceptKind>();
  readonly #pattern: RegExp;

  constructor(
    lexicon: Lexicon,
    private readonly language: Written,
  ) {
    for (const concept of lexicon.concepts.filter(({ kind }) => swappedKinds.has(kind))) this.#add(concept);
    const longestFirst = [...this.#kindOf.keys()].sort((a, b) => b.length - a.length);
    const known = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    this.#pattern = new RegExp(
      `(?<![\\p{L}\\d])(?:${known})(?![\\p{L}\\d])|(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{3,}`,
      'gu',
    );
  }

  swap(sentence: string, random: Random): string {
    return sentence.replace(this.#pattern, (name) => {
      const kind = this.#kindOf.get(name);
      if (kind === undefined) return random() < 0.3 ? invented(this.language, random) : name;
      const others = this.#byKind.get(kind)!;
      // Squared: few names are in many documents, many in few.
      return random() < 0.5 ? others[Math.floor(random() ** 2 * others.length)]! : name;
    });
  }

  #add({ forms, kind }: Concept): void {
    const name = forms[this.language][0];
    if (name === undefined || !/^\p{Lu}/u.test(name) || this.#kindOf.has(name)) return;
    this.#kindOf.set(name, kind);
    this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), name]);
  }
}

function invented(language: Written, random: Random): string {
  const parts = syllables[language];
  const name = Array.from({ length: 3 }, () => parts[Math.floor(random() * parts.length)]!).join('');
  return name[0]!.toUpperCase() + name.slice(1);
}

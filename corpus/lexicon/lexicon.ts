import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { StorageError } from '../errors.ts';
import { isJapanese, normalise, type Token, tokenise } from '../text/text.ts';
import { FormIndex } from './form-index.ts';
import { type FoundForm, JapaneseForms } from './japanese-forms.ts';
import { capitalMarker, exactMarker, matchesForm, withoutMarkers } from './lexicon-form.ts';
import { nounForms } from './noun-forms.ts';
import { SoundingNames } from './sounding-names.ts';
import { verbForms } from './verb-forms.ts';

/** Kinds of concepts; see lexicon/README.md. */
export const conceptKinds = [
  'term',
  'org',
  'person',
  'country',
  'place',
  'machine',
  'brand',
  'unit',
  'currency',
  'month',
  'number',
  'word',
] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/** Languages the lexicon has columns for. */
export const lexiconLanguages = ['en', 'uk', 'ru', 'ja'] as const;
export type LexiconLanguage = (typeof lexiconLanguages)[number];

/** A row of the lexicon as it is written, markers included. */
export interface LexiconRow {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly written: Readonly<Record<LexiconLanguage, readonly string[]>>;
  readonly note: string;
}

/** One meaning and its forms in every language; the first form is the one to show. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** Without markers. */
  readonly forms: Readonly<Record<LexiconLanguage, readonly string[]>>;
  /** Those of the forms that are marked to match letter by letter; inflecting them would make other words of them. */
  readonly exactForms: ReadonlySet<string>;
}

/** A concept found in a text at tokens `[from, to)`. */
export interface Mention {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
}

const rowSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(conceptKinds),
  en: z.string(),
  uk: z.string(),
  ru: z.string(),
  ja: z.string(),
  note: z.string(),
});

/** The lexicon: what a text is about, whatever language and form it says it in. Immutable. */
export class Lexicon {
  readonly #forms = new FormIndex<Concept>(inflectedForms);
  readonly #byId = new Map<string, Concept>();
  readonly #sounding = new SoundingNames(() => this.#names());
  readonly #japanese = new JapaneseForms<Concept>((word, behind) => this.#nameBySound(word, behind));
  /** Changes whenever a row changes; indexes built from another lexicon are stale. */
  readonly hash: string;
  readonly concepts: readonly Concept[];

  constructor(rows: readonly LexiconRow[]) {
    this.hash = createHash('sha256')
      .update(JSON.stringify(rows.map(withoutNote)))
      .digest('hex')
      .slice(0, 16);
    this.concepts = rows.map((row) => this.#addRow(row));
  }

  /** The concept of an id, or null. */
  findConcept(id: string): Concept | null {
    return this.#byId.get(id) ?? null;
  }

  /** True when the stem opens some form; tells words of our field from typing slips. */
  knowsStem(stemmed: string): boolean {
    return this.#forms.hasStem(stemmed);
  }

  /** Reads some of the forms ahead of the texts that need them; false when all are read. A block of up to a tenth of a second. */
  readNext(): boolean {
    return this.#forms.readNext() || this.#sounding.readNext();
  }

  /** Opening stems that begin with a letter, in alphabetical order, for spelling correction. */
  stemsFrom(letter: string): readonly string[] {
    return this.#forms.stemsFrom(letter);
  }

  /** Concepts of a text in order of appearance; longer and shorter readings of one place are both reported. */
  mentions(text: string): readonly Mention[] {
    return this.mentionsIn(tokenise(text));
  }

  /** As {@link mentions}, for a text already cut into tokens. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[] {
    const found: Mention[] = [];
    tokens.forEach((token, at) => {
      if (!isJapanese(token.text)) for (const mention of this.#mentionsAt(tokens, at)) found.push(mention);
      else
        for (const { concepts } of this.japaneseForms(tokens, at))
          for (const concept of concepts) found.push({ concept, from: at, to: at + 1 });
    });
    return found;
  }

  /** The forms inside a token of Japanese, with their places in it. */
  japaneseForms(tokens: readonly Token[], at: number): readonly FoundForm<Concept>[] {
    const { text, glued } = tokens[at]!;
    return this.#japanese.find(text, glued && /^\d/.test(tokens[at - 1]?.text ?? ''));
  }

  #mentionsAt(tokens: readonly Token[], at: number): readonly Mention[] {
    const { text, stem } = tokens[at]!;
    const entries = this.#forms.entriesFor(text, stem, tokens[at + 1]?.stem);
    if (entries.length === 0) return nothing;
    const found: Mention[] = [];
    for (const { concept, form } of entries) {
      if (!matchesForm(form, tokens, at)) continue;
      const to = at + form.stems.length;
      if (found.some((mention) => mention.concept === concept && mention.to >= to)) continue;
      found.push({ concept, from: at, to });
    }
    return found;
  }

  // ポルタワ for the listed ポルタバ, ペチェニヒ for Печеніги.
  #nameBySound(word: string, behind: string): { concepts: readonly Concept[]; length: number } | null {
    const concepts = this.#sounding.find(word);
    if (concepts.length === 0) return null;
    const regions = behind.startsWith('州')
      ? concepts.flatMap(({ id }) => this.findConcept(`${id}-region`) ?? [])
      : [];
    return regions.length > 0 ? { concepts: regions, length: 1 } : { concepts, length: 0 };
  }

  *#names(): Iterable<readonly [string, Concept]> {
    for (const concept of this.concepts) {
      if (!named.has(concept.kind)) continue;
      const { en, uk, ru, ja } = concept.forms;
      for (const form of [...en, ...uk, ...ru, ...ja])
        if (!/[\s-]/.test(form)) yield [normalise(form), concept];
    }
  }

  #addRow({ id, kind, written }: LexiconRow): Concept {
    const spoken = [...written.en, ...written.uk, ...written.ru];
    const concept: Concept = {
      id,
      kind,
      forms: {
        en: written.en.map(withoutMarkers),
        uk: written.uk.map(withoutMarkers),
        ru: written.ru.map(withoutMarkers),
        ja: written.ja,
      },
      exactForms: new Set(spoken.filter(isMarkedExact).map(withoutMarkers)),
    };
    this.#byId.set(id, concept);
    for (const form of spoken) this.#forms.add(concept, form);
    for (const form of written.ja) this.#japanese.add(concept, form);
    return concept;
  }
}

const named: ReadonlySet<ConceptKind> = new Set(['country', 'org', 'person', 'place', 'brand']);
const nothing: readonly Mention[] = [];

// "Розгорнути роботи" opens with an infinitive, "вибухонебезпечні предмети" and "фрукти" with nouns.
const actOpens = /^=?[а-щьюяєіїґ'’]*(?:[аеєиіїоуюя]|[взйргс])ти(?:ся)?(?![\p{L}-])/u;

/** True for a row that stands for an act: it begins, in Ukrainian, with its infinitive. */
export function isAct({ forms }: Concept): boolean {
  return actOpens.test(forms.uk[0] ?? '');
}

// Of a row that opens with a noun: розмінування|розміновувати.
const infinitive =
  /^[а-щьюяєіїґ'’]{5,}(?:ати|ити|іти|яти|нути|овать|[ыие]вать|[жшщ]ать|[лнр]ять|ить|нуть)(?:ся)?$/u;
const likeInfinitive = /(?:ти|ть|чь)(?:ся|сь)?$/u;

function inflectedForms(concept: Concept, written: string): readonly string[] {
  const form = withoutMarkers(written);
  if (concept.exactForms.has(form)) return [];
  if (infinitive.test(form) || (isAct(concept) && likeInfinitive.test(form))) return verbForms(form);
  const words = form.split(' ');
  const bent = nounForms(words.at(-1)!);
  // "У Великій Олександрівці", "мінній безпеці": the last word bends as alone, those before it keep their stems.
  if (words.length > 1) return bent.map((last) => [...words.slice(0, -1), last].join(' '));
  // With a capital a name is told from the word that shares its stem ("у Кореї", "кора").
  const markers = named.has(concept.kind) ? [exactMarker, capitalMarker + exactMarker] : [exactMarker];
  return markers.flatMap((marker) => bent.map((one) => marker + one));
}

function isMarkedExact(written: string): boolean {
  return written.slice(0, 2).includes(exactMarker);
}

function withoutNote({ id, kind, written }: LexiconRow): unknown {
  return [id, kind, written.en, written.uk, written.ru, written.ja];
}

/**
 * Reads lexicon rows from CSV text with the header `id,kind,en,uk,ru,ja,note`; forms are separated by `|`.
 * @throws StorageError naming the first wrong row.
 */
export function readLexiconRows(csv: string): readonly LexiconRow[] {
  const rows = parse(csv, { columns: true, skip_empty_lines: true, bom: true }) as unknown[];
  return rows.map((row, index) => {
    const read = readLexiconRow(row);
    if (typeof read === 'string')
      throw new StorageError(`Lexicon row ${index + 2}: ${read}. Correct lexicon.csv.`);
    return read;
  });
}

/** The row of one CSV record, or what is wrong with it. */
export function readLexiconRow(record: unknown): LexiconRow | string {
  const parsed = rowSchema.safeParse(record);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return `${issue.path.join('.')} ${issue.message}`;
  }
  const { id, kind, en, uk, ru, ja, note } = parsed.data;
  return { id, kind, written: { en: forms(en), uk: forms(uk), ru: forms(ru), ja: forms(ja) }, note };
}

/** The lexicon of a CSV text; see {@link readLexiconRows}. */
export function parseLexicon(csv: string): Lexicon {
  return new Lexicon(readLexiconRows(csv));
}

// Cells are tidy as a rule; trimming 40,000 forms one by one would take a fifth of the time the lexicon needs to load.
const untidy = /^[\s|]|[\s|]$|\s\||\|[\s|]/;

function forms(cell: string): readonly string[] {
  if (cell === '') return [];
  const listed = cell.split('|');
  return untidy.test(cell) ? listed.map((form) => form.trim()).filter((form) => form !== '') : listed;
}

/** Where the rows that ship with the project are. */
export const lexiconFile = new URL('./lexicon.csv', import.meta.url);

let bundled: Lexicon | undefined;

/** The lexicon that ships with the project, read once per process on first use. */
export function loadLexicon(): Lexicon {
  bundled ??= parseLexicon(readFileSync(lexiconFile, 'utf8'));
  return bundled;
}

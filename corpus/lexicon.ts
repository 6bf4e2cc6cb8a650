import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { StorageError } from './errors.ts';
import { stem } from './stem.ts';
import { isStopword } from './stopwords.ts';
import { isJapanese, normalise, type Token, tokenise } from './text.ts';

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

/** One meaning and its forms in every language; the first form is the one to show. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly forms: Readonly<Record<LexiconLanguage, readonly string[]>>;
}

/** A concept found in a text at tokens `[from, to)`. */
export interface Mention {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly concept: Concept;
  readonly rest: readonly string[];
  /** The form reads as a common word unless it stands in capitals (US, IT). */
  readonly needsCapitals: boolean;
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
  readonly #byFirstStem = new Map<string, Entry[]>();
  readonly #byId = new Map<string, Concept>();
  readonly #japanese = new Map<string, Concept[]>();
  #longestJapanese = 0;
  /** Changes whenever a row changes; indexes built from another lexicon are stale. */
  readonly hash: string;

  constructor(readonly concepts: readonly Concept[]) {
    this.hash = createHash('sha256').update(JSON.stringify(concepts)).digest('hex').slice(0, 16);
    for (const concept of concepts) {
      this.#byId.set(concept.id, concept);
      for (const language of ['en', 'uk', 'ru'] as const) {
        for (const form of concept.forms[language]) this.#addForm(concept, form);
      }
      for (const form of concept.forms.ja) this.#addJapanese(concept, form);
    }
  }

  /** The concept of an id, or null. */
  findConcept(id: string): Concept | null {
    return this.#byId.get(id) ?? null;
  }

  /** True when the stem opens some form; tells words of our field from typing slips. */
  knowsStem(stemmed: string): boolean {
    return this.#byFirstStem.has(stemmed);
  }

  /** Every opening stem, for spelling correction. */
  stems(): Iterable<string> {
    return this.#byFirstStem.keys();
  }

  /** Concepts of a text in order of appearance; longer and shorter readings of one place are both reported. */
  mentions(text: string): readonly Mention[] {
    return this.mentionsIn(tokenise(text));
  }

  /** As {@link mentions}, for a text already cut into tokens. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[] {
    const stems = tokens.map((token) => stem(token.text));
    return tokens.flatMap((token, at) =>
      isJapanese(token.text) ? this.#japaneseAt(token.text, at) : this.#mentionsAt(tokens, stems, at),
    );
  }

  #mentionsAt(tokens: readonly Token[], stems: readonly string[], at: number): Mention[] {
    const found: Mention[] = [];
    for (const entry of this.#byFirstStem.get(stems[at]!) ?? []) {
      if (!entry.rest.every((next, offset) => stems[at + 1 + offset] === next)) continue;
      if (entry.needsCapitals && !tokens[at]!.capitals) continue;
      if (
        found.some((mention) => mention.concept === entry.concept && mention.to >= at + 1 + entry.rest.length)
      )
        continue;
      found.push({ concept: entry.concept, from: at, to: at + 1 + entry.rest.length });
    }
    return found;
  }

  // Japanese has no spaces: the longest known form at each position wins, then reading goes on behind it.
  #japaneseAt(run: string, at: number): Mention[] {
    const found: Mention[] = [];
    for (let start = 0; start < run.length; ) {
      let length = Math.min(this.#longestJapanese, run.length - start);
      while (length > 0 && !this.#japanese.has(run.slice(start, start + length))) length -= 1;
      for (const concept of this.#japanese.get(run.slice(start, start + length)) ?? []) {
        found.push({ concept, from: at, to: at + 1 });
      }
      start += Math.max(length, 1);
    }
    return found;
  }

  #addForm(concept: Concept, form: string): void {
    const tokens = tokenise(form);
    const [first, ...rest] = tokens.map((token) => stem(token.text));
    if (first === undefined) return;
    const only = tokens.length === 1 ? tokens[0]! : null;
    const entry: Entry = { concept, rest, needsCapitals: only?.capitals === true && isStopword(only.text) };
    const entries = this.#byFirstStem.get(first) ?? [];
    if (!entries.some((known) => known.concept === concept && known.rest.join(' ') === rest.join(' '))) {
      entries.push(entry);
    }
    this.#byFirstStem.set(first, entries);
  }

  #addJapanese(concept: Concept, form: string): void {
    const key = normalise(form);
    const known = this.#japanese.get(key) ?? [];
    this.#japanese.set(key, [...known, concept]);
    this.#longestJapanese = Math.max(this.#longestJapanese, key.length);
  }
}

/**
 * Reads lexicon rows from CSV text with the header `id,kind,en,uk,ru,ja,note`; forms are separated by `|`.
 * @throws StorageError naming the first wrong row.
 */
export function parseLexicon(csv: string): Lexicon {
  const rows = parse(csv, { columns: true, skip_empty_lines: true, bom: true }) as unknown[];
  return new Lexicon(
    rows.map((row, index) => {
      const parsed = rowSchema.safeParse(row);
      if (!parsed.success) {
        const issue = parsed.error.issues[0]!;
        throw new StorageError(
          `Lexicon row ${index + 2}: ${issue.path.join('.')} ${issue.message}. Correct lexicon.csv.`,
        );
      }
      const { id, kind, en, uk, ru, ja } = parsed.data;
      return { id, kind, forms: { en: forms(en), uk: forms(uk), ru: forms(ru), ja: forms(ja) } };
    }),
  );
}

function forms(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

let bundled: Lexicon | undefined;

/** The lexicon that ships with the project, read once per process on first use. */
export function loadLexicon(): Lexicon {
  bundled ??= parseLexicon(readFileSync(new URL('./lexicon/lexicon.csv', import.meta.url), 'utf8'));
  return bundled;
}

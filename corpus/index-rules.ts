import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Everything that decides under which terms a passage is found and which of its sentences are taken for orders. A test compares this list with the imports. */
export const indexRuleFiles = [
  './lexical.ts',
  './lexicon.ts',
  './form-index.ts',
  './japanese-forms.ts',
  './instruction.ts',
  './instruction-cyrillic.ts',
  './instruction-english.ts',
  './instruction-japanese.ts',
  './lexicon-form.ts',
  './noun-forms.ts',
  './matches.ts',
  './passage-terms.ts',
  './sentence-orders.ts',
  './sentences.ts',
  './sound.ts',
  './sounding-names.ts',
  './stem.ts',
  './stopwords.ts',
  './text.ts',
  './transliterate.ts',
  './verb-forms.ts',
  './lexicon/lexicon.csv',
] as const;

/**
 * 16 hex digits that change whenever the terms of a passage may. A word index made by other rules answers, but not
 * everything that it could. Reads about a megabyte.
 */
export function indexRules(): string {
  const hash = createHash('sha256');
  for (const file of indexRuleFiles) hash.update(readFileSync(new URL(file, import.meta.url))).update('\0');
  return hash.digest('hex').slice(0, 16);
}

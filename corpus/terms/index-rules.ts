import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Everything that decides under which terms a passage is found and which of its sentences are taken for orders. A test compares this list with the imports. */
export const indexRuleFiles = [
  './lexical.ts',
  '../lexicon/lexicon.ts',
  '../lexicon/form-index.ts',
  '../lexicon/japanese-forms.ts',
  '../instruction/instruction.ts',
  '../instruction/instruction-cyrillic.ts',
  '../instruction/instruction-english.ts',
  '../instruction/instruction-japanese.ts',
  '../lexicon/lexicon-form.ts',
  '../lexicon/noun-forms.ts',
  '../text/matches.ts',
  './passage-terms.ts',
  '../instruction/sentence-orders.ts',
  '../text/sentences.ts',
  '../text/sound.ts',
  '../lexicon/sounding-names.ts',
  '../text/stem.ts',
  '../text/stopwords.ts',
  '../text/text.ts',
  '../text/transliterate.ts',
  '../lexicon/verb-forms.ts',
  '../lexicon/lexicon.csv',
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

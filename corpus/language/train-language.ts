import { readFileSync, writeFileSync } from 'node:fs';
import { lexiconFile, readLexiconRows } from '../lexicon/lexicon.ts';
import { learnLeanings, writeLeanings } from './slavic-letters.ts';

// npx tsx corpus/language/train-language.ts: learns from the words of the lexicon how Ukrainian and Russian are spelled. A module and not a file of
// data, because the reader of foreign pages may open no files.
const leanings = learnLeanings(readLexiconRows(readFileSync(lexiconFile, 'utf8')));
const module = `/** Written by train-language.ts: groups of letters with their leaning. */
export const learnedLeanings =
  "${writeLeanings(leanings)}";
`;
writeFileSync(new URL('./slavic-leanings.ts', import.meta.url), module);
process.stdout.write(`Learned ${leanings.size} groups of letters.\n`);

import type { LexiconRow } from '../lexicon/lexicon.ts';
import { learnedLeanings } from './slavic-leanings.ts';

/** By how much each group of three letters is likelier in Ukrainian (positive) than in Russian words, in tenths of a log odds. */
export type LetterLeanings = ReadonlyMap<string, number>;

// Rarer groups and those that say little take three quarters of the room and tell no more of 10,410 messages apart.
const fewestWords = 8;
const leastLeaning = 0.7;
const smoothing = 0.5;
const tenths = 10;

let bundled: LetterLeanings | undefined;

/** Log odds that a text in Cyrillic letters is Ukrainian and not Russian, by its groups of letters. */
export function slavicLeaning(text: string): number {
  bundled ??= readLeanings(learnedLeanings);
  let sum = 0;
  for (const word of wordsOf(text)) for (const group of groupsOf(word)) sum += bundled.get(group) ?? 0;
  return sum / tenths;
}

/** Learns leanings from the Ukrainian and Russian forms of lexicon rows. */
export function learnLeanings(rows: readonly LexiconRow[]): LetterLeanings {
  const ukrainian = countGroups(rows.flatMap(({ written }) => written.uk));
  const russian = countGroups(rows.flatMap(({ written }) => written.ru));
  const groups = [...new Set([...ukrainian.keys(), ...russian.keys()])].sort();
  const share = (counts: ReadonlyMap<string, number>) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0) + smoothing * groups.length;
    return (group: string) => ((counts.get(group) ?? 0) + smoothing) / total;
  };
  const [inUkrainian, inRussian] = [share(ukrainian), share(russian)];
  const leanings = groups
    .filter((group) => (ukrainian.get(group) ?? 0) + (russian.get(group) ?? 0) >= fewestWords)
    .map((group) => [group, Math.log(inUkrainian(group) / inRussian(group))] as const)
    .filter(([, leaning]) => Math.abs(leaning) >= leastLeaning);
  return new Map(leanings.map(([group, leaning]) => [group, Math.round(leaning * tenths)]));
}

// The end of a word is written `_`.
function readLeanings(written: string): LetterLeanings {
  return new Map(
    written.split(' ').map((pair) => [pair.slice(0, 3).replaceAll('_', ' '), Number(pair.slice(3))]),
  );
}

/** Leanings as `slavic-leanings.ts` holds them. */
export function writeLeanings(leanings: LetterLeanings): string {
  return [...leanings].map(([group, leaning]) => `${group.replaceAll(' ', '_')}${leaning}`).join(' ');
}

function countGroups(forms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of forms.flatMap(wordsOf))
    for (const group of new Set(groupsOf(word))) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’ʼ]/g, "'")
      .match(/[\p{Script=Cyrillic}']+/gu) ?? []
  );
}

function groupsOf(word: string): readonly string[] {
  const framed = ` ${word} `;
  return Array.from({ length: framed.length - 2 }, (_, at) => framed.slice(at, at + 3));
}

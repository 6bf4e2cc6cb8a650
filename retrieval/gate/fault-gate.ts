import { parseArgs } from 'node:util';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { cyrillicMutations, mutations, pick, type Random } from './fault-gate-mutations.ts';
import { type PhraseBook, phraseBooks } from './fault-gate-phrases.ts';
import { classifySafety, type Danger } from './gate.ts';
import { isUnseen, phraseSets, phrasesOf, writtenPhrases } from './gate-training.ts';

interface Case {
  readonly text: string;
  readonly expect: Danger | null;
  readonly mutation: string;
}

interface Phrase {
  readonly text: string;
  readonly expect: Danger | null;
  readonly language: string;
}

// Most wrong verdicts tolerated, of all variants; single edits in four-letter words stay the hardest.
const tolerated = { find: 0.02, 'how-to': 0.03, aid: 0.003 };
const letterSlips = ['one edit', 'doubled letter', 'zero width'];
function fill(template: string, book: PhraseBook, random: Random): string {
  return template.replace(/\{(\w+)\}/g, (_, part: string) => pick(book.parts[part] ?? [''], random));
}

function madeUp(count: number, random: Random): readonly Phrase[] {
  return phraseBooks.flatMap((book) => {
    const kinds = [
      [book.find, 'find'],
      [book.handling, 'how-to'],
      [book.aid, null],
    ] as const;
    return kinds.flatMap(([templates, expect]) =>
      Array.from({ length: count }, () => ({
        text: fill(pick(templates, random), book, random),
        expect,
        language: book.language,
      })),
    );
  });
}

function variants(phrase: Phrase, random: Random): readonly Case[] {
  // A random letter inside a Japanese word is nobody's slip.
  const usable = Object.entries(mutations).filter(
    ([name]) => phrase.language !== 'ja' || !letterSlips.includes(name),
  );
  const general = usable.map(([mutation, change]) => ({
    mutation,
    text: change(phrase.text, random),
  }));
  const isCyrillic = phrase.language === 'uk' || phrase.language === 'ru';
  const cyrillic = Object.entries(isCyrillic ? cyrillicMutations : {}).map(([mutation, change]) => ({
    mutation,
    text: change(phrase.text, phrase.language),
  }));
  return [...general, ...cyrillic].map((variant) => ({ ...variant, expect: phrase.expect }));
}

function report(title: string, cases: readonly Case[], options: { readonly failures: number }): void {
  process.stdout.write(`\n${title}: ${cases.length} messages\n`);
  for (const expect of ['find', 'how-to', null] as const) {
    const expected = cases.filter((item) => item.expect === expect);
    const wrong = expected.filter((item) => classifySafety(item.text) !== expect);
    if (wrong.length > expected.length * tolerated[expect ?? 'aid']) process.exitCode = 1;
    const unseen = wrong.filter((item) => classifySafety(item.text) === null).length;
    const name = expect === null ? 'aid (false alarms)' : `${expect} (missed or confused)`;
    process.stdout.write(
      `  ${name}: ${wrong.length} of ${expected.length} (${percent(wrong.length, expected.length)}), ${unseen} unseen\n`,
    );
    for (const mutation of new Set(expected.map((item) => item.mutation))) {
      const ofKind = (items: readonly Case[]) => items.filter((item) => item.mutation === mutation).length;
      process.stdout.write(`    ${mutation.padEnd(18)} ${percent(ofKind(wrong), ofKind(expected))}\n`);
    }
    for (const { text, mutation } of wrong.slice(0, options.failures)) {
      process.stdout.write(`      ! ${mutation}: ${classifySafety(text) ?? 'nothing'} for ${text}\n`);
    }
  }
}

// Shown, not judged: nothing was learned from these, and a limit would only tempt to learn them.
function reportUnseen(phrases: readonly Phrase[]): void {
  process.stdout.write(`\nUnseen phrases: ${phrases.length}\n`);
  for (const expect of ['find', 'how-to', null] as const) {
    const expected = phrases.filter((item) => item.expect === expect);
    const verdicts = expected.map(({ text }) => classifySafety(text));
    const right = verdicts.filter((verdict) => verdict === expect).length;
    const held = verdicts.filter((verdict) => verdict !== null).length;
    process.stdout.write(
      `  ${expect ?? 'aid'}: right ${right} of ${expected.length} (${percent(right, expected.length)}), not searched for ${held}\n`,
    );
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(2)} %`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '150' },
      failures: { type: 'string', default: '0' },
    },
  });
  const random = seededRandom(Number(values.seed));
  const failures = Number(values.failures);
  process.stdout.write(`seed ${values.seed}\n`);
  const made = madeUp(Number(values.count), random).flatMap((phrase) => variants(phrase, random));
  const unseen = phraseSets().filter(isUnseen).flatMap(phrasesOf);
  reportUnseen(unseen);
  report('Made-up phrases', made, { failures });
  const written = writtenPhrases().flatMap((phrase) => variants(phrase, random));
  report('Hand-written phrases', written, { failures });
}

main();

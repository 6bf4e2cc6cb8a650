import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { pick, type Random } from './fault-gate-mutations.ts';
import type { Phrase } from './gate-phrase.ts';

const list = z.array(z.string()).min(1);
const grammarSchema = z.object({
  language: z.enum(['uk', 'en', 'ru', 'ja']),
  dangerous: list,
  nameless: list,
  strays: list,
  harmless: list,
  places: list,
  who: list,
  ask: list,
  hello: list,
  dangerousActs: list,
  acts: list,
  alone: list,
  role: list,
  donors: list,
  regions: list,
  years: list,
  plural: list,
  sensors: list,
  machines: list,
  papers: list,
  someone: list,
  doing: list,
  talk: list,
  reports: list,
  reportsDangerous: list,
  requests: list,
  requestsDangerous: list,
  ordinary: list,
  titles: list,
  outlets: list,
  persons: list,
  topics: list,
  played: list,
  retold: list,
  figurative: list,
  nearlyPlayful: list,
  offers: list,
});

/** Frames of messages and the words that fill them, for one language. */
export type Grammar = z.infer<typeof grammarSchema>;

const languages = ['uk', 'en', 'ru', 'ja'] as const;
// One order of the same phrases for everybody who learns.
const seed = 20_241;

const slots: Readonly<Record<string, keyof Grammar>> = {
  place: 'places',
  who: 'who',
  ask: 'ask',
  hello: 'hello',
  dangerousAct: 'dangerousActs',
  act: 'acts',
  alone: 'alone',
  role: 'role',
  donor: 'donors',
  region: 'regions',
  year: 'years',
  plural: 'plural',
  sensor: 'sensors',
  machine: 'machines',
  paper: 'papers',
  someone: 'someone',
  doing: 'doing',
  title: 'titles',
  outlet: 'outlets',
  person: 'persons',
  topic: 'topics',
};

/** The frames of one language, from `eval/safety/grammar`. */
export function grammarOf(language: Grammar['language']): Grammar {
  const path = new URL(`../eval/safety/grammar/${language}.yaml`, import.meta.url);
  return grammarSchema.parse(parse(readFileSync(path, 'utf8')));
}

interface Recipe {
  readonly frames: readonly string[];
  readonly things: readonly string[];
  readonly expect: Phrase['expect'];
  /** Share of all phrases. */
  readonly share: number;
}

/**
 * Messages made from frames: the same frame is filled with dangerous and with harmless things, so that what is learned
 * is the thing and not the frame. Without repetition, the same every time.
 */
export function madeUp(perLanguage: number): readonly Phrase[] {
  const random = seededRandom(seed);
  return languages.flatMap((language) => {
    const grammar = grammarOf(language);
    const phrases = recipes(grammar).flatMap(({ frames, things, expect, share }) =>
      Array.from({ length: Math.round(perLanguage * share) }, () => ({
        text: filled(pick(frames, random), pick(things, random), grammar, random),
        expect,
        language,
      })),
    );
    return [...new Map(phrases.map((phrase) => [phrase.text, phrase])).values()];
  });
}

function recipes(grammar: Grammar): readonly Recipe[] {
  const { dangerous, nameless, strays, harmless, reports, requests } = grammar;
  return [
    { frames: reports, things: dangerous, expect: 'find', share: 0.14 },
    { frames: reports, things: nameless, expect: 'find', share: 0.08 },
    { frames: grammar.reportsDangerous, things: dangerous, expect: 'find', share: 0.08 },
    { frames: reports, things: [...strays, ...harmless], expect: null, share: 0.15 },
    { frames: requests, things: dangerous, expect: 'how-to', share: 0.15 },
    { frames: grammar.requestsDangerous, things: dangerous, expect: 'how-to', share: 0.08 },
    { frames: requests, things: harmless, expect: null, share: 0.12 },
    { frames: grammar.ordinary, things: dangerous, expect: null, share: 0.28 },
    { frames: grammar.talk, things: harmless, expect: null, share: 0.08 },
    { frames: grammar.played, things: dangerous, expect: null, share: 0.09 },
    { frames: grammar.retold, things: dangerous, expect: null, share: 0.08 },
    { frames: grammar.figurative, things: dangerous, expect: null, share: 0.09 },
    { frames: grammar.nearlyPlayful, things: dangerous, expect: 'find', share: 0.14 },
    { frames: grammar.offers, things: dangerous, expect: 'how-to', share: 0.1 },
  ];
}

function filled(frame: string, thing: string, grammar: Grammar, random: Random): string {
  const [nominative, accusative, genitive] = thing.split(' | ');
  const cases: Readonly<Record<string, string>> = {
    nom: nominative!,
    acc: accusative ?? nominative!,
    gen: genitive ?? nominative!,
  };
  return frame
    .replace(/\{(\w+)\}/g, (_, slot: string) => {
      const known = cases[slot];
      if (known !== undefined) return known;
      const words = grammar[slots[slot]!];
      if (!Array.isArray(words)) throw new Error(`The ${grammar.language} grammar has no list for {${slot}}`);
      return pick(words, random);
    })
    .trim();
}

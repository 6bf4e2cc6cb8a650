import type { Lexicon, Mention } from '../../corpus/lexicon/lexicon.ts';
import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { matchesIn } from '../../corpus/text/matches.ts';
import { tokenise } from '../../corpus/text/text.ts';
import { entityKinds } from '../question/query-term.ts';
import { fromWhom } from './gift-words.ts';

/** Whose part in a sentence is looked for: the giver that a question names. */
export interface GiverReader {
  /** Terms of the concepts that name the giver. */
  readonly givers: ReadonlySet<string>;
  readonly lexicon: Lexicon;
  /** What was read before: the same beginnings of sentences are asked about for each kind of verb. */
  readonly read: Map<string, Names>;
}

const fromWithin = 90;

/** True when the giver stands soon behind such a word: "from Japan". */
export function isFrom(text: string, reader: GiverReader, words = fromWhom): boolean {
  return matchesIn(text, words).some(({ index, 0: word }) => {
    const from = index + word.length;
    return isNamedIn(text.slice(from, from + fromWithin).split(/[.;:]/u)[0]!, reader);
  });
}

/** True for a text that names the giver. */
export function isNamedIn(text: string, reader: GiverReader): boolean {
  return namesOf(text, reader).givers.length > 0;
}

const notSubjectAfter: ReadonlySet<string> = new Set('in to at for у в до для на із'.split(' '));
const joining: ReadonlySet<string> = new Set('and with і й та и разом together вместе'.split(' '));
const joinedWithin = 5;

/** True when the giver is the subject of a verb with `before` in front of it: the last country named, or joined with it. */
export function isSubject(before: string, reader: GiverReader): boolean {
  const { givers, others } = namesOf(before, reader);
  const giver = givers.at(-1);
  const other = others.at(-1);
  if (giver === undefined) return false;
  const words = tokenise(before).map(({ text }) => text);
  if (notSubjectAfter.has(words[giver.from - 1] ?? '')) return false;
  if (other === undefined || other.from < giver.from) return !isAside(before, giver, reader);
  const between = words.slice(giver.to, other.from);
  return between.length <= joinedWithin && between.some((word) => joining.has(word));
}

// "DOK-ING, founded to clear Croatia's own mines, has delivered": what stands between commas is not the subject.
function isAside(before: string, giver: Mention, { lexicon }: GiverReader): boolean {
  const parts = before.split(/,\s/u);
  if (parts.length < 3) return false;
  const names = (part: string) => lexicon.mentions(part).some(({ concept }) => concept === giver.concept);
  return !names(parts[0]!) && !names(parts.at(-1)!);
}

/** True where the giver follows its verb and nobody else stands before it: "Їх передала Литва". */
export function opensWithGiver(before: string, after: string, reader: GiverReader): boolean {
  if (namesOf(before, reader).others.length > 0) return false;
  return namesOf(after.slice(0, fromWithin), reader).givers.some(({ from }) => from === 0);
}

/** Mentions of the giver, and of other countries but Ukraine. */
export interface Names {
  readonly givers: readonly Mention[];
  readonly others: readonly Mention[];
}

/** Where a text names the giver, and other countries; organisations take part in what countries give. */
export function namesOf(text: string, reader: GiverReader): Names {
  const known = reader.read.get(text);
  if (known !== undefined) return known;
  const names = readNames(text, reader);
  reader.read.set(text, names);
  return names;
}

function readNames(text: string, { givers, lexicon }: GiverReader): Names {
  const mentions = lexicon.mentions(text);
  const own = mentions.filter(
    ({ concept }) => entityKinds.has(concept.kind) && givers.has(conceptTerm(concept.id)),
  );
  const isOwn = (other: Mention) => own.some(({ from, to }) => from < other.to && other.from < to);
  const others = mentions.filter(
    (mention) => mention.concept.kind === 'country' && mention.concept.id !== 'ukraine' && !isOwn(mention),
  );
  return { givers: own, others };
}

import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { termsOf } from '../question/question-terms.ts';
import type { AnalysedSentence } from '../reading/analysis.ts';
import { changedFigure, type FigurePair } from '../reading/figure-change.ts';
import { findCandidates } from '../search/candidates.ts';
import type { SearchDeps } from '../search/search.ts';
import { daysBetween, findDates, intervalOf, resolvedDates } from '../time/period.ts';
import type { DigestEvent, FigureChange } from './digest-event.ts';
import { topicsOfText } from './digest-topics.ts';
import { dayOf } from './same-event.ts';

/** How an event stands to what was known before. */
export interface EventDevelopment {
  readonly kind: 'updated' | 'disputed' | 'corrected';
  readonly change: FigureChange;
}

// Sources that write within the same fortnight write about the same state of things: a difference is a disagreement.
const sameTimeDays = 14;
// The second delivery of ten machines does not make the first one wrong. Only figures that are stated as the state of
// things (totals, remaining areas) replace each other.
const statesTotal =
  /(?<!\p{L})(?:станом на|загалом|усього|всього|разом|наразі|нині|досі|вже|уже|від початку|з початку|залиша\p{L}*|потенційно|забруднен\p{L}*|замінован\p{L}*|всего|в общей сложности|по состоянию|сейчас|остается|загрязн\p{L}*|total\p{L}*|to date|so far|as of|since|already|altogether|overall|now|currently|remain\p{L}*|contaminat\p{L}*|potentially|mined)(?!\p{L})/iu;
// What is counted from the beginning on grows: a later and larger figure continues the earlier one, whoever says it.
const countsOn =
  /(?<!\p{L})(?:від початку|з початку|за весь час|с начала|за все время|since|to date|so far|from the (?:start|beginning))(?!\p{L})/iu;
// "За листопад" sums up a month; "в листопаді" may tell of one thing that happened in it.
const summingUp =
  /(?<!\p{L})(?:за|протягом|впродовж|упродовж|в течение|during|throughout)\s+(?:\p{L}+\s+)?$/iu;
const comparedPassages = 30;

/**
 * Looks whether an event's figure replaces an older one of another document, or stands against one of the same time.
 * Null when it does neither, which is the usual case: in doubt nothing is said.
 */
export async function findEventDevelopment(
  event: DigestEvent,
  deps: SearchDeps,
): Promise<EventDevelopment | null> {
  const { sentence } = event.quote;
  if (sentence.quantities.length === 0) return null;
  if (!statesTotal.test(sentence.text) && summedPeriod(sentence.text, dayOf(event)) === null) return null;
  const candidates = await findCandidates(sentence.text, termsOf(sentence.text, deps.lexicon), deps.engines);
  const ids = candidates.slice(0, comparedPassages).map(({ passageId }) => passageId);
  const passages = await deps.passages.byIds(ids);
  const documents = await deps.passages.documents(passages.map(({ documentId }) => documentId));
  const found: Comparison[] = [];
  for (const passage of passages) {
    const document = documents.get(passage.documentId);
    if (document === undefined || document.id === event.document.id || document.published === null) continue;
    for (const other of deps.analyser.analyse(passage, document).sentences) {
      const isComparable =
        areComparable([sentence.text, dayOf(event)], [other.text, document.published]) &&
        speaksOfSamePlaces(sentence.text, other.text, deps.lexicon);
      const pair = isComparable ? changedFigure(sentence, other) : null;
      if (pair === null) continue;
      const { publisher, published, url } = document;
      const before = { quantity: pair.before, publisher, published, url };
      const grows = countsOn.test(sentence.text) && countsOn.test(other.text);
      found.push({
        pair,
        change: { after: pair.after, before },
        day: intervalOf(document.published).to,
        grows,
      });
    }
  }
  return (
    found
      .filter(({ day }) => day <= dayOf(event) || daysBetween(dayOf(event), day) <= sameTimeDays)
      .sort((a, b) => b.pair.likeness - a.pair.likeness || b.day.localeCompare(a.day))
      .map((comparison) => developmentOf(comparison, event))
      .find((development) => development !== null) ?? null
  );
}

// "701,120 so far" on Monday and "701,655 so far" on Tuesday are one sentence with another figure.
const carriedOnLikeness = 0.8;

/** True when one publisher states the same running total anew: who reads both needs only the later one. */
export function carriesOnTotal(
  later: AnalysedSentence,
  earlier: AnalysedSentence,
  lexicon: Lexicon,
): boolean {
  if (!statesTotal.test(later.text) || !statesTotal.test(earlier.text)) return false;
  if (!speaksOfSamePlaces(later.text, earlier.text, lexicon)) return false;
  const pair = changedFigure(later, earlier);
  return pair !== null && pair.likeness >= carriedOnLikeness;
}

interface Comparison {
  readonly pair: FigurePair;
  readonly change: FigureChange;
  /** Day of the other statement. */
  readonly day: string;
  /** Both count from a beginning on. */
  readonly grows: boolean;
}

function developmentOf(
  { pair, change, day, grows }: Comparison,
  event: DigestEvent,
): EventDevelopment | null {
  const laterBy = daysBetween(day, dayOf(event));
  if (laterBy > sameTimeDays) return { kind: 'updated', change };
  // What one publisher says today replaces what it said yesterday.
  const continues = grows && pair.after.value > pair.before.value;
  const isOwn = change.before.publisher === event.document.publisher;
  if (isOwn || continues) return laterBy > 0 ? { kind: 'updated', change } : null;
  return { kind: 'disputed', change };
}

// The sentences of a table read alike from one oblast to the next.
function speaksOfSamePlaces(a: string, b: string, lexicon: Lexicon): boolean {
  const [one, other] = [a, b].map((text) =>
    [...topicsOfText(text, lexicon)].filter((topic) =>
      placeKinds.has(lexicon.findConcept(topic)?.kind ?? ''),
    ),
  );
  return one!.length === other!.length && one!.every((place) => other!.includes(place));
}

const placeKinds: ReadonlySet<string> = new Set(['place', 'country']);

type DatedText = readonly [text: string, published: string];

function areComparable(a: DatedText, b: DatedText): boolean {
  if (statesTotal.test(a[0]) && statesTotal.test(b[0])) return true;
  const period = summedPeriod(...a);
  return period !== null && period === summedPeriod(...b);
}

/** The one period a sentence sums up; null when it names another, several, or none. */
function summedPeriod(text: string, published: string): string | null {
  const [mention, ...more] = findDates(text);
  if (mention === undefined || more.length > 0 || !summingUp.test(text.slice(0, mention.start))) return null;
  return resolvedDates(text, published)[0] ?? null;
}

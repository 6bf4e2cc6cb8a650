import type { StoredDocument } from '../../corpus/documents/documents.ts';
import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { PassageAnalyser, TermSet } from '../reading/analysis.ts';
import { intervalOf } from '../time/period.ts';
import type { ChangedDocument, CitedSentence, DigestEvent, Telling } from './digest-event.ts';
import { analysedTitle, citedSentences, donorsAmong, newsSentences, pageChange } from './digest-quote.ts';
import { concernsDemining, topicsOfDocument, topicsOfText } from './digest-topics.ts';
import { carriesOnTotal } from './event-development.ts';
import { dayOf, isSameEvent, type ToldStory } from './same-event.ts';

/** Which events a reader wants. */
export interface EventFilter {
  /** Events after this place, up to and including `upTo`. */
  readonly after: number;
  readonly upTo: number;
  /** None at all means everything. */
  readonly topics: readonly string[];
  readonly match: 'any' | 'all';
  readonly officialOnly: boolean;
  /** A further condition, for saved questions. */
  readonly meets?: (event: DigestEvent) => boolean;
}

// A page about last year's conference that a new source brings today is no news.
const oldAfterMs = 45 * 24 * 60 * 60 * 1000;
// Longest distance of two tellings of one event in our order of arrival; bounds the work of each new document.
const comparedStories = 400;

/** Events in the order in which they became known, each told once, found by topic. Fed document by document. */
export class EventBook {
  private readonly events = new Map<number, DigestEvent>();
  private readonly byTopic = new Map<string, number[]>();
  private readonly order: number[] = [];
  private readonly stories: { readonly story: ToldStory; readonly event: number | null }[] = [];

  constructor(private readonly deps: { readonly lexicon: Lexicon; readonly analyser: PassageAnalyser }) {}

  /** Takes in what became known next; `seq` must grow. @returns the event it began, null when it told nothing new. */
  add(change: ChangedDocument): DigestEvent | null {
    const { lexicon, analyser } = this.deps;
    const sentences = citedSentences(change.passages, change.document, analyser);
    const text = change.passages.map((passage) => passage.text).join('\n');
    if (!concernsDemining(change.document, text, lexicon)) return null;
    const about = topicsOfDocument(change.document, text, lexicon);
    const story: ToldStory = {
      document: change.document,
      seenAtMs: change.seenAtMs,
      sentences: sentences.map(({ sentence }) => sentence),
      terms: merged(sentences),
      topics: about,
      donors: donorsAmong(about, change.document, lexicon),
    };
    if (change.before === null) {
      const known = this.knownEvent(story);
      if (known !== null) {
        this.retold(known, story, sentences);
        return null;
      }
    }
    const event = this.eventOf(change, story, sentences);
    this.remember(story, event?.seq ?? null);
    if (event === null) return null;
    this.events.set(event.seq, event);
    this.order.push(event.seq);
    for (const topic of event.topics) this.post(topic, event.seq);
    return event;
  }

  /** Events that fit, the weightiest first. */
  select(filter: EventFilter): readonly DigestEvent[] {
    const lists =
      filter.topics.length === 0 ? [this.order] : filter.topics.map((topic) => this.byTopic.get(topic) ?? []);
    const chosen = new Set(lists.flatMap((list) => list.slice(firstAfter(list, filter.after))));
    const fitting = [...chosen]
      .map((seq) => this.events.get(seq)!)
      .filter((event) => event.seq <= filter.upTo && fits(event, filter));
    return newestOfSeries(fitting).sort(byWeight);
  }

  /** Topics of the events after a place, for waking those who want to know at once. */
  topicsAfter(after: number): ReadonlySet<string> {
    const fresh = this.order.slice(firstAfter(this.order, after));
    return new Set(fresh.flatMap((seq) => [...this.events.get(seq)!.topics]));
  }

  private eventOf(
    change: ChangedDocument,
    story: ToldStory,
    sentences: readonly CitedSentence[],
  ): DigestEvent | null {
    const { document, before } = change;
    const changed = before === null ? null : pageChange({ ...change, before }, sentences, this.deps.analyser);
    if (before !== null && changed === null) return null;
    const quotes = newsSentences(sentences, analysedTitle(document, this.deps.analyser));
    const quote = changed?.quote ?? quotes[0];
    if (quote === undefined) return null;
    const topics = new Set([...story.topics, ...topicsOfText(quote.sentence.text, this.deps.lexicon)]);
    const figure = changed?.figure ?? null;
    const earlier = { publisher: document.publisher, published: document.published, url: document.url };
    return {
      seq: change.seq,
      kind: before === null ? 'new' : figure === null ? 'changed' : 'corrected',
      seenAtMs: change.seenAtMs,
      document,
      quote,
      tellings: [{ document, quotes }],
      continues: before === null ? this.continuedBy(document.publisher, quote) : null,
      since: null,
      change:
        figure === null ? null : { after: figure.after, before: { quantity: figure.before, ...earlier } },
      topics,
      terms: story.terms,
      donors: donorsAmong(topics, document, this.deps.lexicon),
      reprints: 0,
      official: document.tier === 'official',
      isOld: before === null && isOld(change),
    };
  }

  private knownEvent(story: ToldStory): { readonly event: number | null } | null {
    for (let at = this.stories.length - 1; at >= 0; at -= 1) {
      const known = this.stories[at]!;
      if (isSameEvent(known.story, story)) return known;
    }
    return null;
  }

  private continuedBy(publisher: string, quote: CitedSentence): number | null {
    const known = this.order.slice(-comparedStories).findLast((seq) => {
      const event = this.events.get(seq)!;
      return (
        event.document.publisher === publisher &&
        carriesOnTotal(quote.sentence, event.quote.sentence, this.deps.lexicon)
      );
    });
    return known ?? null;
  }

  // The first telling keeps its place, so that nobody hears of it twice.
  private retold(
    { event: seq }: { readonly event: number | null },
    story: ToldStory,
    sentences: readonly CitedSentence[],
  ): void {
    this.remember(story, seq);
    const event = seq === null ? undefined : this.events.get(seq);
    if (event === undefined) return;
    const official = event.official || story.document.tier === 'official';
    const topics = new Set([...event.topics, ...story.topics]);
    for (const topic of story.topics) if (!event.topics.has(topic)) this.post(topic, event.seq);
    const tellings = this.withTelling(event.tellings, story.document, sentences);
    this.events.set(event.seq, { ...event, topics, official, tellings, reprints: event.reprints + 1 });
  }

  private withTelling(
    tellings: readonly Telling[],
    document: StoredDocument,
    sentences: readonly CitedSentence[],
  ): readonly Telling[] {
    if (tellings.some((known) => known.document.language === document.language)) return tellings;
    const quotes = newsSentences(sentences, analysedTitle(document, this.deps.analyser));
    return quotes.length === 0 ? tellings : [...tellings, { document, quotes }];
  }

  private remember(story: ToldStory, event: number | null): void {
    this.stories.push({ story, event });
    if (this.stories.length > comparedStories) this.stories.shift();
  }

  private post(topic: string, seq: number): void {
    const list = this.byTopic.get(topic) ?? [];
    // A retold event may get a topic after later events have it.
    list.splice(firstAfter(list, seq), 0, seq);
    this.byTopic.set(topic, list);
  }
}

// A week of daily totals is one line: the last one, and since when it has been counted on.
function newestOfSeries(events: readonly DigestEvent[]): DigestEvent[] {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const carriedOn = new Set(events.map(({ continues }) => continues));
  return events
    .filter(({ seq }) => !carriedOn.has(seq))
    .map((event) => {
      let since: DigestEvent | undefined;
      for (let at = event.continues; at !== null && bySeq.has(at); at = since.continues)
        since = bySeq.get(at)!;
      return since === undefined ? event : { ...event, since };
    });
}

function fits(event: DigestEvent, { topics, match, officialOnly, meets }: EventFilter): boolean {
  if (officialOnly && !event.official) return false;
  if (match === 'all' && !topics.every((topic) => event.topics.has(topic))) return false;
  return meets === undefined || meets(event);
}

/** Place of the first number greater than `after` in an ascending list. */
function firstAfter(list: readonly number[], after: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byWeight(a: DigestEvent, b: DigestEvent): number {
  return weightOf(b) - weightOf(a) || dayOf(b).localeCompare(dayOf(a)) || b.seq - a.seq;
}

// A corrected figure matters most to whoever used the old one; then what officials say and what many repeat.
function weightOf({ kind, official, reprints }: DigestEvent): number {
  return (kind === 'corrected' ? 4 : 0) + (official ? 1 : 0) + Math.min(reprints, 3) * 0.5;
}

function isOld({ document, seenAtMs }: ChangedDocument): boolean {
  return document.published !== null && seenAtMs - Date.parse(intervalOf(document.published).to) > oldAfterMs;
}

function merged(sentences: readonly CitedSentence[]): TermSet {
  const all = (pick: (terms: TermSet) => ReadonlySet<string>) =>
    new Set(sentences.flatMap(({ sentence }) => [...pick(sentence)]));
  return { stems: all(({ stems }) => stems), concepts: all(({ concepts }) => concepts), grams: new Set() };
}

import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { Logger } from '../../corpus/log.ts';
import type { DigestEvent } from '../../retrieval/digest/digest-event.ts';
import type { EventFilter } from '../../retrieval/digest/event-book.ts';
import type { EventDevelopment } from '../../retrieval/digest/event-development.ts';
import { answersSavedQuestion } from '../../retrieval/digest/question-news.ts';
import { type Listener, toldTo } from '../../retrieval/digest/told-to.ts';
import { changedFigure } from '../../retrieval/reading/figure-change.ts';
import type { UiLanguage } from '../people/people.ts';
import { loggable } from '../process/loggable.ts';
import { type DigestPage, eventsPerPage, type ToldEvent } from './digest-message.ts';
import type { News } from './news.ts';
import type { SubscriptionWish } from './subscription.ts';

/** What somebody wants to read about; a part of a subscription. */
export type Interest = Pick<SubscriptionWish, 'topics' | 'match' | 'officialOnly' | 'question'>;

/** A stretch of the order of news. */
export interface NewsRange {
  readonly after: number;
  readonly upTo: number;
}

/** What {@link DigestReader} works on. */
export interface DigestReaderOptions {
  readonly news: News;
  readonly lexicon: Lexicon;
  readonly log: Logger;
  /** Finds what an event's figure replaces or contradicts. */
  readonly develop: (event: DigestEvent) => Promise<EventDevelopment | null>;
}

const rememberedEvents = 2000;

/** Reads digests for anybody: the events of an interest, page by page, with what became of their figures. */
export class DigestReader {
  private readonly developments = new Map<string, Promise<EventDevelopment | null>>();

  constructor(private readonly options: DigestReaderOptions) {}

  /** Everything an interest has in a range, the weightiest first, and how many documents were too old to be news. */
  async eventsOf(
    interest: Interest,
    range: NewsRange,
  ): Promise<{ readonly events: readonly DigestEvent[]; readonly older: number }> {
    const found = await this.options.news.select({ ...this.filterOf(interest), ...range });
    const events = found.filter(({ isOld }) => !isOld);
    return { events, older: found.length - events.length };
  }

  /** The newest by date of publication, for a look ahead when nothing is new. */
  recent(interest: Interest): Promise<readonly DigestEvent[]> {
    return this.options.news.selectRecent(this.filterOf(interest));
  }

  /** One page of events, ready to be put into words of `language`. */
  async page(
    events: readonly DigestEvent[],
    page: number,
    {
      language,
      ...rest
    }: Pick<DigestPage, 'older' | 'topics' | 'heading'> & { readonly language: UiLanguage },
  ): Promise<DigestPage> {
    const shown = events.slice(page * eventsPerPage, (page + 1) * eventsPerPage);
    const told: ToldEvent[] = [];
    for (const event of shown) {
      const development = await this.develop(event);
      const listener = { language, topics: rest.topics };
      told.push({ event: development === null ? await this.toldTo(event, listener) : event, development });
    }
    return { ...rest, events: told, total: events.length, page };
  }

  // The other telling may have been withdrawn since.
  private async toldTo(event: DigestEvent, listener: Listener): Promise<DigestEvent> {
    const told = toldTo(event, listener, this.options.lexicon);
    return told === event || (await this.options.news.isQuotable(told.quote.passageKey)) ? told : event;
  }

  private filterOf({ topics, match, officialOnly, question }: Interest): Omit<EventFilter, 'after' | 'upTo'> {
    const meets = question === null ? undefined : answersSavedQuestion(question, this.options.lexicon);
    return { topics, match, officialOnly, ...(meets === undefined ? {} : { meets }) };
  }

  private async develop(event: DigestEvent): Promise<EventDevelopment | null> {
    if (event.change !== null) return { kind: 'corrected', change: event.change };
    if (event.since === null) return this.findDevelopment(event);
    // The reader knows the figure from before this digest, not those of its first days.
    const pair = changedFigure(event.quote.sentence, event.since.quote.sentence);
    if (pair === null) return this.findDevelopment(event);
    const known = await this.findDevelopment(event.since);
    const { publisher, published, url } = event.since.document;
    const before = known?.change.before ?? { quantity: pair.before, publisher, published, url };
    return { kind: 'updated', change: { after: pair.after, before } };
  }

  // A digest without the note about an older figure is still right, so a search that broke does not hold it up.
  private findDevelopment(event: DigestEvent): Promise<EventDevelopment | null> {
    const key = `${event.document.key} ${event.document.contentHash}`;
    const known = this.developments.get(key);
    if (known !== undefined) return known;
    const found = this.options.develop(event).catch((error: unknown) => {
      this.options.log.error({ err: loggable(error) }, 'the older figure of an event could not be looked up');
      this.developments.delete(key);
      return null;
    });
    this.developments.set(key, found);
    if (this.developments.size > rememberedEvents)
      this.developments.delete(this.developments.keys().next().value!);
    return found;
  }
}
